// SPDX-License-Identifier: EUPL-1.2
#include "press/predicates.hpp"

#include <gtest/gtest.h>

namespace kontor::press {
namespace {

TEST(Predicates, every_word_is_read_back) {
    for (const std::string_view word : model::Words<Predicate>::kWords) {
        const auto predicate = model::from_word<Predicate>(word);
        ASSERT_TRUE(predicate.has_value()) << word;
        EXPECT_EQ(model::word(*predicate), word);
    }
}

TEST(Predicates, dates_and_counts_are_values) {
    EXPECT_TRUE(takes_value(Predicate::Starts));
    EXPECT_TRUE(takes_value(Predicate::HasMemberCount));
    EXPECT_FALSE(takes_value(Predicate::PartnerIn));
    EXPECT_FALSE(takes_value(Predicate::Leaves));
}

}  // namespace
}  // namespace kontor::press
