// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "press/facts.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kNearWords = 12;
constexpr std::uint32_t kTripWords = 4;
constexpr std::int64_t kTeam = 40;   // more do not carry a project together
constexpr std::int64_t kTrip = 100;  // more do not travel together
constexpr std::size_t kYearDigits = 4;
constexpr std::int64_t kRegional = 10;  // fewer are those of an event
constexpr std::int64_t kBoth = 2;       // "the two clusters" are no count

std::string_view bound_word(Bound bound) {
    switch (bound) {
        case Bound::Exact:
            return "";
        case Bound::Over:
            return "over";
        case Bound::About:
            return "about";
        case Bound::UpTo:
            return "up-to";
    }
    return "";
}

bool is_of_them(const Key& key) {
    return key == "of" || key == "the" || key == "der" || key == "des" || key == "von" || key == "den" ||
           key == "de" || key == "les" || key == "its" || key == "parmi";
}

bool is_people(const Key& key) {
    return key.starts_with("person") || key == "people" || key.starts_with("participant") ||
           key.starts_with("teilnehm") || key == "membres" || key == "members" ||
           key.starts_with("mitglied") || key.starts_with("representant") || key == "representatives" ||
           key.starts_with("expert") || key.starts_with("unternehme") || key == "companies" ||
           key == "entreprises";
}

/// A whole number of up to three digits or in words; 0: none.
std::int64_t number_told(const Token& token) {
    static constexpr auto kNumbers = std::to_array<std::pair<std::string_view, std::int64_t>>(
        {{"acht", 8},  {"cinq", 5},  {"deux", 2},    {"dix", 10},   {"douze", 12}, {"drei", 3},
         {"eight", 8}, {"elf", 11},  {"eleven", 11}, {"five", 5},   {"four", 4},   {"funf", 5},
         {"huit", 8},  {"neuf", 9},  {"neun", 9},    {"nine", 9},   {"onze", 11},  {"quatre", 4},
         {"sechs", 6}, {"sept", 7},  {"seven", 7},   {"sieben", 7}, {"six", 6},    {"ten", 10},
         {"three", 3}, {"trois", 3}, {"twelve", 12}, {"two", 2},    {"vier", 4},   {"zehn", 10},
         {"zwei", 2},  {"zwolf", 12}});
    const Key& key = token.key;
    if (!key.empty() && key.size() < kYearDigits && key.find_first_not_of("0123456789") == std::string::npos)
        return std::stoll(key);
    const auto found =
        std::ranges::find(kNumbers, std::string_view(key), &std::pair<std::string_view, std::int64_t>::first);
    return found == kNumbers.end() ? 0 : found->second;
}

bool is_actor(std::string_view what) {
    return what == "companies" || what == "research institutions" || what == "universities" ||
           what == "clusters" || what == "organisations" || what == "smes" || what == "start-ups" ||
           what == "actors";
}

/// "120 member organisations", "142 entreprises adhérentes".
bool tells_members(const Scene& scene, const CountSpan& count) {
    const std::uint32_t end =
        std::min<std::uint32_t>(count.end + 1, static_cast<std::uint32_t>(scene.findings().tokens.size()));
    if (scene.first_telling(count.first, end, bit(Trigger::Member))) return true;
    // "210 companies and 11 institutes are members".
    const auto all = scene.counts(count.sentence);
    const bool has_members =
        std::ranges::any_of(all, [](const CountSpan& one) { return one.what == "members"; });
    return !has_members && scene.segment_tells(count.first, bit(Trigger::Member)) &&
           scene.segment_tells(count.first, bit(Trigger::Passive) | bit(Trigger::ConsistOf));
}

/// "78 members, among them 51 small companies".
bool is_part_of_members(const Scene& scene, std::uint32_t s, const CountSpan& count) {
    const Key& opening = scene.token(scene.sentence(s).first).key;
    const bool goes_on =
        opening == "darunter" || opening == "davon" || opening == "dont" || opening == "among";
    if (goes_on && s > 0) {
        for (const CountSpan& earlier : scene.counts(s - 1)) {
            if (earlier.what == "members") return true;
        }
    }
    for (const CountSpan& other : scene.counts(s)) {
        if (other.first >= count.first) return false;
        if (other.what != "members" && !tells_members(scene, other)) continue;
        for (std::uint32_t at = other.end; at < count.first; ++at) {
            const Key& key = scene.token(at).key;
            if (key == ";") return false;
            if (at == other.end && (key == ":" || key == "–")) return true;
            if (key == "darunter" || key == "davon" || key == "including" || key == "among" || key == "dont")
                return true;
        }
    }
    return false;
}

