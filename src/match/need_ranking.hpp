// SPDX-License-Identifier: EUPL-1.2
// Who could meet a need told in words, alone or with a first partner: every organisation of a history scored
// by a linear model over its evidence, learnt from the history's own last year of texts; and the plain
// methods it is measured against. Pure, deterministic; one thread per object.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "match/choice_fit.hpp"
#include "match/need_evidence.hpp"
#include "match/team_evidence.hpp"

namespace kontor::match {

struct NeedQuestion {
    std::vector<std::uint32_t> terms;      // of NeedTexts
    std::optional<std::uint32_t> partner;  // number in the history
};

/// A later project of which `hidden` is to be found from its text.
struct NeedCase {
    NeedQuestion question;
    std::uint32_t hidden = 0;
    std::vector<std::uint32_t> others;  // its other known members: right answers too, so they take no place
    std::size_t team = 0;
};

enum class FirstPartner : std::uint8_t {
    None,
    Given,  // one other member, chosen by the numbers of project and hidden member
};

/// From the first day on, before the second; kUnknownDay: no bound.
struct DayRange {
    network::Day from = network::kUnknownDay;
    network::Day until = network::kUnknownDay;
};

/// Every known member of the projects of these days that have a text and at least three known members, hidden
/// in turn; teams by day and id. `from` and `until` bound the days (kUnknownDay: no bound).
[[nodiscard]] std::vector<NeedCase> need_cases(const TeamRecords& records, const TeamHistory& history,
                                               const NeedTexts& texts, FirstPartner partner, DayRange days);

class NeedRanker {
public:
    NeedRanker() = default;
    NeedRanker(const NeedRanker&) = delete;
    NeedRanker& operator=(const NeedRanker&) = delete;
    virtual ~NeedRanker() = default;
    /// As TeamRanker::score.
    virtual void score(const NeedQuestion& question, std::span<Float> scores) = 0;
};

/// Rows are NeedEvidence, with a partner followed by TeamEvidence; groups are Renown.
struct NeedModel {
    ChoiceModel alone;
    ChoiceModel with_partner;
};

/// Learnt from FP7 and Horizon 2020; for histories too short to learn from.
[[nodiscard]] const NeedModel& shipped_need_model();

/// Learns from the last year before `until` that has texts (more years when that is few), with what was known
/// before it. Gives the shipped model when there are fewer than 200 cases. Texts are read as `language`.
[[nodiscard]] NeedModel train_need_model(const TeamRecords& records, network::Day until,
                                         std::string_view language);

class NeedCompletion final : public NeedRanker {
public:
    /// `history` and `texts` must outlive this.
    NeedCompletion(const TeamHistory& history, const NeedTexts& texts, NeedModel model);
    void score(const NeedQuestion& question, std::span<Float> scores) override;

private:
    NeedEvidenceGatherer needs_;
    TeamEvidenceGatherer teams_;
    NeedModel model_;
};

enum class NeedBaseline : std::uint8_t {
    Bm25,          // over all texts of an organisation
    Bm25Projects,  // summed over its projects
    Popularity,
};
inline constexpr std::size_t kNeedBaselines = 3;
/// "bm25" …
[[nodiscard]] std::string_view word(NeedBaseline baseline);
[[nodiscard]] std::unique_ptr<NeedRanker> make_baseline(NeedBaseline baseline, const TeamHistory& history,
                                                        const NeedTexts& texts);

}  // namespace kontor::match
