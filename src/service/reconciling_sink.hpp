// SPDX-License-Identifier: EUPL-1.2
// Between a reader and the store: an organisation or project whose identifier (PIC, GA …) is stored under
// another id goes into that record, and everything that refers to it follows. What people recorded keeps its
// values; only gaps are filled. Costs one look-up per identifier, nothing for an empty store. One thread.
#pragma once

#include <set>
#include <string>
#include <unordered_map>

#include "ingest/fault_list.hpp"
#include "ingest/record_sink.hpp"
#include "service/import_sink.hpp"
#include "store/store.hpp"

namespace kontor::service {

class ReconcilingSink final : public ingest::RecordSink {
public:
    ReconcilingSink(const store::Store& store, CountingSink& next) : store_(store), next_(next) {}

    /// Asks the store whether there is anything to reconcile with; before the first record.
    [[nodiscard]] base::Outcome begin();
    [[nodiscard]] base::Outcome accept(model::Record&& record, const base::Place& place) override;

    /// RecordKnown for every record that went into another.
    [[nodiscard]] const ingest::FaultList& notices() const { return notices_; }

private:
    using Aliases = std::unordered_map<std::string, std::string>;

    template <class R>
    [[nodiscard]] base::Outcome reconcile(R& record, Aliases& aliases, const base::Place& place);
    /// True when the participation is recorded already under another id.
    [[nodiscard]] base::Result<bool> is_known(const model::Participation& participation);

    const store::Store& store_;
    CountingSink& next_;
    bool is_needed_ = false;
    Aliases organisations_;
    Aliases projects_;
    /// Ids of stored participations by organisation, for the projects that records went into.
    std::unordered_map<std::string, std::unordered_map<std::string, std::set<std::string>>> recorded_;
    ingest::FaultList notices_;
};

}  // namespace kontor::service
