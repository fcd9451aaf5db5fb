// SPDX-License-Identifier: EUPL-1.2
// The operations between the press desk and the news: feeds that it reads, items that it publishes. No logic
// of its own.
#pragma once

#include "http/door.hpp"
#include "service/press_feeds.hpp"
#include "service/press_news.hpp"

namespace kontor::http {

/// Both must outlive the router.
void add_feed_api(Door& door, const service::PressFeedService& feeds, const service::PressNewsService& news);

}  // namespace kontor::http
