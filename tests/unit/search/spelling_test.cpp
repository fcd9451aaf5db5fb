// SPDX-License-Identifier: EUPL-1.2
#include "search/spelling.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <vector>

#include "text/names.hpp"

namespace kontor::search {
namespace {

SpellingTable table_of(const std::vector<std::string>& words) {
    StringTable distinct;
    for (const std::string& word : words) distinct.intern(word);
    SpellingTable table;
    std::vector<std::uint32_t> ranks;
    table.assign(distinct, ranks);
    return table;
}

std::vector<std::string> near(const SpellingTable& table, const std::string& word, std::size_t limit) {
    std::vector<SpellingTable::Near> found;
    table.near(word, limit, found);
    std::vector<std::string> out;
    for (const auto& one : found) {
        EXPECT_EQ(text::edit_distance(table[one.rank], word, limit), one.distance);
        out.emplace_back(table[one.rank]);
    }
    return out;
}

/// Few letters make many near words; two of them are longer than a byte.
std::string random_word(std::mt19937& random, std::size_t longest) {
    const std::vector<std::string> letters{"a", "b", "c", "ж", "漢"};
    std::string word;
    for (std::size_t i = 1 + random() % longest; i > 0; --i) word += letters[random() % letters.size()];
    return word;
}

TEST(SpellingTable, FindsWhatComparingEveryWordFinds) {
    std::mt19937 random(5);
    std::vector<std::string> words;
    for (std::size_t i = 0; i < 4'000; ++i) words.push_back(random_word(random, 12));
    const SpellingTable table = table_of(words);
    std::size_t compared = 0;
    for (std::size_t i = 0; i < 300; ++i) {
        const std::string word = random_word(random, 12);
        for (const std::size_t limit : {std::size_t{1}, std::size_t{2}}) {
            std::vector<std::string> expected;
            for (std::size_t rank = 0; rank < table.size(); ++rank) {
                const std::size_t distance = text::edit_distance(table[rank], word, limit);
                if (distance >= 1 && distance <= limit) expected.emplace_back(table[rank]);
            }
            ASSERT_EQ(near(table, word, limit), expected) << word << ' ' << limit;
            compared += expected.size();
        }
    }
    EXPECT_GT(compared, 1'000U);
}

TEST(SpellingTable, EachKindOfErrorAtEachPlace) {
    const std::string word = "photonics";
    const SpellingTable table = table_of({word, "photography", "phonetics"});
    for (std::size_t at = 0; at < word.size(); ++at) {
        std::string missing = word;
        missing.erase(at, 1);
        std::string added = word;
        added.insert(at, "x");
        std::string replaced = word;
        replaced[at] = 'x';
        std::vector<std::string> typed{missing, added, replaced};
        if (at + 1 < word.size()) {
            typed.push_back(word);
            std::swap(typed.back()[at], typed.back()[at + 1]);
        }
        for (const std::string& one : typed) {
            EXPECT_EQ(near(table, one, 1), std::vector<std::string>{word}) << one;
        }
    }
}

TEST(SpellingTable, LeavesNumbersAlone) {
    const SpellingTable table = table_of({"1234567", "h2020", "co2", "covid19"});
    EXPECT_TRUE(near(table, "1234568", 1).empty());
    EXPECT_EQ(near(table, "covit19", 1), std::vector<std::string>{"covid19"});
}

TEST(SpellingTable, AnEmptyTableHasNothingNear) {
    const SpellingTable empty;
    EXPECT_TRUE(near(empty, "photonics", 2).empty());
    EXPECT_TRUE(near(table_of({}), "photonics", 2).empty());
}

}  // namespace
}  // namespace kontor::search
