// SPDX-License-Identifier: EUPL-1.2
// What an Index is made of: a large base part, and small ones with what changed since, the latest last. In
// each part some documents may be gone: taken out, or replaced by one in a later part.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "search/segment.hpp"
#include "search/topic_model.hpp"

namespace kontor::search {

/// Numbers with how many there are of each, ascending by number.
using Counts = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
[[nodiscard]] std::uint32_t count_of(const Counts& counts, std::uint32_t number);

struct IndexPart {
    std::shared_ptr<const Segment> segment;
    std::vector<std::uint64_t> gone;  // one bit per document; empty when none is
    std::size_t gone_count = 0;
    /// How many of a term's documents are gone, ascending by term.
    Counts gone_by_term;
    /// How many of a word's uses are in documents that are gone, ascending by word.
    Counts gone_by_word;

    [[nodiscard]] bool is_gone(std::uint32_t document) const {
        return !gone.empty() && (gone[document / 64] >> (document % 64) & 1U) != 0;
    }
    /// Documents that are still there.
    [[nodiscard]] std::size_t size() const { return segment->size() - gone_count; }
    /// Where the document stands, unless it is gone.
    [[nodiscard]] std::optional<std::uint32_t> find(const DocumentKey& key) const {
        const auto found = segment->find(key);
        return found && !is_gone(*found) ? found : std::nullopt;
    }
};

/// Where a spelling stands, counted over all documents that are there.
struct SpellingUses {
    std::uint64_t all = 0;
    std::uint64_t in_names = 0;  // and places
};

struct IndexParts {
    std::shared_ptr<const TopicModel> topics;
    SharedValues values;
    std::vector<IndexPart> parts;  // the base first, always there

    [[nodiscard]] std::size_t size() const;
    /// Documents now holding the term `text`.
    [[nodiscard]] std::size_t document_frequency(std::string_view text) const;
    [[nodiscard]] std::size_t topic_frequency(std::uint32_t topic) const;
    [[nodiscard]] std::size_t country_frequency(std::uint32_t country) const;
    [[nodiscard]] SpellingUses uses_of(std::string_view spelling) const;
};

}  // namespace kontor::search
