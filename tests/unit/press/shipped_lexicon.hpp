// SPDX-License-Identifier: EUPL-1.2
// The lexicon that the product ships, with its topics, towns and compound parts; read once per program.
#pragma once

#include <string>
#include <vector>

#include "press/lexicon.hpp"

namespace kontor::press {

[[nodiscard]] const Lexicon& shipped_lexicon();

/// The word lists of data/press.
[[nodiscard]] std::vector<LexiconText> shipped_lists();

[[nodiscard]] std::string text_of_file(const std::string& path);

}  // namespace kontor::press
