// SPDX-License-Identifier: EUPL-1.2
// Rows of the NACE, NUTS and places tables as records. One thread. Memory: the first two keep their table.
#pragma once

#include "ingest/euroscivoc.hpp"
#include "ingest/import_report.hpp"
#include "ingest/table.hpp"

namespace kontor::ingest {

/// Columns code and one label column per language; codes with or without dots ("2651" is 26.51). Sections
/// ("C") are the parents of the divisions that NACE Rev. 2 gives them. Errors: faults of the table,
/// ValueNotAllowed for other codes.
[[nodiscard]] base::Result<TopicTree> nace_topics(Table& table, FileReport& report);

struct RegionTree {
    std::vector<model::Region> regions;
    std::vector<HierarchyItem> items;
};
/// Columns code<year>, NUTS_level and the name in one of Country, NUTS1, NUTS2, NUTS3 ("NA" is empty; a
/// region without a name is called by its code). Rows whose code is none are refused one by one: headings
/// stand between the real file's rows. Errors: faults of the table.
[[nodiscard]] base::Result<RegionTree> nuts_regions(Table& table, FileReport& report);

/// The place on the table's current row (columns selected by select_place_columns), or what is wrong with it.
void select_place_columns(Table& table);
[[nodiscard]] base::Result<model::Place> place_of(const Table& table);

}  // namespace kontor::ingest
