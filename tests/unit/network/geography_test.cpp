// SPDX-License-Identifier: EUPL-1.2
#include "network/geography.hpp"

#include <gtest/gtest.h>

#include "network/picture.hpp"

namespace kontor::network {
namespace {

constexpr Position kDresden{51.05, 13.74};
constexpr Position kHelsinki{60.17, 24.94};

TEST(Geography, MeasuresAlongAGreatCircle) {
    EXPECT_NEAR(kilometres_between(kDresden, kHelsinki), 1231, 1);
    EXPECT_DOUBLE_EQ(kilometres_between(kDresden, kDresden), 0);
    EXPECT_NEAR(kilometres_between({0, 179}, {0, -179}), 222, 1);
    EXPECT_NEAR(kilometres_between({0, 0}, {0, 180}), 20015, 1);
}

TEST(Geography, KnowsNoPositionFromHalfOfOne) {
    Organisation organisation;
    EXPECT_FALSE(position_of(organisation));
    organisation.latitude = 51.05F;
    EXPECT_FALSE(position_of(organisation));
    organisation.longitude = 13.74F;
    ASSERT_TRUE(position_of(organisation));
    EXPECT_NEAR(position_of(organisation)->longitude, 13.74, 0.01);
}

}  // namespace
}  // namespace kontor::network
