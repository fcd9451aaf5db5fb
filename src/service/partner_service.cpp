// SPDX-License-Identifier: EUPL-1.2
#include "service/partner_service.hpp"

#include "match/partners.hpp"
#include "service/evidence_view.hpp"
#include "service/partner_notes.hpp"
#include "service/partner_query.hpp"
#include "service/permission.hpp"
#include "service/phrases.hpp"
#include "service/search_service.hpp"
#include "service/views.hpp"

namespace kontor::service {
namespace {

Partner partner_view(const match::Partner& partner, std::size_t rank, const Views& views) {
    Partner out;
    out.rank = static_cast<std::int64_t>(rank);
    out.organisation = views.brief(partner.organisation);
    out.score = partner.score;
    for (const match::PartScore& part : partner.parts) {
        PartnerPart view;
        view.part = match::word(part.part);
        view.label = code_label("part", view.part, views.language());
        view.value = part.value;
        view.weight = part.weight;
        view.contribution = part.contribution;
        for (const match::Evidence& evidence : part.evidence)
            view.evidence.push_back(evidence_view(evidence, views));
        out.parts.push_back(std::move(view));
    }
    for (const match::CounterReason& reason : partner.counter_reasons) {
        out.counter_reasons.push_back(counter_reason_view(reason, views));
    }
    for (const match::Missing& missing : partner.missing) out.missing.push_back(missing_view(missing, views));
    return out;
}

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

}  // namespace

base::Result<PartnerPage> PartnerService::partners(const Asker& asker, const PartnerQuery& query) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const View view = knowledge_.view(asker);
    auto read = read_query(query, *view.snapshot, asker.language);
    if (!read) return read.errors();
    const auto notes = AskersNotes::load(knowledge_, asker, query.subject);
    if (!notes) return notes.errors();
    read.value().request.known = notes.value().known_in(*view.snapshot->picture);
    const match::PartnerRequest& request = read.value().request;
    const Views views(view, asker.language);
    PartnerPage page;
    page.need = query.need;
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
