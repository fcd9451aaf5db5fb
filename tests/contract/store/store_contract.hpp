// SPDX-License-Identifier: EUPL-1.2
// What every test of the store contract stands on: a new store of each kind. A further kind of store joins by
// a row in store_kinds().
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "store/store.hpp"
#include "support/sample_records.hpp"
#include "support/temporary_folder.hpp"

namespace kontor::store {

struct StoreKind {
    std::string name;
    std::unique_ptr<Store> (*open)(const support::TemporaryFolder& folder, const base::Clock& clock);
    bool reads_while_writing;  // readers do not wait for a writer

    friend void PrintTo(const StoreKind& kind, std::ostream* out) { *out << kind.name; }
};

inline std::vector<StoreKind> store_kinds() {
    const auto opened = [](const std::string& path, const base::Clock& clock) {
        auto store = open_sqlite(path, OpenMode::Create, clock);
        if (!store) ADD_FAILURE() << base::located_sentence(store.errors().front(), "en");
        return store ? std::move(store).value() : nullptr;
    };
    static const auto open_at = opened;
    return {
        {"sqlite_file",
         [](const support::TemporaryFolder& folder, const base::Clock& clock) {
             return open_at(folder.file("kontor.db"), clock);
         },
         true},
        {"sqlite_memory",
         [](const support::TemporaryFolder&, const base::Clock& clock) { return open_at(":memory:", clock); },
         false}};
}

class StoreContract : public testing::TestWithParam<StoreKind> {
protected:
    void SetUp() override {
        store_ = GetParam().open(folder_, clock_);
        ASSERT_NE(store_, nullptr);
    }

    WriteReport put(std::vector<model::Record> records) {
        return written({.puts = std::move(records), .erasures = {}, .actor = "test", .mark = {}});
    }
    WriteReport erase(std::vector<Erasure> erasures) {
        return written({.puts = {}, .erasures = std::move(erasures), .actor = "test", .mark = {}});
    }
    WriteReport written(const WriteBatch& batch) {
        const auto report = store_->write(batch);
        if (!report) ADD_FAILURE() << base::located_sentence(report.errors().front(), "en");
        return report ? report.value() : WriteReport{};
    }
    base::Errors refused(const WriteBatch& batch) {
        const auto report = store_->write(batch);
        EXPECT_FALSE(report.ok());
        return report.ok() ? base::Errors{} : report.errors();
    }
    template <class T>
    std::optional<T> read(const std::string& id) {
        const auto record = store_->read(T::kKind, id);
        EXPECT_TRUE(record.ok());
        if (!record.ok() || !record.value()) return std::nullopt;
        return std::get<T>(*record.value());
    }
    std::vector<std::string> ids(model::RecordKind kind) {
        std::vector<std::string> found;
        EXPECT_TRUE(store_
                        ->scan(kind,
                               [&](model::Record&& record) {
                                   found.push_back(model::id_of(record));
                                   return true;
                               })
                        .ok());
        return found;
    }
    std::uint64_t count(model::RecordKind kind) { return store_->count(kind).value(); }
    void expect_sound() { EXPECT_THAT(store_->inspect().value(), testing::IsEmpty()); }

    support::TemporaryFolder folder_;
    base::FixedClock clock_{std::chrono::sys_seconds{std::chrono::seconds{1'700'000'000}}};
    std::unique_ptr<Store> store_;
};

inline std::string kind_name(const testing::TestParamInfo<StoreKind>& parameter) {
    return parameter.param.name;
}

/// The words of a fault by name; empty when it has none of that name.
inline std::string argument(const base::Error& error, std::string_view name) {
    for (const auto& [key, value] : error.arguments) {
        if (key == name) return value;
    }
    return {};
}

}  // namespace kontor::store
