// SPDX-License-Identifier: EUPL-1.2
// The handler of the contract's places. No logic of its own.
#pragma once

#include "http/door.hpp"
#include "service/place_service.hpp"

namespace kontor::http {

/// `places` must outlive the router.
void add_place_api(Door& door, const service::PlaceService& places);

}  // namespace kontor::http
