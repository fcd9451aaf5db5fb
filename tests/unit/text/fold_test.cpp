// SPDX-License-Identifier: EUPL-1.2
#include "text/fold.hpp"

#include <gtest/gtest.h>

#include "text/utf8.hpp"

namespace kontor::text {
namespace {

TEST(Fold, SpellingsMeet) {
    EXPECT_EQ(folded("MÜNCHEN"), "munchen");
    EXPECT_EQ(folded("Straße"), "strasse");
    EXPECT_EQ(folded("Łódź"), "lodz");
    EXPECT_EQ(folded("Ærø"), "aero");
    EXPECT_EQ(folded("ﬁnance"), "finance");
    EXPECT_EQ(folded("Ｆｕｌｌ"), "full");
    EXPECT_EQ(folded("Mu\u0308nchen"), "munchen");  // decomposed
    EXPECT_EQ(folded("ΑΘΉΝΑ"), "αθηνα");
    EXPECT_EQ(folded("İstanbul"), "istanbul");
}

TEST(Fold, UmlautsAndDigraphsMeet) {
    const std::string target = collapsed_umlauts(folded("München"));
    EXPECT_EQ(target, collapsed_umlauts(folded("Muenchen")));
    EXPECT_EQ(target, collapsed_umlauts(folded("Munchen")));
    EXPECT_EQ(collapsed_umlauts("quelle"), "quelle");
    EXPECT_EQ(collapsed_umlauts("neue bauen"), "neue bauen");
    EXPECT_EQ(collapsed_umlauts("oel"), "ol");
}

TEST(Fold, IsIdempotent) {
    for (char32_t code = 0x21; code < 0x2000; ++code) {
        std::string text = "x";
        append_utf8(text, code);
        const std::string once = folded(text);
        ASSERT_EQ(folded(once), once) << code_point_name(code);
        ASSERT_FALSE(first_utf8_fault(once));
    }
}

TEST(Fold, LoweringKeepsMarks) {
    EXPECT_EQ(lowercased("Énergie"), "énergie");
    EXPECT_EQ(lowercased("ÄÖÜ"), "äöü");
    EXPECT_EQ(lowercased("Straße"), "strasse");
}

}  // namespace
}  // namespace kontor::text
