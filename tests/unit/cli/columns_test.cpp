// SPDX-License-Identifier: EUPL-1.2
#include "cli/columns.hpp"

#include <gtest/gtest.h>

namespace kontor::cli {
namespace {

TEST(Columns, AlignsByCharactersNotBytes) {
    Columns columns({Align::Left, Align::Right, Align::Left}, 0);
    columns.add({"Köln", "7", "x"});
    columns.add({"Bonn am Rhein", "1234", ""});
    EXPECT_EQ(columns.text(), "Köln              7  x\nBonn am Rhein  1234\n");
}

TEST(Columns, CutsTheLongestColumnToTheTerminal) {
    Columns columns({Align::Left, Align::Left}, 30);
    columns.add({"short", "a very long text that does not fit into the line"});
    EXPECT_EQ(columns.text(), "short  a very long text that …\n");
}

TEST(Columns, NeverCutsNumbers) {
    Columns columns({Align::Right, Align::Left}, 10);
    columns.add({"123456789", "abcdefghijklmnop"});
    EXPECT_EQ(columns.text(), "123456789  abcdefghijk…\n");
}

TEST(Columns, ShortensAtCharacters) {
    EXPECT_EQ(shortened("äöüß", 4), "äöüß");
    EXPECT_EQ(shortened("äöüß", 3), "äö…");
    EXPECT_EQ(shortened("", 3), "");
}

TEST(Columns, WrapsAtSpaces) {
    EXPECT_EQ(wrapped("eins zwei drei", 11, 2), "  eins zwei\n  drei\n");
    EXPECT_EQ(wrapped("unbreakablylongword", 5, 0), "unbreakablylongword\n");
    EXPECT_EQ(wrapped("", 10, 2), "");
}

}  // namespace
}  // namespace kontor::cli
