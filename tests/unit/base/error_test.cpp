// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"

#include <gtest/gtest.h>

#include <set>

namespace kontor::base {
namespace {

ErrorArguments example_of(const ErrorEntry& entry) {
    ErrorArguments out;
    for (const auto& [name, value] : entry.example) out.emplace_back(name, value);
    return out;
}

TEST(ErrorCatalogue, EverySentenceIsCompleteInEveryLanguage) {
    std::set<std::string_view> slugs;
    for (const ErrorEntry& entry : error_catalogue()) {
        EXPECT_TRUE(slugs.insert(entry.slug).second) << entry.slug;
        for (const char* language : {"de", "en"}) {
            const std::string text = sentence({entry.code, example_of(entry), {}, {}}, language);
            EXPECT_EQ(text.find('{'), std::string::npos) << text;
            for (const auto& [name, value] : entry.example) {
                EXPECT_NE(text.find(value), std::string::npos) << entry.slug << " does not say " << name;
            }
        }
    }
}

TEST(Error, SaysWhereItIs) {
    const Error error{ErrorCode::ValueMissing, {}, {"list.csv", 3, 7, "name"}, {}};
    EXPECT_EQ(located_sentence(error, "en"), "list.csv:3:7: name: The value is missing. Enter it.");
    EXPECT_EQ(located_sentence(error, "de"), "list.csv:3:7: name: Der Wert fehlt. Tragen Sie ihn ein.");
}

TEST(Error, SaysWhereInAFieldWithoutFile) {
    const Error error{ErrorCode::ValueMissing, {}, {"", 0, 7, "q"}, {}};
    EXPECT_EQ(located_sentence(error, "en"), "q:7: The value is missing. Enter it.");
}

TEST(Error, ANameWithoutArgumentGivesNothing) {
    EXPECT_EQ(filled("a{x}b{y}c{", {{"x", "1"}}), "a1bc");
}

TEST(Result, HoldsAValueOrAllErrors) {
    const Result<int> good = 4;
    const Result<int> bad = Errors{{ErrorCode::ValueMissing, {}, {}, {}}, {ErrorCode::Internal, {}, {}, {}}};
    ASSERT_TRUE(good.ok());
    EXPECT_EQ(good.value(), 4);
    ASSERT_FALSE(bad.ok());
    EXPECT_EQ(bad.errors().size(), 2U);
}

TEST(ResultDeathTest, ReadingTheWrongSideIsABug) {
    const Result<int> bad = Error{ErrorCode::Internal, {}, {}, {}};
    EXPECT_DEATH((void)bad.value(), "");
}

}  // namespace
}  // namespace kontor::base
