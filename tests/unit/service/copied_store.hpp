// SPDX-License-Identifier: EUPL-1.2
// A store that holds what a reader shows and nothing else, to compare what somebody may see with a Kontor
// that never held the rest.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "base/clock.hpp"
#include "base/error.hpp"
#include "store/store.hpp"

namespace kontor::service {

inline std::unique_ptr<store::Store> copied_store(const store::Reader& reader, const base::Clock& clock) {
    auto store = store::open_sqlite(":memory:", store::OpenMode::Create, clock).value();
    store::WriteBatch batch{.actor = "test"};
    for (std::size_t i = 0; i < std::variant_size_v<model::Record>; ++i) {
        const auto kind = static_cast<model::RecordKind>(i);
        if (kind == model::RecordKind::Disclosure) continue;
        EXPECT_TRUE(reader
                        .scan(kind,
                              [&](model::Record&& record) {
                                  batch.puts.push_back(std::move(record));
                                  return true;
                              })
                        .ok());
    }
    const auto written = store->write(batch);
    EXPECT_TRUE(written.ok()) << (written.ok() ? "" : base::located_sentence(written.errors().front(), "en"));
    return store;
}

/// Without what the asker may change: a right is theirs, and tells nothing of what is hidden.
inline std::string without_rights(std::string json) {
    const std::string right = "\"may_edit\":true";
    for (auto at = json.find(right); at != std::string::npos; at = json.find(right, at)) {
        json.replace(at, right.size(), "\"may_edit\":false");
    }
    return json;
}

}  // namespace kontor::service
