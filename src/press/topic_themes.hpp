// SPDX-License-Identifier: EUPL-1.2
// Of whom a topic is told that nobody in its sentence has: a part of the rules for topics. Pure; linear in
// the sentence and the few before it.
#pragma once

#include <cstdint>
#include <optional>

#include "press/topic_subjects.hpp"

namespace kontor::press {

/// Whose topic it is, and by which rule.
struct Theme {
    Part who;
    const char* rule = "";
};

/// From what the sentences before speak of; `is_told`: recognition found the topic behind words that lead to
/// what is worked on.
[[nodiscard]] std::optional<Theme> theme_of_context(const Scene& scene, std::uint32_t s, std::uint32_t topic,
                                                    bool is_told);

}  // namespace kontor::press
