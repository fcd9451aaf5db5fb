// SPDX-License-Identifier: EUPL-1.2
// Partners that a phrase of company tells and no noun of partners ("Mit im Boot sind A und B", "At its side
// are A and B", "Autour d'elle se retrouvent A et B"), those that a number announces ("sept clusters – A, B
// et C"), and whom an apposition or a relative clause tells to lead.
#include <algorithm>
#include <array>
#include <string_view>

#include "press/facts.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kCountToList = 8;  // tokens between a count and the list that it announces
constexpr std::uint32_t kToAgent = 4;      // tokens from a verb to its "by"
constexpr std::uint32_t kToNoun = 8;       // tokens between a comma and the noun of a post

using Phrase = std::array<std::string_view, 4>;

constexpr auto kCompany = std::to_array<Phrase>(
    {{"mit", "am", "tisch", ""},      {"mit", "im", "boot", ""},    {"mit", "an", "bord", ""},
     {"mit", "von", "der", "partie"}, {"im", "boot", "sind", ""},   {"an", "bord", "sind", ""},
     {"an", "seiner", "seite", ""},   {"an", "ihrer", "seite", ""}, {"ihm", "zur", "seite", ""},
     {"ihr", "zur", "seite", ""},     {"at", "its", "side", ""},    {"at", "their", "side", ""},
     {"by", "its", "side", ""},       {"on", "board", "are", ""},   {"on", "board", "is", ""},
     {"also", "on", "board", ""},     {"flanked", "by", "", ""},    {"completed", "by", "", ""},
     {"autour", "d'", "elle", ""},    {"autour", "de", "lui", ""},  {"autour", "d'", "eux", ""},
     {"a", "ses", "cotes", ""},       {"a", "leurs", "cotes", ""},  {"sont", "de", "la", "partie"},
     {"est", "de", "la", "partie"},   {"de", "l'", "aventure", ""}});

constexpr auto kCompanyFirst = [] {
    std::array<std::string_view, kCompany.size()> words = {};
    std::ranges::transform(kCompany, words.begin(), [](const Phrase& phrase) { return phrase.front(); });
    return words;
}();

bool stands_at(const Scene& scene, std::uint32_t s, std::uint32_t at, const Phrase& phrase) {
    for (std::uint32_t i = 0; i < phrase.size() && !phrase.at(i).empty(); ++i) {
        if (at + i >= scene.sentence(s).end || scene.token(at + i).key != phrase.at(i)) return false;
    }
    return true;
}

/// Bodies that the sentence names, not those it only speaks of again ("members of the network").
Entities named_bodies(const Scene& scene, std::uint32_t s, std::uint32_t first, std::uint32_t end) {
    Entities out;
    for (const Mention& mention : scene.mentions(s)) {
        if (mention.first < first || mention.end > end || mention.reference || scene.is_attributive(mention))
            continue;
        for (const std::uint32_t one : scene.entities(mention, kBodies)) {
            if (std::ranges::find(out, one) == out.end()) out.push_back(one);
        }
    }
    return out;
}

/// "N partners: A, B, C": the list that opens at `open` is counted.
Claimed counted_at(std::uint32_t s, std::uint32_t open) {
    return {.predicate = Predicate::PartnerIn, .sentence = s, .at = open, .rule = "counted-partners"};
}

/// Who leads the project or pays for it is no partner beside.
void add_partners(const Scene& scene, const Entities& who, const Part& project, const Claimed& pattern,
                  FactSink& sink) {
    for (const std::uint32_t one : project.entities) {
        Entities partners = who;
        for (const std::uint32_t other : sink.subjects_of(Predicate::Coordinates, one))
            std::erase(partners, other);
        for (const std::uint32_t other : sink.objects_of(one, Predicate::FundedBy))
            std::erase(partners, other);
        Claimed made = pattern;
        made.qualifiers = details_of(scene, pattern.sentence);
        sink.add_all(partners, {one}, made);
    }
}

