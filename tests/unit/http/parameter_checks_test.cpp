// SPDX-License-Identifier: EUPL-1.2
#include "http/parameter_checks.hpp"

#include <gtest/gtest.h>

#include "base/limits.hpp"

namespace kontor::http {
namespace {

using base::ErrorCode;

TEST(DecodedQuery, TakesWhatBrowsersSend) {
    const auto found = decoded_query("q=M%C3%BCnchen+Nord&country=DE&&empty=&flag");
    ASSERT_TRUE(found);
    EXPECT_EQ(found.value(),
              (NameValues{{"q", "München Nord"}, {"country", "DE"}, {"empty", ""}, {"flag", ""}}));
}

TEST(DecodedQuery, NamesEveryBrokenPart) {
    const auto found = decoded_query("a=%zz&b=%2&c=%ff&d=ok&e=%");
    ASSERT_FALSE(found);
    ASSERT_EQ(found.errors().size(), 4U);
    EXPECT_EQ(found.errors()[0].code, ErrorCode::RequestMalformed);
    EXPECT_EQ(found.errors()[0].place.field, "a");
    EXPECT_EQ(found.errors()[2].code, ErrorCode::EncodingBroken);
}

TEST(DecodedQuery, StopsCountingAtItsMaximum) {
    std::string query;
    for (std::size_t i = 0; i <= base::limits::kListItems; ++i) query += "a&";
    const auto found = decoded_query(query);
    ASSERT_FALSE(found);
    ASSERT_EQ(found.errors().size(), 1U);
    EXPECT_EQ(found.errors()[0].code, ErrorCode::TooManyItems);
    EXPECT_TRUE(decoded_query(query.substr(2)));
}

TEST(DecodedQuery, NamesABrokenFieldInSoundText) {
    const auto found = decoded_query("\xff=%zz&%C3%BC=%zz");
    ASSERT_FALSE(found);
    ASSERT_EQ(found.errors().size(), 2U);
    EXPECT_EQ(found.errors()[0].code, ErrorCode::EncodingBroken);
    EXPECT_EQ(found.errors()[1].place.field, "ü");
}

const Operation& operation(std::string_view id) {
    for (const Operation& found : operations()) {
        if (found.id == id) return found;
    }
    std::abort();
}

TEST(CheckParameters, RefusesByTheContract) {
    Parameters parameters;
    const base::Errors errors = check_parameters(operation("search"), In::Query,
                                                 {{"limit", "101"},
                                                  {"year_from", "soon"},
                                                  {"kind", "project,castle"},
                                                  {"q", "a"},
                                                  {"q", "b"},
                                                  {"x", ""}},
                                                 parameters);
    std::vector<ErrorCode> codes;
    for (const base::Error& error : errors) codes.push_back(error.code);
    EXPECT_EQ(codes, (std::vector<ErrorCode>{ErrorCode::ValueOutOfRange, ErrorCode::NumberInvalid,
                                             ErrorCode::ValueNotAllowed, ErrorCode::ParameterRepeated,
                                             ErrorCode::ParameterUnknown}));
    EXPECT_EQ(parameters.text("q"), "a");
}

TEST(CheckParameters, ReadsListsToTheirEnd) {
    std::string kinds = "project";
    for (std::size_t i = 1; i < base::limits::kListItems; ++i) kinds += ",project";
    Parameters sound;
    EXPECT_TRUE(check_parameters(operation("search"), In::Query, {{"kind", kinds}}, sound).empty());
    EXPECT_EQ(sound.list("kind").size(), base::limits::kListItems);

    Parameters none;
    const std::string last_is_wrong = kinds.substr(8) + ",castle";
    const auto wrong = check_parameters(operation("search"), In::Query, {{"kind", last_is_wrong}}, none);
    ASSERT_EQ(wrong.size(), 1U);
    EXPECT_EQ(wrong[0].code, ErrorCode::ValueNotAllowed);

    const auto long_list =
        check_parameters(operation("search"), In::Query, {{"kind", kinds}, {"kind", "project"}}, none);
    ASSERT_EQ(long_list.size(), 1U);
    EXPECT_EQ(long_list[0].code, ErrorCode::TooManyItems);
    EXPECT_EQ(long_list[0].place.field, "kind");
}

TEST(CheckParameters, TellsNoMoreFaultsThanItsMaximum) {
    std::string castles = "castle";
    for (std::size_t i = 1; i < base::limits::kListItems; ++i) castles += ",castle";
    Parameters none;
    const auto errors =
        check_parameters(operation("search"), In::Query, {{"kind", castles}, {"x", ""}}, none);
    EXPECT_EQ(errors.size(), base::limits::kFaultsReported);
    EXPECT_FALSE(none.has("kind"));
}

TEST(CheckParameters, AsksForWhatIsRequired) {
    Parameters parameters;
    const base::Errors errors = check_parameters(operation("suggest"), In::Query, {}, parameters);
    ASSERT_EQ(errors.size(), 1U);
    EXPECT_EQ(errors[0].code, ErrorCode::ValueMissing);
    EXPECT_EQ(errors[0].place.field, "q");
}

TEST(Parameters, ListsByCommaAndRepetition) {
    Parameters parameters;
    parameters.add("country", "DE,FI");
    parameters.add("country", "FR");
    EXPECT_EQ(parameters.list("country"), (std::vector<std::string>{"DE", "FI", "FR"}));
    EXPECT_EQ(parameters.text("country"), "DE,FI");
    EXPECT_FALSE(parameters.integer("country"));
}

}  // namespace
}  // namespace kontor::http
