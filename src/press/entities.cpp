// SPDX-License-Identifier: EUPL-1.2
#include "press/entities.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "press/candidates.hpp"
#include "press/context.hpp"
#include "press/date_spans.hpp"
#include "press/gathering.hpp"
#include "press/labels.hpp"
#include "press/languages.hpp"
#include "press/lists.hpp"
#include "press/name_kinds.hpp"
#include "press/one_of.hpp"
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
    NameTrie names(NameTrie::Wholes::LeftOut);
    for (std::uint32_t i = 0; i < kept.size(); ++i) {
        const Candidate& one = kept[i];
        const bool is_told_place = std::string_view(one.rule) == "told-place";
        if ((one.kind == EntityKind::Place && !is_told_place) || one.kind == EntityKind::Topic ||
            one.confidence < 0.6)
            continue;
        if (std::string_view(one.rule) == "compound") continue;
        std::uint32_t end = one.name_end;
        names.add(view.written(one.name_first, end), i);
        while (end > one.name_first + 1 && view.is(end - 1, WordClass::LegalForm)) --end;
        if (end != one.name_end) names.add(view.written(one.name_first, end), i);
        if (one.kind == EntityKind::Person && end - one.name_first > 1) names.add(view.written(end - 1), i);
        if (is_short_form(view, one)) names.add(view.written(one.name_first), i);
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
        // "Muster Alentejo" goes before the place within it.
        made.weight = is_whole_name ? 63 : match.end >= i + 2 && is_organisation(one.kind) ? 52 : 44;
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

/// Whether a name is written in capitals alone, long enough to be no body's abbreviation.
bool is_acronym_name(const View& view, const Candidate& one) {
    constexpr std::size_t kLetters = 6;
    if (!is_organisation(one.kind) || one.kind_told || one.identity.of != Identity::Of::None ||
        one.end > one.first + 3)
        return false;
    std::size_t letters = 0;
    for (std::uint32_t i = one.first; i < one.end; ++i) {
        if (view.tokens[i].kind == TokenKind::Number) continue;
        if (view.tokens[i].writing != Writing::Capitals) return false;
        if (view.tokens[i].key.find('.') != std::string::npos) return false;  // "MUSTER.LAND"
        letters += view.tokens[i].key.size();
    }
    return letters >= kLetters &&
           view.sentences[view.tokens[one.first].sentence].kind == SentenceKind::Running;
}

/// In a text about projects a name in capitals alone is a project, unless it does what only bodies do.
void take_acronyms_for_projects(const View& view, Candidates& kept) {
    bool speaks_of_projects = false;
    for (std::uint32_t i = 0; i < view.size() && !speaks_of_projects; ++i)
        speaks_of_projects =
            view.is(i, WordClass::Reference) && view.words[i].reference == EntityKind::Project;
    if (!speaks_of_projects) return;
    std::unordered_set<std::string> projects;
    std::unordered_set<std::string> bodies;
    for (const Candidate& one : kept) {
        if (!is_acronym_name(view, one)) continue;
        const bool acts = view.same_sentence(one.first, one.end) && view.is(one.end, WordClass::NameVerb) &&
                          !view.is_small(one.end) && !project_signs(view, one.first, one.end);
        const bool by =
            one.first > 0 && (view.has_key(one.first - 1, "by") || view.has_key(one.first - 1, "par") ||
                              view.has_key(one.first - 1, "von"));
        const bool is_body = acts || by || has_origin(view, one.first, one.end);
        (is_body ? bodies : projects).insert(joined_key(view, one.first, one.end));
    }
    for (Candidate& one : kept) {
        const std::string key = joined_key(view, one.first, one.end);
        if (!is_organisation(one.kind) || one.kind_told || !projects.contains(key) || bodies.contains(key))
            continue;
        one.kind = EntityKind::Project;
        one.kind_told = true;
    }
}

/// A text that speaks of "the project" without naming one means its most frequent lone acronym.
void name_the_project(const View& view, Candidates& kept) {
    bool speaks_of_one = false;
    for (std::uint32_t i = 1; i < view.size() && !speaks_of_one; ++i)
        speaks_of_one = view.is(i, WordClass::Reference) && view.words[i].reference == EntityKind::Project &&
                        !is_plural_project(view, i);
    const bool has_one =
        std::ranges::any_of(kept, [](const Candidate& one) { return one.kind == EntityKind::Project; });
    if (!speaks_of_one || has_one) return;
    constexpr std::size_t kLetters = 4;
    std::map<std::string, int> mentions;
    const auto is_open = [&](const Candidate& one) {
        return is_organisation(one.kind) && !one.kind_told && one.end == one.first + 1 &&
               one.identity.of == Identity::Of::None && view.tokens[one.first].writing == Writing::Capitals &&
               view.tokens[one.first].key.size() >= kLetters;
    };
    for (const Candidate& one : kept) {
        if (is_open(one)) ++mentions[view.tokens[one.first].key];
    }
    for (std::size_t i = 1; i < kept.size(); ++i) {  // "Netzwerk Muster Licht (NML)": short for a body
        const Candidate& longer = kept[i - 1];
        const bool is_short = is_open(kept[i]) && longer.end + 1 == kept[i].first &&
                              view.tokens[longer.end].kind == TokenKind::BracketOpen;
        if (is_short && longer.kind_told && is_organisation(longer.kind))
            mentions.erase(view.tokens[kept[i].first].key);
    }
    const auto best =
        std::ranges::max_element(mentions, [](const auto& a, const auto& b) { return a.second < b.second; });
    if (best == mentions.end() || best->second < 2) return;
    for (Candidate& one : kept) {
        if (!is_open(one) || view.tokens[one.first].key != best->first) continue;
        one.kind = EntityKind::Project;
        one.kind_told = true;
    }
}

/// "X, seit 2013 von A und B koordiniert", "X, coordinated by A", "X, piloté par A".
bool is_led_by_others(const View& view, const Candidate& one) {
    constexpr std::uint32_t kWords = 12;
    static constexpr auto kLed = std::to_array<std::string_view>(
        {"koordiniert", "gefuhrt", "geleitet", "gesteuert", "getragen", "coordinated", "led", "managed",
         "run", "coordonne", "pilote", "anime", "mene", "porte"});
    static constexpr auto kBy = std::to_array<std::string_view>({"von", "vom", "durch", "by", "par"});
    const std::uint32_t said = view.is_mark(one.end, ",") ? one.end + 1 : one.end;
    bool has_agent = false;
    bool has_verb = false;
    for (std::uint32_t i = said; i < said + kWords && view.same_sentence(one.first, i); ++i) {
        const Key& key = view.tokens[i].key;
        if (view.is_mark(i, ",") || view.is_mark(i, ";")) break;
        has_agent = has_agent || is_one_of<kBy>(key);
        has_verb = has_verb || is_one_of<kLed>(key);
        const bool is_small = view.is_small(i) || view.is_capital(i) || view.is_number(i) || has_verb;
        if (!is_small && !has_agent) break;
    }
    return has_agent && has_verb;
}

/// What is called a network and is led by others is a project of theirs, when it is written as projects are.
void take_led_networks_for_projects(const View& view, Candidates& kept) {
    constexpr std::size_t kLetters = 4;
    const auto is_open = [&](const Candidate& one) {
        const bool can_be = is_organisation(one.kind) || one.kind == EntityKind::Project;
        return can_be && one.identity.of == Identity::Of::None && one.name_end == one.name_first + 1 &&
               view.tokens[one.name_first].writing == Writing::Capitals &&
               view.tokens[one.name_first].key.size() >= kLetters;
    };
    std::unordered_set<std::string_view> networks;
    std::unordered_set<std::string_view> led;
    for (const Candidate& one : kept) {
        if (!is_open(one)) continue;
        const std::string_view key = view.tokens[one.name_first].key;
        if (is_led_by_others(view, one)) led.insert(key);
        const std::string_view noun = one.name_first > 0 ? view.tokens[one.name_first - 1].key : "";
        if (noun.ends_with("netzwerk") || noun == "network" || noun == "reseau") networks.insert(key);
    }
    for (Candidate& one : kept) {
        if (!is_open(one)) continue;
        const std::string_view key = view.tokens[one.name_first].key;
        if (!networks.contains(key) || !led.contains(key)) continue;
        one.kind = EntityKind::Project;
        one.kind_told = true;
    }
}

/// How many projects a sentence speaks of by a number: "eleven projects", "les cinq premiers projets".
bool counts_projects(const View& view, const Sentence& sentence) {
    constexpr std::uint32_t kBefore = 3;
    for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
        const bool is_many = view.is(i, WordClass::Noun) && view.words[i].kind == EntityKind::Project;
        if (!is_many) continue;
        for (std::uint32_t back = 1; back <= kBefore && back + sentence.first <= i; ++back) {
            const bool is_one = view.has_key(i - back, "one") || view.has_key(i - back, "ein") ||
                                view.has_key(i - back, "un") || view.has_key(i - back, "1");
            if ((view.is(i - back, WordClass::NumberWord) || view.is_number(i - back)) && !is_one)
                return true;
        }
    }
    return false;
}

