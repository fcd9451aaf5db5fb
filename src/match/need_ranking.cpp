// SPDX-License-Identifier: EUPL-1.2
#include "match/need_ranking.hpp"

#include <algorithm>
#include <array>

#include "match/mixed_bits.hpp"
#include "match/occasion_draw.hpp"
#include "match/team_completion.hpp"
#include "match/team_training.hpp"

namespace kontor::match {
namespace {

constexpr std::size_t kFewestKnown = 3;
constexpr std::size_t kFewestCases = 200;
constexpr std::size_t kMostCases = 2000;
constexpr network::Day kYear = 365;
constexpr std::array<std::string_view, kNeedBaselines> kWords{"bm25", "bm25_projects", "popularity"};

/// The row of one organisation for a question that both gatherers were asked.
void append_row(const NeedEvidenceGatherer& needs, const TeamEvidenceGatherer* teams,
                std::size_t organisation, std::vector<Float>& row) {
    const NeedEvidenceRow need = needs.row(organisation);
    row.insert(row.end(), need.begin(), need.end());
    if (teams == nullptr) return;
    const TeamEvidenceRow team = teams->row(organisation);
    row.insert(row.end(), team.begin(), team.end());
}

/// Draws the candidates of one case.
class Draw {
public:
    Draw(NeedEvidenceGatherer& needs, TeamEvidenceGatherer* teams)
        : needs_(needs),
          teams_(teams),
          drawn_(needs.history(), [&needs, teams](std::uint32_t organisation, std::vector<Float>& rows) {
              append_row(needs, teams, organisation, rows);
          }) {}

    Occasion choose(const NeedCase& one) {
        constexpr std::size_t kNear = 200;
        constexpr std::size_t kRest = 80;
        needs_.ask(one.question.terms);
        if (teams_ != nullptr) teams_->ask({{*one.question.partner}, {}});
        drawn_.begin(one.hidden, one.others);
        drawn_.take_spread(near(), kNear);
        drawn_.take_spread(rest(), kRest);
        return drawn_.finish();
    }

private:
    // The union of the best by several kinds of evidence.
    std::vector<std::uint32_t> near() {
        constexpr std::size_t kBest = 120;
        constexpr std::array kBy{NeedEvidence::Projects, NeedEvidence::OwnTexts, NeedEvidence::NearProjects,
                                 NeedEvidence::Theme,    NeedEvidence::Recent,   NeedEvidence::Name};
        std::array<RankedByEvidence, kBy.size() + 1> ranked;
        for (const std::uint32_t i : rest()) {
            const NeedEvidenceRow row = needs_.row(i);
            for (std::size_t k = 0; k < kBy.size(); ++k) {
                ranked[k].emplace_back(-row[static_cast<std::size_t>(kBy[k])], i);
            }
        }
        for (const std::uint32_t i : teams_ == nullptr ? std::vector<std::uint32_t>{} : teams_->met()) {
            if (!drawn_.is_free(i)) continue;
            const TeamEvidenceRow row = teams_->row(i);
            ranked.back().emplace_back(-row[static_cast<std::size_t>(TeamEvidence::BothRings)], i);
        }
        return best_of_each(ranked, kBest);
    }

    // All that are free.
    [[nodiscard]] std::vector<std::uint32_t> rest() const {
        std::vector<std::uint32_t> out;
        for (std::uint32_t i = 0; i < needs_.history().organisation_count(); ++i) {
            if (drawn_.is_free(i)) out.push_back(i);
        }
        return out;
    }

