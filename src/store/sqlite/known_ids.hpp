// SPDX-License-Identifier: EUPL-1.2
// Ids that are known to be in the store, so that a bulk import does not ask the database for the same source
// and the same organisation a million times. Holds only what was seen; says nothing about the rest. Not
// thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_set>

#include "model/records.hpp"
#include "store/sqlite/session.hpp"

namespace kontor::store::sqlite {

class KnownIds {
public:
    /// Forgets everything when another process has written since the last call. Inside a transaction.
    void synchronise(Connection& connection);
    void add(model::RecordKind kind, const std::string& id);
    void forget_all();
    /// Asks the database when it does not know.
    [[nodiscard]] bool contains(Session& session, model::RecordKind kind, const std::string& id);

private:
    static constexpr std::size_t kMost = 2'000'000;

    std::array<std::unordered_set<std::string>, kKinds> ids_;
    std::size_t size_ = 0;
    std::int64_t version_ = 0;
};

}  // namespace kontor::store::sqlite
