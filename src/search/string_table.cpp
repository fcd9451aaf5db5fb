// SPDX-License-Identifier: EUPL-1.2
#include "search/string_table.hpp"

#include <cstring>

namespace kontor::search {

namespace {
constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15ULL;
}

std::uint64_t StringTable::hash(std::string_view text) {
    std::uint64_t state = text.size() * kMultiplier;
    const char* at = text.data();
    std::size_t left = text.size();
    const auto mix = [&](std::uint64_t block) {
        state = (state ^ block) * kMultiplier;
        state ^= state >> 29U;
    };
    for (; left >= 8; at += 8, left -= 8) {
        std::uint64_t block = 0;
        std::memcpy(&block, at, 8);
        mix(block);
    }
    std::uint64_t rest = 0;
    std::memcpy(&rest, at, left);
    mix(rest);
    return state ^ (state >> 32U);
}

void StringTable::grow() {
    std::vector<Slot> wider(slots_.empty() ? 64 : slots_.size() * 2);
    const std::size_t mask = wider.size() - 1;
    for (const Slot& slot : slots_) {
        if (slot.number_plus_one == 0) continue;
        std::size_t at = hash((*this)[slot.number_plus_one - 1]) & mask;
        while (wider[at].number_plus_one != 0) at = (at + 1) & mask;
        wider[at] = slot;
    }
    slots_ = std::move(wider);
}

std::uint32_t StringTable::intern(std::string_view text, std::uint64_t hash_of_text) {
    if (size() * 2 >= slots_.size()) grow();
    const std::size_t mask = slots_.size() - 1;
    const auto tag = static_cast<std::uint32_t>(hash_of_text >> 32U);
    std::size_t at = hash_of_text & mask;
    for (; slots_[at].number_plus_one != 0; at = (at + 1) & mask) {
        if (slots_[at].hash == tag && (*this)[slots_[at].number_plus_one - 1] == text) {
            return slots_[at].number_plus_one - 1;
        }
    }
    letters_.append(text);
    begins_.push_back(static_cast<std::uint32_t>(letters_.size()));
    slots_[at] = {tag, static_cast<std::uint32_t>(size())};
    return static_cast<std::uint32_t>(size() - 1);
}

std::optional<std::uint32_t> StringTable::find(std::string_view text) const {
    if (slots_.empty()) return std::nullopt;
    const std::uint64_t hash_of_text = hash(text);
    const std::size_t mask = slots_.size() - 1;
    const auto tag = static_cast<std::uint32_t>(hash_of_text >> 32U);
    for (std::size_t at = hash_of_text & mask; slots_[at].number_plus_one != 0; at = (at + 1) & mask) {
        if (slots_[at].hash == tag && (*this)[slots_[at].number_plus_one - 1] == text) {
            return slots_[at].number_plus_one - 1;
        }
    }
    return std::nullopt;
}

std::size_t StringTable::memory_bytes() const {
    return slots_.capacity() * sizeof(Slot) + begins_.capacity() * sizeof(std::uint32_t) +
           letters_.capacity();
}

void StringTable::shrink() {
    letters_.shrink_to_fit();
    begins_.shrink_to_fit();
}

}  // namespace kontor::search
