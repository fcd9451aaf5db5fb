// SPDX-License-Identifier: EUPL-1.2
// Takes the matching documents of each segment: filters them, counts every facet exactly under the filters of
// the other facets, and keeps the best for the page asked for. Memory is kept from one query to the next.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "search/answer.hpp"
#include "search/evaluation.hpp"
#include "search/query.hpp"

namespace kontor::search {

struct Ranked {
    Score score = 0;
    const Evaluation* evaluation = nullptr;
    std::uint32_t document = 0;
};

class Collector {
public:
    void open(const IndexParts& index, const Filters& filters, const Request& request);
    void add(const Evaluation& evaluation);

    [[nodiscard]] std::uint64_t total() const { return total_; }
    /// The page, best first.
    [[nodiscard]] std::vector<Ranked> page();
    [[nodiscard]] Facets facets() const;

private:
    enum Dimension : std::uint8_t { Kind, OrganisationKind, Country, Topic, Programme, Year, kDimensions };
    /// Which values of a dimension are wanted; none given means all.
    struct Wanted {
        bool is_active = false;
        std::vector<std::uint8_t> values;
        [[nodiscard]] bool has(std::size_t value) const {
            return value < values.size() && values[value] != 0;
        }
    };
    void want(Dimension dimension, std::size_t size, const std::vector<std::uint32_t>& values);
    void want_years(const Filters& filters);
    void prepare_topics(const Segment& segment);
    [[nodiscard]] unsigned failures(const FacetRow& row, std::uint32_t document) const;
    void count(const Segment& segment, std::uint32_t document, unsigned failed);
    void count_all(const Segment& segment, std::span<const std::uint32_t> documents);
    void count_topics(const Segment& segment, std::uint32_t document);
    void count_value(Dimension dimension, std::uint32_t value) {
        if (counts_[dimension][value]++ == 0) seen_[dimension].push_back(value);
    }
    void offer(const Ranked& candidate);
    [[nodiscard]] static bool is_better(const Ranked& a, const Ranked& b);
    [[nodiscard]] Facet facet(Dimension dimension) const;
    [[nodiscard]] std::string_view value_text(Dimension dimension, std::uint32_t value) const;
    [[nodiscard]] bool is_before(Dimension dimension, std::uint32_t a, std::uint32_t b) const;

    const IndexParts* index_ = nullptr;
    std::array<Wanted, kDimensions> wanted_;
    std::vector<std::uint32_t> wanted_topics_;
    bool is_filtered_ = false;
    DocumentSet topic_documents_;
    std::array<std::vector<std::uint32_t>, kDimensions> counts_;
    std::array<std::vector<std::uint32_t>, kDimensions> seen_;  // values that were counted
    bool counts_facets_ = true;
    std::uint64_t total_ = 0;
    std::size_t offset_ = 0;
    std::size_t kept_ = 0;
    std::size_t facet_limit_ = 0;
    std::vector<Ranked> heap_;  // the worst in front
};

}  // namespace kontor::search
