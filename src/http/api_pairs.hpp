// SPDX-License-Identifier: EUPL-1.2
// The operations that look at two organisations: chains between them, and their comparison.
#pragma once

#include "http/door.hpp"
#include "service/comparison_service.hpp"
#include "service/path_service.hpp"

namespace kontor::http {

/// The use cases must outlive the router.
void add_pair_api(Door& door, const service::PathService& paths,
                  const service::ComparisonService& comparisons);

}  // namespace kontor::http
