// SPDX-License-Identifier: EUPL-1.2
#include "ingest/column.hpp"

#include <algorithm>

#include "ingest/table.hpp"

namespace kontor::ingest {
namespace {

base::Error missing(const Table& table, const std::string& file, const std::string& column) {
    std::string present;
    for (const std::string& name : table.header()) present += (present.empty() ? "" : ", ") + name;
    return {base::ErrorCode::ColumnMissing, {{"column", column}, {"present", present}}, {file, 1, 0, {}}, {}};
}

}  // namespace

base::Result<std::vector<std::string>> read_column(const std::string& file, const std::string& column) {
    const auto input = Input::open_file(file);
    if (!input) return input.errors();
    auto table = open_table(input.value(), 0, {});
    if (!table) return table.errors();
    const auto& header = table.value()->header();
    if (std::find(header.begin(), header.end(), column) == header.end()) {
        return missing(*table.value(), input.value().entry_name(0), column);
    }
    table.value()->select({column});
    std::vector<std::string> out;
    while (table.value()->next()) {
        const std::string_view found = table.value()->cells().front();
        if (!found.empty()) out.emplace_back(found);
    }
    if (table.value()->broken_off()) return table.value()->faults().kept();
    return out;
}

}  // namespace kontor::ingest
