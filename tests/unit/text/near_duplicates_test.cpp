// SPDX-License-Identifier: EUPL-1.2
#include "text/near_duplicates.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace kontor::text {
namespace {

// Announcements put together of words that a counter chooses: nothing of them is anybody's.
class Announcements {
public:
    std::string sentence(std::size_t words) {
        static const std::vector<std::string> kStems{
            "Netz",  "Verbund", "Reise",   "Partner", "Vorhaben", "Licht",   "Werkstoff", "Region", "Markt",
            "Haus",  "Betrieb", "Treffen", "Vertrag", "Sensor",   "Küste",   "Stadt",     "Herbst", "Messe",
            "Labor", "Brücke",  "Antrag",  "Energie", "Wasser",   "Bündnis", "Schule",    "Straße", "Plan"};
        static const std::vector<std::string> kEndings{"",    "e",   "en",   "schaft", "lich", "weise",
                                                       "bar", "ung", "ling", "s",      "er",   "ern"};
        std::string out = "Die";
        for (std::size_t i = 0; i < words; ++i) {
            out += ' ' + kStems[next() % kStems.size()] + kEndings[next() % kEndings.size()];
        }
        return out + ". ";
    }
    std::string paragraph(std::size_t sentences) {
        std::string out;
        for (std::size_t i = 0; i < sentences; ++i) out += sentence(8 + next() % 12);
        return out + "\n\n";
    }
    std::uint64_t next() {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return state_ >> 33U;
    }

private:
    std::uint64_t state_ = 7;
};

struct Item {
    std::string title;
    std::vector<std::string> paragraphs;
    [[nodiscard]] std::string text() const {
        std::string out = title + "\n\n";
        for (const std::string& paragraph : paragraphs) out += paragraph;
        return out;
    }
};

Item item(Announcements& words, const std::string& about_us) {
    Item made{words.sentence(7), {}};
    const std::size_t paragraphs = 3 + words.next() % 4;
    for (std::size_t i = 0; i < paragraphs; ++i)
        made.paragraphs.push_back(words.paragraph(2 + words.next() % 3));
    made.paragraphs.push_back(about_us);
    return made;
}

std::string variant(Announcements& words, Item made, std::uint64_t kind) {
    if (kind == 0) made.title = words.sentence(6);
    if (kind == 1) made.paragraphs.erase(made.paragraphs.begin() + 1);
    if (kind == 2) made.paragraphs.back() = words.paragraph(3);
    if (kind == 3) return words.paragraph(1) + made.text() + words.paragraph(2);
    return made.text();
}

// 150 announcements of 15 organisations, each sent in five forms: measured pair by pair.
TEST(NearDuplicates, FormsOfOneAnnouncementAreTheSameAndOthersOfTheOrganisationAreNot) {
    Announcements words;
    std::vector<NearSignature> signatures;
    std::vector<std::size_t> of;
    for (std::size_t organisation = 0; organisation < 15; ++organisation) {
        const std::string about_us = words.paragraph(4);
        for (std::size_t i = 0; i < 10; ++i) {
            const Item made = item(words, about_us);
            for (std::uint64_t kind = 0; kind < 5; ++kind) {
                signatures.push_back(near_signature(variant(words, made, kind)));
                of.push_back(organisation * 10 + i);
            }
        }
    }
    std::size_t found = 0;
    std::size_t wrong = 0;
    std::size_t same = 0;
    for (std::size_t i = 0; i < of.size(); ++i) {
        for (std::size_t j = i + 1; j < of.size(); ++j) {
            const bool alike = similar(signatures[i], signatures[j]);
            same += of[i] == of[j] ? 1 : 0;
            found += alike && of[i] == of[j] ? 1 : 0;
            wrong += alike && of[i] != of[j] ? 1 : 0;
        }
    }
    const double recall = static_cast<double>(found) / static_cast<double>(same);
    const double precision = static_cast<double>(found) / static_cast<double>(found + wrong);
    RecordProperty("recall", std::to_string(recall));
    RecordProperty("precision", std::to_string(precision));
    EXPECT_GE(recall, 0.97) << found << " of " << same;
    EXPECT_GE(precision, 0.98) << wrong << " wrong";
}

TEST(NearDuplicates, GroupsAreFoundAmongManyNearlyAlike) {
    Announcements words;
    const std::string body = words.paragraph(10);
    NearDuplicates index;
    for (int i = 0; i < 2'000; ++i) EXPECT_EQ(index.add(near_signature(words.sentence(5) + body)), 0U);
    const std::uint32_t other = index.add(near_signature(words.paragraph(10)));
    EXPECT_EQ(other, 2'000U);
    EXPECT_EQ(index.find(near_signature(body)), 0U);
    EXPECT_EQ(index.size(), 2'001U);
}

TEST(NearDuplicates, ResemblanceIsTheShareOfWordSequences) {
    Announcements words;
    const std::string both = words.paragraph(20);
    const NearSignature one = near_signature(both + words.paragraph(10));
    const NearSignature other = near_signature(both + words.paragraph(10));
    EXPECT_NEAR(resemblance(one, other), 0.5, 0.13);
    EXPECT_EQ(resemblance(one, one), 1);
}

TEST(NearDuplicates, CaseMarksAndPunctuationDoNotCount) {
    EXPECT_EQ(near_signature("Das „neue“ Bündnis – es wächst, und wie!"),
              near_signature("das neue BUNDNIS es wachst und wie"));
}

TEST(NearDuplicates, TextsWithoutWordsAreLikeNothing) {
    NearDuplicates index;
    EXPECT_EQ(index.add(near_signature("")), 0U);
    EXPECT_EQ(index.add(near_signature("… !")), 1U);
    EXPECT_EQ(index.add(near_signature("Zwei Worte")), 2U);
    EXPECT_FALSE(similar(near_signature(""), near_signature("")));
}

TEST(NearDuplicates, ScriptsWithoutSpacesAreReadByCharacter) {
    const std::string text = "欧州の光技術クラスターが新しい計画を発表しました";
    EXPECT_TRUE(similar(near_signature(text), near_signature(text + "。")));
    EXPECT_FALSE(similar(near_signature(text), near_signature("明日の会議は東京で行われる予定です")));
}

}  // namespace
}  // namespace kontor::text
