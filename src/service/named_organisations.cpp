// SPDX-License-Identifier: EUPL-1.2
#include "service/named_organisations.hpp"

#include "service/page_parts.hpp"

namespace kontor::service {

network::OrganisationIndex NamedOrganisations::find(const std::string& id, std::string_view field) {
    if (id.empty()) {
        add(base::ErrorCode::ValueMissing, {{"field", std::string(field)}}, field);
        return {};
    }
    if (const auto found = picture_.find_organisation(id)) return *found;
    base::Error error = record_not_found(model::RecordKind::Organisation, id, language_);
    error.place.field = field;
    faults_.push_back(std::move(error));
    return {};
}

void NamedOrganisations::add(base::ErrorCode code, base::ErrorArguments arguments, std::string_view field) {
    faults_.push_back({code, std::move(arguments), {.file = {}, .field = std::string(field)}, {}});
}

}  // namespace kontor::service