/// What makes a list one of somebodies.
bool speaks_of_bodies(const View& view, const Sentence& sentence) {
    for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
        const Key& key = view.tokens[i].key;
        for (const std::string_view stem :
             {"partner", "mitglied", "member", "membre", "koordin", "coordin", "beteilig", "particip",
              "cluster", "unternehm", "compan", "entrepris", "porte", "trag"}) {
            if (key.starts_with(stem)) return true;
        }
    }
    return false;
}

/// Several projects were announced; a list of at least three names without a kind in the next sentences are
/// those.
void name_the_announced(const View& view, Candidates& kept) {
    constexpr std::uint32_t kSentences = 8;
    constexpr std::size_t kNames = 3;
    std::uint32_t until = 0;  // sentences up to which an announcement holds
    std::size_t i = 0;
    for (std::uint32_t s = 0; s < view.sentences.size(); ++s) {
        const bool is_after = s < until;
        if (counts_projects(view, view.sentences[s])) until = s + kSentences;
        while (i < kept.size() && view.tokens[kept[i].first].sentence < s) ++i;
        std::size_t end = i;
        std::vector<std::size_t> open;
        for (; end < kept.size() && view.tokens[kept[end].first].sentence == s; ++end) {
            const Candidate& one = kept[end];
            const bool is_open = is_organisation(one.kind) && !one.kind_told &&
                                 one.identity.of == Identity::Of::None &&
                                 !has_origin(view, one.first, one.end);
            if (!is_open) continue;
            const bool is_next = open.empty() || in_one_list(view, kept[open.back()], one);
            if (!is_next && open.size() < kNames) open.clear();
            if (is_next || open.empty()) open.push_back(end);
        }
        if (!is_after || open.size() < kNames || speaks_of_bodies(view, view.sentences[s])) continue;
        for (const std::size_t one : open) {
            kept[one].kind = EntityKind::Project;
            kept[one].kind_told = true;
        }
    }
}

