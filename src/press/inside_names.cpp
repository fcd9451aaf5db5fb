// SPDX-License-Identifier: EUPL-1.2
// Topics that stand inside the names of projects, programmes, events and agreements, and the parts of a
// project that a colon lists: "three sub-projects: A, B and C".
#include <algorithm>
#include <array>
#include <string_view>

#include "press/candidates.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kTelling = 4;  // tokens of a name that can tell a topic besides
constexpr int kPartWeight = 96;
constexpr std::uint32_t kParts = 12;
constexpr std::uint32_t kPartWords = 7;

constexpr auto kPartNouns =
    std::to_array<std::string_view>({"teilprojekt", "arbeitspaket", "teilvorhaben", "teilmassnahm",
                                     "sub-project", "subproject", "workpackage", "sous-projet", "leitprojekt",
                                     "pilotprojekt", "strand", "workstream", "teilbereich", "projektlinie"});

/// "Teilprojekte", "sub-projects", "work packages", "lots de travail".
bool is_part_noun(const View& view, std::uint32_t i) {
    const Key& key = view.tokens[i].key;
    if (begins_with_one_of<kPartNouns>(key)) return true;
    const bool is_pair = (key == "packages" && i > 0 && view.has_key(i - 1, "work")) ||
                         (key == "travail" && i > 1 && view.has_key(i - 2, "lots"));
    return is_pair;
}

class Parts {
public:
    Parts(const View& view, Candidates& out) : view_(view), out_(out) {}

    void find() {
        for (std::uint32_t i = 0; i + 2 < view_.size(); ++i) {
            if (!view_.is_word(i) || !is_part_noun(view_, i)) continue;
            std::uint32_t colon = i + 1;
            if (!view_.same_sentence(i, colon) || !view_.is_mark(colon, ":")) continue;
            listed(colon + 1);
        }
    }

private:
    void listed(std::uint32_t i) {
        Candidates found;
        const std::uint32_t sentence = view_.tokens[i - 1].sentence;
        while (view_.has(i) && view_.tokens[i].sentence == sentence && found.size() < kParts) {
            const std::uint32_t end = part_end(i, sentence);
            if (end == i || end - i > kPartWords) return;
            found.push_back(part(i, end));
            trim_quotes(found.back());
            i = end;
            while (view_.has(i) && is_between(i)) ++i;
            if (view_.is_mark(i, ".") || view_.is_mark(i, "!")) break;
        }
        if (found.size() < 2) return;
        for (const Candidate& one : found) again(one, i);
        for (Candidate& one : found) out_.push_back(std::move(one));
    }

    /// "der akademische Austausch" where "Akademischer Austausch" was listed: a part with its adjective bent.
    void again(const Candidate& one, std::uint32_t from) {
        constexpr std::size_t kStem = 5;
        if (one.end - one.first != 2 || view_.tokens[one.first].key.size() < kStem) return;
        const Key& noun = view_.tokens[one.first + 1].key;
        const std::string_view stem =
            std::string_view(view_.tokens[one.first].key).substr(0, view_.tokens[one.first].key.size() - 2);
        for (std::uint32_t i = from; i + 1 < view_.size(); ++i) {
            if (!view_.is_word(i) || !view_.has_key(i + 1, noun) || !view_.tokens[i].key.starts_with(stem))
                continue;
            Candidate made = part(i, i + 2);
            made.name = tidy(view_.written(one.first, one.end));
            out_.push_back(std::move(made));
        }
    }

