// SPDX-License-Identifier: EUPL-1.2
#include "match/team_reasons.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace kontor::match {
namespace {

using network::OrganisationIndex;

constexpr std::size_t kShownProjects = 5;
constexpr std::size_t kShownBetween = 3;

/// Adds a reason and its share to a part.
void add(TeamPartScore& part, TeamReason reason) {
    part.contribution += reason.share;
    part.reasons.push_back(std::move(reason));
}

/// Largest first, the rest last.
void order(TeamPartScore& part) {
    std::stable_sort(part.reasons.begin(), part.reasons.end(),
                     [](const TeamReason& left, const TeamReason& right) {
                         const bool is_rest = left.type == TeamReasonType::Rest;
                         if (is_rest != (right.type == TeamReasonType::Rest)) return !is_rest;
                         return !is_rest && std::abs(left.share) > std::abs(right.share);
                     });
    part.contribution = 0;
    for (const TeamReason& reason : part.reasons) part.contribution += reason.share;
}

/// Several reasons of type Rest become one; one that says nothing is left out.
void join_rest(TeamPartScore& part) {
    TeamReason rest;
    rest.type = TeamReasonType::Rest;
    std::vector<TeamReason> kept;
    for (TeamReason& reason : part.reasons) {
        if (reason.type == TeamReasonType::Rest) {
            rest.share += reason.share;
        } else {
            kept.push_back(std::move(reason));
        }
    }
    if (rest.share != 0) kept.push_back(std::move(rest));
    part.reasons = std::move(kept);
}

}  // namespace

TeamPart part_of(TeamEvidence evidence) {
    if (evidence <= TeamEvidence::ShareMet) return TeamPart::WorkedTogether;
    if (evidence <= TeamEvidence::Loyalty) return TeamPart::SameTeam;
    if (evidence <= TeamEvidence::NoneDated) return TeamPart::Experience;
    return TeamPart::FitsQuestion;
}

TeamReasons::TeamReasons(const TeamEvidenceGatherer& gatherer, const TeamModel& model,
                         const TeamQuestion& question)
    : gatherer_(gatherer),
      history_(gatherer.history()),
      model_(model),
      question_(question),
      reached_(history_.organisation_count(), 0),
      strengths_(history_.organisation_count(), 0) {
    for (const std::uint32_t member : question.given) {
        for (const std::uint32_t project : history_.projects(member)) {
            // A project of several members is walked from each: count it for the first alone.
            const auto others = history_.members(project);
            const auto first = std::find_if(others.begin(), others.end(), [&](std::uint32_t one) {
                return std::binary_search(question.given.begin(), question.given.end(), one);
            });
            if (*first != member) continue;
            for (const std::uint32_t other : others) reached_[other] += gatherer.walk(project);
        }
    }
    for (const std::uint32_t member : question.given) reached_[member] = 0;
}

OrganisationIndex TeamReasons::organisation(std::uint32_t number) const {
    return OrganisationIndex(history_.known()[number]);
}

network::ProjectIndex TeamReasons::project(std::uint32_t number) const {
    return network::ProjectIndex(history_.project_record(number));
}

network::Day TeamReasons::day(std::uint32_t project) const {
    constexpr double kDaysPerYear = 365.25;
    if (!history_.dated(project)) return network::kUnknownDay;
    return history_.end() -
           static_cast<network::Day>(std::lround(static_cast<double>(history_.age(project)) * kDaysPerYear));
}

TeamReasons::Subject TeamReasons::look_at(std::uint32_t number) const {
    Subject out;
    out.number = number;
    for (const std::uint32_t project : history_.projects(number)) {
        if (gatherer_.given_in(project) > 0) out.joint.push_back(project);
    }
    out.met = !out.joint.empty();
    const Renown known = renown(history_.standing(number).participations);
    if (out.met) out.offset = static_cast<double>(model_.offset[static_cast<std::size_t>(known)]);
    const TeamEvidenceRow row = gatherer_.row(number);
    out.name_overlap = row[static_cast<std::size_t>(TeamEvidence::Name)];
    for (std::size_t i = 0; i < kTeamEvidence; ++i) {
        const auto evidence = static_cast<TeamEvidence>(i);
        out.contributions[i] = static_cast<double>(out.met ? model_.contribution(known, row, evidence)
                                                           : far_contribution(row, evidence));
    }
    return out;
}

TeamCandidate TeamReasons::explain(std::uint32_t number) {
    const Subject subject = look_at(number);
    TeamCandidate out;
    out.organisation = organisation(number);
    out.parts = {worked_together(subject), same_team(subject), experience(subject), fits_question(subject)};
    for (std::size_t i = 0; i < kTeamParts; ++i) {
        out.parts[i].part = static_cast<TeamPart>(i);
        join_rest(out.parts[i]);
        order(out.parts[i]);
        out.score += out.parts[i].contribution;
    }
    return out;
}