/// "a dozen members of A travelled": a part of them.
bool is_some_of(const Scene& scene, std::uint32_t s, const CountSpan& count) {
    constexpr std::int64_t kSome = 30;
    if (count.what != "members" || count.value >= kSome || count.end + 1 >= scene.sentence(s).end)
        return false;
    const Key& next = scene.token(count.end).key;
    if (next != "of" && next != "de" && next != "du" && next != "d'" && next != "von") return false;
    return scene.is_in_name(count.end + 1) ||
           (count.end + 2 < scene.sentence(s).end && scene.is_in_name(count.end + 2));
}

/// "have signed up", "sind dabei", "sont du voyage".
bool is_aboard(const Scene& scene, std::uint32_t s) {
    static constexpr auto kAboard = std::to_array<std::string_view>(
        {"aboard", "angemeldet", "board", "dabei", "mitgereist", "mitreisen", "packing", "partie", "reisen",
         "reisten", "travel", "travelled", "travelling", "voyage", "voyagent"});
    for (std::uint32_t at = scene.sentence(s).first; at < scene.sentence(s).end; ++at) {
        const Key& key = scene.token(at).key;
        const bool is_signed_up =
            key == "signed" && at + 1 < scene.sentence(s).end && scene.token(at + 1).key == "up";
        if (is_signed_up || is_one_of<kAboard>(key)) return true;
    }
    return false;
}

/// Whether a verb between the two says that the one has or unites the other.
bool has_them(const Scene& scene, std::uint32_t first, std::uint32_t end) {
    static constexpr auto kHas = std::to_array<std::string_view>(
        {"compte", "comptent", "counts", "federe", "has", "hat", "numbers", "regroupe", "represente",
         "represents", "reunit", "umfasst", "unites", "vereint", "verbindet", "vertritt", "zahlt"});
    for (std::uint32_t at = first; at < end; ++at) {
        if (is_one_of<kHas>(scene.token(at).key)) return true;
    }
    return false;
}

/// "the network has 600 partners": its members; "seven clusters work in the project P", "six partners": who
/// carries it; "fourteen companies are on board": of the trip that is spoken of.
bool team_count(const Scene& scene, std::uint32_t s, const CountSpan& count, FactSink& sink) {
    const bool is_partner = count.what == "partners";
    if ((!is_partner && !is_actor(count.what)) || count.value <= kBoth) return false;
    Claimed claimed{.predicate = Predicate::HasActorCount,
                    .object = fmt::format("{}", count.value),
                    .sentence = s,
                    .at = count.first,
                    .rule = "count-of-team",
                    .qualifiers = {{"what", count.what}}};
    if (count.bound != Bound::Exact) {
        claimed.qualifiers.push_back({"approximate", true});
        claimed.qualifiers.push_back({"bound", std::string(bound_word(count.bound))});
    }
    const auto body = scene.nearest(s, count.first, kBodies & ~kinds({EntityKind::PublicBody}), Side::Before);
    if (is_partner && body && scene.segment(body->at) == scene.segment(count.first) &&
        has_them(scene, body->at, count.first)) {
        claimed.predicate = Predicate::HasMemberCount;
        claimed.subject = body->entities.back();
        sink.add(std::move(claimed));
        return true;
    }
    const bool is_team = is_partner || count.what == "clusters" || count.what == "organisations";
    const Part project = scene.all(s, kProject);
    const bool is_begun =
        scene.sentence_tells(s, any_of({Trigger::Cooperate, Trigger::ConsistOf, Trigger::Start,
                                        Trigger::Partner, Trigger::Participate}));
    if (is_team && count.value < kTeam && project.entities.size() == 1 && is_begun &&
        scene.all(s, kEvent).entities.empty() && (!body || body->at > count.first)) {
        claimed.subject = project.entities.front();
        sink.add(std::move(claimed));
        return true;
    }
    const auto trip = scene.spoken_of(s, kEvent);
    if (!is_team && trip && count.value < kTrip && scene.all(s, kEvent | kProject).entities.empty() &&
        (!body || body->at > count.first) && is_aboard(scene, s)) {
        claimed.subject = trip->entities.front();
        claimed.from_context = true;
        sink.add(std::move(claimed));
        return true;
    }
    return false;
}

