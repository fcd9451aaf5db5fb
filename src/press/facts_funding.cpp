// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string_view>
#include <utility>

#include "press/facts.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr KindSet kGivers = kinds({EntityKind::PublicBody, EntityKind::Programme});
constexpr std::uint32_t kNearWords = 6;
constexpr std::uint32_t kFrameWords = 4;

bool has_word(const Scene& scene, std::uint32_t at, std::string_view part) {
    return scene.token(at).key.find(part) != std::string::npos;
}

bool says_project(const Scene& scene, std::uint32_t at) {
    return has_word(scene, at, "projekt") || has_word(scene, at, "project") ||
           has_word(scene, at, "projet") || has_word(scene, at, "vorhaben");
}

bool says_programme(const Scene& scene, std::uint32_t at) {
    return has_word(scene, at, "program") || has_word(scene, at, "initiative") ||
           has_word(scene, at, "strateg");
}

/// "Gold Label", "Gütesiegel A": an award pays for nothing.
bool is_award(std::string_view name) {
    return name.find("Label") != std::string_view::npos || name.find("label") != std::string_view::npos ||
           name.find("siegel") != std::string_view::npos;
}

/// Who gives the money told of at `at`: bodies and programmes of its segment, else of the sentence, else
/// whoever stands behind its "by".
Entities givers(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    Entities near;
    Entities all;
    for (const Mention& mention : scene.mentions(s)) {
        for (const std::uint32_t entity : scene.entities(mention, kGivers)) {
            if (is_award(scene.findings().entities[entity].name)) continue;
            all.push_back(entity);
            if (scene.segment(mention.first) == scene.segment(at)) near.push_back(entity);
        }
    }
    if (!near.empty()) return near;
    if (!all.empty()) return all;
    const auto by = scene.first_telling(at >= 3 ? at - 3 : 0, at + kNearWords, bit(Trigger::By));
    if (!by) return {};
    const auto behind = scene.nearest(s, *by, kBodies, Side::After);
    const bool is_near = behind && behind->at - *by <= 4 && scene.segment(behind->at) == scene.segment(at);
    return is_near ? Entities{behind->entities.front()} : Entities{};
}

/// "der vom Bund geförderte Cluster", "L'appel est financé par": what is funded is named by its noun, and
/// that is no project.
bool is_of_another(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    static constexpr auto kArticles =
        std::to_array<std::string_view>({"das", "der", "die", "dieser", "diese", "l'", "la", "le", "les",
                                         "the", "this", "ce", "cet", "cette"});
    static constexpr auto kPlain = std::to_array<std::string_view>(
        {"arbeit", "arbeiten", "das", "action", "it", "es", "konsortium", "consortium", "partnerschaft",
         "partnership", "partenariat", "works", "travaux", "work", "netzwerk", "programme"});
    const std::uint32_t first = scene.sentence(s).first;
    for (std::uint32_t word = first; word < scene.sentence(s).end; ++word) {
        if (says_project(scene, word) && !scene.is_in_name(word)) return false;
    }
    if (!std::ranges::count(kArticles, scene.token(first).key)) return false;
    for (std::uint32_t word = first + 1; word < at && word < first + 3; ++word) {
        const std::string& key = scene.token(word).key;
        if (std::ranges::count(kPlain, key)) return false;
    }
    return true;
}

void funded(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (const std::uint32_t at : scene.telling(s, any_of({Trigger::Fund, Trigger::FundNoun}))) {
        const Entities from = givers(scene, s, at);
        if (from.empty()) continue;
        Claimed claimed{.predicate = Predicate::FundedBy, .sentence = s, .at = at, .rule = "funded"};
        if (!scene.tells(at, bit(Trigger::Fund))) claimed.rule = "money-from";
        const auto project = scene.closest(s, at, kProject);
        if (project && !project->from_context) {
            sink.add_all(project->entities, from, claimed);
            continue;
        }
        const auto event = scene.nearest(s, at, kEvent, Side::Before);
        if (event && scene.is_in_name(event->at)) {
            claimed.rule = "event-funded";
            sink.add_all({event->entities.back()}, from, claimed);
            continue;
        }
        // Somebody else of this sentence gets the money.
        const auto other = scene.nearest(s, at, kEvent | (kBodies & ~kGivers), Side::Before);
        if (other && scene.segment(other->at) == scene.segment(at) && scene.tells(at, bit(Trigger::Fund)) &&
            scene.segment_tells(at, bit(Trigger::Passive))) {
            claimed.rule = "body-funded";
            if (other->entities != from) sink.add_all(other->entities, from, claimed);
            continue;
        }
        // A mere "funding" is told of many things; only the verb reaches back to another sentence.
        if (!project || !scene.tells(at, bit(Trigger::Fund)) || is_of_another(scene, s, at)) continue;
        claimed.from_context = true;
        sink.add_all(project->entities, from, claimed);
    }
}

