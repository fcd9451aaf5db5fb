// SPDX-License-Identifier: EUPL-1.2
#include "service/notes_replay.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "match/partners.hpp"
#include "service/matching_models.hpp"
#include "service/partner_presets.hpp"
#include "service/permission.hpp"

namespace kontor::service {
namespace {

using base::Result;
using model::PartnerOutcome;

/// Where a partner stood when the outcome was noted; 0: not on the list.
struct Stand {
    std::string organisation;
    std::string partner;
    std::size_t rank = 0;
};

bool is_good(PartnerOutcome outcome) {
    return outcome == PartnerOutcome::Accepted || outcome == PartnerOutcome::Met ||
           outcome == PartnerOutcome::Cooperated;
}
bool is_bad(PartnerOutcome outcome) {
    return outcome == PartnerOutcome::Declined || outcome == PartnerOutcome::Unwanted;
}

class Replayer {
public:
    Replayer(const network::Picture& picture, const match::Usual& usual,
             std::vector<model::PartnerNote> notes)
        : picture_(picture), usual_(usual), notes_(std::move(notes)) {
        std::sort(notes_.begin(), notes_.end(), [](const auto& a, const auto& b) {
            return std::tie(a.day, a.noted, a.id) < std::tie(b.day, b.noted, b.id);
        });
    }

    [[nodiscard]] base::Outcome run(base::Progress& progress) {
        std::uint64_t done = 0;
        for (const model::PartnerNote& note : notes_) {
            if (progress.stop_requested()) return base::Error{base::ErrorCode::Stopped, {}, {}, {}};
            if (auto gone_through = replay(note); !gone_through) return gone_through;
            progress.report("feedback", ++done, notes_.size());
        }
        return base::Done{};
    }

    [[nodiscard]] NotesReplay figures() const {
        NotesReplay out{.good = figures_of(good_), .bad = figures_of(bad_)};
        double in_order = 0;
        for (const Stand& good : good_) {
            for (const Stand& bad : bad_) {
                if (good.organisation != bad.organisation || good.partner == bad.partner) continue;
                ++out.compared;
                const std::size_t above = place_of(good);
                const std::size_t below = place_of(bad);
                in_order += above < below ? 1 : above == below ? 0.5 : 0;
            }
        }
        if (out.compared > 0) out.in_order = in_order / static_cast<double>(out.compared);
        return out;
    }

private:
    using Pair = std::pair<std::string, std::string>;

    [[nodiscard]] base::Outcome replay(const model::PartnerNote& note) {
        const auto organisation = picture_.find_organisation(note.organisation);
        const auto partner = picture_.find_organisation(note.partner);
        if (!organisation || !partner || organisation == partner) return base::Done{};
        const Pair pair{note.organisation, note.partner};
        const bool is_first_good = is_good(note.outcome) && had_good_.insert(pair).second;
        const bool is_first_bad = is_bad(note.outcome) && had_bad_.insert(pair).second;
        if (is_first_good || is_first_bad) {
            const auto rank = rank_of(*partner, *organisation, earlier_[note.organisation]);
            if (!rank) return rank.errors();
            (is_first_good ? good_ : bad_).push_back({note.organisation, note.partner, rank.value()});
        }
        earlier_[note.organisation].push_back({*partner, note.outcome, network::first_day(note.day)});
        return base::Done{};
    }

    [[nodiscard]] Result<std::size_t> rank_of(network::OrganisationIndex partner,
                                              network::OrganisationIndex organisation,
                                              const std::vector<match::KnownOutcome>& earlier) const {
        match::PartnerRequest request;
        apply(Preset::Usual, usual_, request);
        request.subject = organisation;
        for (const match::KnownOutcome& one : earlier) {
            if (one.organisation != partner) request.known.push_back(one);
        }
        auto found = match::explain_pair(picture_, request, partner);
        if (!found) return found.errors();
        if (found.value().exclusion == match::Exclusion::Kind) {
            request.filters.kinds = {picture_.kind(partner)};
            found = match::explain_pair(picture_, request, partner);
            if (!found) return found.errors();
        }
        return found.value().rank;
    }

    /// Who is not on the list comes after all who are.
    [[nodiscard]] std::size_t place_of(const Stand& one) const {
        return one.rank == 0 ? picture_.organisation_count() + 1 : one.rank;
    }

    [[nodiscard]] static ReplayFigures figures_of(const std::vector<Stand>& all) {
        ReplayFigures out;
        out.pairs = all.size();
        if (all.empty()) return out;
        const double each = 1 / static_cast<double>(all.size());
        for (const Stand& one : all) {
            if (one.rank == 0) continue;
            out.mrr += each / static_cast<double>(one.rank);
            out.hit10 += one.rank <= 10 ? each : 0;
            out.hit50 += one.rank <= 50 ? each : 0;
        }
        return out;
    }

    const network::Picture& picture_;
    match::Usual usual_;
    std::vector<model::PartnerNote> notes_;
    std::set<Pair> had_good_;
    std::set<Pair> had_bad_;
    std::map<std::string, std::vector<match::KnownOutcome>> earlier_;  // by organisation
    std::vector<Stand> good_;
    std::vector<Stand> bad_;
};

}  // namespace

Result<NotesReplay> replay_notes(const Knowledge& knowledge, const Asker& asker, base::Progress& progress) {
    if (auto permitted = permit(asker, Action::Maintain); !permitted) return permitted.errors();
    const auto found = knowledge.store().all_desk(model::DeskKind::PartnerNote);
    if (!found) return found.errors();
    std::vector<model::PartnerNote> notes;
    for (const model::DeskRecord& record : found.value())
        notes.push_back(std::get<model::PartnerNote>(record));
    const auto current = knowledge.current();
    Replayer replayer(*current->picture, usual_weights(knowledge.store()).usual, std::move(notes));
    if (auto done = replayer.run(progress); !done) return done.errors();
    return replayer.figures();
}

}  // namespace kontor::service