/// Where the body of a count is looked for: a part of the members is of the body of the whole.
std::uint32_t whole_of(const Scene& scene, std::uint32_t s, const CountSpan& count) {
    if (!is_part_of_members(scene, s, count)) return count.first;
    for (const CountSpan& other : scene.counts(s)) {
        if (other.first < count.first && (other.what == "members" || tells_members(scene, other)))
            return other.first;
    }
    return count.first;
}

/// The place of the count's part of the sentence.
std::optional<Part> place_of(const Scene& scene, std::uint32_t s, const CountSpan& count) {
    if (count.value < kRegional) return std::nullopt;
    for (const Side side : {Side::Before, Side::After}) {
        auto place = scene.nearest(s, count.first, kPlace, side);
        if (!place || scene.segment(place->at) != scene.segment(count.first)) continue;
        bool is_led = false;
        for (std::uint32_t at = place->at; at > scene.sentence(s).first && place->at - at < 3; --at)
            is_led = is_led || scene.tells(at - 1, bit(Trigger::To));
        const bool is_subject =
            place->at < count.first && (place->at == scene.sentence(s).first ||
                                        scene.segment(place->at - 1) != scene.segment(place->at) ||
                                        scene.only_small_words(place->at - 1, place->at));
        const bool is_owner = place->at + 1 < scene.sentence(s).end && scene.token(place->at + 1).key == "'s";
        if ((is_led || is_subject) && !is_owner) return place;
    }
    return std::nullopt;
}

/// "seven of the 14 clusters", "sieben der 14 Cluster", "sept des 14 pôles": the first number; 0: none.
std::int64_t part_of_whole(const Scene& scene, std::uint32_t s, const CountSpan& count) {
    std::uint32_t at = count.first;
    std::uint32_t steps = 0;
    while (at > scene.sentence(s).first && steps < 2 && is_of_them(scene.token(at - 1).key)) {
        --at;
        ++steps;
    }
    if (steps == 0 || at == scene.sentence(s).first) return 0;
    return number_told(scene.token(at - 1));
}

/// Whose part the counted are: "seven of the 14 clusters of A have won the project P". The whole are
/// members of A, the part are in P.
bool parted_count(const Scene& scene, std::uint32_t s, const CountSpan& count, FactSink& sink) {
    constexpr std::uint32_t kBehind = 5;
    const std::int64_t part =
        is_actor(count.what) || count.what == "members" ? part_of_whole(scene, s, count) : 0;
    if (part == 0) return false;
    Claimed claimed{.predicate = Predicate::HasMemberCount,
                    .object = fmt::format("{}", count.value),
                    .sentence = s,
                    .at = count.first,
                    .rule = "count-of-whole",
                    .qualifiers = {{"what", count.what}}};
    const auto whole = scene.nearest(s, count.end - 1, kBodies, Side::After);
    const bool is_near = whole && whole->at - count.end < kBehind;
    const bool is_of_whole =
        is_near && (scene.token(count.end).key == "of" ||
                    scene.first_telling(count.end, whole->at + 1, any_of({Trigger::From, Trigger::To})));
    if (is_of_whole) {
        claimed.subject = whole->entities.front();
        sink.add(claimed);
    }
    const Part project = scene.all(s, kProject);
    if (project.entities.size() == 1 && part > 1) {
        claimed.subject = project.entities.front();
        claimed.predicate = Predicate::HasActorCount;
        claimed.object = fmt::format("{}", part);
        sink.add(claimed);
    }
    return true;
}

