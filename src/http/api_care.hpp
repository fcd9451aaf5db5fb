// SPDX-License-Identifier: EUPL-1.2
// The handlers of the contract around handing over the care of records. No logic of its own.
#pragma once

#include "http/door.hpp"
#include "service/care_service.hpp"

namespace kontor::http {

/// `care` must outlive the router.
void add_care_api(Door& door, service::CareService& care);

}  // namespace kontor::http
