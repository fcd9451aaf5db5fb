// SPDX-License-Identifier: EUPL-1.2
// The files of db/ for SQLite, put into the program by script/embed.py. Constant data.
#pragma once

#include <span>
#include <string_view>

namespace kontor::store::sqlite {

struct EmbeddedFile {
    std::string_view name;  // "0001_records.sqlite.sql"
    std::string_view content;
    std::string_view sha256;  // of the content, hex
};

/// In the order of their versions, which start at 1 and have no gap.
[[nodiscard]] std::span<const EmbeddedFile> migration_files();

}  // namespace kontor::store::sqlite
