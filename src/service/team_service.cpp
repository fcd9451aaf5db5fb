// SPDX-License-Identifier: EUPL-1.2
#include "service/team_service.hpp"

#include "service/matching_models.hpp"

#include <utility>

#include "service/permission.hpp"
#include "service/phrases.hpp"
#include "service/search_service.hpp"
#include "service/team_query.hpp"
#include "service/team_reason_view.hpp"
#include "service/views.hpp"

namespace kontor::service {
namespace {

std::string no_candidate(match::NoTeamCandidate reason, std::string_view language) {
    switch (reason) {
        case match::NoTeamCandidate::None:
            return {};
        case match::NoTeamCandidate::NoHistory:
            return say(Phrase::NoneNoHistory, language);
        case match::NoTeamCandidate::NobodyElse:
            return say(Phrase::NoneNobodyOutsideTeam, language);
        case match::NoTeamCandidate::KindAbsent:
            return say(Phrase::NoneKindAbsent, language);
        case match::NoTeamCandidate::CountryAbsent:
            return say(Phrase::NoneCountryAbsent, language);
        case match::NoTeamCandidate::AllExcluded:
            return say(Phrase::NoneAllExcluded, language);
    }
    return {};
}

std::string origin(const TeamWeights& team, std::string_view language) {
    if (team.trained == 0) return say(Phrase::TeamModelShipped, language);
    const auto day = static_cast<network::Day>(team.trained / (24 * 60 * 60));
    return say(Phrase::TeamModelTrained, language,
               {{"date", spoken_day(day, language)}, {"count", std::to_string(team.cases)}});
}

}  // namespace

base::Result<TeamPage> TeamService::candidates(const Asker& asker, const TeamQuery& query) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const View view = knowledge_.view(asker);
    const std::shared_ptr<KeptTeamBasis> kept = bases_.of(view.snapshot);
    const auto read = read_team_query(query, *view.snapshot, kept->basis(), asker.language);
    if (!read) return read.errors();
    const match::TeamRequest& request = read.value();
    auto gatherer = kept->lend();
    const TeamWeights team = team_weights(knowledge_.store());
    const match::TeamList found =
        match::complete_team({kept->basis(), *gatherer, team.model}, *view.snapshot->picture, request);
    kept->give_back(std::move(gatherer));

    const Views views(view, asker.language);
    const TeamQuestionView question{request.theme, request.members.size()};
    TeamPage page;
    for (const network::OrganisationIndex member : request.members)
        page.members.push_back(views.brief(member));
    page.total = static_cast<std::int64_t>(found.total);
    std::size_t rank = request.offset;
    for (const match::TeamCandidate& candidate : found.candidates) {
        page.candidates.push_back(team_candidate_view(candidate, question, views));
        page.candidates.back().rank = static_cast<std::int64_t>(++rank);
    }
    page.next_cursor = next_cursor(request.offset, page.candidates.size(), found.total);
    page.model = origin(team, asker.language);
    page.no_candidate_reason = no_candidate(found.reason, asker.language);
    return page;
}

}  // namespace kontor::service
