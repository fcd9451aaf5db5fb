// SPDX-License-Identifier: EUPL-1.2
// What an Index is made of: a large base segment, some of whose documents may be gone, and a small one with
// the latest.
#pragma once

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "search/segment.hpp"
#include "search/topic_model.hpp"

namespace kontor::search {

struct IndexParts {
    std::shared_ptr<const TopicModel> topics;
    SharedValues values;
    std::shared_ptr<const Segment> base;
    std::shared_ptr<const Segment> pending;  // null when nothing is pending
    std::vector<std::uint64_t> gone;         // one bit per document of base; empty when none is
    std::size_t gone_count = 0;
    /// How many of a base term's documents are gone, ascending by term.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> gone_by_term;

    [[nodiscard]] bool is_gone(std::uint32_t document) const {
        return !gone.empty() && (gone[document / 64] >> (document % 64) & 1U) != 0;
    }
    [[nodiscard]] std::size_t size() const {
        return base->size() - gone_count + (pending != nullptr ? pending->size() : 0);
    }
    /// Documents now holding the term `text`.
    [[nodiscard]] std::size_t document_frequency(std::string_view text) const;
    [[nodiscard]] std::size_t topic_frequency(std::uint32_t topic) const;
    [[nodiscard]] std::size_t country_frequency(std::uint32_t country) const;
};

}  // namespace kontor::search