/// "Mit im Boot sind A und B", "At its side are A and B", "Autour d'elle se retrouvent A et B".
void at_side(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (std::uint32_t at = scene.sentence(s).first; at + 1 < scene.sentence(s).end; ++at) {
        const auto is_here = [&](const Phrase& phrase) { return stands_at(scene, s, at, phrase); };
        if (!is_one_of<kCompanyFirst>(scene.token(at).key)) continue;
        if (!std::ranges::any_of(kCompany, is_here) || scene.is_in_name(at)) continue;
        const bool is_of_event = !scene.all(s, kEvent).entities.empty();
        const auto project = scene.closest(s, at, kProject);
        if (!project || (is_of_event && project->from_context)) return;
        const Entities who = named_bodies(scene, s, scene.sentence(s).first, scene.sentence(s).end);
        add_partners(scene, who, *project,
                     {.predicate = Predicate::PartnerIn,
                      .sentence = s,
                      .at = at,
                      .rule = "at-side",
                      .qualifiers = {},
                      .from_context = project->from_context},
                     sink);
        return;
    }
}

bool opens_list(const Token& token) {
    return token.kind == TokenKind::BracketOpen || token.key == "–" || token.key == "—" || token.key == ":" ||
           token.key == "-";
}

/// "In P, sept clusters – A, B et C – ont monté …", "in P arbeiten fünf Partner (A, B und C) …".
void counted_list(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kWho =
        std::to_array<std::string_view>({"cluster", "partner", "pole", "partenaire", "organis", "netzwerk",
                                         "network", "reseau", "institution", "einrichtung", "grappe"});
    const auto project = scene.nearest(s, scene.sentence(s).end, kProject, Side::Before);
    if (!project || project->from_context || project->entities.size() != 1) return;
    for (const CountSpan& count : scene.counts(s)) {
        if (count.first < project->at || scene.is_in_name(count.first)) continue;
        bool is_who = false;
        std::uint32_t open = count.first;
        while (open < scene.sentence(s).end && open < count.first + kCountToList &&
               !opens_list(scene.token(open))) {
            const std::string& key = scene.token(open).key;
            is_who = is_who || begins_with_one_of<kWho>(key);
            ++open;
        }
        if (!is_who || open >= scene.sentence(s).end || !opens_list(scene.token(open))) continue;
        std::uint32_t end = open + 1;
        const bool is_bracket = scene.token(open).kind == TokenKind::BracketOpen;
        if (is_bracket && scene.token(open).partner != kNoToken) end = scene.token(open).partner;
        while (!is_bracket && end < scene.sentence(s).end && !opens_list(scene.token(end)) &&
               scene.token(end).key != ";")
            ++end;
        const Entities who = named_bodies(scene, s, open, end);
        if (who.size() < 2) continue;
        add_partners(scene, who, *project, counted_at(s, open), sink);
        return;
    }
}

/// "the four members of the partnership P, A, B and C", "die Partner des Projekts P: A und B".
void told_members(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kWho = std::to_array<std::string_view>(
        {"member", "mitglied", "membre", "partner", "partenaire", "konsorti", "projektpartner"});
    static constexpr auto kNouns = std::to_array<std::string_view>(
        {"partnership", "project", "consortium", "network", "projekt", "konsortium"});
    const auto mentions = scene.mentions(s);
    for (std::size_t m = 0; m + 1 < mentions.size(); ++m) {
        const Mention& project = mentions[m];
        if (!scene.is_of(project, kProject) || project.reference) continue;
        bool is_led = false;
        for (std::uint32_t back = 1; back <= 5 && back + scene.sentence(s).first <= project.first; ++back) {
            const std::string& key = scene.token(project.first - back).key;
            is_led = is_led || begins_with_one_of<kWho>(key);
        }
        std::uint32_t open = project.end;
        while (open < scene.sentence(s).end &&
               (scene.token(open).kind == TokenKind::QuoteClose || is_one_of<kNouns>(scene.token(open).key)))
            ++open;
        if (!is_led || open + 1 >= scene.sentence(s).end) continue;
        const bool opens = scene.token(open).key == "," || opens_list(scene.token(open));
        std::size_t next = m + 1;  // short forms and places stand between
        while (next < mentions.size() && mentions[next].first <= open) ++next;
        if (!opens || next >= mentions.size() || mentions[next].first > open + 3) continue;
        const Entities who = scene.enumeration(s, next, kBodies).entities;
        if (who.size() < 2) continue;
        add_partners(scene, who, {.entities = scene.entities(project, kProject), .at = project.first},
                     counted_at(s, open), sink);
    }
}

