// SPDX-License-Identifier: EUPL-1.2
// The operations about news. No logic of its own.
#pragma once

#include "http/door.hpp"
#include "service/news_service.hpp"

namespace kontor::http {

/// `news` must outlive the router.
void add_news_api(Door& door, const service::NewsService& news);

}  // namespace kontor::http