/// "eine 15-köpfige Delegation", "a 20-strong delegation", "une délégation de 12 personnes": how many take
/// part in the event of the sentence, else of the one that is spoken of.
void heads(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const Sentence& sentence = scene.sentence(s);
    for (std::uint32_t at = sentence.first; at < sentence.end; ++at) {
        const Key& key = scene.token(at).key;
        const std::size_t end = key.find_first_not_of("0123456789");
        const bool is_joined = end != std::string::npos && end > 0 && end < kYearDigits;
        const std::string_view rest = is_joined ? std::string_view(key).substr(end) : std::string_view();
        const bool is_heads = rest.starts_with("-kopfig") || rest.starts_with("kopfig") ||
                              rest == "-strong" || rest.starts_with("-person") || rest == "-member";
        std::int64_t count = is_heads ? std::stoll(key.substr(0, end)) : 0;
        if (count == 0 && at + 2 < sentence.end && scene.tells(at, bit(Trigger::Trip)) &&
            (scene.token(at + 1).key == "de" || scene.token(at + 1).key == "of" ||
             scene.token(at + 1).key == "von" || scene.token(at + 1).key == "d'") &&
            at + 3 < sentence.end && is_people(scene.token(at + 3).key))
            count = number_told(scene.token(at + 2));
        if (count <= kBoth) continue;
        auto event = scene.nearest(s, at, kEvent, Side::After);
        if (!event || event->at - at > kTripWords) event = scene.nearest(s, at + 1, kEvent, Side::Before);
        if (!event) event = scene.context(s, kEvent);
        if (!event) continue;
        sink.add({.subject = event->entities.front(),
                  .predicate = Predicate::HasActorCount,
                  .object = fmt::format("{}", count),
                  .sentence = s,
                  .at = at,
                  .rule = "heads",
                  .qualifiers = {{"what", std::string("participants")}},
                  .from_context = event->from_context});
    }
}

/// "Together these clusters have 800 members", "among 17 clusters", "six further members": counts that are
/// not of the one body named beside.
bool is_of_several(const Scene& scene, std::uint32_t s, const CountSpan& count) {
    static constexpr auto kTogether = std::to_array<std::string_view>(
        {"ensemble", "zusammen", "gemeinsam", "together", "altogether", "jointly"});
    static constexpr auto kAmong = std::to_array<std::string_view>({"among", "parmi", "unter"});
    static constexpr auto kOther =
        std::to_array<std::string_view>({"further", "other", "more", "additional", "weitere", "weiteren",
                                         "andere", "anderen", "autres", "nouveaux", "neue", "new"});
    const std::uint32_t first = scene.sentence(s).first;
    if (is_one_of<kTogether>(scene.token(first).key)) return true;
    for (std::uint32_t at = count.first; at > first && count.first - at < 3;) {
        const std::string& key = scene.token(--at).key;
        if (is_one_of<kAmong>(key)) return true;
        if (!is_of_them(key)) break;
    }
    for (std::uint32_t at = count.first; at < count.end; ++at) {
        if (is_one_of<kOther>(scene.token(at).key)) return true;
    }
    return false;
}

/// "A unites 170 firms", "A zählt 220 Unternehmen": those are its members. "A represents 300 firms" says
/// less.
bool unites_them(const Scene& scene, std::uint32_t s, std::uint32_t body, const CountSpan& count) {
    static constexpr auto kUnites = std::to_array<std::string_view>(
        {"compte", "comptait", "comptent", "comprises", "counts", "federait", "federe", "federent", "numbers",
         "umfasst", "umfasste", "unites", "unite", "united", "vereint", "vereinigt", "zahlt", "zahlte"});
    for (std::uint32_t at = count.first; at > body && count.first - at < kNearWords;) {
        if (scene.segment(--at) != scene.segment(count.first)) return false;
        // "zählt 187 Mitglieder und arbeitet mit zwölf Instituten": the second is of the second verb.
        if (scene.tells(at, bit(Trigger::And)) && at + 1 < count.first) return false;
        if (is_one_of<kUnites>(scene.token(at).key))
            return scene.all(s, kBodies, at, count.first).entities.empty();
    }
    return false;
}

