// SPDX-License-Identifier: EUPL-1.2
// The operations about feeds that a press desk reads. No logic of its own.
#pragma once

#include "http/door.hpp"
#include "service/press_feeds.hpp"

namespace kontor::http {

/// `feeds` must outlive the router.
void add_feed_api(Door& door, const service::PressFeedService& feeds);

}  // namespace kontor::http
