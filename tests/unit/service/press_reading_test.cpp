// SPDX-License-Identifier: EUPL-1.2
// What press texts say, read with the shipped lists and no network. All names are invented.
#include "service/press_reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "service/press_document.hpp"
#include "service/press_evaluation.hpp"
#include "service/press_wording.hpp"
#include "unit/service/shipped_reader.hpp"

namespace kontor::service {
namespace {

using press::Certainty;
using press::Fact;
using press::Reading;

const press::Reader& reader() {
    return shipped_reader();
}

Reading read(const std::string& text, const std::string& language) {
    return reader().read({.text = text, .publisher = {}, .language = language});
}

std::set<std::string> facts(const Reading& reading, std::set<Certainty> wanted) {
    std::set<std::string> out;
    for (const Fact& fact : reading.facts) {
        if (wanted.count(fact.certainty) > 0) out.insert(told(reading, fact));
    }
    return out;
}

struct Case {
    const char* language;
    const char* text;
    const char* fact;
};

class Said : public testing::TestWithParam<Case> {};

TEST_P(Said, is_read) {
    const Reading reading = read(GetParam().text, GetParam().language);
    EXPECT_THAT(facts(reading, {Certainty::Stated, Certainty::Implied}), testing::Contains(GetParam().fact))
        << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    German, Said,
    testing::Values(
        Case{"de", "Die Moorquell GmbH ist neuer Partner im Projekt „TORFLICHT“.",
             "Moorquell GmbH|partner-in|TORFLICHT"},
        Case{"de", "Das Projekt „TORFLICHT“ wird von der Moorquell GmbH koordiniert.",
             "Moorquell GmbH|coordinates|TORFLICHT"},
        Case{"de", "Das Projekt „TORFLICHT“ steht unter der Leitung der Moorquell GmbH.",
             "Moorquell GmbH|coordinates|TORFLICHT"},
        Case{"de", "Das Projekt „TORFLICHT“ wird vom BMBF gefördert.", "TORFLICHT|funded-by|BMBF"},
        Case{"de", "Die Moorquell GmbH wurde 1998 gegründet.", "Moorquell GmbH|founded|1998"},
        Case{"de", "Der Seenland e. V. hat über 120 Mitglieder.", "Seenland e. V.|has-member-count|120"},
        Case{"de", "Das Projekt „TORFLICHT“ startete im April 2030.", "TORFLICHT|starts|2030-04"},
        Case{"de", "Das Projekt „TORFLICHT“ hat ein Budget von 500.000 Euro.",
             "TORFLICHT|has-budget|500000 EUR"},
        Case{"de", "Das Projekt „TORFLICHT“ knüpft an das Projekt „MOORLICHT“ an.",
             "TORFLICHT|follows|MOORLICHT"},
        Case{"de", "Die Moorquell GmbH (Finnland) liefert Messgeräte.", "Moorquell GmbH|located-in|Finnland"},
        Case{"de", "Zielmärkte des Projekts „TORFLICHT“ sind Kanada und Japan.", "TORFLICHT|targets|Japan"},
        Case{"de", "Der Seenland e. V. verlässt das Projekt „TORFLICHT“.",
             "Seenland e. V.|leaves|TORFLICHT"}));

INSTANTIATE_TEST_SUITE_P(
    English, Said,
    testing::Values(Case{"en", "Moorwell Ltd is a partner in the project PEATLIGHT.",
                         "Moorwell Ltd|partner-in|PEATLIGHT"},
                    Case{"en", "The project PEATLIGHT is coordinated by Moorwell Ltd.",
                         "Moorwell Ltd|coordinates|PEATLIGHT"},
                    Case{"en", "The project PEATLIGHT is funded by the European Commission.",
                         "PEATLIGHT|funded-by|European Commission"},
                    Case{"en", "Moorwell Ltd was founded in 1998.", "Moorwell Ltd|founded|1998"},
                    Case{"en", "The project PEATLIGHT started in April 2030.", "PEATLIGHT|starts|2030-04"},
                    Case{"en", "The project PEATLIGHT builds on the project FENLIGHT.",
                         "PEATLIGHT|follows|FENLIGHT"},
                    Case{"en", "Moorwell Ltd left the project PEATLIGHT.", "Moorwell Ltd|leaves|PEATLIGHT"}));

INSTANTIATE_TEST_SUITE_P(
    French, Said,
    testing::Values(
        Case{"fr", "La société Brumal SAS est partenaire du projet TOURBE.", "Brumal SAS|partner-in|TOURBE"},
        Case{"fr", "Le projet TOURBE est coordonné par Brumal SAS.", "Brumal SAS|coordinates|TOURBE"},
        Case{"fr", "Le projet TOURBE a démarré en avril 2030.", "TOURBE|starts|2030-04"},
        Case{"fr", "Le projet TOURBE fait suite au projet MARAIS.", "TOURBE|follows|MARAIS"}));

class Unsaid : public testing::TestWithParam<Case> {};

TEST_P(Unsaid, is_no_fact) {
    const Reading reading = read(GetParam().text, GetParam().language);
    EXPECT_THAT(facts(reading, {Certainty::Stated, Certainty::Implied}),
                testing::Not(testing::Contains(GetParam().fact)))
        << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    DeniedOrPlanned, Unsaid,
    testing::Values(Case{"de", "Die Moorquell GmbH ist nicht Partner im Projekt „TORFLICHT“.",
                         "Moorquell GmbH|partner-in|TORFLICHT"},
                    Case{"de", "Die Moorquell GmbH soll Partner im Projekt „TORFLICHT“ werden.",
                         "Moorquell GmbH|partner-in|TORFLICHT"},
                    Case{"de", "Die Moorquell GmbH könnte sich am Projekt „TORFLICHT“ beteiligen.",
                         "Moorquell GmbH|partner-in|TORFLICHT"},
                    Case{"en", "Moorwell Ltd is not a partner in the project PEATLIGHT.",
                         "Moorwell Ltd|partner-in|PEATLIGHT"},
                    Case{"en", "Moorwell Ltd might join the project PEATLIGHT.",
                         "Moorwell Ltd|partner-in|PEATLIGHT"},
                    Case{"fr", "La société Brumal SAS n'est pas partenaire du projet TOURBE.",
                         "Brumal SAS|partner-in|TOURBE"},
                    Case{"fr", "La société Brumal SAS devrait rejoindre le projet TOURBE.",
                         "Brumal SAS|partner-in|TOURBE"}));

TEST(PressReading, keeps_plans_as_plans) {
    const Reading reading = read("Die Moorquell GmbH soll Partner im Projekt „TORFLICHT“ werden.", "de");
    EXPECT_THAT(facts(reading, {Certainty::Planned}),
                testing::Contains("Moorquell GmbH|partner-in|TORFLICHT"));
}

TEST(PressReading, says_when_a_language_is_not_read) {
    const Reading reading =
        read("Tämä on suomenkielinen uutinen yrityksestä, joka kehittää uusia tuotteita.", "fi");
    EXPECT_FALSE(reading.language_read);
    EXPECT_TRUE(reading.facts.empty());
}

TEST(PressReading, measures_its_own_items) {
    const auto run =
        evaluate_press({.gold = {KONTOR_SOURCE_DIR "/tests/data/press/facts"}, .texts = {}}, reader());
    ASSERT_TRUE(run.ok());
    EXPECT_EQ(run.value().all.items, 42U);
    EXPECT_GE(run.value().all.facts.facts[1].precision(), 0.85);
    EXPECT_GE(run.value().all.facts.stated[1].recall(), 0.68);
    for (const char* language : {"de", "en", "fr"}) {
        SCOPED_TRACE(language);
        const press::FactScore& score = run.value().by_language.at(language).facts;
        EXPECT_GE(score.facts[1].precision(), 0.8);
        EXPECT_GE(score.entities[1].recall(), 0.85);
    }
}

TEST(PressReading, measures_real_items) {
    const std::string facts = std::string(KONTOR_SHARED_DIR) + "/seeds/facts";
    if (!std::filesystem::is_directory(facts)) GTEST_SKIP() << "needs the shared folder";
    const auto run = evaluate_press({.gold = {facts}, .texts = {}}, reader());
    ASSERT_TRUE(run.ok());
    EXPECT_GE(run.value().all.facts.facts[1].precision(), 0.9);
    EXPECT_GE(run.value().all.facts.stated[1].recall(), 0.85);
}

TEST(PressReading, told_the_names_reads_no_fewer_facts) {
    PressEvaluationRequest request{.gold = {KONTOR_SOURCE_DIR "/tests/data/press/facts"}, .texts = {}};
    const auto blind = evaluate_press(request, reader());
    request.names_told = true;
    const auto told = evaluate_press(request, reader());
    ASSERT_TRUE(blind.ok() && told.ok());
    EXPECT_GE(told.value().all.facts.facts[1].recall(), blind.value().all.facts.facts[1].recall());
}

TEST(PressWording, says_a_fact_in_both_languages) {
    const Reading reading =
        read("Ab Januar 2030 ist die Moorquell GmbH neuer Partner im Projekt „TORFLICHT“.", "de");
    const auto fact = std::ranges::find(reading.facts, press::Predicate::PartnerIn, &Fact::predicate);
    ASSERT_NE(fact, reading.facts.end());
    EXPECT_EQ(fact_sentence(reading, *fact, "en"),
              "Moorquell GmbH became partner in TORFLICHT, January 2030.");
    EXPECT_EQ(fact_sentence(reading, *fact, "de"), "Moorquell GmbH wurde Partner in TORFLICHT, Januar 2030.");
}

TEST(PressWording, says_when_an_item_was_without_a_name_for_it) {
    Reading reading;
    reading.facts = {
        {.subject = press::kDocument, .predicate = press::Predicate::Starts, .object = "2030-01-01"},
        {.subject = press::kDocument, .predicate = press::Predicate::Ends, .object = "2030-02"}};
    EXPECT_EQ(fact_sentence(reading, reading.facts[0], "en"), "When it was or begins: 1 January 2030.");
    EXPECT_EQ(fact_sentence(reading, reading.facts[1], "de"), "Wann es endet: Februar 2030.");
}

TEST(PressDocument, collapses_white_space_of_all_sorts) {
    EXPECT_EQ(collapsed(" a \n\t b\u00A0\u202Fc "), "a b c");
}

TEST(PressDocument, writes_the_exchange_form) {
    Reading reading;
    reading.language = "de";
    reading.entities = {
        {.id = "a", .kind = press::EntityKind::Project, .name = "A \"1\"", .confidence = 0.5}};
    reading.facts = {{.subject = 0,
                      .predicate = press::Predicate::Starts,
                      .object = "2030",
                      .qualifiers = {{"approximate", true}, {"order", std::int64_t{2}}},
                      .sentence = {0, 5},
                      .confidence = 0.9,
                      .rule = "r"}};
    const auto label = [](std::string_view) { return std::string(); };
    EXPECT_EQ(press_document(reading, "A  is", "x.txt", label),
              R"({"document":"x.txt","language":"de","published":"","entities":[{"id":"a","kind":"project",)"
              R"("name":"A \"1\"","aliases":[],"country":"","confidence":0.50,"rule":""}],"facts":[)"
              R"({"subject":"a","predicate":"starts","object":"2030","qualifiers":{"approximate":true,)"
              R"("order":2},"sentence":"A is","certainty":"stated","confidence":0.90,"rule":"r"}]})");
}

}  // namespace
}  // namespace kontor::service
