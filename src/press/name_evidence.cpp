// SPDX-License-Identifier: EUPL-1.2
#include "press/name_evidence.hpp"

#include <array>
#include <string>
#include <string_view>

#include "press/context.hpp"
#include "press/name_signs.hpp"
#include "press/one_of.hpp"

namespace kontor::press {

SmallWords small_words(const View& view) {
    SmallWords lower;
    for (const Token& token : view.tokens) {
        if (token.kind == TokenKind::Word && token.writing == Writing::Lower) ++lower[token.key];
    }
    return lower;
}

bool is_german_word(const View& view, std::uint32_t i) {
    // The vocabulary's words are in three languages; these English ones open names in German texts.
    static constexpr auto kEnglish = std::to_array<std::string_view>(
        {"advanced",   "aerospace",   "african",       "alpine",        "american",    "automotive",
         "baltic",     "biotech",     "british",       "business",      "centre",      "circular",
         "clean",      "cluster",     "clusters",      "composite",     "creative",    "cyber",
         "danish",     "danube",      "design",        "dutch",         "economy",     "electronics",
         "energy",     "engineering", "european",      "finnish",       "food",        "french",
         "furniture",  "future",      "german",        "global",        "green",       "health",
         "healthcare", "hydrogen",    "industry",      "international", "italian",     "knowledge",
         "life",       "logistics",   "manufacturing", "maritime",      "materials",   "medical",
         "mobility",   "national",    "nordic",        "ocean",         "packaging",   "photonics",
         "plastics",   "polish",      "printing",      "processing",    "rail",        "regional",
         "research",   "science",     "sciences",      "security",      "smart",       "space",
         "spanish",    "sports",      "strategic",     "supply",        "sustainable", "swedish",
         "swiss",      "textile",     "transport",     "united",        "urban",       "valley",
         "water",      "wood",        "world"});
    if (is_one_of<kEnglish>(view.tokens[i].key)) return false;
    return view.lexicon->is_compound_part(view.tokens[i].key) || has_noun_ending(view.tokens[i].key);
}

bool is_foreign_body(const View& view, std::uint32_t first, std::uint32_t end) {
    static constexpr auto kNations = std::to_array<std::string_view>(
        {"austrian",  "belgian", "british",    "canadian", "catalan",   "chinese", "croatian", "czech",
         "danish",    "dutch",   "estonian",   "finnish",  "flemish",   "french",  "german",   "greek",
         "hungarian", "irish",   "israeli",    "italian",  "japanese",  "korean",  "latvian",  "lithuanian",
         "norwegian", "polish",  "portuguese", "romanian", "scottish",  "serbian", "slovak",   "slovenian",
         "spanish",   "swedish", "swiss",      "turkish",  "ukrainian", "welsh"});
    if (view.language == Language::English || end != first + 2 ||
        !is_one_of<kNations>(view.tokens[first].key) ||
        view.sentences[view.tokens[first].sentence].kind != SentenceKind::Running)
        return false;
    return view.is_capital(end - 1) && !is_german_word(view, end - 1);
}

bool is_gone_to(const View& view, std::uint32_t first) {
    return view.language == Language::German && first >= 2 && view.same_sentence(first - 2, first) &&
           view.has_key(first - 1, "der") && view.has_key(first - 2, "auf");
}

namespace {

/// "MUSTER GREEN" amid words that are not: two words in capitals are a name, whatever they mean.
bool is_one_of_capitals(const View& view, std::uint32_t i) {
    constexpr std::size_t kLetters = 5;
    const auto is_loud = [&](std::uint32_t at) {
        return view.same_sentence(i, at) && view.tokens[at].writing == Writing::Capitals &&
               view.tokens[at].key.size() >= kLetters;
    };
    if (!is_loud(i) || view.sentences[view.tokens[i].sentence].kind != SentenceKind::Running) return false;
    const bool has_next = is_loud(i + 1) && !is_loud(i + 2) && !(i > 0 && is_loud(i - 1));
    const bool has_last = i > 0 && is_loud(i - 1) && !is_loud(i + 1) && !(i > 1 && is_loud(i - 2));
    return has_next || has_last;
}

}  // namespace

bool is_ordinary_word(const View& view, const SmallWords& lower, std::uint32_t i) {
    if (view.tokens[i].key.find('\'') != std::string::npos) return false;
    if (view.lexicon->adjective(view.tokens[i].key) && view.language == Language::German) return true;
    if (view.language == Language::German && is_compound_of_name(view, i)) return true;
    if (view.language == Language::English && is_english_compound(view.tokens[i].key)) return true;
    if (is_one_of_capitals(view, i)) return false;
    if (view.is_striking(i)) return view.is(i, WordClass::Ordinary) || is_roman(view.written(i));
    const WordEntry& entry = view.words[i];
    if (entry.is(WordClass::FirstName) || (entry.is(WordClass::NameHint) && !entry.is(WordClass::Noun)))
        return false;
    if (entry.classes != 0 && !view.is_striking(i)) return true;
    if (lower.contains(view.tokens[i].key)) return true;
    return view.language == Language::German &&
           (view.lexicon->is_ordinary(view.tokens[i].key) || has_noun_ending(view.tokens[i].key));
}

constexpr auto kLeads =
    std::to_array<std::string_view>({"dont", "comme", "notamment", "enfin", "parmi", "namely", "including"});

/// "Xenium, Ypsilo and Zeta …": another name after a comma or "and".
bool Evidence::opens_list(std::uint32_t next) const {
    const bool joint = view_.is_mark(next, ",") || view_.is(next, WordClass::Conjunction);
    return joint && view_.same_sentence(next - 1, next + 1) && view_.is_capital(next + 1) &&
           !view_.is_small(next + 1) && !is_ordinary_word(view_, lower_, next + 1) &&
           !runs_.is_place(next + 1);
}

/// "Firmen wie A, B und C", "mit den Clustern A, B und C", "darunter A": what a list of somebodies holds.
bool Evidence::is_in_announced_list(std::uint32_t i) const {
    constexpr std::uint32_t kBack = 24;
    static constexpr auto kSaid =
        std::to_array<std::string_view>({"wie", "darunter", "namlich", "namentlich", "etwa"});
    for (std::uint32_t back = 1; back <= kBack && back <= i; ++back) {
        const std::uint32_t at = i - back;
        if (!view_.same_sentence(at, i)) return false;
        if (is_one_of<kSaid>(view_.tokens[at].key)) return true;
        const bool is_noun =
            view_.is(at, WordClass::Noun) && view_.is(at, WordClass::Counted) &&
            (is_organisation(view_.words[at].kind) || view_.words[at].kind == EntityKind::Project);
        if (is_noun) return true;
        const bool listed = view_.is_capital(at) || view_.is_mark(at, ",") || view_.is_mark(at, "&") ||
                            view_.is(at, WordClass::Conjunction);
        if (!listed) return false;
    }
    return false;
}

/// "trois projets européens : A (…), B": the first of a list that a noun of many announces.
bool Evidence::is_behind_colon(std::uint32_t i) const {
    constexpr std::uint32_t kBack = 14;
    if (i < 2 || !view_.is_mark(i - 1, ":") || view_.is_small(i)) return false;
    for (std::uint32_t at = i - 1; at > 0 && at + kBack > i && view_.same_sentence(at - 1, i); --at) {
        if (view_.is(at - 1, WordClass::Noun) && view_.is(at - 1, WordClass::Counted)) return true;
    }
    return false;
}

/// "FH Musterstadt, Musterion, University of Muster": between the commas of a list that has begun with names.
bool Evidence::is_amid_names(std::uint32_t i) const {
    const bool goes_on = view_.is_mark(i + 1, ",") || view_.is(i + 1, WordClass::Conjunction);
    return i > 0 && last_end_ != 0 && last_end_ == i - 1 && view_.is_mark(i - 1, ",") && goes_on &&
           view_.same_sentence(i, i + 2) && view_.is_capital(i + 2) && !view_.is_small(i + 2);
}

/// "coordinateur Muster": what a body is in a project.
bool Evidence::leads_partner(std::uint32_t i) const {
    static constexpr auto kPartners =
        std::to_array<std::string_view>({"coordinateur", "coordinator", "partenaire"});
    return view_.tokens[i].writing == Writing::Lower && is_one_of<kPartners>(view_.tokens[i].key);
}

/// "le breton Muster", "au francilien Muster": no list knows the word behind the adjective.
bool Evidence::is_of_land(std::uint32_t i) const {
    return view_.language == Language::French && i >= 2 && view_.tokens[i - 1].writing == Writing::Lower &&
           view_.lexicon->adjective(view_.tokens[i - 1].key) && view_.words[i].classes == 0 &&
           view_.is(i - 2, WordClass::Article);
}

/// "un représentant du Muster", "président du Muster".
bool Evidence::is_of_role(std::uint32_t i) const {
    static constexpr auto kOf = std::to_array<std::string_view>(
        {"representant", "representante", "representants", "membre", "membres", "adherent", "adherents"});
    return i >= 2 && view_.has_key(i - 1, "du") && view_.words[i].classes == 0 &&
           (view_.is(i - 2, WordClass::Role) || is_one_of<kOf>(view_.tokens[i - 2].key));
}

/// "Musterpole", "Musterbiopôle".
bool Evidence::is_named_pole(std::uint32_t i) const {
    constexpr std::size_t kLetters = 8;
    const Key& key = view_.tokens[i].key;
    return key.size() >= kLetters && key.ends_with("pole") && !key.ends_with("metropole") &&
           view_.words[i].classes == 0;
}

double Evidence::of(const Candidate& made, bool after_ordinary) const {
    const std::uint32_t i = made.first;
    double score = 0;
    const std::size_t bytes = view_.written(i).size();
    if (view_.is_striking(i)) score += bytes >= 3 ? 2 : 1;
    const bool dashed = i > 0 && (view_.is_mark(i - 1, "–") || view_.is_mark(i - 1, "—"));
    const bool opens = dashed || view_.begins_sentence(i);
    const bool german = view_.language == Language::German;
    if (opens && !view_.is_striking(i) && is_participle(view_, i)) return 0;
    if (!german && !view_.is_striking(i) && !opens) score += 1.5;
    const bool apposed = made.kind_told && !kind_before(view_, i) && german && !view_.is_striking(i);
    if (made.kind_told) score += apposed ? 1 : 2;
    if (i > 0 && i - 1 == last_end_ && last_end_ != 0 &&
        (view_.is(i - 1, WordClass::Conjunction) || view_.is_mark(i - 1, ",")))
        score += 1.5;
    if (german && !view_.is_striking(i) && is_amid_names(i)) score += 0.5;
    if (!german && !opens && i > 0) {
        if (is_of_land(i) || leads_partner(i - 1)) score += 1;
        if (is_named_pole(i)) score += 1;
        const bool prepared = view_.is(i - 1, WordClass::Preposition) || is_of_role(i) ||
                              is_one_of<kLeads>(view_.tokens[i - 1].key) ||
                              (view_.is_mark(i - 1, ",") || view_.is_mark(i + 1, ","));
        const bool second =
            i >= 2 && view_.is(i - 1, WordClass::Conjunction) &&
            ((view_.is_capital(i - 2) && !view_.is_small(i - 2)) || view_.is_mark(i - 2, ",") ||
             view_.tokens[i - 2].kind == TokenKind::BracketClose);
        if (prepared || second) score += 0.5;
    }
    const std::uint32_t next = made.end;
    const bool follows = view_.same_sentence(i, next);
    if (follows && view_.is(next, WordClass::NameVerb) && !view_.is_capital(next) && !has_article(view_, i) &&
        !after_ordinary)
        score += german ? 1.5 : 2;
    if (follows && view_.tokens[next].kind == TokenKind::BracketOpen && runs_.is_place(next + 1)) score += 2;
    if (follows && (view_.has_key(next, "aus") || view_.has_key(next, "from")) && runs_.is_place(next + 1))
        score += 2;
    // "Muster aus Unbekannt": whence somebody comes need not be known.
    if (follows && view_.has_key(next, "aus") && !runs_.is_place(next + 1) && view_.is_capital(next + 1) &&
        view_.words[next + 1].classes == 0 && !is_ordinary_word(view_, lower_, next + 1))
        score += 1;
    if (german && !view_.is_striking(i)) {
        if (has_article(view_, i)) score -= 1.5;
        const std::uint32_t before = i == 0 ? i : i - 1;
        const bool prepared =
            i > 0 && !opens &&
            (view_.is(before, WordClass::Preposition) || view_.is(before, WordClass::Conjunction)) &&
            !after_ordinary;
        if (prepared) score += 1;
        if (std::string_view(view_.tokens[i].key).ends_with("en")) score -= 1;
        if (!has_article(view_, i) && is_in_announced_list(i)) score += 1;
    }
    if (view_.has_key(next, "'s")) score += 1.5;
    if (i > 0 && view_.has_key(i - 1, "'s")) score += 1;
    if (opens && !german && !view_.is_striking(i) && (opens_list(next) || is_behind_colon(i))) score += 2;
    if (view_.is(i, WordClass::FirstName)) score -= 1;
    const auto lower = lower_.find(view_.tokens[i].key);
    if (lower != lower_.end() && !view_.is_striking(i)) score -= 3;
    return score;
}

}  // namespace kontor::press
