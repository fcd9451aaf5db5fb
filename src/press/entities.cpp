// SPDX-License-Identifier: EUPL-1.2
#include "press/entities.hpp"

#include <algorithm>

#include "press/candidates.hpp"
#include "press/context.hpp"
#include "press/date_spans.hpp"
#include "press/gathering.hpp"
#include "press/languages.hpp"
#include "press/lists.hpp"
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

/// Names that were found once are found everywhere, also where nothing speaks for them.
void find_again(const View& view, const Candidates& kept, Candidates& out) {
    NameTrie names;
    for (std::uint32_t i = 0; i < kept.size(); ++i) {
        const Candidate& one = kept[i];
        if (one.kind == EntityKind::Place || one.kind == EntityKind::Topic || one.confidence < 0.6) continue;
        if (std::string_view(one.rule) == "compound") continue;
        std::uint32_t end = one.name_end;
        names.add(view.written(one.name_first, end), i);
        while (end > one.name_first + 1 && view.is(end - 1, WordClass::LegalForm)) --end;
        if (end != one.name_end) names.add(view.written(one.name_first, end), i);
        if (one.kind == EntityKind::Person && end - one.name_first > 1) names.add(view.written(end - 1), i);
    }
    for (std::uint32_t i = 0; i < view.size(); ++i) {
        if (view.tokens[i].kind != TokenKind::Word) continue;
        const NameTrie::Match match = names.longest(view, i);
        if (!match) continue;
        const Candidate& one = kept[match.payload];
        Candidate made;
        made.first = made.name_first = i;
        made.end = made.name_end = match.end;
        made.kind = one.kind;
        made.kind_told = one.kind_told;
        made.identity = one.identity;
        made.country = one.country;
        made.confidence = one.confidence - 0.1;
        made.weight = 44;
        made.rule = "again";
        made.alias_of = static_cast<std::int32_t>(match.payload);
        out.push_back(std::move(made));
        i = match.end - 1;
    }
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
    findings.dates = dates_in(view, findings.published);
    if (!findings.published.known()) {
        findings.published = stated_publication(view, findings.dates);
        if (findings.published.known()) findings.dates = dates_in(view, findings.published);
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

    Candidates candidates;
    find_listed(view, state_->lists, candidates);
    find_quoted(view, candidates);
    find_people(view, candidates);
    find_topics(view, candidates);
    find_formed(view, candidates);
    std::erase_if(candidates, [&](const Candidate& one) {
        const NameTrie::Match match = state_->refused.longest(view, one.first);
        return match && match.end == one.end;
    });
    Candidates kept = chosen(view, candidates);
    spread_kinds(view, kept);
    find_again(view, kept, candidates);
    kept = chosen(view, std::move(candidates));
    spread_kinds(view, kept);
    gather(view, state_->lists, std::move(kept), findings);
    add_references(view, findings);
    findings.tokens = std::move(view.tokens);
    findings.sentences = std::move(view.sentences);
    return findings;
}

}  // namespace kontor::press
