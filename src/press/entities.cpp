// SPDX-License-Identifier: EUPL-1.2
#include "press/entities.hpp"

#include <algorithm>
#include <unordered_set>

#include "press/candidates.hpp"
#include "press/context.hpp"
#include "press/date_spans.hpp"
#include "press/firm_names.hpp"
#include "press/gathering.hpp"
#include "press/languages.hpp"
#include "press/lists.hpp"
#include "press/name_kinds.hpp"
#include "press/project_names.hpp"
#include "press/quantities.hpp"

namespace kontor::press {

struct EntityFinder::State {
    const Lexicon* lexicon = nullptr;
    KnownNames known = {};
    NameLists lists = {};
    NameTrie refused = {};
};

EntityFinder::EntityFinder(const Lexicon& lexicon, const KnownNames& known) {
    auto state = std::make_unique<State>();
    state->lexicon = &lexicon;
    state->known = known;
    for (std::uint32_t i = 0; i < state->known.names.size(); ++i) {
        for (const std::string& name : state->known.names[i].names) state->lists.known.add(name, i);
    }
    for (std::uint32_t i = 0; i < lexicon.names().size(); ++i) {
        for (const std::string& form : lexicon.names()[i].forms) state->lists.lexicon.add(form, i);
    }
    for (const std::string& name : known.refused) state->refused.add(name, 0);
    state->lists.names = &state->known;
    state_ = std::move(state);
}

EntityFinder::~EntityFinder() = default;
EntityFinder::EntityFinder(EntityFinder&&) noexcept = default;
EntityFinder& EntityFinder::operator=(EntityFinder&&) noexcept = default;

namespace {

/// Whether the first word of a body's name may stand for it: a capitalised word that means nothing else.
bool is_short_form(const View& view, const Candidate& one) {
    constexpr std::size_t kLetters = 5;
    if (!is_organisation(one.kind) || one.kind == EntityKind::PublicBody ||
        one.kind == EntityKind::University)
        return false;
    if (one.name_end < one.name_first + 2 || one.identity.of == Identity::Of::Lexicon) return false;
    const Token& token = view.tokens[one.name_first];
    if (token.kind != TokenKind::Word || token.writing == Writing::Lower || token.key.size() < kLetters)
        return false;
    const std::size_t hyphen = token.key.find('-');  // "Rurtal-Institut für …"
    if (hyphen != std::string::npos && hyphen > 2 && view.language == Language::German) return true;
    const bool is_plain = view.words[one.name_first].classes == 0 &&
                          !view.lexicon->adjective(token.key).has_value() &&
                          !view.lexicon->noun(token.key).is(WordClass::Noun);
    return is_plain && view.lexicon->topics().matches(view.written(one.name_first)).empty();
}

/// No article or adjective before it, no capital behind it.
bool stands_alone(const View& view, std::uint32_t i) {
    if (i > 0 && view.same_sentence(i - 1, i) &&
        (view.is(i - 1, WordClass::Article) ||
         (view.tokens[i - 1].writing == Writing::Lower && !view.is_small(i - 1) && view.is_word(i - 1) &&
          (view.tokens[i - 1].key.ends_with("en") || view.tokens[i - 1].key.ends_with('e')))))
        return false;
    return !view.is_capital(i + 1) || !view.same_sentence(i, i + 1);
}

/// Names that were found once are found everywhere, also where nothing speaks for them.
void find_again(const View& view, const Candidates& kept, Candidates& out) {
    NameTrie names(NameTrie::Holds::Few);
    for (std::uint32_t i = 0; i < kept.size(); ++i) {
        const Candidate& one = kept[i];
        const bool is_told_place = std::string_view(one.rule) == "told-place";
        if ((one.kind == EntityKind::Place && !is_told_place) || one.kind == EntityKind::Topic ||
            one.confidence < 0.6)
            continue;
        if (std::string_view(one.rule) == "compound") continue;
        std::uint32_t end = one.name_end;
        names.add(view, one.name_first, end, i);
        while (end > one.name_first + 1 && view.is(end - 1, WordClass::LegalForm)) --end;
        if (end != one.name_end) names.add(view, one.name_first, end, i);
        if (one.kind == EntityKind::Person && end - one.name_first > 1) names.add(view, end - 1, end, i);
        if (is_short_form(view, one)) names.add(view, one.name_first, one.name_first + 1, i);
    }
    for (std::uint32_t i = 0; i < view.size(); ++i) {
        if (view.tokens[i].kind != TokenKind::Word) continue;
        const NameTrie::Match match = names.longest(view, i);
        if (!match) continue;
        const Candidate& one = kept[match.payload];
        const bool is_short =
            match.end == i + 1 && one.name_end > one.name_first + 1 && is_short_form(view, one);
        if (is_short && view.language == Language::German && !stands_alone(view, i)) continue;
        Candidate made;
        made.first = made.name_first = i;
        made.end = made.name_end = match.end;
        made.kind = one.kind;
        made.kind_told = one.kind_told;
        made.identity = one.identity;
        made.country = one.country;
        made.confidence = one.confidence - 0.1;
        // A whole name of somebody goes before the run of capitals that it is.
        const bool is_whole_name = one.kind == EntityKind::Person && match.end >= i + 2;
        // "Muster Alentejo" goes before the place within it, a person's last name before a name of nobody.
        made.weight = is_whole_name                                     ? 63
                      : match.end >= i + 2 && is_organisation(one.kind) ? 52
                      : one.kind == EntityKind::Person                  ? 46
                                                                        : 44;
        made.rule = "again";
        made.alias_of = static_cast<std::int32_t>(match.payload);
        out.push_back(std::move(made));
        i = match.end - 1;
    }
}

/// "ABOUT MUSTER", "Projektpartnern Muster": the first word leads to the name.
void trim_first_words(const View& view, Candidates& candidates) {
    std::unordered_set<std::string> names;
    for (const Candidate& one : candidates) names.insert(joined_key(view, one.name_first, one.name_end));
    for (Candidate& one : candidates) {
        if (one.name_end < one.name_first + 2 || one.kind == EntityKind::Topic ||
            one.kind == EntityKind::Place)
            continue;
        const Key& last = view.tokens[one.end - 1].key;
        const bool of_place = one.name_end == one.name_first + 2 &&
                              view.lexicon->is_place(view.tokens[one.name_first].key);  // "Berlin Partner"
        if (view.language == Language::German && one.name_end == one.end && !of_place &&
            (last == "mitglied" || last == "mitglieder" || last == "partner")) {
            --one.end;
            --one.name_end;
            if (one.name_end < one.name_first + 2) continue;
        }
        const Key& key = view.tokens[one.first].key;
        const bool is_heading = view.begins_sentence(one.first) && (key == "about" || key == "uber");
        const bool is_role = key.ends_with("partnern") || key == "partner" || key == "partners" ||
                             key.ends_with("mitgliedern") || key.ends_with("mitglied");
        // "Ten Muster Alliance clusters": the alliance is named without the number elsewhere.
        const bool is_count = view.is(one.first, WordClass::NumberWord) && one.name_first == one.first &&
                              names.contains(joined_key(view, one.name_first + 1, one.name_end));
        if ((!is_heading && !is_role && !is_count) || one.name_first != one.first) continue;
        ++one.first;
        ++one.name_first;
    }
}

/// What is a body elsewhere in the text is no person in the line of contact.
void erase_bodies_as_people(const View& view, Candidates& candidates) {
    std::unordered_set<std::string> bodies;
    for (const Candidate& one : candidates) {
        if (is_organisation(one.kind)) bodies.insert(joined_key(view, one.name_first, one.name_end));
    }
    std::erase_if(candidates, [&](const Candidate& one) {
        if (one.kind != EntityKind::Person || one.identity.of == Identity::Of::Known) return false;
        const std::string_view rule = one.rule;
        return rule.find("title") == std::string_view::npos &&
               rule.find("first-name") == std::string_view::npos &&
               bodies.contains(joined_key(view, one.name_first, one.name_end));
    });
}

/// A word with a capital only because a sentence begins with it is no name by that.
void erase_first_words(const View& view, Candidates& candidates) {
    std::unordered_set<std::string_view> elsewhere;  // capitalised words within sentences
    for (std::uint32_t i = 0; i < view.size(); ++i) {
        if (view.is_capital(i) && !view.begins_sentence(i)) elsewhere.insert(view.tokens[i].key);
    }
    std::erase_if(candidates, [&](const Candidate& one) {
        const bool is_first = one.end == one.first + 1 && std::string_view(one.rule) == "single-word" &&
                              view.tokens[one.first].writing == Writing::Capital && !one.kind_told &&
                              view.begins_sentence(one.first);
        // "trois projets : A (…), B et C": the first of a list that is announced.
        const bool is_listed = view.language != Language::German && one.first > 0 &&
                               view.is_mark(one.first - 1, ":") &&
                               (view.is_mark(one.end, ",") ||
                                (view.has(one.end) && view.tokens[one.end].kind == TokenKind::BracketOpen));
        return is_first && !is_listed && !elsewhere.contains(view.tokens[one.first].key);
    });
}

// Days, counts, sums of money and phases, which names are told by.
void read_measures(const View& view, Findings& findings) {
    const WrittenDates dates(view);
    findings.dates = dates.resolved(findings.published);
    if (!findings.published.known()) {
        findings.published = stated_publication(view, findings.dates);
        if (findings.published.known()) findings.dates = dates.resolved(findings.published);
    }
    findings.counts = counts_in(view);
    // "ab Januar 2019 Partner" counts no partners.
    std::erase_if(findings.counts, [&](const CountSpan& count) {
        return std::any_of(findings.dates.begin(), findings.dates.end(), [&](const DateSpan& date) {
            return count.first >= date.first && count.first < date.end;
        });
    });
    findings.money = money_in(view);
    findings.phases = phases_in(view);
}

// Everything that may be a name; several may cover the same words.
Candidates candidates_in(const View& view, const PressText& item, const NameLists& lists,
                         const std::vector<DateSpan>& dates) {
    Candidates candidates;
    find_listed(view, lists, candidates);
    find_publisher(view, item.publisher, candidates);
    find_quoted(view, candidates);
    find_people(view, candidates);
    find_told_places(view, dates, candidates);
    find_topics(view, candidates);
    find_told_topics(view, candidates);
    find_told_purposes(view, candidates);
    find_told_fields(view, candidates);
    find_described_agreements(view, candidates);
    find_described_projects(view, candidates);
    find_field_clusters(view, candidates);
    find_parts(view, candidates);
    find_formed(view, candidates);
    erase_first_words(view, candidates);
    trim_first_words(view, candidates);
    erase_bodies_as_people(view, candidates);
    erase_firms_like_people(view, candidates);
    return candidates;
}

// The names that stand: of those that overlap the better one, found again wherever they recur, with the kind
// that the item tells of them.
Candidates names_of(const View& view, Candidates& candidates) {
    Candidates kept = chosen(view, candidates);
    spread_kinds(view, kept);
    find_again(view, kept, candidates);
    kept = chosen(view, candidates);
    spread_kinds(view, kept);
    tell_funded_projects(view, kept);
    tell_projects(view, kept);
    name_the_cluster(view, kept);
    tell_listed_bodies(view, kept);
    return kept;
}

}  // namespace

Findings EntityFinder::find(const PressText& item) const {
    Findings findings;
    findings.text = text_as_read(item);
    TokenizedText tokens = tokenized(findings.text);
    const TextLanguage language = language_of(findings.text, tokens.tokens, item.language);
    findings.language = language.code;
    findings.language_read = language.read.has_value();
    findings.published = item.published;
    if (!language.read) {
        findings.tokens = std::move(tokens.tokens);
        findings.sentences = std::move(tokens.sentences);
        return findings;
    }
    View view = viewed(*state_->lexicon, findings.text, std::move(tokens), *language.read);
    read_measures(view, findings);
    Candidates candidates = candidates_in(view, item, state_->lists, findings.dates);
    std::erase_if(candidates, [&](const Candidate& one) {
        const NameTrie::Match match = state_->refused.longest(view, one.first);
        return match && match.end == one.end;
    });
    Candidates kept = names_of(view, candidates);
    Candidates inside = topics_inside(view, candidates, kept);
    std::move(inside.begin(), inside.end(), std::back_inserter(kept));
    std::ranges::stable_sort(kept, {}, &Candidate::first);
    gather(view, state_->lists, std::move(kept), findings);
    add_references(view, findings);
    add_speakers(view, findings);
    findings.tokens = std::move(view.tokens);
    findings.sentences = std::move(view.sentences);
    return findings;
}

}  // namespace kontor::press
