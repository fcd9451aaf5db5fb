// SPDX-License-Identifier: EUPL-1.2
#include "http/parameter_checks.hpp"

#include <gtest/gtest.h>

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
