// SPDX-License-Identifier: EUPL-1.2
// Writes one batch: rows, identifiers, change feed and import mark in one transaction. Used by one thread at
// a time. Throws Failure; whatever happens, a batch is in the store wholly or not at all.
#pragma once

#include "store/sqlite/known_ids.hpp"
#include "store/store.hpp"

namespace kontor::store::sqlite {

class BatchWriter {
public:
    BatchWriter(Session& session, const base::Clock& clock) : session_(session), clock_(clock) {}
    [[nodiscard]] base::Result<WriteReport> write(const WriteBatch& batch);

private:
    struct Progressing;

    void put(const model::Record& record, Progressing& state);
    void erase(const Erasure& erasure, Progressing& state);
    void check_expected(const WriteBatch& batch, Progressing& state);
    void check(const WriteBatch& batch, Progressing& state);
    void write_desk(const WriteBatch& batch, const Progressing& state);
    /// `before` is null for a new record.
    void note(const Erasure& record, ChangeType type, const model::Record* before, Progressing& state);

    Session& session_;
    const base::Clock& clock_;
    KnownIds known_;
};

}  // namespace kontor::store::sqlite
