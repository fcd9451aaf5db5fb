// SPDX-License-Identifier: EUPL-1.2
#include "match/teams.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <utility>

namespace kontor::match {
namespace {

constexpr Float kDaysPerYear = 365.25F;
using Lists = std::vector<std::vector<std::uint32_t>>;

network::Adjacency<std::uint32_t> flat(const Lists& lists) {
    std::vector<std::uint32_t> starts{0};
    std::vector<std::uint32_t> items;
    for (const auto& list : lists) {
        items.insert(items.end(), list.begin(), list.end());
        starts.push_back(static_cast<std::uint32_t>(items.size()));
    }
    return {std::move(starts), std::move(items)};
}

network::Day day_of(const TeamProject& project) {
    return project.day == network::kUnknownDay ? project.stand_in : project.day;
}

/// By day, then by id: the order of the files says nothing.
std::vector<const TeamProject*> taken_projects(const TeamRecords& records, network::Day until) {
    std::vector<const TeamProject*> taken;
    for (const TeamProject& project : records.projects) {
        if (project.members.empty()) continue;
        const bool before =
            project.day == network::kUnknownDay || until == network::kUnknownDay || project.day < until;
        if (before) taken.push_back(&project);
    }
    std::sort(taken.begin(), taken.end(), [](const TeamProject* left, const TeamProject* right) {
        return std::pair(day_of(*left), std::string_view(left->id)) <
               std::pair(day_of(*right), std::string_view(right->id));
    });
    return taken;
}

/// Numbers in the order of the words, so that they do not depend on who is met first.
std::map<std::string, std::uint32_t> numbered(const std::set<std::string>& words) {
    std::map<std::string, std::uint32_t> out;
    for (const std::string& word : words) out.emplace(word, static_cast<std::uint32_t>(out.size()));
    return out;
}

std::vector<std::string> words_of(const std::string& name) {
    constexpr std::size_t kShortest = 2;
    std::vector<std::string> out;
    std::string word;
    const auto end_word = [&] {
        if (word.size() >= kShortest) out.push_back(word);
        word.clear();
    };
    for (const char letter : name) {
        const auto byte = static_cast<unsigned char>(letter);
        if (byte >= 0x80U || std::isalnum(byte) != 0) {
            word += byte >= 0x80U ? letter : static_cast<char>(std::tolower(byte));
        } else {
            end_word();
        }
    }
    end_word();
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::int32_t found(const std::map<std::string, std::uint32_t>& numbers, const std::string& word) {
    const auto at = numbers.find(word);
    return at == numbers.end() ? -1 : static_cast<std::int32_t>(at->second);
}

std::string city_key(const TeamOrganisation& organisation) {
    return organisation.city.empty() ? std::string()
                                     : std::string(organisation.country.text()) + "/" + organisation.city;
}

}  // namespace

TeamHistory::TeamHistory(const TeamRecords& records, network::Day until) {
    const auto taken = taken_projects(records, until);
    end_ = until;
    if (until == network::kUnknownDay) {
        end_ = taken.empty() ? 0 : day_of(*taken.back());
    }
    learn_organisations(records, taken);
    learn_projects(records, taken);
    learn_standings(records, taken);
    learn_names(records);
}

void TeamHistory::learn_organisations(const TeamRecords& records,
                                      const std::vector<const TeamProject*>& taken) {
    std::vector<std::uint8_t> seen(records.organisations.size(), 0);
    for (const TeamProject* project : taken) {
        for (const std::uint32_t member : project->members) seen[member] = 1;
    }
    for (std::uint32_t record = 0; record < seen.size(); ++record) {
        if (seen[record] != 0) known_.push_back(record);
    }
    std::sort(known_.begin(), known_.end(), [&](std::uint32_t left, std::uint32_t right) {
        return records.organisations[left].id < records.organisations[right].id;
    });
    numbers_.assign(records.organisations.size(), kNone);
    for (std::uint32_t number = 0; number < known_.size(); ++number) numbers_[known_[number]] = number;
}

void TeamHistory::learn_projects(const TeamRecords& records, const std::vector<const TeamProject*>& taken) {
    std::set<std::string> names;
    for (const TeamProject* project : taken) names.insert(project->themes.begin(), project->themes.end());
    theme_names_.assign(names.begin(), names.end());
    Lists members;
    Lists themes;
    Lists projects(known_.size());
    for (const TeamProject* project : taken) {
        Numbers list;
        for (const std::uint32_t member : project->members) list.push_back(numbers_[member]);
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
        if (list.size() < 2) continue;
        for (const std::uint32_t member : list) {
            projects[member].push_back(static_cast<std::uint32_t>(members.size()));
        }
        members.push_back(std::move(list));
        project_records_.push_back(static_cast<std::uint32_t>(project - records.projects.data()));
        themes.push_back(theme_numbers(project->themes));
        ages_.push_back(std::max(Float{0}, static_cast<Float>(end_ - day_of(*project)) / kDaysPerYear));
        dated_.push_back(project->day == network::kUnknownDay ? 0 : 1);
    }
    members_ = flat(members);
    themes_ = flat(themes);
    projects_ = flat(projects);
}

TeamHistory::Numbers TeamHistory::theme_numbers(std::span<const std::string> names) const {
    Numbers out;
    for (const std::string& name : names) {
        const auto at = std::lower_bound(theme_names_.begin(), theme_names_.end(), name);
        if (at != theme_names_.end() && *at == name) {
            out.push_back(static_cast<std::uint32_t>(at - theme_names_.begin()));
        }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

void TeamHistory::learn_standings(const TeamRecords& records, const std::vector<const TeamProject*>& taken) {
    constexpr Float kStandingHalfLife = 2;
    constexpr Float kThemeHalfLife = 4;
    constexpr Float kQuarter = 0.25F;
    standings_.resize(known_.size());
    in_theme_.assign(theme_names_.size() * known_.size(), 0);
    for (const TeamProject* project : taken) {
        const Float age = std::max(Float{0}, static_cast<Float>(end_ - day_of(*project)) / kDaysPerYear);
        const Numbers themes = theme_numbers(project->themes);
        std::set<std::uint32_t> members(project->members.begin(), project->members.end());
        for (const std::uint32_t record : members) {
            const std::uint32_t member = numbers_[record];
            Standing& standing = standings_[member];
            ++standing.participations;
            standing.recent += std::exp2(-age / kStandingHalfLife);
            if (age < 1) standing.last_year += 1;
            standing.latest = std::max(standing.latest, 1 / (age + kQuarter));
            if (project->day != network::kUnknownDay) standing.has_dated = true;
            for (const std::uint32_t theme : themes) {
                in_theme_[theme * known_.size() + member] +=
                    std::exp2(-age / kThemeHalfLife) / static_cast<Float>(themes.size());
            }
        }
    }
    std::set<std::string> countries;
    std::set<std::string> cities;
    for (const std::uint32_t record : known_) {
        const TeamOrganisation& organisation = records.organisations[record];
        if (organisation.country.known()) countries.emplace(organisation.country.text());
        if (!organisation.city.empty()) cities.insert(city_key(organisation));
    }
    const auto country_numbers = numbered(countries);
    const auto city_numbers = numbered(cities);
    country_count_ = country_numbers.size();
    for (std::size_t number = 0; number < known_.size(); ++number) {
        const TeamOrganisation& organisation = records.organisations[known_[number]];
        standings_[number].country = found(country_numbers, std::string(organisation.country.text()));
        standings_[number].city = found(city_numbers, city_key(organisation));
        standings_[number].activity = static_cast<std::uint8_t>(organisation.activity);
    }
}

void TeamHistory::learn_names(const TeamRecords& records) {
    std::set<std::string> all;
    for (const std::uint32_t record : known_) {
        for (std::string& word : words_of(records.organisations[record].name)) all.insert(std::move(word));
    }
    const auto numbers = numbered(all);
    word_count_ = numbers.size();
    Lists lists;
    for (const std::uint32_t record : known_) {
        Numbers list;
        for (const std::string& word : words_of(records.organisations[record].name)) {
            list.push_back(numbers.at(word));
        }
        std::sort(list.begin(), list.end());
        lists.push_back(std::move(list));
    }
    words_ = flat(lists);
}

}  // namespace kontor::match