/// The body whose mention ends right before the token, brackets with its short form left aside.
std::optional<Part> body_before(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    for (const Mention& mention : scene.mentions(s)) {
        std::uint32_t end = mention.end;
        if (end < at && scene.token(end).kind == TokenKind::BracketOpen &&
            scene.token(end).partner != kNoToken)
            end = scene.token(end).partner + 1;
        if (end == at && scene.is_of(mention, kBodies))
            return Part{.entities = scene.entities(mention, kBodies), .at = mention.first};
    }
    return std::nullopt;
}

}  // namespace

bool only_mentions_partners(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    static constexpr auto kNouns = std::to_array<std::string_view>(
        {"partner", "partnern", "partners", "partenaires", "projektpartner", "projektpartnern"});
    static constexpr auto kDefinite =
        std::to_array<std::string_view>({"die", "der", "den", "the", "les", "des", "aux", "ses", "ihre",
                                         "ihren", "its", "their", "alle", "allen", "all"});
    static constexpr auto kListing = std::to_array<std::string_view>(
        {":", "are", "were", "include", "including", "namely", "sind", "waren", "gehoren", "zahlen",
         "darunter", "namlich", "sont", "etaient", "dont", "notamment", "savoir", "wie", "als"});
    if (!is_one_of<kNouns>(scene.token(at).key)) return false;
    if (scene.findings().language == "en" && scene.token(at).key == "partner")
        return false;  // "partner list"
    bool is_definite = false;
    for (std::uint32_t back = 1; back <= 3 && back + scene.sentence(s).first <= at; ++back) {
        const std::string& key = scene.token(at - back).key;
        is_definite = is_definite || is_one_of<kDefinite>(key);
        // "the MUSTER partners pay a visit to A"
        const Mention* mention = back == 1 ? scene.mention_at(at - 1) : nullptr;
        is_definite = is_definite || (mention != nullptr && scene.is_of(*mention, kProject));
        if (scene.token(at - back).kind != TokenKind::Word || scene.is_in_name(at - back)) break;
    }
    if (!is_definite) return false;
    for (std::uint32_t i = scene.sentence(s).first; i < scene.sentence(s).end; ++i) {
        const bool is_list = i + 3 > at && is_one_of<kListing>(scene.token(i).key);
        const bool is_name = i > at && i <= at + 2 && scene.is_in_name(i);
        if (is_list || is_name || (i == at + 1 && scene.token(i).kind == TokenKind::BracketOpen))
            return false;
    }
    return true;
}

bool is_of_other_group(const Scene& scene, std::uint32_t s, std::uint32_t at, bool is_here) {
    static constexpr auto kBody = std::to_array<std::string_view>(
        {"cluster", "clusters", "netzwerk", "netzwerks", "verein", "verband", "network", "reseau", "pole"});
    const std::string& key = scene.token(at).key;
    const bool is_group = key == "verbund" || key == "verbunds" || key == "verbundes";
    if (is_group && at > 0 && scene.token(at - 1).key != "im" && scene.token(at - 1).key != "zum")
        return true;
    if (is_here) return false;
    // "participants", "partner institutions", "im Verbund mit A": without a project named they are anybody's.
    const std::string next = at + 1 < scene.sentence(s).end ? scene.token(at + 1).key : "";
    const bool is_attribute = scene.findings().language == "en" && key == "partner" && next.ends_with('s');
    if (key.starts_with("participant") || is_attribute || (is_group && next == "mit")) return true;
    if (!scene.tells(at, bit(Trigger::Participate))) return false;
    for (const Mention& mention : scene.mentions(s)) {
        const bool is_programme = scene.is_of(mention, kProgramme) && !scene.is_attributive(mention);
        if (is_programme && scene.segment(mention.first) == scene.segment(at)) return true;
    }
    return at > 1 && scene.token(at - 2).key == "im" && is_one_of<kBody>(scene.token(at - 1).key);
}

