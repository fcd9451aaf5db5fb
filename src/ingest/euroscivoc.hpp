// SPDX-License-Identifier: EUPL-1.2
// EuroSciVoc, from its SKOS-XL Turtle or from the table with six languages. One thread. Memory: the
// vocabulary.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/hierarchy.hpp"
#include "ingest/import_report.hpp"
#include "ingest/table.hpp"
#include "model/records.hpp"

namespace kontor::ingest {

/// Topics not yet checked as a tree; `items[i]` belongs to `topics[i]`.
struct TopicTree {
    std::vector<model::Topic> topics;
    std::vector<HierarchyItem> items;

    void add(model::Topic topic, base::Place place);
};

/// Concepts with their preferred and alternative labels (plain SKOS labels too), the first broader one as
/// parent. Topics get no source. Errors: TurtleSyntax. Deprecated concepts are counted as refused.
[[nodiscard]] base::Result<TopicTree> euroscivoc_from_turtle(std::string_view text, FileReport& report);

/// Columns uuid, notation, broader_uuid, alt_en and one label column per language. Errors: faults of the
/// table.
[[nodiscard]] base::Result<TopicTree> euroscivoc_from_table(Table& table, FileReport& report);

}  // namespace kontor::ingest
