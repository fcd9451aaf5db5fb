// SPDX-License-Identifier: EUPL-1.2
// The handlers of api/openapi.yaml: parameters in, service called, answer out as JSON or CSV. No logic of its
// own.
#pragma once

#include "http/door.hpp"
#include "service/import_service.hpp"
#include "service/maintenance_service.hpp"
#include "service/page_service.hpp"
#include "service/partner_explanation.hpp"
#include "service/partner_service.hpp"
#include "service/search_service.hpp"
#include "service/team_service.hpp"

namespace kontor::http {

/// The use cases that the API opens; all must outlive the router.
struct Services {
    const service::SearchService& search;
    const service::PageService& pages;
    const service::PartnerService& partners;
    const service::PartnerExplanationService& explanations;
    const service::TeamService& teams;
    service::ImportService& imports;
    service::MaintenanceService& maintenance;
};

/// Adds the operations that search, show, match and import.
void add_api(Door& door, const Services& services);

}  // namespace kontor::http
