// SPDX-License-Identifier: EUPL-1.2
// The schema, the records and the static list of references must say the same.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/clock.hpp"
#include "store/sqlite/migration_files.hpp"
#include "store/sqlite/migrator.hpp"
#include "store/sqlite/record_table.hpp"
#include "store/sqlite/reference_fields.hpp"
#include "store/sqlite/statement.hpp"
#include "support/sample_records.hpp"

namespace kontor::store::sqlite {
namespace {

class Schema : public testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(migrate(connection_, ":memory:", clock_).ok()); }

    std::vector<std::string> texts(const std::string& sql) {
        Statement statement(connection_, sql);
        std::vector<std::string> found;
        while (statement.step()) found.emplace_back(statement.text(0));
        return found;
    }

    base::FixedClock clock_{std::chrono::sys_seconds{}};
    Connection connection_{":memory:", Access::Create};
};

TEST_F(Schema, ColumnsAreTheFieldsInTheirOrder) {
    for (std::size_t i = 0; i < kKinds; ++i) {
        const auto kind = static_cast<model::RecordKind>(i);
        const auto expected = columns_of(kind);
        const auto found =
            texts("SELECT name FROM pragma_table_info('" + std::string(model::word(kind)) + "')");
        EXPECT_EQ(found, std::vector<std::string>(expected.begin(), expected.end())) << model::word(kind);
    }
}

TEST_F(Schema, TheDesksColumnsAreItsFieldsAndItsLookUpsHaveAnIndex) {
    for (std::size_t i = 0; i < std::variant_size_v<model::DeskRecord>; ++i) {
        const auto kind = static_cast<model::DeskKind>(i);
        const std::string table(model::word(kind));
        const auto expected = columns_of(kind);
        EXPECT_EQ(texts("SELECT name FROM pragma_table_info('" + table + "')"),
                  std::vector<std::string>(expected.begin(), expected.end()))
            << table;
        for (const std::string_view column : expected) {
            const auto indexes =
                texts("SELECT i.name FROM pragma_index_list('" + table +
                      "') AS l, pragma_index_info(l.name) AS i WHERE l.origin = 'c' AND i.name = '" +
                      std::string(column) + "'");
            EXPECT_EQ(!indexes.empty(), is_desk_index(kind, column)) << table << "." << column;
        }
    }
}

TEST_F(Schema, EveryIndexedReferenceHasAnIndexThatStartsWithIt) {
    for (const ReferenceField& field : reference_fields()) {
        if (field.lookup != Lookup::Indexed) continue;
        const auto plan =
            texts("SELECT i.name FROM pragma_index_list('" + std::string(model::word(field.from)) +
                  "') AS l, pragma_index_info(l.name) AS i WHERE i.seqno = 0 AND i.name = '" +
                  std::string(field.column) + "'");
        EXPECT_EQ(plan.size(), 1U) << model::word(field.from) << "." << field.column;
    }
}

TEST_F(Schema, EveryReferenceOfARecordIsListed) {
    for (const model::Record& record : support::sample_records()) {
        for (const model::Reference& reference : model::references(record)) {
            const auto fields = reference_fields();
            const bool listed = std::any_of(fields.begin(), fields.end(), [&](const ReferenceField& field) {
                return field.from == model::kind_of(record) && (!field.to || *field.to == reference.kind) &&
                       reference.field.substr(0, reference.field.find('/')) == field.column;
            });
            EXPECT_TRUE(listed) << model::word(model::kind_of(record)) << "." << reference.field;
        }
    }
}

TEST_F(Schema, EveryListedReferenceIsOneOfARecord) {
    for (const ReferenceField& field : reference_fields()) {
        bool found = false;
        for (const model::Record& record : support::sample_records()) {
            if (model::kind_of(record) != field.from) continue;
            for (const model::Reference& reference : model::references(record)) {
                found |= reference.field.substr(0, reference.field.find('/')) == field.column;
            }
        }
        EXPECT_TRUE(found) << model::word(field.from) << "." << field.column;
    }
}

TEST(MigrationFiles, AreNumberedWithoutAGap) {
    int expected = 0;
    for (const EmbeddedFile& file : migration_files()) {
        EXPECT_EQ(std::stoi(std::string(file.name.substr(0, 4))), ++expected);
        EXPECT_EQ(file.sha256.size(), 64U);
        EXPECT_FALSE(file.content.empty());
    }
    EXPECT_EQ(newest_version(), expected);
}

}  // namespace
}  // namespace kontor::store::sqlite
