// SPDX-License-Identifier: EUPL-1.2
// Which language a press text is in, decided by its small words when general guessing cannot tell, as for
// short items full of foreign names. Pure; linear.
#pragma once

#include <optional>
#include <string>

#include "press/lexicon.hpp"
#include "press/view.hpp"

namespace kontor::press {

struct TextLanguage {
    std::string code = {};              // ISO 639-1 or "und"
    std::optional<Language> read = {};  // none: a language that is not read
};

/// `stated` is what the caller knows (ISO 639-1), may be empty.
[[nodiscard]] TextLanguage language_of(std::string_view text, const std::vector<Token>& tokens,
                                       std::string_view stated);

}  // namespace kontor::press