/// Verbs of who gives money, and of who gets it.
constexpr auto kGive = std::to_array<std::string_view>(
    {"accorde",     "accordent", "accordera", "allocated",  "allocates", "alloue",    "allouent",
     "alloues",     "allouee",   "attribue",  "attribuent", "awarded",   "bewilligt", "bewilligte",
     "bewilligten", "gewahrt",   "gewahrte",  "gewahrten",  "granted",   "octroie",   "octroient",
     "octroye",     "provided",  "provides",  "verse",      "versent",   "zugesagt",  "zugesprochen"});
constexpr auto kGet = std::to_array<std::string_view>(
    {"bekam",    "bekamen",   "bekommen",  "bekommt", "beneficie", "beneficient", "beneficiera",
     "benefits", "dispose",   "disposent", "erhalt",  "erhalten",  "erhielt",     "erhielten",
     "obtained", "obtains",   "obtenu",    "obtient", "receive",   "received",    "receives",
     "recoit",   "recoivent", "recu",      "secured", "secures"});
constexpr auto kCome =
    std::to_array<std::string_view>({"came", "come", "comes", "kamen", "kommen", "kommt", "provenant",
                                     "proviennent", "provient", "stammen", "stammt"});
constexpr auto kMoneyNouns = std::to_array<std::string_view>(
    {"aide",         "aides",         "financement",  "financements",  "finanzierung", "fordergeld",
     "fordergelder", "fordergeldern", "fordermittel", "fordermitteln", "forderung",    "funding",
     "funds",        "gelder",        "grant",        "grants",        "mittel",       "money",
     "subsidies",    "subsidy",       "subvention",   "subventions",   "zuschuss",     "zuschusse"});

/// Whether the sentence names a sum or speaks of money.
bool speaks_of_money(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    if (!scene.money(s).empty()) return true;
    for (std::uint32_t word = scene.sentence(s).first; word < scene.sentence(s).end; ++word) {
        const bool is_near = word < at ? at - word < kNearWords * 2 : word - at < kNearWords * 2;
        if (is_near && is_one_of<kMoneyNouns>(scene.token(word).key)) return true;
    }
    return false;
}

/// "has been awarded", "wurden … bewilligt", "a été octroyé".
bool is_passive(const Scene& scene, std::uint32_t at) {
    if (scene.findings().language == "de") return scene.segment_tells(at, bit(Trigger::Passive));
    return at >= 2 && scene.first_telling(at - 2, at, bit(Trigger::Passive)).has_value();
}

/// "A grants B 3 million": who gives stands before the verb, who gets it behind "to", or alone.
std::optional<std::pair<Part, Part>> given(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    const KindSet getters = kBodies | kProject | kEvent;
    const auto from = scene.nearest(s, at, kBodies | kProgramme, Side::Before);
    const auto to = scene.nearest(s, at, getters, Side::After);
    if (!from || !to || scene.segment(from->at) != scene.segment(at) ||
        scene.segment(to->at) != scene.segment(at))
        return std::nullopt;
    return std::pair(*from, *to);
}

/// "The programme has 70 million": told of it, not of a project.
bool is_of_programme(const Scene& scene, std::uint32_t s) {
    const std::uint32_t first = scene.sentence(s).first;
    if (first + 2 >= scene.sentence(s).end || !scene.all(s, kProject).entities.empty()) return false;
    const Key& key = scene.token(first + 1).key;
    return key == "programm" || key == "programme" || key == "program" || key == "forderprogramm";
}

