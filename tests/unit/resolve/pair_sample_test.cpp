// SPDX-License-Identifier: EUPL-1.2
#include "resolve/pair_sample.hpp"

#include <gtest/gtest.h>

#include "resolve/pair_figures.hpp"

namespace kontor::resolve {
namespace {

SampleBody body(const std::string& id, const std::string& name, const std::string& city) {
    SampleBody out;
    out.record.id = id;
    out.record.names.push_back({name, "und", model::NameType::Legal});
    out.record.country = "DE";
    out.record.city = city;
    return out;
}

struct Sources {
    std::vector<SampleBody> first{
        body("1", "BRUCKNER FEINOPTIK GESELLSCHAFT", "JENA"), body("2", "LICHTWERK THURLAND EV", "JENA"),
        body("3", "WOHLERT OPTIK GMBH", "BERLIN"), body("4", "KALTENTALER WABEN AG", "KALTENTAL"),
        body("5", "ALTER NAME", "JENA")};
    std::vector<SampleBody> second{
        body("1", "Brückner Feinoptik Ges.", "Jena"), body("2", "Lichtwerk Thurland EV", "Jena"),
        body("30", "Wohlert Optik AG", "Berlin"), body("40", "Kaltentaler Waben AG", "Kaltental"),
        body("5", "Ganz Neu", "Jena")};
};

PairSample drawn(const Sources& sources) {
    return draw_pairs(sources.first, sources.second, {.seed = 1, .pairs = 0, .part = SamplePart::All});
}

TEST(PairSample, pairs_one_body_in_two_spellings_and_the_nearest_names_of_two) {
    const PairSample sample = drawn({});
    std::size_t same = 0;
    for (const SamplePair& pair : sample.pairs) same += pair.label == PairLabel::Same ? 1 : 0;
    EXPECT_EQ(same, 2U);                        // body 1, asked for both ways
    EXPECT_EQ(sample.pairs.size() - same, 2U);  // Wohlert, both ways
    EXPECT_EQ(sample.renamed.size(), 2U);       // body 5
    EXPECT_EQ(sample.twins, 2U);                // the Waben AG has two numbers
}

TEST(PairSample, as_they_come_has_equal_names_too_and_the_same_pairs_of_two_bodies) {
    const PairSample sample = drawn({});
    std::size_t same = 0;
    std::size_t equal = 0;
    for (const SamplePair& pair : sample.met) {
        same += pair.label == PairLabel::Same ? 1 : 0;
        equal += pair.label == PairLabel::Same && pair.dice == 1 ? 1 : 0;
    }
    EXPECT_EQ(same, 4U);  // bodies 1 and 2, asked for both ways
    EXPECT_EQ(equal, 2U);
    EXPECT_EQ(sample.met.size() - same, 2U);  // Wohlert, both ways
    EXPECT_EQ(sample.met_same, 4U);
}

TEST(PairSample, is_the_same_for_the_same_seed) {
    const PairSample one = drawn({});
    const PairSample other = drawn({});
    ASSERT_EQ(one.pairs.size(), other.pairs.size());
    for (std::size_t i = 0; i < one.pairs.size(); ++i) {
        EXPECT_EQ(one.pairs[i].fingerprint, other.pairs[i].fingerprint);
    }
}

TEST(PairSample, halves_share_no_body) {
    const Sources sources;
    const auto count = [&sources](SamplePart part) {
        const PairSample sample =
            draw_pairs(sources.first, sources.second, {.seed = 1, .pairs = 0, .part = part});
        return sample.pairs.size() + sample.renamed.size() + sample.twins;
    };
    EXPECT_EQ(count(SamplePart::Development) + count(SamplePart::Report), count(SamplePart::All));
}

TEST(PairSample, files_a_pair_under_the_same_mark_in_any_order) {
    EXPECT_EQ(pair_fingerprint("a", "b"), pair_fingerprint("b", "a"));
    EXPECT_NE(pair_fingerprint("a", "b"), pair_fingerprint("a", "c"));
}

TEST(PairFigures, count_wrong_joins_and_what_was_found) {
    const Sources sources;
    const auto figures = measure_pairs(sources.first, sources.second, drawn(sources),
                                       [](std::size_t, std::size_t) { return true; });
    ASSERT_TRUE(figures);
    const PairFigures& ours = figures->methods.front();
    EXPECT_EQ(ours.same, 2U);
    EXPECT_EQ(ours.other, 2U);
    EXPECT_EQ(ours.wrong, 0U);
    EXPECT_DOUBLE_EQ(ours.precision(), 1);
}

TEST(PairFigures, stop_when_told_to) {
    const Sources sources;
    EXPECT_FALSE(measure_pairs(sources.first, sources.second, drawn(sources),
                               [](std::size_t, std::size_t) { return false; }));
}

}  // namespace
}  // namespace kontor::resolve
