// SPDX-License-Identifier: EUPL-1.2
// Search results, news and partner lists as CSV for spreadsheets (publish/csv_writer.hpp). Column names, code
// words and the decimal mark follow the reader's language. Pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "service/answers.hpp"

namespace kontor::service {

/// `address` is what page addresses begin with; it may be empty.
[[nodiscard]] std::string search_csv(const SearchPage& page, std::string_view language,
                                     std::string_view address);

/// One row per story.
[[nodiscard]] std::string news_csv(const std::vector<NewsBrief>& items, std::string_view language,
                                   std::string_view address);

/// One row per partner with a column per part of the score, reasons and counter-reasons in words.
[[nodiscard]] std::string partners_csv(const PartnerPage& page, std::string_view language,
                                       std::string_view address);

}  // namespace kontor::service
