// SPDX-License-Identifier: EUPL-1.2
#include "service/matching_training.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "match/team_records.hpp"
#include "match/team_training.hpp"
#include "network/picture_builder.hpp"
#include "service/audit_event.hpp"
#include "service/matching_models.hpp"
#include "service/permission.hpp"
#include "service/views.hpp"

namespace kontor::service {
namespace {

using model::RecordKind;
using network::Day;
using network::OrganisationIndex;

constexpr Day kYear = 365;
constexpr std::ptrdiff_t kEnoughProjects = 200;
constexpr std::size_t kSubjects = 6'000;
/// In larger consortia most never speak to each other.
constexpr std::size_t kMostInProject = 25;

base::Error stopped() {
    return {base::ErrorCode::Stopped, {}, {}, {}};
}

struct Year {
    Day from = 0;
    Day until = 0;
};

/// `starts` latest first.
std::optional<Year> latest_full_year(const std::vector<Day>& starts) {
    std::optional<Year> best;
    std::ptrdiff_t most = 0;
    for (auto first = starts.begin(); first != starts.end();) {
        const Year year{*first + 1 - kYear, *first + 1};
        const auto end = std::find_if(first, starts.end(), [&year](Day day) { return day < year.from; });
        if (end - first > most) {
            most = end - first;
            best = year;
        }
        if (most >= kEnoughProjects) return best;
        first = end;
    }
    return best;
}

/// The network as it was known when the year began, and who worked together then.
class Before {
public:
    Before(const store::Store& store, base::Progress& progress) : store_(store), progress_(progress) {}

    /// The latest year in which enough began to learn from, else the one with most; nothing when no project
    /// has a day.
    [[nodiscard]] base::Result<std::optional<Year>> telling_year(Day today) const {
        std::vector<Day> starts;
        const auto scanned = store_.scan(RecordKind::Project, [&](model::Record&& record) {
            const Day start = network::first_day(std::get<model::Project>(record).start);
            if (start != network::kUnknownDay && start <= today) starts.push_back(start);
            return true;
        });
        if (!scanned) return scanned.errors();
        std::sort(starts.begin(), starts.end(), std::greater<>());
        return latest_full_year(starts);
    }

    [[nodiscard]] base::Outcome read(const Year& year) {
        for (const RecordKind kind : {RecordKind::Topic, RecordKind::Organisation, RecordKind::Membership,
                                      RecordKind::Programme, RecordKind::Project, RecordKind::Participation,
                                      RecordKind::Agreement, RecordKind::Delegation}) {
            const auto scanned = store_.scan(kind, [&](model::Record&& record) {
                take(record, year);
                if (++done_ % 8192 == 0) progress_.report("reading", done_, 0);
                return !progress_.stop_requested();
            });
            if (!scanned) return scanned.errors();
            if (progress_.stop_requested()) return stopped();
        }
        picture_ = builder_.build(year.from);
        return base::Done{};
    }

    /// Who became partners in that year and had no tie before; by subject.
    [[nodiscard]] std::vector<match::NewPartners> new_partners() const {
        std::map<OrganisationIndex, std::set<OrganisationIndex>> partners;
        for (const auto& [project, ids] : teams_) {
            const std::vector<OrganisationIndex> team = known(ids);
            if (team.size() > kMostInProject) continue;
            for (const OrganisationIndex one : team) partners[one].insert(team.begin(), team.end());
        }
        std::vector<match::NewPartners> out;
        for (auto& [one, others] : partners) {
            others.erase(one);
            for (const network::TieIndex tie : picture_->ties(one)) {
                for (const OrganisationIndex met : picture_->organisations(tie)) others.erase(met);
            }
            if (!others.empty()) out.push_back({one, {others.begin(), others.end()}});
        }
        return out;
    }

    [[nodiscard]] const network::Picture& picture() const { return *picture_; }

    /// What began in the year and later too, for learning that makes its own cut.
    [[nodiscard]] match::TeamRecords all_teams(Day today) {
        for (const model::Record& record : later_) builder_.put(record);
        later_.clear();
        return match::team_records(*builder_.build(today));
    }

private:
    void take(const model::Record& record, const Year& year) {
        if (const auto* project = std::get_if<model::Project>(&record)) {
            const Day start = network::first_day(project->start);
            if (start != network::kUnknownDay && start >= year.from) {
                if (start < year.until) teams_[project->id];
            }
        }
        if (const auto* participation = std::get_if<model::Participation>(&record)) {
            const auto found = teams_.find(participation->project);
            if (found != teams_.end()) found->second.push_back(participation->organisation);
        }
        if (is_later(record, year.from)) {
            later_.push_back(record);
        } else {
            builder_.put(record);
        }
    }