/// Who gives, behind "from".
std::optional<Part> source(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    for (const Mention& mention : scene.mentions(s)) {
        if (!scene.is_of(mention, kGivers) || mention.first < scene.sentence(s).first + 2 ||
            (mention.first < at && scene.findings().language != "de"))
            continue;
        std::uint32_t lead = mention.first - 1;  // "aus dem Programm A"
        while (lead > scene.sentence(s).first && mention.first - lead < 3 &&
               (scene.only_small_words(lead, lead + 1) || says_programme(scene, lead)) &&
               !scene.tells(lead, any_of({Trigger::From, Trigger::By})))
            --lead;
        const bool is_led =
            scene.first_telling(lead, mention.first, any_of({Trigger::From, Trigger::By})).has_value();
        if (is_led) return Part{.entities = scene.entities(mention, kGivers), .at = mention.first};
    }
    return std::nullopt;
}

/// "B receives 3 million from A", "B erhält 3 Millionen von A".
std::optional<std::pair<Part, Part>> got(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    const KindSet getters = (kBodies & ~kinds({EntityKind::PublicBody})) | kProject | kEvent;
    const bool is_french = scene.findings().language == "fr";
    const auto from = source(scene, s, at);
    if (!from) return std::nullopt;
    auto to = scene.nearest(s, at, getters, Side::Before);
    if (to && scene.segment(to->at) != scene.segment(at)) to.reset();
    if (!to && is_of_programme(scene, s)) to = scene.context(s, kProgramme);
    if (!to && !is_french) to = scene.nearest(s, at, kProject, Side::After);
    if (!to) return std::nullopt;
    return std::pair(*from, *to);
}

/// "Of it 5 million comes from A", "752.000 Euro stammen aus A": what the project has.
void comes_from(const Scene& scene, std::uint32_t s, FactSink& sink) {
    if (scene.money(s).empty()) return;
    for (std::uint32_t at = scene.sentence(s).first; at < scene.sentence(s).end; ++at) {
        if (!is_one_of<kCome>(scene.token(at).key) || scene.is_in_name(at)) continue;
        const auto from = source(scene, s, at);
        const auto project = scene.told_project(s, at);
        if (!from || !project) continue;
        sink.add_all(project->entities, from->entities,
                     {.predicate = Predicate::FundedBy,
                      .sentence = s,
                      .at = at,
                      .rule = "granted",
                      .qualifiers = {},
                      .from_context = project->from_context});
        return;
    }
}

/// Money that is given or received in so many words.
void granted(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (std::uint32_t at = scene.sentence(s).first; at < scene.sentence(s).end; ++at) {
        const Key& key = scene.token(at).key;
        const bool gives = is_one_of<kGive>(key);
        if ((!gives && !is_one_of<kGet>(key)) || scene.is_in_name(at) || !speaks_of_money(scene, s, at))
            continue;
        const auto sides = gives && !is_passive(scene, at) ? given(scene, s, at) : got(scene, s, at);
        if (!sides || sides->first.entities == sides->second.entities) continue;
        sink.add_all(sides->second.entities, sides->first.entities,
                     {.predicate = Predicate::FundedBy, .sentence = s, .at = at, .rule = "granted"});
    }
}

/// "EU project P", "Interreg-Projekte wie P und Q", "le projet Interreg P".
void named_kind(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const Sentence& sentence = scene.sentence(s);
    for (const Mention& mention : scene.mentions(s)) {
        if (mention.reference || !scene.is_of(mention, kGivers)) continue;
        const bool is_joined = says_project(scene, mention.end - 1) ||
                               (mention.end < sentence.end && says_project(scene, mention.end)) ||
                               (mention.first > sentence.first && says_project(scene, mention.first - 1)) ||
                               (mention.end + 1 < sentence.end && says_project(scene, mention.end + 1) &&
                                scene.tells(mention.end, bit(Trigger::Fund)));
        if (!is_joined) continue;
        auto project = scene.nearest(s, mention.end - 1, kProject, Side::After);
        bool is_near = project && project->at - mention.end <= kNearWords;
        if (!is_near) {
            project = scene.nearest(s, mention.first, kProject, Side::Before);
            is_near = project && mention.first - project->at <= kNearWords + 4;
        }
        if (!is_near) project = scene.closest(s, mention.first, kProject);
        if (!project) continue;
        const bool is_body = scene.is_of(mention, kBodies);
        sink.add_all(project->entities, scene.entities(mention, kGivers),
                     {.predicate = Predicate::FundedBy,
                      .sentence = s,
                      .at = mention.first,
                      .rule = is_body ? "body-project" : "programme-project",
                      .certainty = is_body ? Certainty::Implied : Certainty::Stated,
                      .qualifiers = {},
                      .from_context = project->from_context});
    }
}

