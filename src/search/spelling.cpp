// SPDX-License-Identifier: EUPL-1.2
#include "search/spelling.hpp"

#include <algorithm>

#include "text/names.hpp"

namespace kontor::search {

namespace {

/// The first eight bytes as a number that compares as they do.
std::uint64_t leading_bytes(std::string_view word) {
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < 8; ++i)
        key = (key << 8U) | (i < word.size() ? static_cast<unsigned char>(word[i]) : 0U);
    return key;
}

}  // namespace

void SpellingTable::assign(const StringTable& words, std::vector<std::uint32_t>& ranks) {
    struct Entry {
        std::uint64_t key;
        std::uint32_t word;
    };
    std::vector<Entry> order;
    order.reserve(words.size());
    for (std::uint32_t word = 0; word < words.size(); ++word)
        order.push_back({leading_bytes(words[word]), word});
    std::ranges::sort(order, [&](const Entry& a, const Entry& b) {
        return a.key != b.key ? a.key < b.key : words[a.word] < words[b.word];
    });
    begins_.assign(1, 0);
    begins_.reserve(order.size() + 1);
    ranks.resize(order.size());
    for (const Entry& entry : order) {
        ranks[entry.word] = static_cast<std::uint32_t>(size());
        letters_ += words[entry.word];
        begins_.push_back(static_cast<std::uint32_t>(letters_.size()));
    }
    deletions_.assign(size(), [this](std::uint32_t rank) { return (*this)[rank]; });
}

std::pair<std::size_t, std::size_t> SpellingTable::beginning_with(std::string_view prefix) const {
    std::size_t low = 0;
    std::size_t high = size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if ((*this)[middle] < prefix) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    std::size_t end = low;
    std::size_t step = 1;
    while (end + step <= size() && (*this)[end + step - 1].starts_with(prefix)) {
        end += step;
        step *= 2;
    }
    while (step > 0) {
        while (end + step <= size() && (*this)[end + step - 1].starts_with(prefix)) end += step;
        step /= 2;
    }
    return {low, end};
}

void SpellingTable::near(std::string_view word, std::size_t limit, std::vector<Near>& out) const {
    // A character of another script is up to four bytes.
    const std::size_t slack = 4 * limit;
    std::vector<std::uint32_t> ranks;
    deletions_.collect(word, limit, ranks);
    for (const std::uint32_t rank : ranks) {
        const std::size_t length = begins_[rank + 1] - begins_[rank];
        if (length + slack < word.size() || length > word.size() + slack) continue;
        const std::size_t distance = text::edit_distance((*this)[rank], word, limit);
        if (distance >= 1 && distance <= limit) out.push_back({rank, static_cast<std::uint32_t>(distance)});
    }
}

std::size_t SpellingTable::memory_bytes() const {
    return begins_.capacity() * 4 + letters_.capacity() + deletions_.memory_bytes();
}

}  // namespace kontor::search
