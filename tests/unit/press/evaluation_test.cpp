// SPDX-License-Identifier: EUPL-1.2
#include "press/evaluation.hpp"

#include <gtest/gtest.h>

#include <array>

namespace kontor::press {
namespace {

Entity entity(EntityKind kind, std::string name, std::vector<std::string> aliases = {}) {
    return {.kind = kind, .name = std::move(name), .aliases = std::move(aliases)};
}

Reading gold() {
    Reading out;
    out.entities = {entity(EntityKind::Cluster, "Nebelhorn Photonik e. V.", {"Nebelhorn"}),
                    entity(EntityKind::Project, "LUMEN-9")};
    out.facts = {{.subject = 0, .predicate = Predicate::PartnerIn, .object = std::uint32_t{1}},
                 {.subject = 1, .predicate = Predicate::Starts, .object = "2031-04"},
                 {.subject = 1,
                  .predicate = Predicate::FundedBy,
                  .object = std::uint32_t{0},
                  .certainty = Certainty::Implied}};
    return out;
}

TEST(FactScore, of_the_gold_itself_is_perfect) {
    const FactScore score = score_facts(gold(), gold());
    for (std::size_t i = 0; i < kMatchings; ++i) {
        EXPECT_DOUBLE_EQ(score.entities.at(i).f1(), 1);
        EXPECT_DOUBLE_EQ(score.facts.at(i).f1(), 1);
        EXPECT_EQ(score.stated.at(i).gold, 2U);
        EXPECT_EQ(score.implied.at(i).met, 1U);
    }
    EXPECT_TRUE(score.missed.empty());
    EXPECT_TRUE(score.wrong.empty());
}

TEST(FactScore, relaxed_takes_overlapping_names_kinds_of_a_family_and_agreeing_dates) {
    Reading read = gold();
    read.entities[0] = entity(EntityKind::Company, "Nebelhorn Photonik");
    read.facts[1].object = "2031-04-12";
    const FactScore score = score_facts(gold(), read);
    EXPECT_DOUBLE_EQ(score.facts[1].f1(), 1);
    EXPECT_EQ(score.entities[0].right, 1U);
    EXPECT_EQ(score.facts[0].right, 0U);
}

TEST(FactScore, counts_what_is_missed_and_what_is_wrong) {
    Reading read = gold();
    read.facts[0].predicate = Predicate::Coordinates;
    read.facts[0].confidence = 0.95;
    const FactScore score = score_facts(gold(), read);
    EXPECT_EQ(score.facts[1].right, 2U);
    EXPECT_EQ(score.stated[1].met, 1U);
    ASSERT_EQ(score.missed.size(), 1U);
    EXPECT_EQ(score.missed[0], "Nebelhorn Photonik e. V. | partner-in | LUMEN-9");
    EXPECT_EQ(score.wrong.size(), 1U);
    EXPECT_EQ(score.reliability[9].facts, 1U);
    EXPECT_EQ(score.reliability[9].held, 0U);
}

TEST(FactScore, plans_are_no_mistakes) {
    Reading read = gold();
    read.facts.push_back(
        {.subject = 1, .predicate = Predicate::Ends, .object = "2040", .certainty = Certainty::Planned});
    EXPECT_DOUBLE_EQ(score_facts(gold(), read).facts[1].precision(), 1);
}

TEST(NoteScore, tells_what_the_text_has_from_what_it_has_not) {
    const NoteGold note{.organisations = {"Nebelhorn Photonik", "Ministerium für Glas"},
                        .countries = {"FI", "SE"},
                        .projects = {"LUMEN-9"},
                        .start = "2031-04-12"};
    Reading read = gold();
    read.entities[1].country = "FI";
    const NoteScore score =
        score_note(note, read, "Nebelhorn Photonik startet am 12. April LUMEN-9 in Finnland.");
    const auto of = [](const auto& tallies, NoteField field) {
        return tallies.at(static_cast<std::size_t>(field));
    };
    EXPECT_EQ(of(score.all, NoteField::Organisations).gold, 2U);
    EXPECT_EQ(of(score.in_text, NoteField::Organisations).gold, 1U);
    EXPECT_EQ(of(score.all, NoteField::Countries).met, 1U);
    EXPECT_EQ(of(score.in_text, NoteField::Countries).gold, 1U);
    EXPECT_EQ(of(score.all, NoteField::Start).met, 1U);
    EXPECT_DOUBLE_EQ(of(score.all, NoteField::Project).f1(), 1);
}

TEST(Tally, counts_every_name_the_same_whatever_its_field) {
    const std::array<Tally, 2> fields{{{.read = 8, .right = 8, .gold = 9, .met = 8}, {.read = 2, .gold = 1}}};
    const Tally all = together(fields);
    EXPECT_DOUBLE_EQ(all.precision(), 0.8);
    EXPECT_DOUBLE_EQ(all.recall(), 0.8);
    EXPECT_DOUBLE_EQ(together({}).precision(), 1);
}

}  // namespace
}  // namespace kontor::press