    [[nodiscard]] bool is_between(std::uint32_t i) const {
        return view_.is_mark(i, ",") || view_.is_mark(i, ";") || is_and(i) || view_.is(i, WordClass::Article);
    }
    [[nodiscard]] bool is_and(std::uint32_t i) const {
        return view_.has_key(i, "und") || view_.has_key(i, "and") || view_.has_key(i, "et") ||
               view_.has_key(i, "sowie");
    }
    /// Up to the next comma or "and" before a capital.
    [[nodiscard]] std::uint32_t part_end(std::uint32_t i, std::uint32_t sentence) const {
        std::uint32_t end = i;
        while (view_.has(end) && view_.tokens[end].sentence == sentence) {
            if (view_.tokens[end].kind == TokenKind::Mark && !view_.is_mark(end, "-") &&
                !view_.is_mark(end, "&"))
                break;
            if (is_and(end) && end > i) break;
            ++end;
        }
        return end;
    }
    void trim_quotes(Candidate& one) const {
        while (one.first + 1 < one.end && view_.tokens[one.first].kind == TokenKind::QuoteOpen) ++one.first;
        while (one.end > one.first + 1 && view_.tokens[one.end - 1].kind == TokenKind::QuoteClose) --one.end;
        one.name_first = one.first;
        one.name_end = one.end;
    }
    [[nodiscard]] static Candidate part(std::uint32_t first, std::uint32_t end) {
        Candidate made;
        made.first = made.name_first = first;
        made.end = made.name_end = end;
        made.kind = EntityKind::Project;
        made.kind_told = true;
        made.confidence = 0.85;
        made.weight = kPartWeight;
        made.rule = "listed-part";
        return made;
    }

    const View& view_;
    Candidates& out_;
};

bool can_hold(const Candidate& name) {
    const bool is_titled = name.kind == EntityKind::Project || name.kind == EntityKind::Programme ||
                           name.kind == EntityKind::Event;
    return is_titled && name.end - name.first >= kTelling && name.identity.of != Identity::Of::Lexicon;
}

/// "Photoniknetzwerk A": the noun before the name tells the field of the body; its name alone does not.
bool tells_field(const Candidate& name, const Candidate& topic) {
    const bool is_body = name.kind != EntityKind::Project && name.kind != EntityKind::Programme &&
                         name.kind != EntityKind::Event && name.kind != EntityKind::Agreement &&
                         name.kind != EntityKind::Person && name.kind != EntityKind::Place &&
                         name.kind != EntityKind::Topic && name.kind != EntityKind::PublicBody;
    const bool is_compound =
        std::string_view(topic.rule) == "in-compound" || std::string_view(topic.rule) == "field-compound";
    return is_body && (is_compound ? topic.end <= name.name_first : topic.end < name.name_first);
}

/// "Silicon Muster": called after the valley, not after the element.
bool is_only_called_so(const View& view, const Candidate& topic) {
    return view.has_key(topic.first, "silicon") && topic.end == topic.first + 1;
}

/// "Muster Hydrogen Cluster", "Energiegipfel": what the name of a cluster or a short title holds is its topic
/// when the text speaks of that topic outside the name as well.
bool is_spoken_of(const View& view, const Candidate& name, const Candidate& topic, const Candidates& names) {
    const bool is_one = name.kind == EntityKind::Cluster || name.kind == EntityKind::Event ||
                        name.kind == EntityKind::Project;
    if (!is_one || name.identity.of == Identity::Of::Lexicon || topic.identity.of != Identity::Of::Topic ||
        is_only_called_so(view, topic))
        return false;
    return std::ranges::any_of(names, [&](const Candidate& other) {
        return other.kind == EntityKind::Topic && other.identity == topic.identity;
    });
}

}  // namespace

void find_parts(const View& view, Candidates& out) {
    Parts(view, out).find();
}

Candidates topics_inside(const View& view, const Candidates& all, const Candidates& names) {
    std::vector<const Candidate*> topics;
    for (const Candidate& one : all) {
        if (one.kind == EntityKind::Topic) topics.push_back(&one);
    }
    std::ranges::stable_sort(topics, {}, &Candidate::first);
    Candidates inside;
    for (const Candidate& name : names) {
        for (auto topic = std::ranges::lower_bound(topics, name.first, {}, &Candidate::first);
             topic != topics.end() && (*topic)->first < name.end; ++topic) {
            const bool is_part =
                (*topic)->end <= name.end && (*topic)->end - (*topic)->first < name.end - name.first;
            if (!is_part || is_only_called_so(view, **topic)) continue;
            if ((!can_hold(name) && !tells_field(name, **topic) && !is_spoken_of(view, name, **topic, names)))
                continue;
            inside.push_back(**topic);
            inside.back().within_name = true;
        }
    }
    return chosen(view, std::move(inside));
}

}  // namespace kontor::press
