// SPDX-License-Identifier: EUPL-1.2
#include "press/project_names.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "press/context.hpp"
#include "press/gathering.hpp"
#include "press/labels.hpp"
#include "press/lists.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

/// "MUSTERKLASTER", "MUSTERTECH-CLUSTER": the word says what it is.
bool calls_itself_body(std::string_view key) {
    for (const std::string_view part :
         {"cluster", "klaster", "kluster", "pole", "netz", "verein", "valley", "euregio"}) {
        if (key.ends_with(part)) return true;
    }
    return false;
}

/// Whether a name is written in capitals alone, `letters_at_least` of them: too long for a body's
/// abbreviation.
bool is_acronym_name(const View& view, const Candidate& one, std::size_t letters_at_least) {
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
    return letters >= letters_at_least &&
           view.sentences[view.tokens[one.first].sentence].kind == SentenceKind::Running;
}

/// "GoMusterS3", "V4MusterPol": digits amid letters of both cases are a project's more often than a body's.
bool is_coded_name(const View& view, const Candidate& one) {
    constexpr std::size_t kBytes = 6;
    if (!is_organisation(one.kind) || one.kind_told || one.identity.of != Identity::Of::None ||
        one.end != one.first + 1 || view.tokens[one.first].kind != TokenKind::Word)
        return false;
    const std::string_view written = view.written(one.first);
    const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
    return written.size() >= kBytes && view.is_capital(one.first) &&
           written.find_first_of("0123456789") != std::string_view::npos &&
           std::ranges::count_if(written, is_lower) >= 2 &&
           view.sentences[view.tokens[one.first].sentence].kind != SentenceKind::Furniture;
}

/// "MUSTEX, partner in …", "MUSTEX, Mitglied des …".
bool is_called_party(const View& view, std::uint32_t end) {
    static constexpr auto kParties = std::to_array<std::string_view>(
        {"partner", "partnerin", "member", "mitglied", "partenaire", "membre", "coordinator", "koordinator",
         "koordinatorin", "coordinateur", "coordinatrice", "lead"});
    return view.is_mark(end, ",") && view.has(end + 1) && is_one_of<kParties>(view.tokens[end + 1].key);
}

