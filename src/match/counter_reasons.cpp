// SPDX-License-Identifier: EUPL-1.2
// What speaks against a candidate, and what is not known of it.
#include <algorithm>
#include <cmath>

#include "match/parts.hpp"

namespace kontor::match {
namespace {

using network::Day;
using network::kUnknownDay;
using network::Picture;
using network::Tie;
using network::TieIndex;
using network::TieKind;

constexpr double kSameNiche = 0.2;
constexpr double kNicheFrom = 0.5;  // similarity at which overlap begins to mean rivalry
constexpr std::size_t kNicheTopics = 2;
constexpr std::size_t kNamedTopics = 5;
constexpr double kStale = 0.1;
constexpr double kStaleFromYears = 2;
constexpr double kStaleFullAfterYears = 3;
constexpr double kUndated = 0.05;
constexpr double kAlreadyPartner = 0.15;
constexpr double kPoorProfile = 0.02;
constexpr double kEnded = 0.03;
constexpr double kOnlyOld = 0.03;
constexpr double kOldYears = 6;
constexpr double kKnownFrom = 5;   // projects
constexpr double kHalfKnown = 20;  // projects beyond these
constexpr double kDaysPerYear = 365.25;
constexpr std::size_t kNamedTies = 6;

void name_ties(CounterReason& reason, const Picture& picture, const std::vector<TieIndex>& ties) {
    for (std::size_t i = 0; i < std::min(ties.size(), kNamedTies); ++i) {
        const Tie& tie = picture.at(ties[i]);
        switch (tie.kind) {
            case TieKind::Project:
                reason.projects.emplace_back(tie.record);
                break;
            case TieKind::Membership:
                reason.memberships.emplace_back(tie.record);
                break;
            case TieKind::Agreement:
                reason.agreements.emplace_back(tie.record);
                break;
            case TieKind::Delegation:
            case TieKind::Management:
                break;
        }
    }
}

/// Adds the reasons up; makes them only when they are wanted.
class Against {
public:
    explicit Against(Detail detail) : detail_(detail) {}
    template <class Fill>
    void add(CounterReasonType type, double contribution, Fill&& fill) {
        out_.sum += contribution;
        if (detail_ == Detail::Score) return;
        CounterReason reason;
        reason.type = type;
        reason.contribution = contribution;
        fill(reason);
        out_.reasons.push_back(std::move(reason));
    }
    [[nodiscard]] CounterReasons take() {
        std::stable_sort(
            out_.reasons.begin(), out_.reasons.end(),
            [](const CounterReason& a, const CounterReason& b) { return a.contribution < b.contribution; });
        return std::move(out_);
    }

private:
    Detail detail_;
    CounterReasons out_;
};

std::vector<TopicIndex> most_shared(const Subject& subject, const Candidate& candidate) {
    std::vector<TopicLevel> both;
    for (const TopicLevel& one : candidate.profile) {
        const double least = std::min(one.level, subject.level(one.topic));
        if (least > 0) both.push_back({one.topic, least});
    }
    std::stable_sort(both.begin(), both.end(),
                     [](const TopicLevel& a, const TopicLevel& b) { return a.level > b.level; });
    std::vector<TopicIndex> out;
    for (std::size_t i = 0; i < std::min(both.size(), kNamedTopics); ++i) out.push_back(both[i].topic);
    return out;
}

void add_same_niche(Against& against, const Subject& subject, const Candidate& candidate) {
    if (!subject.known() || subject.kind() != candidate.kind) return;
    double shared = 0;
    double theirs = 0;
    std::size_t topics = 0;
    for (const TopicLevel& one : candidate.profile) {
        theirs += one.level;
        const double least = std::min(one.level, subject.level(one.topic));
        shared += least;
        if (least > 0) ++topics;
    }
    if (topics < kNicheTopics) return;
    const double similarity = shared / (theirs + subject.level_sum() - shared);
    if (similarity <= kNicheFrom) return;
    against.add(CounterReasonType::SameNiche, -kSameNiche * (similarity - kNicheFrom) / (1 - kNicheFrom),
                [&](CounterReason& reason) {
                    reason.number = similarity;
                    reason.topics = most_shared(subject, candidate);
                });
}

void add_alliance(Against& against, const Scene& scene, const Alliance& bonds, ExistingPartners existing) {
    const auto add = [&](CounterReasonType type, double contribution, const std::vector<TieIndex>& ties) {
        if (ties.empty()) return;
        against.add(type, contribution, [&](CounterReason& reason) {
            reason.number = static_cast<double>(ties.size());
            name_ties(reason, scene.picture(), ties);
        });
    };
    if (!bonds.alive.empty()) {
        if (existing != ExistingPartners::Welcome) {
            add(CounterReasonType::AlreadyPartner, -kAlreadyPartner, bonds.alive);
        }
        return;
    }
    add(CounterReasonType::MembershipEnded, -kEnded, bonds.ended_memberships);
    add(CounterReasonType::AgreementLapsed, -kEnded, bonds.lapsed_agreements);
}

void add_outcomes(Against& against, const Subject& subject, OrganisationIndex candidate) {
    const auto add = [&](CounterReasonType type, const std::optional<KnownOutcomes::Against>& found) {
        if (!found) return;
        against.add(type, found->contribution, [&](CounterReason& reason) {
            reason.number = static_cast<double>(found->day);
            reason.organisations = {candidate};
        });
    };
    add(CounterReasonType::Declined, subject.outcomes().declined(candidate));
    add(CounterReasonType::AskedAlready, subject.outcomes().asked_already(candidate));
}

void add_age(Against& against, const Scene& scene, OrganisationIndex candidate) {
    const Picture& picture = scene.picture();
    const auto reason = age_reason(picture, picture.as_of(candidate), last_project(scene, candidate));
    if (!reason) return;
    against.add(reason->type, reason->contribution, [&](CounterReason& out) {
        out.number = reason->number;
        out.organisations = {candidate};
    });
}

bool has_projects(const Scene& scene, OrganisationIndex candidate) {
    for (const OrganisationIndex voice : voices(scene, candidate)) {
        for (const network::ParticipationIndex at : scene.picture().participations(voice)) {
            if (!scene.gone(scene.picture().at(at).project)) return true;
        }
    }
    return false;
}

void add_poor_profile(Against& against, const Scene& scene, const Candidate& candidate) {
    int missing = 0;
    if (candidate.profile.empty()) ++missing;
    if (!candidate.country.known()) ++missing;
    if (candidate.offers.empty() && candidate.needs.empty() && !has_projects(scene, candidate.organisation)) {
        ++missing;
    }
    if (missing == 0) return;
    against.add(CounterReasonType::PoorProfile, -kPoorProfile * missing, [&](CounterReason& reason) {
        reason.number = missing;
        reason.organisations = {candidate.organisation};
    });
}

void add_well_known(Against& against, const Scene& scene, const CounterInput& in) {
    const OrganisationIndex candidate = in.candidate.organisation;
    const double projects = projects_of(scene, candidate);
    const double known = known_value(projects);
    if (!(known > 0)) return;
    against.add(CounterReasonType::WellKnown, -in.emphasis.well_known * known, [&](CounterReason& reason) {
        reason.number = projects;
        reason.organisations = {candidate};
    });
}

/// The sum that gives a saturated value of half at 1.
double unsaturated(double value) {
    return value / (1 - value);
}

std::size_t distinct_topics(const std::vector<network::Capability>& list) {
    std::vector<TopicIndex> topics;
    for (const network::Capability& one : list) topics.push_back(one.topic);
    std::sort(topics.begin(), topics.end());
    return static_cast<std::size_t>(std::unique(topics.begin(), topics.end()) - topics.begin());
}

}  // namespace

double known_value(double projects) {
    return projects <= kKnownFrom ? 0 : saturated(projects - kKnownFrom, kHalfKnown);
}

double projects_of(const Scene& scene, OrganisationIndex candidate) {
    double projects = 0;
    for (const OrganisationIndex voice : voices(scene, candidate)) {
        for (const network::ParticipationIndex at : scene.picture().participations(voice)) {
            if (!scene.gone(scene.picture().at(at).project)) ++projects;
        }
    }
    return projects;
}

Day last_project(const Scene& scene, OrganisationIndex candidate) {
    Day latest = kUnknownDay;
    for (const OrganisationIndex voice : voices(scene, candidate)) {
        latest = std::max(latest, scene.latest_project(voice));
    }
    return latest;
}

std::optional<AgeReason> age_reason(const Picture& picture, Day confirmed, Day project) {
    const Day last = std::max(confirmed, project);
    if (last == kUnknownDay) return AgeReason{CounterReasonType::ProfileUndated, -kUndated, 0};
    const auto days_since = [&picture](Day day) {
        return static_cast<double>(picture.today()) - static_cast<double>(day);
    };
    const double years = days_since(last) / kDaysPerYear;
    if (years > kStaleFromYears) {
        return AgeReason{CounterReasonType::StaleProfile,
                         -kStale * std::min(1.0, (years - kStaleFromYears) / kStaleFullAfterYears),
                         days_since(last)};
    }
    if (project != kUnknownDay && days_since(project) / kDaysPerYear > kOldYears) {
        return AgeReason{CounterReasonType::OnlyOldProjects, -kOnlyOld,
                         static_cast<double>(network::year_of(project))};
    }
    return std::nullopt;
}

CounterReasons counter_reasons(const Scene& scene, const CounterInput& in, Detail detail) {
    Against against(detail);
    add_same_niche(against, in.subject, in.candidate);
    add_alliance(against, scene, alliance(scene, in.subject, in.candidate.organisation), in.existing);
    add_outcomes(against, in.subject, in.candidate.organisation);
    add_age(against, scene, in.candidate.organisation);
    add_poor_profile(against, scene, in.candidate);
    if (in.emphasis.well_known > 0) add_well_known(against, scene, in);
    return against.take();
}

std::vector<Missing> missing_data(const Scene& scene, const Subject& subject, const Candidate& candidate,
                                  const std::array<PartScore, kParts>& parts) {
    std::vector<Missing> out;
    const auto part = [&parts](Part one) -> const PartScore& { return parts[static_cast<std::size_t>(one)]; };
    const auto add = [&out](MissingDatum datum, Side side, double gain) {
        if (gain > 0) out.push_back({datum, side, gain});
    };
    const auto rest = [](const PartScore& score) {
        return score.applicable ? score.weight * (1 - score.value) : 0;
    };
    const PartScore& complement = part(Part::Complementarity);
    const auto answers = [&complement](std::size_t count) {
        const double more = unsaturated(complement.value) + static_cast<double>(count);
        return complement.weight * (complementarity_value(more) - complement.value);
    };
    const std::size_t our_needs =
        subject.asked().empty() ? distinct_topics(subject.needs()) : subject.asked().size();
    if (candidate.profile.empty()) add(MissingDatum::Topics, Side::Candidate, rest(part(Part::TopicFit)));
    if (candidate.offers.empty()) add(MissingDatum::Offers, Side::Candidate, answers(our_needs));
    if (candidate.needs.empty())
        add(MissingDatum::Needs, Side::Candidate, answers(distinct_topics(subject.offers())));
    if (!candidate.country.known()) add(MissingDatum::Country, Side::Candidate, rest(part(Part::Place)));
    if (scene.picture().as_of(candidate.organisation) == kUnknownDay) {
        add(MissingDatum::ConfirmedDate, Side::Candidate, rest(part(Part::Freshness)));
    }
    if (!has_projects(scene, candidate.organisation)) {
        add(MissingDatum::Projects, Side::Candidate, rest(part(Part::TrackRecord)));
    }
    if (candidate.kind == model::OrganisationKind::Cluster && scene.members(candidate.organisation).empty()) {
        add(MissingDatum::Members, Side::Candidate, rest(part(Part::TopicFit)));
    }
    if (subject.known()) {
        if (subject.profile().empty() && subject.asked().empty()) {
            add(MissingDatum::Topics, Side::Subject, rest(part(Part::TopicFit)));
        }
        if (our_needs == 0)
            add(MissingDatum::Needs, Side::Subject, answers(distinct_topics(candidate.offers)));
        if (subject.offers().empty()) {
            add(MissingDatum::Offers, Side::Subject, answers(distinct_topics(candidate.needs)));
        }
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Missing& a, const Missing& b) { return a.could_raise > b.could_raise; });
    return out;
}

}  // namespace kontor::match
