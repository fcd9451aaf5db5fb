// SPDX-License-Identifier: EUPL-1.2
// Why somebody is on a partner list or not: one candidate looked at closely, with what each reason is worth
// and what would raise the match. Thread-safe; works on the snapshot that is current when it is called. Cost:
// some tens of milliseconds in a network of 60,000 organisations.
#pragma once

#include <string>

#include "service/asker.hpp"
#include "service/knowledge.hpp"
#include "service/partner_service.hpp"

namespace kontor::service {

class PartnerExplanationService {
public:
    explicit PartnerExplanationService(const Knowledge& knowledge) : knowledge_(knowledge) {}

    /// `candidate` is an organisation id. Errors: those of PartnerService::partners, and RecordNotFound or
    /// ValueMissing for the candidate, all at once.
    [[nodiscard]] base::Result<PartnerExplanation> explain(const Asker& asker, const PartnerQuery& query,
                                                           const std::string& candidate) const;

private:
    const Knowledge& knowledge_;
};

}  // namespace kontor::service