/// A name in capitals alone is a project, unless it does what only bodies do: of seven letters and more nine
/// in ten are (of 55 in the press read for it), of six where a text speaks of projects.
void take_acronyms_for_projects(const View& view, Candidates& kept) {
    constexpr std::size_t kLetters = 6;
    constexpr std::size_t kLettersAlone = 7;
    bool speaks_of_projects = false;
    for (std::uint32_t i = 0; i < view.size() && !speaks_of_projects; ++i)
        speaks_of_projects =
            view.is(i, WordClass::Reference) && view.words[i].reference == EntityKind::Project;
    const auto can_be = [&](const Candidate& one) {
        const Key& key = view.tokens[one.first].key;
        if (is_coded_name(view, one)) return true;
        if (calls_itself_body(key)) return false;
        if (speaks_of_projects) return is_acronym_name(view, one, kLetters);
        return one.end == one.first + 1 && key.find('-') == std::string::npos &&
               is_acronym_name(view, one, kLettersAlone);
    };
    std::unordered_set<std::string> projects;
    std::unordered_set<std::string> bodies;
    const auto is_body_beside = [&](std::size_t i, std::size_t other) {
        if (other >= kept.size() || !is_organisation(kept[other].kind)) return false;
        const bool is_known = !can_be(kept[other]);
        return is_known && (i < other ? in_one_list(view, kept[i], kept[other])
                                      : in_one_list(view, kept[other], kept[i]));
    };
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const Candidate& one = kept[i];
        if (!can_be(one)) continue;
        const bool acts = view.same_sentence(one.first, one.end) && view.is(one.end, WordClass::NameVerb) &&
                          !view.is_small(one.end) && !project_signs(view, one.first, one.end);
        const bool by =
            one.first > 0 && (view.has_key(one.first - 1, "by") || view.has_key(one.first - 1, "par") ||
                              view.has_key(one.first - 1, "von"));
        const bool is_body = acts || by || is_called_party(view, one.end) ||
                             has_origin(view, one.first, one.end) || is_body_beside(i, i + 1) ||
                             (i > 0 && is_body_beside(i, i - 1));
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

bool speaks_of_the_project(const View& view) {
    for (std::uint32_t i = 1; i < view.size(); ++i) {
        if (view.is(i, WordClass::Reference) && view.words[i].reference == EntityKind::Project &&
            !is_plural_project(view, i))
            return true;
    }
    return false;
}

/// A text that speaks of "the project" without naming one means its most frequent lone acronym.
void name_the_project(const View& view, Candidates& kept) {
    const bool has_one =
        std::ranges::any_of(kept, [](const Candidate& one) { return one.kind == EntityKind::Project; });
    if (!speaks_of_the_project(view) || has_one) return;
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
        // Not the key in a conditional: that would make a copy which ends here.
        const std::string_view noun =
            one.name_first > 0 ? std::string_view(view.tokens[one.name_first - 1].key) : std::string_view();
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

/// "Fifteen projects, A, B and C among them": the list that ends so.
bool among_them(const View& view, std::uint32_t from) {
    constexpr std::uint32_t kWords = 14;
    for (std::uint32_t i = from; i < from + kWords && view.same_sentence(from - 1, i); ++i) {
        if (view.has_key(i, "among") && view.has_key(i + 1, "them")) return true;
        const bool is_listed = view.is_mark(i, ",") || view.is(i, WordClass::Conjunction) ||
                               view.is_capital(i) || view.is_number(i);
        if (!is_listed) return false;
    }
    return false;
}

/// "neuf projets … Cinq touchent à l'industrie, comme A", "19 Vorhaben: A will …; B knüpft …": of what was
/// announced an example.
void tell_example(const View& view, Candidate& one) {
    static constexpr auto kLeads = std::to_array<std::string_view>(
        {"comme", "dont", "notamment", "etwa", "wie", "darunter", "including", "like"});
    const bool is_one_of_them =  // "One of them, A, will …", "eines davon, A, …"
        one.first > 1 && view.same_sentence(one.first - 2, one.first) && view.is_mark(one.first - 1, ",") &&
        (view.has_key(one.first - 2, "them") || view.has_key(one.first - 2, "davon") ||
         view.has_key(one.first - 2, "eux"));
    const bool is_led = one.first > 0 && view.same_sentence(one.first - 1, one.first) &&
                        (is_one_of<kLeads>(view.tokens[one.first - 1].key) || is_one_of_them);
    const bool is_open = is_organisation(one.kind) && !one.kind_told &&
                         one.identity.of == Identity::Of::None && !has_origin(view, one.first, one.end);
    const bool heads_part = one.first > 0 && one.end == one.first + 1 && view.is_striking(one.first) &&
                            (view.is_mark(one.first - 1, ":") || view.is_mark(one.first - 1, ";"));
    const bool is_among = view.language == Language::English && among_them(view, one.end);
    const bool is_of_bodies = speaks_of_bodies(view, view.sentences[view.tokens[one.first].sentence]);
    if (!is_open || !(heads_part || is_among || (is_led && !is_of_bodies))) return;
    one.kind = EntityKind::Project;
    one.kind_told = true;
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
        const bool is_announced = is_after || until > s;
        for (std::size_t one = i; one < end && is_announced; ++one) tell_example(view, kept[one]);
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

/// "Muster Competence Centre (MCC): von März 2030 bis Februar 2033, bezahlt aus …": what a line is headed by,
/// when what it says befalls projects alone.
void name_the_lines_head(const View& view, Candidates& kept) {
    for (Candidate& one : kept) {
        const bool can_be =
            is_organisation(one.kind) && one.identity.of == Identity::Of::None &&
            std::string_view(one.rule) != "legal-form" && one.kind != EntityKind::University &&
            one.first == view.sentences[view.tokens[one.first].sentence].first && view.has(one.end);
        if (!can_be) continue;
        std::uint32_t end = one.end;
        if (view.tokens[end].kind == TokenKind::BracketOpen && view.tokens[end].partner != kNoToken)
            end = view.tokens[end].partner + 1;
        if (!view.same_sentence(one.first, end) || !view.is_mark(end, ":")) continue;
        if (!says_of_projects(view, end)) continue;
        one.kind = EntityKind::Project;
        one.kind_told = true;
    }
}

/// "MustVal – Innovation in der Musterkette" above a text that names no project: the short name before the
/// dash, one of several words when the text tells what befalls projects alone; or the name that is the whole
/// heading of a text that tells of a programme.
void name_the_headed(const View& view, Candidates& kept) {
    if (kept.empty() || view.sentences.empty()) return;
    const auto is_of = [&](EntityKind kind) {
        return std::ranges::any_of(kept, [&](const Candidate& one) { return one.kind == kind; });
    };
    if (is_of(EntityKind::Project)) return;
    Candidate& first = kept.front();
    const std::uint32_t end = first.end;
    const bool is_alone = end == view.sentences.front().end && end > 1 && is_of(EntityKind::Programme);
    constexpr std::uint32_t kWords = 3;
    const auto tells_of_work = [&](const Sentence& one) { return says_of_projects(view, one.first); };
    const bool is_short =
        end == 1 ? view.is_striking(0) : end <= kWords && std::ranges::any_of(view.sentences, tells_of_work);
    const bool is_before_more = is_short && !view.lexicon->is_place(view.tokens[0].key) &&
                                (view.is_mark(end, "–") || view.is_mark(end, "-") || view.is_mark(end, ":"));
    const bool is_head = view.sentences.front().kind == SentenceKind::Heading && first.first == 0 &&
                         (is_alone || is_before_more);
    if (!is_head || !is_organisation(first.kind) || first.kind_told ||
        first.identity.of != Identity::Of::None)
        return;
    const std::string key = joined_key(view, first.name_first, first.name_end);
    for (Candidate& one : kept) {
        if (!is_organisation(one.kind) || joined_key(view, one.name_first, one.name_end) != key) continue;
        one.kind = EntityKind::Project;
        one.kind_told = true;
    }
}

/// Whether the item tells of one project, by what befalls projects alone or by speaking of "the project".
bool tells_of_one_project(const View& view) {
    return speaks_of_the_project(view) || std::ranges::any_of(view.sentences, [&](const Sentence& one) {
               return one.kind != SentenceKind::Furniture && says_of_projects(view, one.first);
           });
}

/// A short heading without a verb above a text that tells of a project and names none is the project's name:
/// pages of programmes are headed so.
void take_heading_for_project(const View& view, Candidates& kept) {
    constexpr std::uint32_t kWords = 6;
    if (view.sentences.size() < 2 || view.sentences.front().kind != SentenceKind::Heading) return;
    const Sentence& heading = view.sentences.front();
    std::uint32_t words = 0;
    for (std::uint32_t i = heading.first; i < heading.end; ++i) {
        if (!view.is_word(i)) continue;
        ++words;
        const bool is_of_name = view.is_capital(i) || (view.is_small(i) && i > heading.first);
        if (!is_of_name || view.is(i, WordClass::NameVerb) || view.words[i].kind == EntityKind::Project)
            return;
    }
    const auto is_other = [&](const Candidate& one) {
        const bool is_inside = one.first < heading.end;
        const bool is_known =
            one.identity.of == Identity::Of::Known || one.identity.of == Identity::Of::Lexicon;
        return one.kind == EntityKind::Project ||
               (is_inside && one.kind != EntityKind::Topic && one.kind != EntityKind::Place &&
                (is_known || one.kind_told || one.kind != EntityKind::Organisation));
    };
    if (words == 0 || words > kWords || std::ranges::any_of(kept, is_other) || !tells_of_one_project(view))
        return;
    std::erase_if(kept, [&](const Candidate& one) { return one.first < heading.end; });
    Candidate made;
    made.first = made.name_first = heading.first;
    made.end = made.name_end = heading.end;
    made.kind = EntityKind::Project;
    made.kind_told = true;
    made.confidence = 0.6;
    made.rule = "heading";
    kept.insert(kept.begin(), std::move(made));
}

/// "Grünes Licht für X", "feu vert pour X", "grant agreement 123456 for X": what gets that is a project.
bool is_given_leave(const View& view, std::uint32_t first) {
    constexpr std::uint32_t kBack = 5;
    static constexpr auto kLinks =
        std::to_array<std::string_view>({"fur", "for", "to", "pour", "a", "of", "de"});
    static constexpr auto kLeave =
        std::to_array<std::string_view>({"licht", "startschuss", "light", "go-ahead", "vert", "envoi",
                                         "zuwendungsbescheid", "forderbescheid"});
    if (first < 2 || !is_one_of<kLinks>(view.tokens[first - 1].key)) return false;
    for (std::uint32_t back = 2; back <= kBack && back <= first; ++back) {
        const std::uint32_t i = first - back;
        if (!view.same_sentence(i, first)) return false;
        const bool is_leave = is_one_of<kLeave>(view.tokens[i].key) ||
                              (view.has_key(i, "agreement") && i > 0 && view.has_key(i - 1, "grant")) ||
                              (view.has_key(i, "call") && i > 0 && view.has_key(i - 1, "open"));
        if (is_leave) return true;
        if (!view.is_number(i) && !view.is_small(i)) return false;
    }
    return false;
}

/// "X aus Horizont 2020", "X (Interreg Musterraum)": what stands so before a programme is paid for by it.
bool is_of_programme(const View& view, const Candidate& one, const Candidate& next) {
    static constexpr auto kLinks = std::to_array<std::string_view>({"aus", "from", "under", "unter"});
    const bool is_name = view.is_striking(one.first) || one.end > one.first + 1;  // not "Geld aus …"
    return is_name && next.kind == EntityKind::Programme && next.first == one.end + 1 &&
           view.same_sentence(one.first, next.first) &&
           (is_one_of<kLinks>(view.tokens[one.end].key) ||
            view.tokens[one.end].kind == TokenKind::BracketOpen);
}

void tell_what_is_paid_for(const View& view, Candidates& kept) {
    std::unordered_set<std::string> projects;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const Candidate& one = kept[i];
        if (!is_organisation(one.kind) || one.kind_told || one.identity.of != Identity::Of::None) continue;
        const bool is_paid = is_given_leave(view, one.first) ||
                             (i + 1 < kept.size() && is_of_programme(view, one, kept[i + 1]));
        if (is_paid) projects.insert(joined_key(view, one.name_first, one.name_end));
    }
    for (Candidate& one : kept) {
        const bool is_told = !is_organisation(one.kind) || one.kind_told || projects.empty() ||
                             !projects.contains(joined_key(view, one.name_first, one.name_end));
        if (is_told) continue;
        one.kind = EntityKind::Project;
        one.kind_told = true;
    }
}

}  // namespace

void tell_projects(const View& view, Candidates& kept) {
    name_the_project(view, kept);
    name_the_page(view, kept);
    name_the_announced(view, kept);
    take_acronyms_for_projects(view, kept);
    take_led_networks_for_projects(view, kept);
    name_the_lines_head(view, kept);
    name_the_headed(view, kept);
    tell_what_is_paid_for(view, kept);
    take_heading_for_project(view, kept);
}

}  // namespace kontor::press
