// SPDX-License-Identifier: EUPL-1.2
// The name of one case of a parametrised test, made of the text it is about: ASCII letters and digits stay,
// all else becomes one underscore, and the number in front keeps alike texts apart. For
// INSTANTIATE_TEST_SUITE_P.
#pragma once

#include <cctype>
#include <string>
#include <string_view>

namespace kontor::support {

[[nodiscard]] inline std::string case_name(std::size_t number, std::string_view text) {
    std::string name = std::to_string(number) + "_";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_kept = byte < 0x80 && std::isalnum(byte) != 0;
        if (is_kept || name.back() != '_') name += is_kept ? c : '_';
    }
    while (name.back() == '_') name.pop_back();
    return name;
}

}  // namespace kontor::support