/// "ZIM-Netzwerk „P“", "the Erasmus+ partnership P": the programme tells what sort of project it is.
void of_programme(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const auto mentions = scene.mentions(s);
    for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
        const Mention& programme = mentions[i];
        const Mention& project = mentions[i + 1];
        if (!scene.is_of(programme, kProgramme) || !scene.is_of(project, kProject) || project.reference)
            continue;
        if (project.first < programme.end || project.first - programme.end > kFrameWords) continue;
        bool is_one_phrase = true;
        for (std::uint32_t at = programme.end; at < project.first; ++at) {
            const Token& token = scene.token(at);
            const bool is_quote = token.kind == TokenKind::QuoteOpen || token.kind == TokenKind::QuoteClose;
            is_one_phrase =
                is_one_phrase &&
                (is_quote || (token.kind == TokenKind::Word && !scene.only_small_words(at, at + 1) &&
                              !scene.tells(at, any_of({Trigger::And, Trigger::Passive, Trigger::Fund}))));
        }
        if (!is_one_phrase) continue;
        sink.add_all(scene.entities(project, kProject), scene.entities(programme, kProgramme),
                     {.predicate = Predicate::FundedBy,
                      .sentence = s,
                      .at = programme.first,
                      .rule = "programme-project"});
    }
}

/// "two projects funded by X": projects without a name.
bool is_of_unnamed(const Scene& scene, std::uint32_t s, std::uint32_t frame) {
    static constexpr auto kMany = std::to_array<std::string_view>(
        {"projekte", "projekten", "vorhaben", "projects", "projets", "initiatives", "initiativen"});
    constexpr std::uint32_t kBefore = 3;
    const std::uint32_t first = scene.sentence(s).first;
    for (std::uint32_t at = frame; at-- > first && frame - at <= kBefore;) {
        if (scene.is_in_name(at)) return false;
        if (std::ranges::count(kMany, scene.token(at).key) != 0) return true;
    }
    return false;
}

/// "under the programme X", "P (programme X)".
void framed(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const auto mentions = scene.mentions(s);
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        const Mention& mention = mentions[i];
        if (!scene.is_of(mention, kProgramme) || mention.reference) continue;
        const std::uint32_t first = scene.sentence(s).first;
        const std::uint32_t from = mention.first > first + kFrameWords ? mention.first - kFrameWords : first;
        const auto frame = scene.first_telling(from, mention.first, any_of({Trigger::FrameOf, Trigger::By}));
        if (frame) {
            const auto project = scene.closest(s, mention.first, kProject);
            if (!project || project->from_context || is_of_unnamed(scene, s, *frame)) continue;
            sink.add_all(
                project->entities, scene.entities(mention, kProgramme),
                {.predicate = Predicate::FundedBy, .sentence = s, .at = *frame, .rule = "in-frame-of"});
        }
        if (i == 0 || !scene.is_of(mentions[i - 1], kProject)) continue;
        const std::uint32_t gap = mentions[i - 1].end;
        std::uint32_t open = gap;
        while (open < mention.first && scene.token(open).kind == TokenKind::QuoteClose) ++open;
        const bool is_bracket = open < mention.first && scene.token(open).kind == TokenKind::BracketOpen &&
                                mention.first - open <= 3;
        if (!is_bracket) continue;
        sink.add_all(scene.entities(mentions[i - 1], kProject), scene.entities(mention, kProgramme),
                     {.predicate = Predicate::FundedBy,
                      .sentence = s,
                      .at = mention.first,
                      .rule = "programme-in-bracket"});
    }
}

