// SPDX-License-Identifier: EUPL-1.2
#include "match/raises.hpp"

#include <algorithm>

#include "match/parts.hpp"
#include "network/weights.hpp"

namespace kontor::match {
namespace {

constexpr double kLeast = 0.0005;

class Raising {
public:
    Raising(const network::Picture& picture, const PartnerRequest& request, const Partner& partner)
        : picture_(picture), scene_(picture), request_(request), partner_(partner) {}

    std::vector<Raise> all() {
        add_missing();
        add_confirmation();
        add_mended();
        if (request_.subject.valid()) {
            add_journey();
            add_target();
        }
        std::stable_sort(out_.begin(), out_.end(),
                         [](const Raise& a, const Raise& b) { return a.could_raise > b.could_raise; });
        return std::move(out_);
    }

private:
    void add(const Raise& raise) {
        if (raise.could_raise >= kLeast) out_.push_back(raise);
    }
    [[nodiscard]] const PartScore& part(Part one) const {
        return partner_.parts[static_cast<std::size_t>(one)];
    }
    /// Negative, or 0 when the reason is not there.
    [[nodiscard]] double against(CounterReasonType type) const {
        double sum = 0;
        for (const CounterReason& reason : partner_.counter_reasons) {
            if (reason.type == type) sum += reason.contribution;
        }
        return sum;
    }

    void add_missing() {
        for (const Missing& one : partner_.missing) {
            // A date of confirmation comes with the confirmation.
            if (one.datum == MissingDatum::ConfirmedDate) continue;
            add({RaiseType::Datum, one.side, one.datum, {}, one.could_raise});
        }
    }

    void add_confirmation() {
        const PartScore& fresh = part(Part::Freshness);
        const double before = against(CounterReasonType::StaleProfile) +
                              against(CounterReasonType::ProfileUndated) +
                              against(CounterReasonType::OnlyOldProjects);
        const auto after =
            age_reason(picture_, picture_.today(), last_project(scene_, partner_.organisation));
        const double gain = fresh.weight * (1 - fresh.value) + (after ? after->contribution : 0) - before;
        add({RaiseType::Confirmation, Side::Candidate, {}, {}, gain});
    }

    void add_mended() {
        add({RaiseType::Completion, Side::Candidate, {}, {}, -against(CounterReasonType::PoorProfile)});
        add({RaiseType::NewerProject, Side::Candidate, {}, {}, -against(CounterReasonType::OnlyOldProjects)});
    }

    void add_journey() {
        const PartScore& warm = part(Part::WarmPath);
        const PartScore& record = part(Part::TrackRecord);
        const double warmer = warmth_value(warmth_sum(warm.value) + network::weights::kDelegation);
        const double relevance = relevance_of(part(Part::TopicFit).value, warmer);
        const double weightier = track_record(scene_, partner_.organisation, relevance, Detail::Score).value;
        add({RaiseType::Journey,
             Side::Candidate,
             {},
             {},
             warm.weight * (warmer - warm.value) + record.weight * (weightier - record.value)});
    }

    void add_target() {
        const network::CountryCode country = picture_.country(partner_.organisation);
        if (picture_.kind(request_.subject) != model::OrganisationKind::Cluster || !country.known()) return;
        const PartScore& place = part(Part::Place);
        const bool is_target =
            std::any_of(place.evidence.begin(), place.evidence.end(),
                        [](const Evidence& one) { return one.type == EvidenceType::OurTargetRegion; });
        if (is_target || country == picture_.country(request_.subject)) return;
        add({RaiseType::TargetRegion,
             Side::Subject,
             {},
             country,
             place.weight * kFirstTarget * (1 - place.value)});
    }

    const network::Picture& picture_;
    Scene scene_;
    const PartnerRequest& request_;
    const Partner& partner_;
    std::vector<Raise> out_;
};

}  // namespace

std::vector<Raise> raises(const network::Picture& picture, const PartnerRequest& request,
                          const Partner& partner) {
    return Raising(picture, request, partner).all();
}

}  // namespace kontor::match
