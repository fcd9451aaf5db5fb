// SPDX-License-Identifier: EUPL-1.2
#include "service/evaluation.hpp"

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <utility>

#include "ingest/cordis_teams.hpp"
#include "match/team_baselines.hpp"

namespace kontor::service {
namespace {

using base::Error;
using base::ErrorCode;
using match::TeamRecords;
using network::Day;
using network::kUnknownDay;

base::Result<ingest::CordisSkeleton> read(const std::vector<std::string>& files, base::Progress& progress) {
    std::vector<ingest::Input> inputs;
    base::Errors errors;
    for (const std::string& file : files) {
        auto input = ingest::Input::open_file(file);
        if (input) {
            inputs.push_back(std::move(input).value());
        } else {
            errors.insert(errors.end(), input.errors().begin(), input.errors().end());
        }
    }
    if (!errors.empty()) return errors;
    return ingest::read_skeleton(inputs, progress);
}

match::TeamProject project_of(const ingest::SkeletonProject& project) {
    match::TeamProject out;
    out.id = project.id;
    out.day = project.start.known() ? network::first_day(project.start) : kUnknownDay;
    out.stand_in = project.stand_in;
    out.themes = project.parts;
    return out;
}

TeamRecords history_of(const ingest::CordisSkeleton& skeleton) {
    TeamRecords out;
    for (const ingest::SkeletonOrganisation& from : skeleton.organisations) {
        match::TeamOrganisation to;
        to.id = from.id;
        to.name = from.name;
        to.city = from.city;
        to.country = network::CountryCode::from(from.country);
        to.activity = from.activity;
        out.organisations.push_back(std::move(to));
    }
    for (const ingest::SkeletonProject& from : skeleton.projects) {
        out.projects.push_back(project_of(from));
        out.projects.back().members = from.members;
    }
    return out;
}

/// The later projects in the history's numbers; organisations that the history does not have are left out,
/// and of the others nothing but their presence is taken.
TeamRecords later_of(const ingest::CordisSkeleton& skeleton, const TeamRecords& history) {
    std::unordered_map<std::string, std::uint32_t> numbers;
    for (std::uint32_t i = 0; i < history.organisations.size(); ++i) {
        numbers.emplace(history.organisations[i].id, i);
    }
    TeamRecords out;
    for (const ingest::SkeletonProject& from : skeleton.projects) {
        out.projects.push_back(project_of(from));
        for (const std::uint32_t member : from.members) {
            const auto known = numbers.find(skeleton.organisations[member].id);
            if (known != numbers.end()) out.projects.back().members.push_back(known->second);
        }
    }
    return out;
}

/// Takes what is to be completed out of the history; gives how many projects that were.
std::size_t leave_out_leaks(TeamRecords& history, Day cut, const TeamRecords& later) {
    const auto leaked = match::leaked_projects(history, cut, later);
    std::erase_if(history.projects, [&leaked](const match::TeamProject& project) {
        return std::binary_search(leaked.begin(), leaked.end(), project.id);
    });
    return leaked.size();
}

class Measurement {
public:
    Measurement(const match::TeamHistory& history, std::vector<match::TeamCase> cases,
                base::Progress& progress)
        : history_(history), cases_(std::move(cases)), progress_(progress) {}

    base::Outcome take(const std::string& name, match::TeamRanker& ranker) {
        const auto figures = match::measure_ranker(ranker, history_, cases_, [&](std::size_t done) {
            constexpr std::size_t kStep = 64;
            if (done % kStep == 0) progress_.report(name, done, cases_.size());
            return !progress_.stop_requested();
        });
        if (progress_.stop_requested()) return Error{ErrorCode::Stopped, {}, {}, {}};
        out_.methods.push_back({name, figures});
        return base::Done{};
    }

    CompletionEvaluation result() {
        out_.organisations = history_.organisation_count();
        out_.projects = history_.project_count();
        out_.cases = cases_.size();
        for (std::size_t i = 0; i < cases_.size(); ++i) {
            if (i == 0 || cases_[i].team != cases_[i - 1].team) ++out_.teams;
        }
        return std::move(out_);
    }

private:
    const match::TeamHistory& history_;
    std::vector<match::TeamCase> cases_;
    base::Progress& progress_;
    CompletionEvaluation out_;
};

base::Result<CompletionEvaluation> measure(TeamRecords records, const TeamRecords& later, Day cut,
                                           const CompletionRequest& request, base::Progress& progress) {
    const std::size_t left_out = leave_out_leaks(records, cut, later);
    const match::TeamHistory history(records, cut);
    auto cases =
        match::sample_cases(match::team_cases(history, later, cut, kUnknownDay), request.limit, request.seed);
    Measurement measurement(history, std::move(cases), progress);
    progress.report("training", 0, 0);
    match::TeamCompletion ours(history, match::train_team_model(records, cut, {}));
    if (auto taken = measurement.take("kontor", ours); !taken) return taken.errors();
    for (std::size_t i = 0; i < match::kBaselines; ++i) {
        const auto baseline = static_cast<match::Baseline>(i);
        const auto ranker = match::make_baseline(baseline, history);
        auto taken = measurement.take(std::string(match::word(baseline)), *ranker);
        if (!taken) return taken.errors();
    }
    CompletionEvaluation out = measurement.result();
    out.left_out = left_out;
    return out;
}

}  // namespace

base::Result<CompletionEvaluation> evaluate_completion(const CompletionRequest& request,
                                                       base::Progress& progress) {
    Day cut = kUnknownDay;
    if (!request.cut.empty()) {
        const auto day = model::Date::parse(request.cut);
        if (!day) {
            return Error{ErrorCode::DateInvalid, {{"value", request.cut}}, {{}, 0, 0, "--cut"}, {}};
        }
        cut = network::first_day(*day);
    }
    const auto before = read(request.history, progress);
    if (!before) return before.errors();
    const auto after = read(request.later, progress);
    if (!after) return after.errors();
    TeamRecords records = history_of(before.value());
    const TeamRecords later = later_of(after.value(), records);
    return measure(std::move(records), later, cut, request, progress);
}

}  // namespace kontor::service