void count_fact(const Scene& scene, std::uint32_t s, const CountSpan& count, FactSink& sink) {
    // "ten of our members" counts a part.
    if (scene.first_telling(count.first, count.end, bit(Trigger::We))) return;
    if (parted_count(scene, s, count, sink) || told_count(scene, s, count, sink)) return;
    const bool is_member =
        count.what == "members" || tells_members(scene, count) || is_part_of_members(scene, s, count);
    if (is_some_of(scene, s, count)) return;
    if (team_count(scene, s, count, sink) || (!is_member && opening_count(scene, s, count, sink))) return;
    if ((!is_member && !is_actor(count.what)) || count.value <= kBoth) return;
    if (is_of_several(scene, s, count)) return;
    const KindSet owners = kBodies & ~kinds({EntityKind::PublicBody});
    const KindSet whose = owners | (is_member ? 0 : kEvent | kProject);
    const std::uint32_t whole = whole_of(scene, s, count);
    std::optional<Part> who = scene.nearest(s, whole, whose, Side::Before);
    const bool is_here = who && scene.segment(who->at) == scene.segment(count.first);
    if (!is_here && whole == count.first) {
        const auto after = scene.nearest(s, count.first, whose, Side::After);
        const bool is_after = after && after->at - count.end <= kNearWords &&
                              scene.segment(after->at) == scene.segment(count.first);
        if (is_after) who = after;
    }
    const char* rule = "count";
    // "in Hessen there are 160 companies": said of the place, not of the body named beside.
    const auto place = is_member ? std::nullopt : place_of(scene, s, count);
    const bool is_body_here = who && scene.segment(who->at) == scene.segment(count.first);
    if (place && (!is_body_here || scene.kind(who->entities.back()) == EntityKind::PublicBody)) {
        who = place;
        rule = "count-of-place";
    }
    if (!who && is_member) {
        // "it has 250 members", "among them 158 firms": other counts are of some of them, or of others.
        const bool is_told =
            has_them(scene, scene.sentence(s).first, count.first) || is_part_of_members(scene, s, count);
        if (is_told) who = scene.context(s, owners);
        rule = "count-of-context";
    }
    if (!who) return;
    const bool is_few = !is_member && count.value < kRegional;
    if (is_few && scene.kind(who->entities.back()) != EntityKind::Event) return;
    const bool is_own = !who->from_context && who->at < count.first && rule == std::string_view("count");
    const bool is_united =
        is_own && has_kind(owners, scene.kind(who->entities.back())) && unites_them(scene, s, who->at, count);
    Claimed claimed{
        .subject = who->entities.back(),
        .predicate = is_member || is_united ? Predicate::HasMemberCount : Predicate::HasActorCount,
        .object = fmt::format("{}", count.value),
        .sentence = s,
        .at = count.first,
        .rule = rule,
        .qualifiers = {{"what", count.what}},
        .from_context = who->from_context};
    if (count.bound != Bound::Exact) {
        claimed.qualifiers.push_back({"approximate", true});
        claimed.qualifiers.push_back({"bound", std::string(bound_word(count.bound))});
    }
    sink.add(std::move(claimed));
}

/// "Mitglieder: 128", "Année de création : 2010": a line of a profile.
void profile_line(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const Sentence& sentence = scene.sentence(s);
    constexpr std::uint32_t kLine = 8;
    if (sentence.end - sentence.first > kLine || sentence.end - sentence.first < 3) return;
    const auto body = scene.main(kBodies & ~kinds({EntityKind::PublicBody}));
    for (std::uint32_t at = sentence.first + 1; body && at + 1 < sentence.end; ++at) {
        const Token& value = scene.token(at + 1);
        if (scene.token(at).key != ":" || value.kind != TokenKind::Number) continue;
        std::string digits;
        for (const char c : value.key) {
            if (c >= '0' && c <= '9') digits += c;
        }
        const bool is_of_members = scene.tells(at - 1, bit(Trigger::Member));
        const bool is_year = scene.first_telling(sentence.first, at, bit(Trigger::Found)).has_value();
        if ((!is_of_members && !is_year) || digits.empty() || (is_year && digits.size() != kYearDigits))
            return;
        Claimed claimed{.subject = *body,
                        .predicate = is_year ? Predicate::Founded : Predicate::HasMemberCount,
                        .object = digits,
                        .sentence = s,
                        .at = at,
                        .rule = "profile-line",
                        .qualifiers = {},
                        .from_context = true};
        if (is_of_members) claimed.qualifiers.push_back({"what", std::string("members")});
        sink.add(std::move(claimed));
        return;
    }
}

}  // namespace

void read_figure_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (const CountSpan& count : scene.counts(s)) {
        count_fact(scene, s, count, sink);
        counted_examples(scene, s, count, sink);
    }
    heads(scene, s, sink);
    read_founding_facts(scene, s, sink);
    profile_line(scene, s, sink);
}

}  // namespace kontor::press
