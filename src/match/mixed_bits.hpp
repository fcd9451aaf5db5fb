// SPDX-License-Identifier: EUPL-1.2
// A number that looks drawn but is not: splitmix64 (Steele, Lea, Flood, OOPSLA 2014). For samples that a seed
// decides and that are the same on every machine. Pure.
#pragma once

#include <cstdint>

namespace kontor::match {

[[nodiscard]] constexpr std::uint64_t mixed_bits(std::uint64_t number) {
    number += 0x9E3779B97F4A7C15U;
    number = (number ^ (number >> 30U)) * 0xBF58476D1CE4E5B9U;
    number = (number ^ (number >> 27U)) * 0x94D049BB133111EBU;
    return number ^ (number >> 31U);
}

}  // namespace kontor::match
