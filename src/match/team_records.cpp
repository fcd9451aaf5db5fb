// SPDX-License-Identifier: EUPL-1.2
#include "match/team_records.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace kontor::match {
namespace {

using network::Day;
using network::kUnknownDay;
using network::Picture;
using network::ProjectIndex;

std::vector<std::string_view> split(std::string_view parts) {
    std::vector<std::string_view> out;
    while (!parts.empty()) {
        const std::size_t end = std::min(parts.find(';'), parts.size());
        out.push_back(parts.substr(0, end));
        parts.remove_prefix(std::min(end + 1, parts.size()));
    }
    return out;
}

/// The keywords that serve as themes, by word.
std::set<std::string_view> leading_parts(const Picture& picture) {
    constexpr std::size_t kFewest = 3;
    constexpr std::size_t kMost = 64;
    std::map<std::string_view, std::size_t> projects;
    for (std::size_t i = 0; i < picture.project_count(); ++i) {
        for (const std::string_view part : split(picture.at(ProjectIndex(i)).parts)) ++projects[part];
    }
    std::vector<std::pair<std::size_t, std::string_view>> ranked;
    for (const auto& [part, count] : projects) {
        if (count >= kFewest) ranked.emplace_back(count, part);
    }
    std::sort(ranked.begin(), ranked.end(), [](const auto& left, const auto& right) {
        return left.first != right.first ? left.first > right.first : left.second < right.second;
    });
    ranked.resize(std::min(ranked.size(), kMost));
    std::set<std::string_view> out;
    for (const auto& [count, part] : ranked) out.insert(part);
    return out;
}

void add_themes(const Picture& picture, TeamRecords& out) {
    const std::set<std::string_view> leading = leading_parts(picture);
    for (std::size_t i = 0; i < out.projects.size(); ++i) {
        const network::Project project = picture.at(ProjectIndex(i));
        std::vector<std::string>& themes = out.projects[i].themes;
        if (leading.empty() && project.programme.valid()) {
            themes.emplace_back(picture.at(project.programme).short_name);
        }
        for (const std::string_view part : split(project.parts)) {
            if (leading.count(part) != 0) themes.emplace_back(part);
        }
    }
}

void place_undated(const Picture& picture, TeamRecords& out) {
    std::map<network::ProgrammeIndex, std::vector<std::size_t>> undated;
    for (std::size_t i = 0; i < out.projects.size(); ++i) {
        if (out.projects[i].day == kUnknownDay) undated[picture.at(ProjectIndex(i)).programme].push_back(i);
    }
    for (auto& [programme, projects] : undated) {
        // Numbers of equal length compare as their digits do; longer ones are later.
        std::sort(projects.begin(), projects.end(), [&out](std::size_t left, std::size_t right) {
            const std::string& one = out.projects[left].id;
            const std::string& other = out.projects[right].id;
            return one.size() != other.size() ? one.size() < other.size() : one < other;
        });
        Day first = kUnknownDay;
        Day last = kUnknownDay;
        if (programme.valid()) first = picture.at(programme).from;
        if (programme.valid()) last = std::max(first, picture.at(programme).to);
        for (std::size_t i = 0; i < projects.size(); ++i) {
            constexpr Day kUsualAge = 3652;  // ten years: nobody knows
            Day day = picture.today() - kUsualAge;
            if (first != kUnknownDay) {
                const double share = static_cast<double>(i) / static_cast<double>(projects.size());
                day = first + static_cast<Day>(share * (last - first));
            }
            out.projects[projects[i]].stand_in = std::min(day, picture.today());
        }
    }
}

}  // namespace

TeamRecords team_records(const Picture& picture) {
    TeamRecords out;
    out.organisations.reserve(picture.organisation_count());
    for (std::size_t i = 0; i < picture.organisation_count(); ++i) {
        const network::Organisation one = picture.at(network::OrganisationIndex(i));
        out.organisations.push_back({std::string(one.id), std::string(one.name), std::string(one.city),
                                     one.country, one.activity_type});
    }
    out.projects.resize(picture.project_count());
    for (std::size_t i = 0; i < out.projects.size(); ++i) {
        const network::Project from = picture.at(ProjectIndex(i));
        TeamProject& to = out.projects[i];
        to.id = from.id;
        to.day = from.start;
        for (const network::Participation& one : picture.participations(ProjectIndex(i))) {
            if (to.members.empty() || to.members.back() != one.organisation.value)
                to.members.push_back(one.organisation.value);
        }
    }
    add_themes(picture, out);
    place_undated(picture, out);
    return out;
}

}  // namespace kontor::match
