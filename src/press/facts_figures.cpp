// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "press/facts.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kNearWords = 12;
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
    const std::string& opening = scene.token(scene.sentence(s).first).key;
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
            const std::string& key = scene.token(at).key;
            if (key == ";") return false;
            if (key == "darunter" || key == "davon" || key == "including" || key == "among" || key == "dont")
                return true;
        }
    }
    return false;
}

/// The place of the count's part of the sentence.
std::optional<Part> place_of(const Scene& scene, std::uint32_t s, const CountSpan& count) {
    if (count.value < kRegional) return std::nullopt;
    for (const Side side : {Side::Before, Side::After}) {
        const auto place = scene.nearest(s, count.first, kPlace, side);
        if (!place || scene.segment(place->at) != scene.segment(count.first)) continue;
        bool is_led = false;
        for (std::uint32_t at = place->at; at > scene.sentence(s).first && place->at - at < 3; --at)
            is_led = is_led || scene.tells(at - 1, bit(Trigger::To));
        const bool is_subject =
            place->at < count.first && (place->at == scene.sentence(s).first ||
                                        scene.segment(place->at - 1) != scene.segment(place->at) ||
                                        scene.only_small_words(place->at - 1, place->at));
        if (is_led || is_subject) return place;
    }
    return std::nullopt;
}

void count_fact(const Scene& scene, std::uint32_t s, const CountSpan& count, FactSink& sink) {
    // "ten of our members" counts a part.
    if (scene.first_telling(count.first, count.end, bit(Trigger::We))) return;
    const bool is_member =
        count.what == "members" || tells_members(scene, count) || is_part_of_members(scene, s, count);
    if ((!is_member && !is_actor(count.what)) || count.value <= kBoth) return;
    const KindSet whose = kBodies | (is_member ? 0 : kEvent | kProject);
    std::optional<Part> who = scene.nearest(s, count.first, whose, Side::Before);
    const bool is_here = who && scene.segment(who->at) == scene.segment(count.first);
    if (!is_here) {
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
        who = scene.context(s, kBodies);
        rule = "count-of-context";
    }
    if (!who) return;
    const bool is_few = !is_member && count.value < kRegional;
    if (is_few && scene.kind(who->entities.back()) != EntityKind::Event) return;
    Claimed claimed{.subject = who->entities.back(),
                    .predicate = is_member ? Predicate::HasMemberCount : Predicate::HasActorCount,
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

void founded(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::Found))) {
        for (const DateSpan& date : scene.dates(s)) {
            if (date.sense != DateSense::On && date.sense != DateSense::Since) continue;
            if (scene.segment(date.first) != scene.segment(at) || !date.from.known()) continue;
            const auto who = scene.subject(s, at, kBodies);
            if (!who) continue;
            sink.add({.subject = who->entities.front(),
                      .predicate = Predicate::Founded,
                      .object = date.from.text().substr(0, kYearDigits),
                      .sentence = s,
                      .at = at,
                      .rule = "founded",
                      .qualifiers = {},
                      .from_context = who->from_context});
            return;
        }
    }
}

}  // namespace

void read_figure_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (const CountSpan& count : scene.counts(s)) count_fact(scene, s, count, sink);
    founded(scene, s, sink);
    profile_line(scene, s, sink);
}

}  // namespace kontor::press