bool is_no_lead(const Scene& scene, std::uint32_t s, std::uint32_t at, const Part& project) {
    const std::string& key = scene.token(at).key;
    const std::string next = at + 1 < scene.sentence(s).end ? scene.token(at + 1).key : "";
    const std::string before = at > scene.sentence(s).first ? scene.token(at - 1).key : "";
    if (key.starts_with("lead") && next == "to" && scene.findings().language == "en") return true;
    if (key == "lead" && before == "the" && at > 1 && scene.token(at - 2).key == "in") return true;
    if (key == "leader" && (before == "un" || before == "a" || before == "comme")) return true;
    if (key == "mener" && project.from_context) return true;  // "mener des actions"
    const bool is_post = key.starts_with("coordinat") || key.starts_with("koordinator");
    if (is_post && scene.sentence_tells(s, bit(Trigger::Contact))) return true;
    // "A, que pilote B": A is a body that B leads.
    return before == "que" && at > 2 && body_before(scene, s, at - 2).has_value();
}

bool is_led_by_several(const Scene& scene, std::uint32_t s, const Part& who, std::uint32_t verb) {
    if (scene.findings().language != "de" || who.entities.size() > 3 || who.at > verb) return false;
    for (std::uint32_t back = 1; back <= 2 && back + scene.sentence(s).first <= who.at; ++back) {
        const std::string& key = scene.token(who.at - back).key;
        if (key == "von" || key == "vom" || key == "durch") return true;
    }
    return false;
}

std::optional<Part> told_to_lead(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    static constexpr auto kPosts = std::to_array<std::string_view>(
        {"chef", "cheffe", "lead", "lead-partner", "leadpartner", "leader", "coordinator", "coordinateur",
         "coordinatrice", "koordinator", "koordinatorin", "konsortialfuhrer", "porteur", "porteuse"});
    static constexpr auto kRelative = std::to_array<std::string_view>(
        {"der", "die", "das", "who", "which", "that", "qui", "welche", "welcher", "welches"});
    const std::uint32_t first = scene.sentence(s).first;
    if (is_one_of<kPosts>(scene.token(at).key)) {  // "A, chef de file, et B"
        for (std::uint32_t comma = at; comma-- > first && at - comma <= kToNoun;) {
            if (scene.token(comma).key != ",") {
                const Mention* mention = scene.mention_at(comma);
                if (mention != nullptr && scene.is_of(*mention, kBodies | kPerson)) return std::nullopt;
                continue;
            }
            auto who = body_before(scene, s, comma);
            if (!who && at - comma <= 2) who = scene.nearest(s, comma, kBodies, Side::Before);
            return who ? who : Part{};
        }
        return std::nullopt;
    }
    // "A, der das Vorhaben leitet": the head of the clause that the verb stands in.
    if (scene.first_telling(at, at + kToAgent, bit(Trigger::By))) return std::nullopt;
    std::uint32_t begin = at;
    while (begin > first && scene.segment(begin - 1) == scene.segment(at)) --begin;
    if (begin <= first || begin >= at) return std::nullopt;
    const std::uint32_t comma = scene.token(begin).key == "," ? begin : begin - 1;
    if (scene.token(comma).key != ",") return std::nullopt;
    const bool is_relative = is_one_of<kRelative>(scene.token(comma + 1).key);
    if (!is_relative || scene.mention_at(comma - 1) != nullptr)
        return is_relative ? body_before(scene, s, comma) : std::nullopt;
    // A capital that no name was made of, as of "der Möbel- und Holz-Cluster, der …".
    return scene.token(comma - 1).writing != Writing::Lower ? std::optional(Part{}) : std::nullopt;
}

void read_side_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    at_side(scene, s, sink);
    counted_list(scene, s, sink);
    told_members(scene, s, sink);
}

}  // namespace kontor::press
