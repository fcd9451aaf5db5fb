// SPDX-License-Identifier: EUPL-1.2
// The operations about who did and saw what, and about what is kept about people. Built once.
#pragma once

#include "http/door.hpp"
#include "service/audit_service.hpp"
#include "service/privacy_service.hpp"

namespace kontor::http {

struct PrivacyServices {
    const service::AuditService& audit;
    service::PrivacyService& privacy;
};

/// The services must outlive the router.
void add_privacy_api(Door& door, const PrivacyServices& services);

}  // namespace kontor::http
