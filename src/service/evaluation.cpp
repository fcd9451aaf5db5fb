// SPDX-License-Identifier: EUPL-1.2
#include "service/evaluation.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <unordered_map>
#include <utility>

#include "ingest/column.hpp"
#include "ingest/cordis_teams.hpp"
#include "match/team_baselines.hpp"

namespace kontor::service {
namespace {

using base::Error;
using base::ErrorCode;
using match::TeamRecords;
using network::Day;
using network::kUnknownDay;

base::Result<ingest::CordisSkeleton> read(const std::vector<std::string>& files, ingest::Texts texts,
                                          base::Progress& progress) {
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
    return ingest::read_skeleton(inputs, texts, progress);
}

match::TeamProject project_of(const ingest::SkeletonProject& project) {
    match::TeamProject out;
    out.id = project.id;
    out.day = project.start.known() ? network::first_day(project.start) : kUnknownDay;
    out.stand_in = project.stand_in;
    out.themes = project.parts;
    out.text = project.text;
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

struct Sides {
    TeamRecords history;
    TeamRecords later;
    Day cut = kUnknownDay;
    std::size_t left_out = 0;
};

base::Result<Sides> read_sides(const EvaluationRequest& request, ingest::Texts texts,
                               base::Progress& progress) {
    Sides out;
    if (!request.cut.empty()) {
        const auto day = model::Date::parse(request.cut);
        if (!day) {
            return Error{ErrorCode::DateInvalid, {{"value", request.cut}}, {{}, 0, 0, "--cut"}, {}};
        }
        out.cut = network::first_day(*day);
    }
    const auto before = read(request.history, texts, progress);
    if (!before) return before.errors();
    const auto after = read(request.later, texts, progress);
    if (!after) return after.errors();
    out.history = history_of(before.value());
    out.later = later_of(after.value(), out.history);
    out.left_out = leave_out_leaks(out.history, out.cut, out.later);
    return out;
}

template <class Case>
class Measurement {
public:
    Measurement(const match::TeamHistory& history, std::vector<Case> cases, base::Progress& progress)
        : history_(history), cases_(std::move(cases)), progress_(progress) {
        out_.cases = cases_.size();
        for (std::size_t i = 0; i < cases_.size(); ++i) {
            if (i == 0 || cases_[i].team != cases_[i - 1].team) ++out_.teams;
        }
        out_.organisations = history_.organisation_count();
    }

    template <class Ranker>
    base::Outcome take(const std::string& name, Ranker& ranker) {
        const auto figures = match::measure_ranker(ranker, history_, cases_, [&](std::size_t done) {
            constexpr std::size_t kStep = 64;
            if (done % kStep == 0) progress_.report(name, done, cases_.size());
            return !progress_.stop_requested();
        });
        if (progress_.stop_requested()) return Error{ErrorCode::Stopped, {}, {}, {}};
        out_.methods.push_back({name, figures});
        return base::Done{};
    }

    Evaluation result(std::size_t projects, std::size_t left_out) {
        out_.projects = projects;
        out_.left_out = left_out;
        return std::move(out_);
    }

private:
    const match::TeamHistory& history_;
    std::vector<Case> cases_;
    base::Progress& progress_;
    Evaluation out_;
};

/// The numbers, ascending, of the organisations that the tables name by PIC.
base::Result<std::vector<std::uint32_t>> read_clusters(const std::vector<std::string>& files,
                                                       const TeamRecords& records,
                                                       const match::TeamHistory& history) {
    base::Errors errors;
    std::set<std::string> pics;
    for (const std::string& file : files) {
        auto read = ingest::read_column(file, "pic");
        if (!read) {
            errors.insert(errors.end(), read.errors().begin(), read.errors().end());
            continue;
        }
        for (const std::string& pic : read.value()) pics.insert("pic-" + pic);
    }
    if (!errors.empty()) return errors;
    std::vector<std::uint32_t> out;
    for (std::size_t i = 0; i < records.organisations.size(); ++i) {
        const std::uint32_t number = history.number(i);
        if (number == match::TeamHistory::kNone) continue;
        if (pics.count(records.organisations[i].id) != 0) out.push_back(number);
    }
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

base::Result<Evaluation> evaluate_completion(const EvaluationRequest& request, base::Progress& progress) {
    auto sides = read_sides(request, ingest::Texts::Skip, progress);
    if (!sides) return sides.errors();
    const TeamRecords& records = sides.value().history;
    const Day cut = sides.value().cut;
    const match::TeamHistory history(records, cut);
    Measurement measurement(
        history,
        match::sample_cases(match::team_cases(history, sides.value().later, cut, kUnknownDay), request.limit,
                            request.seed),
        progress);
    progress.report("training", 0, 0);
    match::TeamCompletion ours(history, match::train_team_model(records, cut, {}).model);
    if (auto taken = measurement.take("kontor", ours); !taken) return taken.errors();
    for (std::size_t i = 0; i < match::kBaselines; ++i) {
        const auto baseline = static_cast<match::Baseline>(i);
        const auto ranker = match::make_baseline(baseline, history);
        auto taken = measurement.take(std::string(match::word(baseline)), *ranker);
        if (!taken) return taken.errors();
    }
    return measurement.result(history.project_count(), sides.value().left_out);
}

base::Result<Evaluation> evaluate_need(const EvaluationRequest& request, match::FirstPartner partner,
                                       base::Progress& progress) {
    constexpr std::string_view kLanguage = "en";
    auto sides = read_sides(request, ingest::Texts::Read, progress);
    if (!sides) return sides.errors();
    const TeamRecords& records = sides.value().history;
    const Day cut = sides.value().cut;
    progress.report("reading texts", 0, 0);
    const match::TeamHistory history(records, cut);
    const match::NeedTexts texts(records, history, cut, kLanguage);
    Measurement measurement(history,
                            match::sample_cases(match::need_cases(sides.value().later, history, texts,
                                                                  partner, {cut, kUnknownDay}),
                                                request.limit, request.seed),
                            progress);
    progress.report("training", 0, 0);
    match::NeedCompletion ours(history, texts, match::train_need_model(records, cut, kLanguage));
    if (auto taken = measurement.take("kontor", ours); !taken) return taken.errors();
    for (std::size_t i = 0; i < match::kNeedBaselines; ++i) {
        const auto baseline = static_cast<match::NeedBaseline>(i);
        const auto ranker = match::make_baseline(baseline, history, texts);
        auto taken = measurement.take(std::string(match::word(baseline)), *ranker);
        if (!taken) return taken.errors();
    }
    return measurement.result(texts.projects().size(), sides.value().left_out);
}

base::Result<Evaluation> evaluate_clusters(const EvaluationRequest& request,
                                           const std::vector<std::string>& clusters,
                                           base::Progress& progress) {
    auto sides = read_sides(request, ingest::Texts::Skip, progress);
    if (!sides) return sides.errors();
    const TeamRecords& records = sides.value().history;
    const Day cut = sides.value().cut;
    const match::TeamHistory history(records, cut);
    const auto known = read_clusters(clusters, records, history);
    if (!known) return known.errors();
    Measurement measurement(
        history,
        match::sample_cases(match::cluster_cases(sides.value().later, history, known.value(), cut),
                            request.limit, request.seed),
        progress);
    progress.report("training", 0, 0);
    match::ClusterCompletion ours(history, match::train_team_model(records, cut, {}).model, known.value());
    if (auto taken = measurement.take("kontor", ours); !taken) return taken.errors();
    match::SectorRanker same_sector(history);
    if (auto taken = measurement.take("same_sector", same_sector); !taken) return taken.errors();
    for (const auto baseline : {match::Baseline::Popularity, match::Baseline::PersonalisedPageRank}) {
        const auto ranker = match::make_baseline(baseline, history);
        auto taken = measurement.take(std::string(match::word(baseline)), *ranker);
        if (!taken) return taken.errors();
    }
    return measurement.result(history.project_count(), sides.value().left_out);
}

}  // namespace kontor::service
