// SPDX-License-Identifier: EUPL-1.2
#include "service/partner_view.hpp"

#include "service/evidence_view.hpp"

namespace kontor::service {

PartnerPart part_view(const match::PartScore& part, const Views& views) {
    PartnerPart out;
    out.part = match::word(part.part);
    out.label = code_label("part", out.part, views.language());
    out.value = part.value;
    out.weight = part.weight;
    out.contribution = part.contribution;
    for (const match::Evidence& evidence : part.evidence)
        out.evidence.push_back(evidence_view(evidence, views));
    return out;
}

Partner partner_view(const match::Partner& partner, std::size_t rank, const Views& views) {
    Partner out;
    out.rank = static_cast<std::int64_t>(rank);
    out.organisation = views.brief(partner.organisation);
    out.score = partner.score;
    for (const match::PartScore& part : partner.parts) out.parts.push_back(part_view(part, views));
    for (const match::CounterReason& reason : partner.counter_reasons) {
        out.counter_reasons.push_back(counter_reason_view(reason, views));
    }
    for (const match::Missing& missing : partner.missing) out.missing.push_back(missing_view(missing, views));
    return out;
}

}  // namespace kontor::service
