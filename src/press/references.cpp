// SPDX-License-Identifier: EUPL-1.2
// What the text calls "das Netzwerk", "die beiden Cluster", "dieses Projekt", "le pôle": which of its things
// are meant.
#include <algorithm>
#include <array>

#include "press/context.hpp"
#include "press/gathering.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kAdjectives = 3;
constexpr std::size_t kLookedBack = 60;  // mentions

class References {
public:
    References(const View& view, Findings& findings)
        : view_(view), findings_(findings), named_(view.size(), false) {
        for (const Mention& mention : findings.mentions) {
            for (std::uint32_t i = mention.first; i < mention.end; ++i) named_[i] = true;
        }
    }

    void add() {
        std::vector<Mention> all;
        std::size_t next = 0;
        for (std::uint32_t i = 0; i < view_.size(); ++i) {
            while (next < findings_.mentions.size() && findings_.mentions[next].first <= i)
                all.push_back(findings_.mentions[next++]);
            if (!view_.is(i, WordClass::Reference) || named_[i] || names_follow(i)) continue;
            if (auto reference = at(i, all)) all.push_back(std::move(*reference));
        }
        while (next < findings_.mentions.size()) all.push_back(findings_.mentions[next++]);
        std::stable_sort(all.begin(), all.end(),
                         [](const Mention& a, const Mention& b) { return a.first < b.first; });
        findings_.mentions = std::move(all);
    }

private:
    /// "das Cluster MEDICEN", "Projekt „X“": the noun goes with the name after it.
    [[nodiscard]] bool names_follow(std::uint32_t i) const {
        std::uint32_t next = i + 1;
        while (view_.same_sentence(i, next) &&
               (view_.tokens[next].kind == TokenKind::QuoteOpen || view_.is_mark(next, ":")))
            ++next;
        return view_.same_sentence(i, next) && next < named_.size() && named_[next];
    }

    struct Frame {
        std::uint32_t first = kNoToken;
        int number = 0;  // "beiden": 2
    };

    /// The article or demonstrative before the noun, over adjectives and a number.
    [[nodiscard]] Frame frame(std::uint32_t noun) const {
        Frame found;
        for (std::uint32_t back = 1; back <= kAdjectives && back <= noun; ++back) {
            const std::uint32_t i = noun - back;
            if (!view_.same_sentence(i, noun) || !view_.is_word(i)) return found;
            if (view_.is(i, WordClass::NumberWord) && view_.words[i].number >= 2 &&
                view_.words[i].number <= 12) {
                found.number = static_cast<int>(view_.words[i].number);
                if (view_.has_key(i, "beide") || view_.has_key(i, "both") || view_.has_key(i, "beiden"))
                    found.first = i;
                continue;
            }
            if (is_definite(i)) {
                found.first = i;
                return found;
            }
            if (found.first != kNoToken || view_.tokens[i].writing != Writing::Lower ||
                view_.is(i, WordClass::Preposition) || view_.is(i, WordClass::Article))
                return found;
        }
        return found;
    }

    [[nodiscard]] bool is_definite(std::uint32_t i) const {
        constexpr auto kDefinite = std::to_array<std::string_view>(
            {"der", "die",   "das", "den",    "dem",   "des",    "the",    "le",     "la",   "les",   "l'",
             "du",  "au",    "aux", "dieser", "diese", "dieses", "diesem", "diesen", "this", "these", "ce",
             "cet", "cette", "ces", "im",     "zum",   "zur",    "vom",    "beim",   "am"});
        return std::ranges::find(kDefinite, view_.tokens[i].key) != kDefinite.end();
    }

