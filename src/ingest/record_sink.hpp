// SPDX-License-Identifier: EUPL-1.2
// Where readers put what they have read: the service collects batches for the store, a dry run only counts.
// Records come in an order in which every reference points backwards or to what is already known.
#pragma once

#include "base/error.hpp"
#include "model/records.hpp"

namespace kontor::ingest {

class RecordSink {
public:
    virtual ~RecordSink() = default;
    /// `place` is where the record is from. A fault stops the reader, which returns it.
    [[nodiscard]] virtual base::Outcome accept(model::Record&& record, const base::Place& place) = 0;
};

}  // namespace kontor::ingest
