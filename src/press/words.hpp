// SPDX-License-Identifier: EUPL-1.2
// Where words, numbers and marks of a text begin and end. Pure; linear in the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "press/tokens.hpp"

namespace kontor::press {

/// The tokens of `text` without their sentences; quotes and brackets are not yet paired.
[[nodiscard]] std::vector<Token> words_and_marks(std::string_view text);

/// "it’s" and "it's", "E‑Mobilität" and "E-Mobilität" are the same key: folded, with plain hyphens and
/// apostrophes.
[[nodiscard]] std::string key_of(std::string_view word);

}  // namespace kontor::press
