// SPDX-License-Identifier: EUPL-1.2
#include "resolve/name_query.hpp"

#include <gtest/gtest.h>

namespace kontor::resolve {
namespace {

TEST(NameQuery, has_a_name_only_with_words) {
    EXPECT_TRUE(has_name({.name = "Optics Valley"}));
    EXPECT_FALSE(has_name({.name = " – "}));
    EXPECT_FALSE(has_name({}));
}

}  // namespace
}  // namespace kontor::resolve