    NeedEvidenceGatherer& needs_;
    TeamEvidenceGatherer* teams_;
    OccasionDraw drawn_;
};

/// The day from which on the texts before `until` are learnt from: whole years back from the last of them
/// until they are enough.
std::optional<network::Day> learning_begins(const TeamRecords& records, network::Day until) {
    constexpr std::size_t kEnough = 400;
    std::vector<network::Day> days;
    for (const TeamProject& project : records.projects) {
        if (project.text.empty() || project.day == network::kUnknownDay) continue;
        if (until != network::kUnknownDay && project.day >= until) continue;
        if (project.members.size() >= kFewestKnown) days.push_back(project.day);
    }
    if (days.empty()) return std::nullopt;
    std::sort(days.begin(), days.end());
    network::Day begin = days.back() + 1;
    std::size_t found = 0;
    while (found < kEnough && begin > days.front()) {
        begin -= kYear;
        found = static_cast<std::size_t>(days.end() - std::lower_bound(days.begin(), days.end(), begin));
    }
    return begin;
}

class Bm25Ranker final : public NeedRanker {
public:
    explicit Bm25Ranker(const NeedTexts& texts) : texts_(texts) {}
    void score(const NeedQuestion& question, std::span<Float> scores) override {
        std::fill(scores.begin(), scores.end(), Float{0});
        texts_.by_organisation().add_scores(question.terms, scores);
    }

private:
    const NeedTexts& texts_;
};

class Bm25ProjectsRanker final : public NeedRanker {
public:
    explicit Bm25ProjectsRanker(const NeedTexts& texts) : texts_(texts) {}
    void score(const NeedQuestion& question, std::span<Float> scores) override {
        std::fill(scores.begin(), scores.end(), Float{0});
        projects_.assign(texts_.projects().size(), 0);
        texts_.by_project().add_scores(question.terms, projects_);
        for (std::size_t p = 0; p < projects_.size(); ++p) {
            for (const std::uint32_t member : texts_.projects()[p].members) scores[member] += projects_[p];
        }
    }

private:
    const NeedTexts& texts_;
    std::vector<Float> projects_;
};

class PopularityRanker final : public NeedRanker {
public:
    explicit PopularityRanker(const TeamHistory& history) : history_(history) {}
    void score(const NeedQuestion&, std::span<Float> scores) override {
        for (std::size_t i = 0; i < scores.size(); ++i) {
            scores[i] = static_cast<Float>(history_.standing(i).participations);
        }
    }

private:
    const TeamHistory& history_;
};

}  // namespace

std::vector<NeedCase> need_cases(const TeamRecords& records, const TeamHistory& history,
                                 const NeedTexts& texts, FirstPartner partner, DayRange days) {
    std::vector<const TeamProject*> later;
    for (const TeamProject& project : records.projects) {
        if (project.text.empty() || project.day == network::kUnknownDay) continue;
        if (days.from != network::kUnknownDay && project.day < days.from) continue;
        if (days.until != network::kUnknownDay && project.day >= days.until) continue;
        later.push_back(&project);
    }
    std::sort(later.begin(), later.end(), [](const TeamProject* left, const TeamProject* right) {
        return std::pair(left->day, std::string_view(left->id)) <
               std::pair(right->day, std::string_view(right->id));
    });
    text::Analyzer analyzer;
    std::vector<NeedCase> out;
    std::size_t team = 0;
    for (const TeamProject* project : later) {
        std::vector<std::uint32_t> known;
        for (const std::uint32_t member : project->members) {
            if (history.number(member) != TeamHistory::kNone) known.push_back(history.number(member));
        }
        std::sort(known.begin(), known.end());
        known.erase(std::unique(known.begin(), known.end()), known.end());
        if (known.size() < kFewestKnown) continue;
        const auto terms = texts.terms(analyzer, project->text);
        for (const std::uint32_t hidden : known) {
            NeedCase one{{terms, {}}, hidden, known, team};
            std::erase(one.others, hidden);
            if (partner == FirstPartner::Given) {
                const std::uint64_t draw = mixed_bits(team ^ mixed_bits(hidden));
                one.question.partner = one.others[draw % one.others.size()];
            }
            out.push_back(std::move(one));
        }
        ++team;
    }
    return out;
}

NeedModel train_need_model(const TeamRecords& records, network::Day until, std::string_view language) {
    const auto begin = learning_begins(records, until);
    if (!begin) return shipped_need_model();
    const TeamHistory history(records, *begin);
    const NeedTexts texts(records, history, *begin, language);
    NeedEvidenceGatherer needs(history, texts);
    TeamEvidenceGatherer teams(history);
    const auto learn = [&](FirstPartner partner) -> std::optional<ChoiceModel> {
        const auto cases =
            sample_cases(need_cases(records, history, texts, partner, {*begin, until}), kMostCases, 1);
        if (cases.size() < kFewestCases) return std::nullopt;
        Draw draw(needs, partner == FirstPartner::Given ? &teams : nullptr);
        std::vector<Occasion> occasions;
        occasions.reserve(cases.size());
        for (const NeedCase& one : cases) occasions.push_back(draw.choose(one));
        FitPlan plan;
        plan.width = kNeedEvidence + (partner == FirstPartner::Given ? kTeamEvidence : 0);
        plan.groups = kRenowns;
        return fit_choices(std::move(occasions), plan);
    };
    auto alone = learn(FirstPartner::None);
    auto with_partner = learn(FirstPartner::Given);
    if (!alone || !with_partner) return shipped_need_model();
    return {std::move(*alone), std::move(*with_partner)};
}

NeedCompletion::NeedCompletion(const TeamHistory& history, const NeedTexts& texts, NeedModel model)
    : needs_(history, texts), teams_(history), model_(std::move(model)) {}

void NeedCompletion::score(const NeedQuestion& question, std::span<Float> scores) {
    needs_.ask(question.terms);
    const bool has_partner = question.partner.has_value();
    if (has_partner) teams_.ask({{*question.partner}, {}});
    const ChoiceModel& model = has_partner ? model_.with_partner : model_.alone;
    std::vector<Float> row;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        row.clear();
        append_row(needs_, has_partner ? &teams_ : nullptr, i, row);
        const auto known = renown(needs_.history().standing(i).participations);
        scores[i] = model.score(static_cast<std::size_t>(known), row);
    }
}

std::string_view word(NeedBaseline baseline) {
    return kWords[static_cast<std::size_t>(baseline)];
}

std::unique_ptr<NeedRanker> make_baseline(NeedBaseline baseline, const TeamHistory& history,
                                          const NeedTexts& texts) {
    switch (baseline) {
        case NeedBaseline::Bm25:
            return std::make_unique<Bm25Ranker>(texts);
        case NeedBaseline::Bm25Projects:
            return std::make_unique<Bm25ProjectsRanker>(texts);
        case NeedBaseline::Popularity:
            break;
    }
    return std::make_unique<PopularityRanker>(history);
}

}  // namespace kontor::match