/// "the programme X of the Y", "Y's programme X".
void programmes(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const KindSet owners = kinds({EntityKind::PublicBody, EntityKind::Place});
    const auto mentions = scene.mentions(s);
    for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
        const Mention& a = mentions[i];
        const Mention& b = mentions[i + 1];
        if (b.first < a.end || b.first - a.end > 4) continue;
        bool is_plain = true;
        bool has_word_between = a.end < b.first;
        for (std::uint32_t at = a.end; at < b.first; ++at) {
            const bool is_quote =
                scene.token(at).kind == TokenKind::QuoteOpen || scene.token(at).kind == TokenKind::QuoteClose;
            is_plain =
                is_plain && (is_quote || scene.only_small_words(at, at + 1) || says_programme(scene, at) ||
                             scene.token(at).key == "'s" || scene.token(at).key == "’s");
        }
        if (!is_plain) continue;
        Claimed claimed{
            .predicate = Predicate::ProgrammeOf, .sentence = s, .at = a.first, .rule = "programme-of-body"};
        if (scene.is_of(a, kProgramme) && scene.is_of(b, owners) && has_word_between) {
            sink.add_all(scene.entities(a, kProgramme), scene.entities(b, owners), claimed);
        } else if (scene.is_of(a, kGivers & kBodies) && scene.is_of(b, kProgramme)) {
            sink.add_all(scene.entities(b, kProgramme), scene.entities(a, owners), claimed);
        }
    }
    if (!scene.sentence_tells(s, bit(Trigger::Fund)) || !scene.sentence_tells(s, bit(Trigger::FrameOf)))
        return;
    const Part bodies = scene.all(s, kinds({EntityKind::PublicBody}));
    const Part found = scene.all(s, kProgramme);
    if (bodies.entities.size() != 1 || found.entities.size() != 1) return;
    sink.add_all(found.entities, bodies.entities,
                 {.predicate = Predicate::ProgrammeOf,
                  .sentence = s,
                  .at = found.at,
                  .rule = "funder-and-programme",
                  .certainty = Certainty::Implied});
}

std::string amount_of(const MoneySpan& money) {
    const bool is_whole = std::floor(money.amount) == money.amount;
    return is_whole ? fmt::format("{:.0f} {}", money.amount, money.currency)
                    : fmt::format("{:.2f} {}", money.amount, money.currency);
}

/// "of which 4.9 million from the EU": a part of a budget, or what somebody gives.
bool is_share(const Scene& scene, std::uint32_t s, const MoneySpan& money) {
    if (scene.sentence_tells(s, bit(Trigger::Fund)) && !scene.sentence_tells(s, bit(Trigger::Budget)))
        return true;
    const auto all = scene.money(s);
    return all.size() > 1 && &money != &all.front();
}

void budgets(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (const MoneySpan& money : scene.money(s)) {
        if (is_share(scene, s, money)) continue;
        auto whose = scene.closest(s, money.first, kProject);
        if (!whose || whose->from_context) {
            const auto programme = scene.closest(s, money.first, kProgramme);
            const bool is_here = programme && programme->at < money.first &&
                                 scene.segment(programme->at) == scene.segment(money.first);
            if (is_here && !programme->from_context) whose = programme;
        }
        if (is_of_programme(scene, s)) whose = scene.context(s, kProgramme);
        if (!whose) continue;
        Claimed claimed{.subject = whose->entities.front(),
                        .predicate = Predicate::HasBudget,
                        .object = amount_of(money),
                        .sentence = s,
                        .at = money.first,
                        .rule = "money",
                        .qualifiers = {},
                        .from_context = whose->from_context};
        if (money.bound == Bound::Over) claimed.qualifiers.push_back({"bound", "over"});
        if (money.bound == Bound::UpTo) claimed.qualifiers.push_back({"bound", "up-to"});
        if (money.bound != Bound::Exact) claimed.qualifiers.push_back({"approximate", true});
        sink.add(std::move(claimed));
    }
}

}  // namespace

void read_funding_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    funded(scene, s, sink);
    granted(scene, s, sink);
    comes_from(scene, s, sink);
    named_kind(scene, s, sink);
    of_programme(scene, s, sink);
    framed(scene, s, sink);
    programmes(scene, s, sink);
    budgets(scene, s, sink);
}

}  // namespace kontor::press
