// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <ostream>

#include "search/searcher.hpp"
#include "small_corpus.hpp"
#include "support/case_name.hpp"

namespace kontor::search {
namespace {

using base::ErrorCode;

base::Errors faults(const Request& request) {
    static const Index index = small_index();
    const auto answer = search(index, request);
    return answer ? base::Errors{} : answer.errors();
}

base::Errors faults(const std::string& query) {
    Request request;
    request.query = query;
    return faults(request);
}

struct Fault {
    const char* query;
    ErrorCode code;
    std::uint64_t column;

    friend void PrintTo(const Fault& fault, std::ostream* out) {
        *out << testing::PrintToString(fault.query);
    }
};

class QueryFaults : public testing::TestWithParam<Fault> {};

TEST_P(QueryFaults, NameCodeAndColumn) {
    const base::Errors errors = faults(GetParam().query);
    ASSERT_EQ(errors.size(), 1U) << GetParam().query;
    EXPECT_EQ(errors[0].code, GetParam().code);
    EXPECT_EQ(errors[0].place.column, GetParam().column);
    EXPECT_EQ(errors[0].place.field, "q");
    EXPECT_FALSE(base::sentence(errors[0], "de").empty());
}

INSTANTIATE_TEST_SUITE_P(Search, QueryFaults,
                         testing::Values(Fault{"größer \"laser", ErrorCode::QueryQuoteUnclosed, 8},
                                         Fault{"laser contry:FI", ErrorCode::QueryFilterUnknown, 7},
                                         Fault{"laser country:XQ", ErrorCode::CountryUnknown, 15},
                                         Fault{"kind:klinik", ErrorCode::ValueNotAllowed, 6},
                                         Fault{"topic:nothing", ErrorCode::ReferenceUnknown, 7},
                                         Fault{"ä programme:none", ErrorCode::ReferenceUnknown, 13},
                                         Fault{"year:20x8", ErrorCode::NumberInvalid, 6},
                                         Fault{"year:99999", ErrorCode::ValueOutOfRange, 6},
                                         Fault{"country:", ErrorCode::ValueMissing, 9},
                                         Fault{"ab\xFF", ErrorCode::EncodingBroken, 3},
                                         Fault{"a\u202Eb", ErrorCode::ControlCharacter, 2},
                                         Fault{"a\x01", ErrorCode::ControlCharacter, 2}),
                         [](const auto& fault) {
                             return kontor::support::case_name(fault.index, fault.param.query);
                         });

TEST(Query, AllFaultsAtOnce) {
    Request request;
    request.query = "country:XQ kind:klinik \"open";
    request.countries = {"QQ"};
    request.year_from = 2019;
    request.year_to = 2010;
    request.limit = 1'000'000;
    const base::Errors errors = faults(request);
    ASSERT_EQ(errors.size(), 6U);
    EXPECT_EQ(errors[3].place.field, "country");
    EXPECT_EQ(errors[4].code, ErrorCode::DatesReversed);
    EXPECT_EQ(errors[5].place.field, "limit");
}

TEST(Query, HundredKilobytesAreRefused) {
    const base::Errors errors = faults(std::string(100'000, 'a'));
    ASSERT_EQ(errors.size(), 1U);
    EXPECT_EQ(errors[0].code, ErrorCode::RequestTooLong);
}

TEST(Query, TooManyWordsAreRefused) {
    std::string query;
    for (int i = 0; i < 100; ++i) query += "w" + std::to_string(i) + " ";
    ASSERT_EQ(faults(query).size(), 1U);
    EXPECT_EQ(faults(query)[0].code, ErrorCode::TooManyItems);
}

TEST(Query, OddButHarmless) {
    for (const char* query :
         {"-", "--", "\"\"", ":", "a:b", "http://example.org/x?y=1", "C++", "- laser", "3:1", "-\"\"",
          "&&& ***", "(laser OR x)", "'; drop table", "\t\n", "LASER: sources"}) {
        EXPECT_TRUE(faults(query).empty()) << query;
    }
}

}  // namespace
}  // namespace kontor::search
