// SPDX-License-Identifier: EUPL-1.2
// The handlers of the contract that read and write single records: versions in and out, forms in, records
// out. No logic of its own.
#pragma once

#include "http/door.hpp"
#include "service/record_service.hpp"

namespace kontor::http {

/// `records` must outlive the router.
void add_record_api(Door& door, service::RecordService& records);

}  // namespace kontor::http
