// SPDX-License-Identifier: EUPL-1.2
// From a press text that was read to a news record: titled, told in a sentence or two, tagged with the
// organisations, projects, programmes, topics and countries that it names and that the network knows. Writes
// nothing. Thread-safe; cost linear in the reading.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "model/records.hpp"
#include "press/reading.hpp"
#include "service/snapshot.hpp"

namespace kontor::service {

/// The text that was read and where it is from. Without a title, its first line is the title.
struct NewsOrigin {
    std::string title = {};
    std::string text = {};      // what the ranges of the reading count in
    std::string language = {};  // empty: that of the reading
    std::string publisher = {};
    std::string url = {};
    model::Date published = {};  // unknown: that of the reading
    std::string keeper = {};     // organisation whose people take care of the news
    std::string source = {};     // id of a source record, may be empty
};

/// What people said about the names: index of an entity → id of the record that is meant, empty when none
/// is. Goes before what the reading recognised.
using NewsLinks = std::map<std::uint32_t, std::string>;

/// The record, without id and group. Only what `snapshot` holds is tagged; give one that holds nothing which
/// readers of the news may not see. The summary is the first sentences of the text, marked as made by a
/// machine. An address that is no http or https is left out.
[[nodiscard]] model::News news_of(const NewsOrigin& origin, const press::Reading& reading,
                                  const NewsLinks& links, const Snapshot& snapshot);

}  // namespace kontor::service
