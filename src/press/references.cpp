// SPDX-License-Identifier: EUPL-1.2
// What the text calls "das Netzwerk", "die beiden Cluster", "dieses Projekt", "le pôle": which of its things
// are meant.
#include <algorithm>
#include <array>
#include <map>

#include "press/context.hpp"
#include "press/gathering.hpp"
#include "press/one_of.hpp"
#include "text/fold.hpp"

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
            if (is_pronoun(i)) {
                if (auto reference = spoken_of(i, all)) all.push_back(std::move(*reference));
                continue;
            }
            if (is_latter(i)) {
                if (auto reference = latter(i, all)) all.push_back(std::move(*reference));
                continue;
            }
            if (!view_.is(i, WordClass::Reference) || named_[i] || names_follow(i)) continue;
            if (auto reference = at(i, all)) all.push_back(std::move(*reference));
        }
        while (next < findings_.mentions.size()) all.push_back(findings_.mentions[next++]);
        std::stable_sort(all.begin(), all.end(),
                         [](const Mention& a, const Mention& b) { return a.first < b.first; });
        findings_.mentions = std::move(all);
    }

private:
    /// "It covers …", "Il prolonge …", "Es ist … angelaufen": what the sentence before speaks of first.
    [[nodiscard]] bool is_pronoun(std::uint32_t i) const {
        if (!view_.begins_sentence(i) || !view_.is_word(i + 1) || view_.is_capital(i + 1)) return false;
        switch (view_.language) {
            case Language::German:
                return view_.has_key(i, "es") && !view_.has_key(i + 1, "gibt") &&
                       !view_.has_key(i + 1, "geht") && !view_.has_key(i + 1, "ging") &&
                       !view_.has_key(i + 1, "handelt");
            case Language::English:
                return view_.has_key(i, "it") && !view_.has_key(i + 1, "was") &&
                       !view_.has_key(i + 1, "makes");
            case Language::French:
                return (view_.has_key(i, "il") || view_.has_key(i, "elle")) && !view_.has_key(i + 1, "y") &&
                       !view_.has_key(i + 1, "s'") && !view_.has_key(i + 1, "faut") &&
                       (!view_.has_key(i + 1, "est") || says_of_body(i + 2));
        }
        return false;
    }
    /// "Il est membre de", not "Il est prévu".
    [[nodiscard]] bool says_of_body(std::uint32_t i) const {
        static constexpr auto kSaid = std::to_array<std::string_view>(
            {"membre", "dote", "porte", "finance", "coordonne", "soutenu", "compose", "base", "installe",
             "pilote", "dirige", "preside", "cofinance", "partenaire"});
        return view_.has(i) && is_one_of<kSaid>(view_.tokens[i].key);
    }
    std::optional<Mention> spoken_of(std::uint32_t i, const std::vector<Mention>& before) const {
        const std::uint32_t here = view_.tokens[i].sentence;
        if (here == 0 || view_.sentences[here - 1].paragraph != view_.sentences[here].paragraph)
            return std::nullopt;
        for (auto at = std::ranges::lower_bound(before, here - 1, {}, &Mention::sentence);
             at != before.end() && at->sentence + 1 == here; ++at) {
            const Mention& mention = *at;
            if (mention.entities.size() != 1) continue;
            const EntityKind kind = findings_.entities[mention.entities.front()].kind;
            const bool is_thing = kind == EntityKind::Project || kind == EntityKind::Agreement ||
                                  kind == EntityKind::Event || kind == EntityKind::Cluster ||
                                  kind == EntityKind::Association;
            if (!is_thing) continue;
            if (view_.language == Language::German && kind != EntityKind::Project) return std::nullopt;
            return Mention{.range = view_.tokens[i].range,
                           .first = i,
                           .end = i + 1,
                           .sentence = here,
                           .entities = {mention.entities.front()},
                           .reference = true};
        }
        return std::nullopt;
    }

    /// "Letzteres", "the latter", "ce dernier": the last thing named before.
    [[nodiscard]] bool is_latter(std::uint32_t i) const {
        const Key& key = view_.tokens[i].key;
        if (view_.language == Language::German) return key.starts_with("letztere") && key.size() <= 10;
        if (view_.language == Language::English)
            return key == "latter" && i > 0 && view_.has_key(i - 1, "the");
        return (key == "dernier" || key == "derniere") && i > 0 &&
               (view_.has_key(i - 1, "ce") || view_.has_key(i - 1, "cette"));
    }
    std::optional<Mention> latter(std::uint32_t i, const std::vector<Mention>& before) const {
        for (std::size_t back = before.size(); back-- > 0;) {
            const Mention& last = before[back];
            if (last.sentence + 1 < view_.tokens[i].sentence || last.entities.empty()) return std::nullopt;
            const EntityKind kind = findings_.entities[last.entities.front()].kind;
            if (last.reference || kind == EntityKind::Place || kind == EntityKind::Topic) continue;
            return Mention{.range = view_.tokens[i].range,
                           .first = i,
                           .end = i + 1,
                           .sentence = view_.tokens[i].sentence,
                           .entities = {last.entities.back()},
                           .reference = true};
        }
        return std::nullopt;
    }

    /// "das Cluster MEDICEN", "Projekt „X“": the noun goes with the name after it.
    [[nodiscard]] bool names_follow(std::uint32_t i) const {
        std::uint32_t next = i + 1;
        // "du réseau européen X": French adjectives stand between.
        const bool is_adjective = view_.language == Language::French && view_.is_word(next) &&
                                  view_.tokens[next].writing == Writing::Lower && !view_.is_small(next) &&
                                  view_.is_capital(next + 1);
        if (is_adjective) ++next;
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
        static constexpr auto kDefinite = std::to_array<std::string_view>(
            {"der", "die",   "das", "den",    "dem",   "des",    "the",    "le",     "la",   "les",   "l'",
             "du",  "au",    "aux", "dieser", "diese", "dieses", "diesem", "diesen", "this", "these", "ce",
             "cet", "cette", "ces", "im",     "zum",   "zur",    "vom",    "beim",   "am"});
        return is_one_of<kDefinite>(view_.tokens[i].key);
    }

    [[nodiscard]] bool is_plural(std::uint32_t noun, const Frame& found) const {
        if (found.number >= 2) return true;
        if (found.number == 1) return false;
        const Key& article = view_.tokens[found.first].key;
        const Key& key = view_.tokens[noun].key;
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
        if (const auto own = portrayed(noun, kind); own && !plural)
            return Mention{.range = {view_.tokens[found.first].range.begin, view_.tokens[noun].range.end},
                           .first = found.first,
                           .end = noun + 1,
                           .sentence = view_.tokens[noun].sentence,
                           .entities = {*own},
                           .reference = true};
        if (kind == EntityKind::Event && !plural) {
            const auto event = event_called(view_.tokens[noun].key, before);
            if (!event && is_trip_noun(view_.tokens[noun].key)) return std::nullopt;  // a described event's
            if (event)
                return Mention{.range = {view_.tokens[found.first].range.begin, view_.tokens[noun].range.end},
                               .first = found.first,
                               .end = noun + 1,
                               .sentence = view_.tokens[noun].sentence,
                               .entities = {*event},
                               .reference = true};
        }
        // "dieses Projekt" is the last one named, "das Projekt" may be the item's.
        const bool is_this = kind == EntityKind::Project && !plural && points_back(found.first);
        std::vector<std::uint32_t> meant = is_this ? last_of(kind, before)
                                                   : meant_by(kind, plural ? std::max(found.number, 2) : 1,
                                                              before, plural && found.number == 0);
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

    [[nodiscard]] bool points_back(std::uint32_t i) const {
        static constexpr auto kThis = std::to_array<std::string_view>(
            {"dieser", "diese", "dieses", "diesem", "diesen", "this", "ce", "cet", "cette"});
        return is_one_of<kThis>(view_.tokens[i].key);
    }
    [[nodiscard]] std::vector<std::uint32_t> last_of(EntityKind kind,
                                                     const std::vector<Mention>& before) const {
        const std::size_t stop = before.size() > kLookedBack ? before.size() - kLookedBack : 0;
        for (std::size_t i = before.size(); i-- > stop;) {
            for (const std::uint32_t entity : before[i].entities) {
                if (findings_.entities[entity].kind == kind) return {entity};
            }
        }
        return {};
    }

    /// Behind a heading "About X": X, whatever sort of body the text calls it.
    [[nodiscard]] std::optional<std::uint32_t> portrayed(std::uint32_t noun, EntityKind kind) const {
        if (!is_organisation(kind) || kind == EntityKind::PublicBody) return std::nullopt;
        static constexpr auto kAbout =
            std::to_array<std::string_view>({"uber", "about", "propos", "portrat", "hintergrund"});
        constexpr std::uint32_t kPortrait = 6;  // sentences
        const std::uint32_t here = view_.tokens[noun].sentence;
        for (std::uint32_t s = here; s-- > (here > kPortrait ? here - kPortrait : 0);) {
            const Sentence& line = view_.sentences[s];
            if (line.kind == SentenceKind::Running || line.end - line.first > 10) continue;
            bool is_about = false;
            for (std::uint32_t i = line.first; i < line.end && i < line.first + 2; ++i)
                is_about = is_about || is_one_of<kAbout>(view_.tokens[i].key);
            if (!is_about) return std::nullopt;
            for (auto at = std::ranges::lower_bound(findings_.mentions, s, {}, &Mention::sentence);
                 at != findings_.mentions.end() && at->sentence == s; ++at) {
                if (!at->entities.empty() && !at->reference &&
                    is_organisation(findings_.entities[at->entities.front()].kind))
                    return at->entities.front();
            }
            return std::nullopt;
        }
        return std::nullopt;
    }

    /// "the mission", "die Konferenz": the last event with that word in its name.
    [[nodiscard]] std::optional<std::uint32_t> event_called(const Key& key,
                                                            const std::vector<Mention>& before) const {
        constexpr std::size_t kStem = 6;
        const std::string stem = key.substr(0, kStem);
        const std::size_t stop = before.size() > kLookedBack ? before.size() - kLookedBack : 0;
        for (std::size_t i = before.size(); i-- > stop;) {
            for (const std::uint32_t entity : before[i].entities) {
                if (findings_.entities[entity].kind != EntityKind::Event) continue;
                if (text::folded(findings_.entities[entity].name).find(stem) != std::string::npos)
                    return entity;
            }
        }
        return std::nullopt;
    }
    [[nodiscard]] static bool is_trip_noun(const Key& key) {
        static constexpr auto kTrips =
            std::to_array<std::string_view>({"mission", "delegation", "reise", "trip", "tour", "voyage",
                                             "delegationsreise", "journey", "unternehmerreise"});
        return is_one_of<kTrips>(key);
    }

    [[nodiscard]] bool fits(EntityKind wanted, EntityKind kind) const {
        if (wanted == kind) return true;
        if (wanted == EntityKind::Organisation) return is_organisation(kind);
        const bool loose = wanted == EntityKind::Cluster || wanted == EntityKind::Association;
        return loose && (kind == EntityKind::Cluster || kind == EntityKind::Association ||
                         kind == EntityKind::Organisation);
    }

    /// "the project" means the project that the item is about when it was named lately, not one named beside
    /// it.
    [[nodiscard]] std::optional<std::uint32_t> salient(EntityKind kind,
                                                       const std::vector<Mention>& before) const {
        if (kind != EntityKind::Project || before.empty()) return std::nullopt;
        constexpr std::uint32_t kOpening = 6;  // sentences
        std::optional<std::uint32_t> first;
        for (std::size_t i = 0; i < before.size() && before[i].sentence < kOpening && !first; ++i) {
            for (const std::uint32_t entity : before[i].entities) {
                if (findings_.entities[entity].kind == kind && !first) first = entity;
            }
        }
        if (!first) return std::nullopt;
        std::uint32_t last_seen = 0;
        const std::size_t stop = before.size() > kLookedBack ? before.size() - kLookedBack : 0;
        for (std::size_t i = before.size(); i-- > stop && last_seen == 0;) {
            if (std::ranges::find(before[i].entities, *first) != before[i].entities.end())
                last_seen = before[i].sentence;
        }
        constexpr std::uint32_t kLately = 3;
        return first && last_seen + kLately >= before.back().sentence ? first : std::nullopt;
    }

    /// "the network" means the body that the item is of: the one in its heading, if its first lines go on
    /// with it.
    [[nodiscard]] std::optional<std::uint32_t> salient_body(EntityKind kind,
                                                            const std::vector<Mention>& before) const {
        if (kind != EntityKind::Cluster && kind != EntityKind::Association) return std::nullopt;
        // An item's own body is told in its beginning.
        constexpr std::size_t kBeginning = 200;  // mentions
        std::map<std::uint32_t, int> weights;
        for (std::size_t i = 0; i < before.size() && i < kBeginning; ++i) {
            const Mention& mention = before[i];
            const bool is_heading = view_.sentences[mention.sentence].kind == SentenceKind::Heading;
            for (const std::uint32_t entity : mention.entities) {
                if (fits(kind, findings_.entities[entity].kind)) weights[entity] += is_heading ? 3 : 1;
            }
        }
        int best = 0;
        int second = 0;
        std::uint32_t which = 0;
        for (const auto& [entity, weight] : weights) {
            if (weight > best) {
                second = best;
                best = weight;
                which = entity;
            } else {
                second = std::max(second, weight);
            }
        }
        constexpr int kClear = 3;
        return best >= kClear && best >= 2 * second ? std::optional(which) : std::nullopt;
    }

    /// The nearest things of the kind, going back; `open`: as many as stand in one sentence.
    [[nodiscard]] std::vector<std::uint32_t> meant_by(EntityKind kind, int wanted,
                                                      const std::vector<Mention>& before, bool open) const {
        if (const auto thing = salient(kind, before); thing && wanted == 1 && !open) return {*thing};
        if (const auto body = salient_body(kind, before); body && wanted == 1 && !open) return {*body};
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