    [[nodiscard]] bool is_plural(std::uint32_t noun, const Frame& found) const {
        if (found.number >= 2) return true;
        if (found.number == 1) return false;
        const std::string& article = view_.tokens[found.first].key;
        const std::string& key = view_.tokens[noun].key;
        if (view_.language == Language::German) {
            if (article == "das" || article == "des" || article == "dem" || article == "im" ||
                article == "zum" || article == "vom" || article == "dieses" || article == "diesem")
                return false;
            const bool feminine = key.ends_with("ung") || key.ends_with("tat") || key.ends_with("ion") ||
                                  key.ends_with("schaft") || key.ends_with("reise") ||
                                  key.ends_with("messe") || key.ends_with("form") ||
                                  key.ends_with("agentur") || key.ends_with("tive") || key.ends_with("ule") ||
                                  key.ends_with("firma") || key.ends_with("enz");
            if (article == "die" || article == "diese") return !feminine;
            return article == "den" && key.ends_with('n') && key != "verein";
        }
        return key.ends_with('s') || key.ends_with("aux") || article == "les" || article == "these" ||
               article == "ces" || article == "aux";
    }

    std::optional<Mention> at(std::uint32_t noun, const std::vector<Mention>& before) const {
        const Frame found = frame(noun);
        if (found.first == kNoToken) return std::nullopt;
        const EntityKind kind = view_.words[noun].reference;
        const bool plural = is_plural(noun, found);
        std::vector<std::uint32_t> meant =
            meant_by(kind, plural ? std::max(found.number, 2) : 1, before, plural && found.number == 0);
        if (meant.empty()) return std::nullopt;
        Mention mention;
        mention.range = {view_.tokens[found.first].range.begin, view_.tokens[noun].range.end};
        mention.first = found.first;
        mention.end = noun + 1;
        mention.sentence = view_.tokens[noun].sentence;
        mention.entities = std::move(meant);
        mention.reference = true;
        return mention;
    }

    [[nodiscard]] bool fits(EntityKind wanted, EntityKind kind) const {
        if (wanted == kind) return true;
        if (wanted == EntityKind::Organisation) return is_organisation(kind);
        const bool loose = wanted == EntityKind::Cluster || wanted == EntityKind::Association;
        return loose && (kind == EntityKind::Cluster || kind == EntityKind::Association ||
                         kind == EntityKind::Organisation);
    }

    /// The nearest things of the kind, going back; `open`: as many as stand in one sentence.
    [[nodiscard]] std::vector<std::uint32_t> meant_by(EntityKind kind, int wanted,
                                                      const std::vector<Mention>& before, bool open) const {
        std::vector<std::uint32_t> exact;
        std::vector<std::uint32_t> loose;
        std::uint32_t sentence = kNoToken;
        const std::size_t stop = before.size() > kLookedBack ? before.size() - kLookedBack : 0;
        for (std::size_t i = before.size(); i-- > stop;) {
            const Mention& mention = before[i];
            if (mention.reference && wanted > 1) continue;
            for (const std::uint32_t entity : mention.entities) {
                const EntityKind found = findings_.entities[entity].kind;
                if (!fits(kind, found)) continue;
                auto& list = found == kind || kind == EntityKind::Organisation ? exact : loose;
                if (open && sentence != kNoToken && mention.sentence != sentence && exact.size() >= 2)
                    return ordered(exact);
                if (std::ranges::find(list, entity) == list.end()) list.push_back(entity);
                sentence = mention.sentence;
            }
            if (!open && static_cast<int>(exact.size()) >= wanted) return ordered(exact);
        }
        if (static_cast<int>(exact.size()) >= wanted) return ordered(exact);
        exact.insert(exact.end(), loose.begin(), loose.end());
        if (!open && static_cast<int>(exact.size()) > wanted) exact.resize(static_cast<std::size_t>(wanted));
        if (static_cast<int>(exact.size()) < wanted) return {};
        return ordered(exact);
    }

    static std::vector<std::uint32_t> ordered(std::vector<std::uint32_t> list) {
        std::sort(list.begin(), list.end());
        return list;
    }

    const View& view_;
    Findings& findings_;
    std::vector<bool> named_;
};

}  // namespace

void add_references(const View& view, Findings& findings) {
    References(view, findings).add();
}

}  // namespace kontor::press
