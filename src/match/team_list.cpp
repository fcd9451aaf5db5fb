// SPDX-License-Identifier: EUPL-1.2
#include "match/team_list.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "match/team_reasons.hpp"
#include "match/team_records.hpp"

namespace kontor::match {
namespace {

using network::OrganisationIndex;

template <class T>
bool contains(const std::vector<T>& list, const T& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

/// Of all who have taken part those who may be listed, and at which filter the last one was lost.
struct Admission {
    std::vector<std::uint32_t> numbers;  // of the history
    NoTeamCandidate reason = NoTeamCandidate::NobodyElse;
};

Admission admit(const TeamHistory& history, const network::Picture& picture, const TeamRequest& request) {
    Admission out;
    if (history.project_count() == 0) {
        out.reason = NoTeamCandidate::NoHistory;
        return out;
    }
    const auto sorted = [](std::vector<OrganisationIndex> list) {
        std::sort(list.begin(), list.end());
        return list;
    };
    const std::vector<OrganisationIndex> members = sorted(request.members);
    const std::vector<OrganisationIndex> excluded = sorted(request.excluded);
    const auto reach = [&out](NoTeamCandidate reason) { out.reason = std::max(out.reason, reason); };
    for (std::uint32_t number = 0; number < history.organisation_count(); ++number) {
        const OrganisationIndex organisation(history.known()[number]);
        if (std::binary_search(members.begin(), members.end(), organisation)) continue;
        reach(NoTeamCandidate::KindAbsent);
        if (!request.kinds.empty() && !contains(request.kinds, picture.kind(organisation))) continue;
        reach(NoTeamCandidate::CountryAbsent);
        if (!request.countries.empty() && !contains(request.countries, picture.country(organisation)))
            continue;
        reach(NoTeamCandidate::AllExcluded);
        if (!std::binary_search(excluded.begin(), excluded.end(), organisation))
            out.numbers.push_back(number);
    }
    if (!out.numbers.empty()) out.reason = NoTeamCandidate::None;
    return out;
}

TeamQuestion question_of(const TeamHistory& history, const TeamRequest& request) {
    TeamQuestion out;
    for (const OrganisationIndex member : request.members) {
        const std::uint32_t number = history.number(member.value);
        if (number != TeamHistory::kNone) out.given.push_back(number);
    }
    std::sort(out.given.begin(), out.given.end());
    if (!request.theme.empty()) out.themes = history.theme_numbers({{request.theme}});
    return out;
}

/// Those with a place first, the others by their scores, equals by number; only the first `count` in order.
void order(std::vector<std::uint32_t>& numbers, const std::vector<MixedPlace>& places,
           const std::vector<Float>& scores, std::size_t count) {
    std::vector<std::size_t> place_of(scores.size(), places.size());
    for (std::size_t i = 0; i < places.size(); ++i) place_of[places[i].organisation] = i;
    std::partial_sort(numbers.begin(), numbers.begin() + static_cast<std::ptrdiff_t>(count), numbers.end(),
                      [&](std::uint32_t left, std::uint32_t right) {
                          if (place_of[left] != place_of[right]) return place_of[left] < place_of[right];
                          return scores[left] != scores[right] ? scores[left] > scores[right] : left < right;
                      });
}

std::vector<std::string> themes_of(const TeamRecords& records) {
    std::map<std::string, std::size_t> counts;
    for (const TeamProject& project : records.projects) {
        for (const std::string& theme : project.themes) ++counts[theme];
    }
    std::vector<std::pair<std::string, std::size_t>> ranked(counts.begin(), counts.end());
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& left, const auto& right) { return left.second > right.second; });
    std::vector<std::string> out;
    for (auto& [theme, count] : ranked) out.push_back(theme);
    return out;
}

}  // namespace

std::string_view word(TeamPart part) {
    constexpr std::array<std::string_view, kTeamParts> kWords{"worked_together", "same_team", "experience",
                                                              "fits_question"};
    return kWords[static_cast<std::size_t>(part)];
}

TeamBasis::TeamBasis(const network::Picture& picture) : TeamBasis(team_records(picture), picture.today()) {}

TeamBasis::TeamBasis(const TeamRecords& records, network::Day today)
    : history_(records, today + 1), themes_(themes_of(records)) {}

TeamList complete_team(const TeamEngine& engine, const network::Picture& picture,
                       const TeamRequest& request) {
    const TeamHistory& history = engine.basis.history();
    Admission admitted = admit(history, picture, request);
    TeamList out;
    out.total = admitted.numbers.size();
    out.reason = admitted.reason;
    const std::size_t first = std::min(request.offset, out.total);
    const std::size_t last = std::min(first + request.limit, out.total);
    if (first == last) return out;
    const TeamQuestion question = question_of(history, request);
    std::vector<Float> scores(history.organisation_count());
    score_by_merit(engine.gatherer, engine.model, question, scores);
    const std::vector<MixedPlace> places = make_room_among(history, admitted.numbers, scores);
    order(admitted.numbers, places, scores, last);
    TeamReasons reasons(engine.gatherer, engine.model, question);
    for (std::size_t i = first; i < last; ++i) {
        const std::uint32_t number = admitted.numbers[i];
        out.candidates.push_back(reasons.explain(number));
        out.candidates.back().kept_place = i < places.size() && places[i].kept;
    }
    return out;
}

}  // namespace kontor::match
