// SPDX-License-Identifier: EUPL-1.2
// A reading in the exchange form of press facts (docs/press.md): {document, language, published, entities,
// facts}. Pure; linear in the reading.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "press/reading.hpp"

namespace kontor::service {

/// The English label of a topic's id, empty when unknown.
using TopicLabel = std::function<std::string(std::string_view topic)>;

/// One JSON object. `text` is what the reading's ranges count in.
[[nodiscard]] std::string press_document(const press::Reading& reading, std::string_view text,
                                         std::string_view document, const TopicLabel& topic_label);

/// A sentence with its white space, no-break spaces too, as single spaces.
[[nodiscard]] std::string collapsed(std::string_view text);

}  // namespace kontor::service
