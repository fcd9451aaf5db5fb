// SPDX-License-Identifier: EUPL-1.2
// Gives each distinct string a number, in order of first sight. Strings lie behind one another in one block;
// open addressing, no erasing. Reading is thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontor::search {

class StringTable {
public:
    [[nodiscard]] static std::uint64_t hash(std::string_view text);

    /// The number of `text`, new or known. `text` must not point into this table.
    std::uint32_t intern(std::string_view text) { return intern(text, hash(text)); }
    std::uint32_t intern(std::string_view text, std::uint64_t hash_of_text);
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text) const;

    [[nodiscard]] std::string_view operator[](std::uint32_t number) const {
        return std::string_view(letters_).substr(begins_[number], begins_[number + 1] - begins_[number]);
    }
    [[nodiscard]] std::size_t size() const { return begins_.size() - 1; }
    [[nodiscard]] std::size_t memory_bytes() const;
    void shrink();

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number_plus_one = 0;
    };
    void grow();

    std::vector<Slot> slots_;
    std::vector<std::uint32_t> begins_{0};
    std::string letters_;
};

}  // namespace kontor::search
