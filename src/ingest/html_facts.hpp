// SPDX-License-Identifier: EUPL-1.2
// What a page says about itself: title, day, publisher, language, address, in Open Graph, JSON-LD, Dublin
// Core and HTML's own elements. No author: persons are not kept. Linear.
#pragma once

#include <string>
#include <string_view>

#include "ingest/html_tree.hpp"
#include "model/values.hpp"

namespace kontor::ingest {

struct PageFacts {
    std::string title = {};  // without the site's name
    std::string publisher = {};
    std::string language = {};  // ISO 639-1, as declared
    std::string url = {};
    model::Date published = {};
};

[[nodiscard]] PageFacts page_facts(const xmlNode* root);

/// The day in front of a time ("2018-01-12T10:00:00Z"), unknown for anything else.
[[nodiscard]] model::Date day_of_timestamp(std::string_view timestamp);

/// `url` when it is a web address of a sensible length, else nothing.
[[nodiscard]] std::string web_address(std::string_view url);

/// Two small letters of "de-DE"; empty for what is no language.
[[nodiscard]] std::string language_code(std::string_view declared);

}  // namespace kontor::ingest
