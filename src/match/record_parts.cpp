// SPDX-License-Identifier: EUPL-1.2
// Track record, place and freshness: what a candidate's records say by themselves.
#include <algorithm>
#include <cmath>

#include "match/parts.hpp"
#include "network/geography.hpp"
#include "network/weights.hpp"
#include "text/countries.hpp"

namespace kontor::match {
namespace {

using network::CountryCode;
using network::Day;
using network::kUnknownDay;
using network::Picture;

constexpr double kHalfRecord = 2;
constexpr double kAgreementExperience = 0.5;
constexpr double kAnotherProgramme = 0.2;
constexpr std::size_t kMostProgrammes = 5;
constexpr std::size_t kMostEvidence = 8;
constexpr double kWantedCountry = 0.9;
constexpr double kTheirRegions = 0.8;
constexpr double kSameCountry = 0.3;
constexpr double kSameRegion = 0.2;
constexpr std::size_t kNuts2Length = 4;
constexpr double kNear = 0.25;
constexpr double kNearKilometres = 300;
constexpr double kLeastNear = 0.01;
constexpr double kProfileHalfLife = 1.5;
constexpr double kProjectHalfLife = 2;
constexpr double kProjectFreshness = 0.7;

/// How many projects in each programme; few programmes, in order.
class ProgrammeCounts {
public:
    void add(network::ProgrammeIndex programme) {
        if (!programme.valid()) return;
        const auto at =
            std::lower_bound(counts_.begin(), counts_.end(), programme,
                             [](const auto& one, network::ProgrammeIndex p) { return one.first < p; });
        if (at != counts_.end() && at->first == programme) {
            ++at->second;
        } else {
            counts_.insert(at, {programme, 1});
        }
    }
    [[nodiscard]] const std::vector<std::pair<network::ProgrammeIndex, std::uint32_t>>& all() const {
        return counts_;
    }

private:
    std::vector<std::pair<network::ProgrammeIndex, std::uint32_t>> counts_;
};

void add_projects(Sheet& sheet, const Scene& scene, OrganisationIndex voice, ProgrammeCounts& programmes) {
    const Picture& picture = scene.picture();
    network::ProjectIndex last;
    for (const network::ParticipationIndex at : picture.participations(voice)) {
        const network::Participation& one = picture.at(at);
        if (one.project == last || scene.gone(one.project)) continue;
        last = one.project;
        const bool coordinated = one.role == model::ParticipationRole::Coordinator;
        const double factor = coordinated ? network::weights::kCoordinatorFactor : 1;
        programmes.add(picture.programme(one.project));
        sheet.add(picture.vitality(one.project) * factor, [&] {
            Evidence out;
            out.type = coordinated ? EvidenceType::Coordinated : EvidenceType::ProjectDone;
            out.projects = {one.project};
            out.organisations = {voice};
            out.number = network::year_of(picture.effective(one.project));
            return out;
        });
    }
}

void add_agreements(Sheet& sheet, const Scene& scene, OrganisationIndex voice) {
    const Picture& picture = scene.picture();
    for (const network::AgreementIndex at : picture.agreements(voice)) {
        if (scene.gone(at)) continue;
        const Day day = picture.at(picture.tie_of(at)).day;
        const double alive = picture.decay(day, network::weights::kHalfLife, network::weights::kUndated);
        sheet.add(kAgreementExperience * alive, [&] {
            Evidence out;
            out.type = EvidenceType::AgreementSigned;
            out.agreements = {at};
            out.organisations = {voice};
            return out;
        });
    }
}

/// A reason of place that is good for `value` by itself. Independent reasons make 1 − Π(1 − value) together;
/// the amounts −ln(1 − value) add up.
struct Reason {
    double value = 0;
    EvidenceType type{};
    CountryCode country;
    double number = 0;
    std::string_view region = {};
};
void add_reason(Sheet& sheet, const Reason& reason) {
    sheet.add(-std::log1p(-reason.value), [&reason] {
        Evidence out;
        out.type = reason.type;
        out.country = reason.country;
        out.number = reason.number;
        out.region = reason.region;
        return out;
    });
}

double worth(const network::TargetRegion& region) {
    switch (region.priority) {
        case 1:
            return kFirstTarget;
        case 2:
            return 0.65;
        case 3:
            return 0.5;
        default:
            return 0.6;
    }
}

/// The best of the cluster's target regions that is the country or holds it; the country named itself wins a
/// tie.
Reason target_reason(const Picture& picture, OrganisationIndex cluster, CountryCode country,
                     EvidenceType type) {
    Reason best{0, type, country, 0};
    if (!country.known()) return best;
    for (const network::TargetRegion& region : picture.target_regions(cluster)) {
        const double value = worth(region);
        if (region.country == country && value >= best.value) {
            best = {value, type, country, 0};
        } else if (value > best.value && text::region_covers(region.code, country.text())) {
            best = {value, type, country, 0, region.code};
        }
    }
    return best;
}

std::optional<double> kilometres(const network::Organisation& a, const network::Organisation& b) {
    const auto here = network::position_of(a);
    const auto there = network::position_of(b);
    if (!here || !there) return std::nullopt;
    return network::kilometres_between(*here, *there);
}

void add_neighbourhood(Sheet& sheet, const Picture& picture, OrganisationIndex ours,
                       OrganisationIndex theirs) {
    const network::Organisation a = picture.at(ours);
    const network::Organisation b = picture.at(theirs);
    if (a.nuts.size() >= kNuts2Length && b.nuts.substr(0, kNuts2Length) == a.nuts.substr(0, kNuts2Length)) {
        add_reason(sheet, {kSameRegion, EvidenceType::SameRegion, b.country, 0});
    }
    if (const auto distance = kilometres(a, b)) {
        const double value = kNear * std::exp(-*distance / kNearKilometres);
        if (value >= kLeastNear) add_reason(sheet, {value, EvidenceType::Near, b.country, *distance});
    }
}

}  // namespace

double record_value(double experience) {
    return saturated(experience, kHalfRecord);
}

double relevance_of(double fit, double warmth) {
    return std::min(1.0, 2 * std::max(fit, warmth));
}

PartValue track_record(const Scene& scene, OrganisationIndex candidate, double relevance, Detail detail) {
    if (relevance <= 0) return {};
    Sheet sheet(detail, kMostEvidence);
    const Voices speakers = voices(scene, candidate);
    const auto another = [&sheet](network::ProgrammeIndex programme, std::uint32_t projects) {
        sheet.add(kAnotherProgramme, [programme, projects] {
            Evidence out;
            out.type = EvidenceType::ProgrammeKnown;
            out.programme = programme;
            out.number = projects;
            return out;
        });
    };
    if (detail == Detail::Score && scene.whole() && speakers.begin() + 1 == speakers.end()) {
        // The picture has summed it up already.
        sheet.add(scene.experience(candidate), [] { return Evidence{}; });
        add_agreements(sheet, scene, candidate);
        const std::size_t count =
            std::min<std::size_t>(scene.picture().programme_count(candidate), kMostProgrammes);
        for (std::size_t i = 1; i < count; ++i) another({}, 0);
    } else {
        ProgrammeCounts programmes;
        for (const OrganisationIndex voice : speakers) {
            add_projects(sheet, scene, voice, programmes);
            add_agreements(sheet, scene, voice);
        }
        for (std::size_t i = 1; i < std::min(programmes.all().size(), kMostProgrammes); ++i) {
            another(programmes.all()[i].first, programmes.all()[i].second);
        }
    }
    const double value = relevance * record_value(sheet.sum());
    return {value, sheet.evidence(value)};
}

PartValue place(const Scene& scene, const Subject& subject, const Candidate& candidate,
                const std::vector<CountryCode>& wanted, Detail detail) {
    const Picture& picture = scene.picture();
    Sheet sheet(detail, kMostEvidence);
    const CountryCode theirs = candidate.country;
    if (theirs.known() && std::find(wanted.begin(), wanted.end(), theirs) != wanted.end()) {
        add_reason(sheet, {kWantedCountry, EvidenceType::WantedCountry, theirs, 0});
    }
    if (subject.known()) {
        add_reason(sheet,
                   target_reason(picture, subject.organisation(), theirs, EvidenceType::OurTargetRegion));
    }
    Reason back =
        target_reason(picture, candidate.organisation, subject.country(), EvidenceType::TheirTargetRegion);
    back.value *= kTheirRegions;
    add_reason(sheet, back);
    if (theirs.known() && theirs == subject.country()) {
        add_reason(sheet, {kSameCountry, EvidenceType::SameCountry, theirs, 0});
    }
    if (subject.known()) add_neighbourhood(sheet, picture, subject.organisation(), candidate.organisation);
    const double value = -std::expm1(-sheet.sum());
    return {value, sheet.evidence(value)};
}

PartValue freshness(const Scene& scene, OrganisationIndex candidate, Detail detail) {
    const Picture& picture = scene.picture();
    const Day confirmed = picture.as_of(candidate);
    Day latest = kUnknownDay;
    OrganisationIndex active;
    for (const OrganisationIndex voice : voices(scene, candidate)) {
        const Day day = scene.latest_project(voice);
        if (day > latest) {
            latest = day;
            active = voice;
        }
    }
    const double profile = picture.decay(confirmed, kProfileHalfLife, 0);
    const double project = kProjectFreshness * picture.decay(latest, kProjectHalfLife, 0);
    Sheet sheet(detail, kMostEvidence);
    sheet.add(std::max(profile, project), [&] {
        Evidence out;
        out.organisations = {candidate};
        out.type = profile >= project ? EvidenceType::ProfileConfirmed : EvidenceType::RecentProject;
        out.number = profile >= project ? confirmed : latest;
        if (profile >= project) return out;
        for (const network::ParticipationIndex at : picture.participations(active)) {
            const network::ProjectIndex one = picture.at(at).project;
            if (out.projects.empty() && !scene.gone(one) && picture.effective(one) == latest) {
                out.projects = {one};
            }
        }
        return out;
    });
    return {sheet.sum(), sheet.evidence(sheet.sum())};
}

}  // namespace kontor::match
