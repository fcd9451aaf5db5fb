// SPDX-License-Identifier: EUPL-1.2
// Batches for tests that write to a store.
#pragma once

#include <utility>
#include <vector>

#include "store/store.hpp"

namespace kontor::support {

inline store::WriteBatch batch(std::vector<model::Record> puts) {
    store::WriteBatch out;
    out.puts = std::move(puts);
    out.actor = "test";
    return out;
}

}  // namespace kontor::support
