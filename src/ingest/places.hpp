// SPDX-License-Identifier: EUPL-1.2
// Short ways to say where in a file something is. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "base/error.hpp"

namespace kontor::ingest {

/// The file as a whole.
[[nodiscard]] inline base::Place in_file(std::string file) {
    return {.file = std::move(file), .line = 0, .column = 0, .field = {}};
}

/// A line of it, or one field on that line.
[[nodiscard]] inline base::Place on_line(std::string file, std::uint64_t line, std::string field = {}) {
    return {.file = std::move(file), .line = line, .column = 0, .field = std::move(field)};
}

}  // namespace kontor::ingest