std::vector<OrganisationIndex> TeamReasons::members_in(std::uint32_t project) const {
    std::vector<OrganisationIndex> out;
    for (const std::uint32_t member : history_.members(project)) {
        if (std::binary_search(question_.given.begin(), question_.given.end(), member))
            out.push_back(organisation(member));
    }
    return out;
}

void TeamReasons::share_out(const Subject& subject, double contribution, const std::vector<double>& weights,
                            TeamPartScore& part) const {
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    const auto share = [&](std::size_t i) {
        return contribution * (total > 0 ? weights[i] / total : 1 / static_cast<double>(weights.size()));
    };
    std::vector<std::size_t> ranked(weights.size());
    std::iota(ranked.begin(), ranked.end(), std::size_t{0});
    // Of equals the later project first: projects are in the order of their days.
    std::sort(ranked.begin(), ranked.end(), [&weights](std::size_t left, std::size_t right) {
        return weights[left] != weights[right] ? weights[left] > weights[right] : left > right;
    });
    TeamReason further;
    further.type = TeamReasonType::FurtherProjects;
    for (std::size_t rank = 0; rank < ranked.size(); ++rank) {
        const std::uint32_t joint = subject.joint[ranked[rank]];
        if (rank >= kShownProjects) {
            ++further.number;
            further.share += share(ranked[rank]);
            continue;
        }
        TeamReason reason;
        reason.type = TeamReasonType::JointProject;
        reason.share = share(ranked[rank]);
        reason.number = gatherer_.given_in(joint);
        reason.day = day(joint);
        reason.projects = {project(joint)};
        reason.organisations = members_in(joint);
        add(part, std::move(reason));
    }
    if (further.number > 0) add(part, std::move(further));
}

TeamPartScore TeamReasons::worked_together(const Subject& subject) {
    TeamPartScore out;
    const double beyond = subject.contributions[static_cast<std::size_t>(TeamEvidence::SecondRing)];
    if (!subject.met) {
        TeamReason none;
        none.type = TeamReasonType::NoneJoint;
        none.share = beyond;
        add(out, std::move(none));
        return out;
    }
    double direct = 0;
    for (std::size_t i = 0; i < kTeamEvidence; ++i) {
        const auto evidence = static_cast<TeamEvidence>(i);
        const bool counts = part_of(evidence) == TeamPart::WorkedTogether;
        if (counts && evidence != TeamEvidence::SecondRing) direct += subject.contributions[i];
    }
    std::vector<double> weights;
    for (const std::uint32_t joint : subject.joint)
        weights.push_back(static_cast<double>(gatherer_.walk(joint)));
    share_out(subject, direct, weights, out);
    TeamReason via;
    via.organisations = between(subject);
    via.type = via.organisations.empty() ? TeamReasonType::Rest : TeamReasonType::Via;
    via.share = beyond;
    add(out, std::move(via));
    return out;
}

std::vector<OrganisationIndex> TeamReasons::between(const Subject& subject) {
    constexpr Float kHalfLife = 3;  // as of the walk
    std::vector<std::uint32_t> met;
    for (const std::uint32_t project : history_.projects(subject.number)) {
        const auto members = history_.members(project);
        const Float step =
            std::exp2(-history_.age(project) / kHalfLife) / static_cast<Float>(members.size() - 1);
        for (const std::uint32_t other : members) {
            if (other == subject.number || reached_[other] == 0) continue;
            if (strengths_[other] == 0) met.push_back(other);
            strengths_[other] += step * reached_[other];
        }
    }
    std::vector<std::pair<Float, std::uint32_t>> ranked;
    for (const std::uint32_t other : met) {
        ranked.emplace_back(-strengths_[other], other);
        strengths_[other] = 0;
    }
    const std::size_t count = std::min(kShownBetween, ranked.size());
    std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(count), ranked.end());
    std::vector<OrganisationIndex> out;
    for (std::size_t i = 0; i < count; ++i) out.push_back(organisation(ranked[i].second));
    return out;
}

TeamPartScore TeamReasons::same_team(const Subject& subject) const {
    TeamPartScore out;
    if (!subject.met) return out;
    double sum = 0;
    for (std::size_t i = 0; i < kTeamEvidence; ++i) {
        if (part_of(static_cast<TeamEvidence>(i)) == TeamPart::SameTeam) sum += subject.contributions[i];
    }
    std::vector<double> weights;
    for (const std::uint32_t joint : subject.joint) {
        constexpr double kSharpness = 3;  // as of TeamEvidence::TeamSharp
        weights.push_back(std::pow(static_cast<double>(gatherer_.likeness(joint)), kSharpness));
    }
    share_out(subject, sum, weights, out);
    for (TeamReason& reason : out.reasons) {
        if (reason.type == TeamReasonType::JointProject) reason.type = TeamReasonType::TeamProject;
    }
    return out;
}