    [[nodiscard]] static bool is_later(const model::Record& record, Day from) {
        const auto later = [from](const model::Date& date) {
            return date.known() && network::first_day(date) >= from;
        };
        if (const auto* project = std::get_if<model::Project>(&record)) return later(project->start);
        if (const auto* agreement = std::get_if<model::Agreement>(&record))
            return later(agreement->signed_on);
        if (const auto* delegation = std::get_if<model::Delegation>(&record)) return later(delegation->from);
        if (const auto* membership = std::get_if<model::Membership>(&record)) return later(membership->from);
        return false;
    }

    [[nodiscard]] std::vector<OrganisationIndex> known(const std::vector<std::string>& ids) const {
        std::vector<OrganisationIndex> out;
        for (const std::string& id : ids) {
            if (const auto found = picture_->find_organisation(id)) out.push_back(*found);
        }
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

    const store::Store& store_;
    base::Progress& progress_;
    std::uint64_t done_ = 0;
    network::PictureBuilder builder_;
    std::vector<model::Record> later_;
    std::map<std::string, std::vector<std::string>> teams_;  // by project
    std::shared_ptr<const network::Picture> picture_;
};

std::vector<match::NewPartners> spread(std::vector<match::NewPartners> all) {
    if (all.size() <= kSubjects) return all;
    std::vector<match::NewPartners> out;
    for (std::size_t i = 0; i < kSubjects; ++i) out.push_back(std::move(all[i * all.size() / kSubjects]));
    return out;
}

base::Result<match::LearntParts> learn(const Before& before, base::Progress& progress) {
    const auto cases = spread(before.new_partners());
    auto learnt = match::learn_parts(before.picture(), cases, [&](std::size_t subjects) {
        progress.report("partners", subjects, cases.size());
        return !progress.stop_requested();
    });
    if (progress.stop_requested()) return stopped();
    return learnt;
}

std::int64_t seconds(const base::Clock& clock) {
    return clock.now().time_since_epoch().count();
}

/// Without a model the shipped one holds.
void keep(store::WriteBatch& batch, const char* id, std::optional<model::TrainedModel> model) {
    if (model) {
        batch.desk_puts.emplace_back(std::move(*model));
    } else {
        batch.desk_erasures.push_back({model::DeskKind::TrainedModel, id});
    }
}

}  // namespace

base::Result<Training> train(store::Store& store, const base::Clock& clock, const Asker& asker,
                             base::Progress& progress) {
    if (auto permitted = permit(asker, Action::Maintain); !permitted) return permitted.errors();
    Before before(store, progress);
    const std::int64_t now = seconds(clock);
    const auto today = static_cast<Day>(now / (24 * 60 * 60));
    const auto year = before.telling_year(today);
    if (!year) return year.errors();
    Training out;
    match::LearntTeamModel team;
    if (year.value()) {
        out.from = iso_date(year.value()->from);
        out.until = iso_date(year.value()->until);
        if (const auto read = before.read(*year.value()); !read) return read.errors();
        auto parts = learn(before, progress);
        if (!parts) return parts.errors();
        out.parts = parts.value();
        progress.report("team", 0, 0);
        team = match::train_team_model(before.all_teams(today), year.value()->until, {});
    }
    out.parts_kept = out.parts.cases >= match::kShippedCases && out.parts.learnt_mrr > out.parts.shipped_mrr;
    out.team_cases = team.cases;
    const UsualWeights usual{out.parts.usual, now, static_cast<std::int64_t>(out.parts.cases)};
    const TeamWeights teams{team.model, now, static_cast<std::int64_t>(team.cases)};
    store::WriteBatch batch;
    keep(batch, kPartsModel, out.parts_kept ? std::optional(kept(usual)) : std::nullopt);
    keep(batch, kTeamModel, team.cases > 0 ? std::optional(kept(teams)) : std::nullopt);
    batch.actor = asker.actor;
    batch.audit.push_back({.actor = asker.actor, .action = action_of(AuditEvent::ModelTrained)});
    if (const auto written = store.write(batch); !written) return written.errors();
    return out;
}

base::Outcome forget_training(store::Store& store, const Asker& asker) {
    if (auto permitted = permit(asker, Action::Maintain); !permitted) return permitted.errors();
    store::WriteBatch batch;
    batch.actor = asker.actor;
    for (const char* id : {kPartsModel, kTeamModel}) {
        batch.desk_erasures.push_back({model::DeskKind::TrainedModel, id});
    }
    batch.audit.push_back({.actor = asker.actor, .action = action_of(AuditEvent::ModelForgotten)});
    if (const auto written = store.write(batch); !written) return written.errors();
    return base::Done{};
}

}  // namespace kontor::service
