// SPDX-License-Identifier: EUPL-1.2
#include "http/api_care.hpp"

namespace kontor::http {

using service::Asker;
using service::CareAnswer;

void add_care_api(Door& door, service::CareService& care) {
    const auto text = [](const Request& request, std::string_view name) {
        return std::string(request.parameters.text(name));
    };
    door.add("careOffers", [&care](const Asker& asker, const Request&) { return care.offers(asker); });
    door.add("offerCare",
             [&care, text](const Asker& asker, const Request& request) -> base::Result<CareAnswer> {
                 const auto form = body_of<service::CareForm>(request);
                 if (!form) return form.errors();
                 return care.offer(asker, {text(request, "kind"), text(request, "id")}, form.value());
             });
    door.add("answerCareOffer",
             [&care, text](const Asker& asker, const Request& request) -> base::Result<CareAnswer> {
                 const auto form = body_of<service::CareDecision>(request);
                 if (!form) return form.errors();
                 return care.answer(asker, text(request, "offer"), form.value());
             });
    door.add("withdrawCareOffer", [&care, text](const Asker& asker, const Request& request) {
        return care.withdraw(asker, text(request, "offer"));
    });
}

}  // namespace kontor::http