TeamPartScore TeamReasons::experience(const Subject& subject) const {
    const auto of = [&subject](TeamEvidence evidence) {
        return subject.contributions[static_cast<std::size_t>(evidence)];
    };
    TeamPartScore out;
    TeamReason count;
    count.type = TeamReasonType::Projects;
    count.number = history_.standing(subject.number).participations;
    count.share = of(TeamEvidence::Participations) + of(TeamEvidence::NoneDated) + subject.offset;
    add(out, std::move(count));
    TeamReason latest;
    latest.share = of(TeamEvidence::Recent) + of(TeamEvidence::LastYear) + of(TeamEvidence::Latest);
    const auto projects = history_.projects(subject.number);
    latest.type = projects.empty() ? TeamReasonType::Rest : TeamReasonType::Latest;
    if (!projects.empty()) {
        latest.projects = {project(projects.back())};
        latest.day = day(projects.back());
    }
    add(out, std::move(latest));
    return out;
}

TeamPartScore TeamReasons::fits_question(const Subject& subject) const {
    TeamPartScore out;
    add(out, theme_reason(subject));
    add(out, activity_reason(subject));
    add(out, country_reason(subject));
    add(out, city_reason(subject));
    add(out, name_reason(subject));
    TeamReason rest;
    rest.type = TeamReasonType::Rest;
    rest.share = subject.contributions[static_cast<std::size_t>(TeamEvidence::RenownGap)];
    add(out, std::move(rest));
    return out;
}

TeamReason TeamReasons::theme_reason(const Subject& subject) const {
    TeamReason out;
    out.type = TeamReasonType::Rest;
    out.share = subject.contributions[static_cast<std::size_t>(TeamEvidence::Theme)] +
                subject.contributions[static_cast<std::size_t>(TeamEvidence::ThemeShare)];
    if (question_.themes.empty()) return out;
    const auto projects = history_.projects(subject.number);
    for (auto one = projects.rbegin(); one != projects.rend(); ++one) {
        const auto themes = history_.themes(*one);
        const bool is_in = std::find_first_of(themes.begin(), themes.end(), question_.themes.begin(),
                                              question_.themes.end()) != themes.end();
        if (!is_in) continue;
        ++out.number;
        if (out.projects.size() < kShownProjects) out.projects.push_back(project(*one));
    }
    out.type = out.number > 0 ? TeamReasonType::Theme : TeamReasonType::ThemeNone;
    return out;
}

TeamReason TeamReasons::activity_reason(const Subject& subject) const {
    TeamReason out;
    out.share = subject.contributions[static_cast<std::size_t>(TeamEvidence::Activity)];
    const bool is_known =
        history_.standing(subject.number).activity != static_cast<std::uint8_t>(model::ActivityType::Unknown);
    const bool says_something = is_known && !question_.themes.empty();
    out.type = says_something ? TeamReasonType::Activity : TeamReasonType::Rest;
    return out;
}

TeamReason TeamReasons::country_reason(const Subject& subject) const {
    TeamReason out;
    for (const TeamEvidence one :
         {TeamEvidence::CountryShare, TeamEvidence::CountryTogether, TeamEvidence::CountryLift}) {
        out.share += subject.contributions[static_cast<std::size_t>(one)];
    }
    const std::int32_t country = history_.standing(subject.number).country;
    for (const std::uint32_t member : question_.given) {
        if (country >= 0 && history_.standing(member).country == country)
            out.organisations.push_back(organisation(member));
    }
    out.type = out.organisations.empty() ? TeamReasonType::CountryOther : TeamReasonType::CountryShared;
    if (country < 0) out.type = TeamReasonType::Rest;
    return out;
}

TeamReason TeamReasons::city_reason(const Subject& subject) const {
    TeamReason out;
    out.share = subject.contributions[static_cast<std::size_t>(TeamEvidence::City)];
    const std::int32_t city = history_.standing(subject.number).city;
    for (const std::uint32_t member : question_.given) {
        if (city >= 0 && history_.standing(member).city == city)
            out.organisations.push_back(organisation(member));
    }
    out.type = out.organisations.empty() ? TeamReasonType::Rest : TeamReasonType::City;
    return out;
}

TeamReason TeamReasons::name_reason(const Subject& subject) const {
    TeamReason out;
    out.type = TeamReasonType::Rest;
    out.share = subject.contributions[static_cast<std::size_t>(TeamEvidence::Name)];
    constexpr Float kTelling = 0.2F;  // less is "university" and "of"
    if (subject.name_overlap < kTelling) return out;
    const auto words = history_.words(subject.number);
    std::size_t most = 0;
    for (const std::uint32_t member : question_.given) {
        const auto others = history_.words(member);
        const auto shared =
            static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [&others](std::uint32_t one) {
                return std::find(others.begin(), others.end(), one) != others.end();
            }));
        if (shared <= most) continue;
        most = shared;
        out.type = TeamReasonType::Name;
        out.organisations = {organisation(member)};
    }
    return out;
}

}  // namespace kontor::match
