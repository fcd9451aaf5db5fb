// SPDX-License-Identifier: EUPL-1.2
// Where the records of an import go: to the store in batches, to nowhere with a count (dry run), or through a
// check of all references first. BatchSink writes one batch while the next one is being read, with a thread
// of its own; a sink itself is for one thread.
#pragma once

#include <array>
#include <cstdint>
#include <future>
#include <string>
#include <unordered_set>
#include <vector>

#include "ingest/fault_list.hpp"
#include "ingest/record_sink.hpp"
#include "store/store.hpp"

namespace kontor::service {

/// What became of the records.
struct RecordCounts {
    std::uint64_t inserted = 0;
    std::uint64_t updated = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t topics = 0;  // records that are topics, changed or not
};

/// A sink that is asked for its counts at the end.
class CountingSink : public ingest::RecordSink {
public:
    /// All records from here to finish() refer to each other: they are written in one transaction.
    [[nodiscard]] virtual base::Outcome keep_together() { return base::Done{}; }
    /// To be called once after the last record; what was accepted is then safe.
    [[nodiscard]] virtual base::Outcome finish() = 0;
    [[nodiscard]] const RecordCounts& counts() const { return counts_; }

protected:
    RecordCounts counts_;
};

/// Writes in batches, each marked in the ledger together with its records. The first `run.done` records are
/// passed over: an earlier attempt has written them.
class BatchSink final : public CountingSink {
public:
    BatchSink(store::Store& store, const store::ImportRun& run, std::string actor);
    ~BatchSink() override;
    BatchSink(const BatchSink&) = delete;
    BatchSink& operator=(const BatchSink&) = delete;

    [[nodiscard]] base::Outcome accept(model::Record&& record, const base::Place& place) override;
    [[nodiscard]] base::Outcome keep_together() override;
    [[nodiscard]] base::Outcome finish() override;

private:
    /// Where a record of a batch came from; the store does not know, and people have to mend it there.
    struct Origin {
        model::RecordKind kind{};
        std::string id;
        base::Place place;
    };
    [[nodiscard]] base::Outcome flush();
    [[nodiscard]] base::Outcome wait();
    [[nodiscard]] base::Errors with_places(base::Errors errors) const;

    store::Store& store_;
    const std::string run_;
    const std::uint64_t already_done_;
    const std::string actor_;
    std::uint64_t seen_ = 0;
    bool together_ = false;
    std::vector<model::Record> filling_;
    std::vector<Origin> filling_origins_;
    std::vector<Origin> writing_origins_;
    std::future<base::Result<store::WriteReport>> writing_;
};

/// Compares with the store and writes nothing.
class DryRunSink final : public CountingSink {
public:
    explicit DryRunSink(const store::Store& store) : store_(store) {}
    [[nodiscard]] base::Outcome accept(model::Record&& record, const base::Place& place) override;
    [[nodiscard]] base::Outcome finish() override { return base::Done{}; }

private:
    const store::Store& store_;
};

/// The ids of one body of records, by kind.
class RecordIds {
public:
    void add(model::RecordKind kind, const std::string& id) { of(kind).insert(id); }
    [[nodiscard]] bool has(model::RecordKind kind, const std::string& id) const {
        return ids_[static_cast<std::size_t>(kind)].count(id) > 0;
    }

private:
    std::unordered_set<std::string>& of(model::RecordKind kind) {
        return ids_[static_cast<std::size_t>(kind)];
    }
    std::array<std::unordered_set<std::string>, model::Words<model::RecordKind>::kWords.size()> ids_;
};

/// First pass over a body of records: takes nothing in, finds every reference that neither the body nor the
/// store resolves.
class ReferenceCheck final : public ingest::RecordSink {
public:
    explicit ReferenceCheck(const store::Store& store) : store_(store) {}
    [[nodiscard]] base::Outcome accept(model::Record&& record, const base::Place& place) override;
    /// All dangling references as faults.
    [[nodiscard]] base::Outcome finish();
    [[nodiscard]] const RecordIds& ids() const { return ids_; }

private:
    struct Open {
        std::string field;
        model::RecordKind kind{};
        std::string id;
        base::Place place;
    };
    const store::Store& store_;
    RecordIds ids_;
    std::vector<Open> open_;
};

/// Second pass: holds back a record until those of the same body that it refers to have gone before, so that
/// every batch resolves by itself. What refers to each other in a circle goes last, together. The order
/// depends on the body alone.
class OrderingSink final : public ingest::RecordSink {
public:
    OrderingSink(CountingSink& next, const RecordIds& body) : next_(next), body_(body) {}
    [[nodiscard]] base::Outcome accept(model::Record&& record, const base::Place& place) override;
    [[nodiscard]] base::Outcome finish();

private:
    struct Held {
        model::Record record;
        base::Place place;
    };
    [[nodiscard]] bool is_ready(const model::Record& record) const;
    [[nodiscard]] base::Outcome pass_on(model::Record&& record, const base::Place& place);

    CountingSink& next_;
    const RecordIds& body_;
    RecordIds gone_;
    std::vector<Held> held_;
};

}  // namespace kontor::service
