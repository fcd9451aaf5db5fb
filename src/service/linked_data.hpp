// SPDX-License-Identifier: EUPL-1.2
// Record pages as schema.org JSON-LD: what the page shows, for machines. Addresses are paths on this server.
#pragma once

#include <string>

#include "service/page_service.hpp"

namespace kontor::service {

[[nodiscard]] base::Result<std::string> organisation_json_ld(const PageService& pages, const Asker& asker,
                                                             const std::string& id);
[[nodiscard]] base::Result<std::string> project_json_ld(const PageService& pages, const Asker& asker,
                                                        const std::string& id);
[[nodiscard]] base::Result<std::string> news_json_ld(const PageService& pages, const Asker& asker,
                                                     const std::string& id);

}  // namespace kontor::service
