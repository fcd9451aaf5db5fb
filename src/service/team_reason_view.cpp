// SPDX-License-Identifier: EUPL-1.2
#include "service/team_reason_view.hpp"

#include <algorithm>
#include <cctype>

#include "service/phrases.hpp"

namespace kontor::service {
namespace {

using match::TeamReasonType;

constexpr std::size_t kNamed = 3;

/// The phrase when the day of the project is known.
Phrase phrase_of(TeamReasonType type) {
    switch (type) {
        case TeamReasonType::JointProject:
            return Phrase::TeamJointProject;
        case TeamReasonType::FurtherProjects:
            return Phrase::TeamFurtherProjects;
        case TeamReasonType::Via:
            return Phrase::TeamVia;
        case TeamReasonType::NoneJoint:
            return Phrase::TeamNoneJoint;
        case TeamReasonType::TeamProject:
            return Phrase::TeamInProject;
        case TeamReasonType::Projects:
            return Phrase::TeamProjects;
        case TeamReasonType::Latest:
            return Phrase::TeamLatest;
        case TeamReasonType::Theme:
            return Phrase::TeamTheme;
        case TeamReasonType::ThemeNone:
            return Phrase::TeamThemeNone;
        case TeamReasonType::Activity:
            return Phrase::TeamActivity;
        case TeamReasonType::CountryShared:
            return Phrase::TeamCountryShared;
        case TeamReasonType::CountryOther:
            return Phrase::TeamCountryOther;
        case TeamReasonType::City:
            return Phrase::TeamCity;
        case TeamReasonType::Name:
            return Phrase::TeamName;
        case TeamReasonType::Rest:
            return Phrase::TeamRest;
    }
    return Phrase::TeamRest;
}

Phrase phrase_without_day(Phrase phrase) {
    if (phrase == Phrase::TeamJointProject) return Phrase::TeamJointProjectUndated;
    if (phrase == Phrase::TeamInProject) return Phrase::TeamInProjectUndated;
    if (phrase == Phrase::TeamLatest) return Phrase::TeamLatestUndated;
    return phrase;
}

std::string named(const std::vector<Ref>& refs) {
    std::string out;
    for (std::size_t i = 0; i < std::min(kNamed, refs.size()); ++i)
        out += (i == 0 ? "" : ", ") + refs[i].name;
    return refs.size() > kNamed ? out + " …" : out;
}

std::string activity_label(model::ActivityType type, std::string_view language) {
    std::string word(model::word(type));
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char letter) { return static_cast<char>(std::tolower(letter)); });
    return code_label("activity", word, language);
}

class ReasonView {
public:
    ReasonView(network::OrganisationIndex candidate, const TeamQuestionView& question, const Views& views)
        : candidate_(views.picture().at(candidate)), question_(question), views_(views) {}

    [[nodiscard]] Evidence of(const match::TeamReason& reason) const {
        std::vector<Ref> projects;
        for (const auto project : reason.projects) projects.push_back(views_.ref(project));
        std::vector<Ref> organisations;
        for (const auto organisation : reason.organisations)
            organisations.push_back(views_.ref(organisation));
        Phrase phrase = phrase_of(reason.type);
        if (reason.day == network::kUnknownDay) phrase = phrase_without_day(phrase);
        Evidence out;
        out.value = reason.share;
        out.text = say(phrase, views_.language(),
                       {{"names", named(organisations)},
                        {"project", projects.empty() ? "" : projects.front().name},
                        {"year", std::to_string(network::year_of(reason.day))},
                        {"date", spoken_day(reason.day, views_.language())},
                        {"count", std::to_string(reason.number)},
                        {"size", std::to_string(question_.size)},
                        {"theme", question_.theme},
                        {"activity", activity_label(candidate_.activity_type, views_.language())},
                        {"country", views_.country(candidate_.country.text())},
                        {"city", std::string(candidate_.city)}});
        out.records = std::move(projects);
        out.records.insert(out.records.end(), organisations.begin(), organisations.end());
        return out;
    }

private:
    network::Organisation candidate_;
    const TeamQuestionView& question_;
    const Views& views_;
};

}  // namespace

TeamCandidate team_candidate_view(const match::TeamCandidate& candidate, const TeamQuestionView& question,
                                  const Views& views) {
    const ReasonView reason_view(candidate.organisation, question, views);
    TeamCandidate out;
    out.organisation = views.brief(candidate.organisation);
    out.score = candidate.score;
    out.kept_place = candidate.kept_place;
    for (const match::TeamPartScore& part : candidate.parts) {
        TeamPart view;
        view.part = match::word(part.part);
        view.label = code_label("team-part", view.part, views.language());
        view.contribution = part.contribution;
        for (const match::TeamReason& reason : part.reasons) view.evidence.push_back(reason_view.of(reason));
        out.parts.push_back(std::move(view));
    }
    return out;
}

}  // namespace kontor::service