/// A page with labels of a project ("Projektpartner: …") is about what its first line names first.
void name_the_page(const View& view, Candidates& kept) {
    std::uint32_t labels = 0;  // sentences up to the last label
    for (std::uint32_t s = 0; s < view.sentences.size(); ++s) {
        const auto label = label_of(view.tokens, view.sentences[s]);
        if (label && label->of_project) labels = s + 1;
    }
    const bool has_one = std::ranges::any_of(kept, [&](const Candidate& one) {
        return one.kind == EntityKind::Project && view.tokens[one.first].sentence < labels;
    });
    if (has_one || labels == 0 || kept.empty()) return;
    const Candidate& first = kept.front();
    const bool can_be = view.tokens[first.first].sentence == 0 && is_organisation(first.kind) &&
                        first.identity.of == Identity::Of::None && !first.kind_told;
    if (!can_be) return;
    const std::string key = joined_key(view, first.name_first, first.name_end);
    for (Candidate& one : kept) {
        if (!is_organisation(one.kind) || joined_key(view, one.name_first, one.name_end) != key) continue;
        one.kind = EntityKind::Project;
        one.kind_told = true;
    }
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
    name_the_project(view, kept);
    name_the_page(view, kept);
    name_the_announced(view, kept);
    take_acronyms_for_projects(view, kept);
    take_led_networks_for_projects(view, kept);
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
