// SPDX-License-Identifier: EUPL-1.2
#include "codec/value_json.hpp"

#include <gtest/gtest.h>

#include "codec/record_json.hpp"
#include "support/sample_records.hpp"

namespace kontor::codec {

// An answer as the doors of the product define their own.
struct Answer {
    std::string title;
    std::uint64_t total = 0;
    std::vector<model::OrganisationKind> kinds;
    std::optional<double> score;
    bool operator==(const Answer&) const = default;
};
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Answer>
void visit_fields(S& s, V&& visit) {
    visit("title", s.title, model::Need::Required);
    visit("total", s.total, model::Need::Required);
    visit("kinds", s.kinds, model::Need::Optional);
    visit("score", s.score, model::Need::Optional);
}

namespace {

TEST(ValueJson, WritesStructsOfOthers) {
    const Answer answer{"x", 18446744073709551615U, {model::OrganisationKind::EndUser}, 0.5};
    EXPECT_EQ(to_text(json_of(answer)),
              R"({"title":"x","total":18446744073709551615,"kinds":["end_user"],"score":0.5})");
    EXPECT_EQ(to_text(json_of(Answer{})), R"({"title":"","total":0})");
}

TEST(ValueJson, ReadsStructsOfOthers) {
    const auto back =
        field_from_text<Answer>(R"({"title":"x","total":18446744073709551615,"kinds":["clinic"]})");
    ASSERT_TRUE(back.ok());
    EXPECT_EQ(back.value(),
              (Answer{"x", 18446744073709551615U, {model::OrganisationKind::Clinic}, std::nullopt}));
}

TEST(ValueJson, IntegerFieldsKeepTheirRange) {
    EXPECT_EQ(field_from_text<int>("3e2").value(), 300);
    EXPECT_EQ(field_from_text<double>("3").value(), 3.0);
    for (const char* text : {"2147483648", "-2147483649", "18446744073709551615"}) {
        EXPECT_EQ(field_from_text<int>(text).errors().front().code, base::ErrorCode::ValueOutOfRange) << text;
    }
    EXPECT_EQ(field_from_text<std::uint64_t>("-1").errors().front().code, base::ErrorCode::ValueOutOfRange);
    EXPECT_EQ(field_from_text<int>("1.5").errors().front().code, base::ErrorCode::ValueType);
}

TEST(ValueJson, FieldsSurviveAsText) {
    const auto project = support::sample<model::Project>();
    EXPECT_EQ(field_from_text<model::Texts>(field_to_text(project.objective)).value(), project.objective);
    EXPECT_EQ(field_from_text<std::vector<model::Phase>>(field_to_text(project.phases)).value(),
              project.phases);
    const auto topic = support::sample<model::Topic>();
    EXPECT_EQ(field_from_text<model::SynonymsByLanguage>(field_to_text(topic.synonyms)).value(),
              topic.synonyms);
    EXPECT_EQ(field_from_text<std::optional<bool>>("null").value(), std::nullopt);
}

}  // namespace
}  // namespace kontor::codec
