// SPDX-License-Identifier: EUPL-1.2
// Tells of most words at once that no word of a set begins (or ends) as they do, before they are looked up.
// Never wrong about words that are in the set. Immutable after add(), thread-safe; a question costs about 1
// ns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace kontor::press {

class EdgeFilter {
public:
    /// Of a whole language, or of the names of one text.
    enum class Holds { Many, Few };

    EdgeFilter() : EdgeFilter(Holds::Many) {}
    explicit EdgeFilter(Holds holds) : slots_(holds == Holds::Many ? kMany : kFew) {}

    void add(std::string_view edge) {
        if (bits_.empty()) bits_.resize(slots_);
        bits_[slot(edge)] = true;
    }
    [[nodiscard]] bool may_hold(std::string_view edge) const { return !bits_.empty() && bits_[slot(edge)]; }

private:
    static constexpr std::size_t kMany = 1U << 17U;
    static constexpr std::size_t kFew = 1U << 11U;

    [[nodiscard]] std::size_t slot(std::string_view edge) const {
        std::uint64_t sum = edge.size();
        for (const char c : edge) sum = sum * 0x9E3779B97F4A7C15U + static_cast<unsigned char>(c);
        return (sum ^ (sum >> 29U)) & (slots_ - 1);
    }

    std::size_t slots_;  // a power of two
    std::vector<bool> bits_;
};

}  // namespace kontor::press
