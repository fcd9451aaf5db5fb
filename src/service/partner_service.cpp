// SPDX-License-Identifier: EUPL-1.2
#include "service/partner_service.hpp"

#include <algorithm>

#include "match/partners.hpp"
#include "service/fairness.hpp"
#include "service/matching_models.hpp"
#include "service/partner_notes.hpp"
#include "service/partner_query.hpp"
#include "service/partner_view.hpp"
#include "service/permission.hpp"
#include "service/phrases.hpp"
#include "service/search_service.hpp"
#include "service/views.hpp"

namespace kontor::service {
namespace {

std::string no_candidate(match::NoCandidate reason, std::string_view language) {
    switch (reason) {
        case match::NoCandidate::None:
            return {};
        case match::NoCandidate::NetworkEmpty:
            return say(Phrase::NoneNetworkEmpty, language);
        case match::NoCandidate::NobodyElse:
            return say(Phrase::NoneNobodyElse, language);
        case match::NoCandidate::KindAbsent:
            return say(Phrase::NoneKindAbsent, language);
        case match::NoCandidate::CountryAbsent:
            return say(Phrase::NoneCountryAbsent, language);
        case match::NoCandidate::TopicAbsent:
            return say(Phrase::NoneTopicAbsent, language);
        case match::NoCandidate::AllExcluded:
            return say(Phrase::NoneAllExcluded, language);
        case match::NoCandidate::AllUnwanted:
            return say(Phrase::NoneAllUnwanted, language);
        case match::NoCandidate::AllAsked:
            return say(Phrase::NoneAllAsked, language);
        case match::NoCandidate::NothingInCommon:
            return say(Phrase::NoneNothingInCommon, language);
    }
    return {};
}

std::string origin(const UsualWeights& usual, std::string_view language) {
    if (usual.trained == 0) return say(Phrase::WeightsShipped, language);
    const auto day = static_cast<network::Day>(usual.trained / (24 * 60 * 60));
    return say(Phrase::WeightsTrained, language,
               {{"date", spoken_day(day, language)}, {"count", std::to_string(usual.cases)}});
}

/// How many of `partners` are among the kWellKnown organisations with most projects.
std::int64_t well_known(const std::vector<match::Partner>& partners, const network::Picture& picture) {
    const std::size_t from = projects_of_the_known(picture);
    return std::count_if(partners.begin(), partners.end(), [&](const match::Partner& one) {
        return picture.participations(one.organisation).size() >= from;
    });
}

}  // namespace

base::Result<PartnerPage> PartnerService::partners(const Asker& asker, const PartnerQuery& query) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const View view = knowledge_.view(asker);
    const UsualWeights usual = usual_weights(knowledge_.store());
    auto read = read_query(query, *view.snapshot, usual.usual, asker.language);
    if (!read) return read.errors();
    const auto notes = AskersNotes::load(knowledge_, asker, query.subject);
    if (!notes) return notes.errors();
    read.value().request.known = notes.value().known_in(*view.snapshot->picture);
    const match::PartnerRequest& request = read.value().request;
    const Views views(view, asker.language);
    PartnerPage page;
    page.need = query.need;
    page.preset = model::word(read.value().preset);
    page.presets = presets(usual.usual, asker.language);
    page.weights = weights_view(request.weights, asker.language);
    page.weights_origin = origin(usual, asker.language);
    page.understood_topics = views.topics(read.value().understood);
    if (request.subject.valid()) page.subject = views.brief(request.subject);
    if (!request.subject.valid() && request.wanted.empty()) {
        page.no_candidate_reason = say(Phrase::NoneNeedNotUnderstood, asker.language);
        return page;
    }
    const auto found = match::find_partners(*view.snapshot->picture, request);
    if (!found) return found.errors();
    page.total = static_cast<std::int64_t>(found.value().total);
    page.considered = static_cast<std::int64_t>(found.value().considered);
    page.no_candidate_reason = no_candidate(found.value().reason, asker.language);
    page.well_known = well_known(found.value().partners, *view.snapshot->picture);
    std::size_t rank = request.offset;
    for (const match::Partner& partner : found.value().partners) {
        page.partners.push_back(partner_view(partner, ++rank, views));
        Partner& shown = page.partners.back();
        if (const auto* note = notes.value().latest_about(shown.organisation.id))
            shown.note = note_view(knowledge_, asker, views, *note);
    }
    page.next_cursor = next_cursor(request.offset, page.partners.size(), found.value().total);
    return page;
}

}  // namespace kontor::service
