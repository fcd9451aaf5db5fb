// SPDX-License-Identifier: EUPL-1.2
// The known faults of the published CORDIS files, each survived and told of.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/ingest/cordis_rows.hpp"

namespace kontor::ingest {
namespace {

using base::ErrorCode;
using test::import_rows;
using test::Imported;
using test::kProject;
using testing::ElementsAre;

constexpr const char* kOldProject = "92257;;;;;;;;FP7;;;;92257;\n";
constexpr const char* kHash = "aee4a9c2b74483607ba42a90eb8710aa";

/// An organisation's row in project 101 with nothing but number, name and place.
std::string named(const std::string& pic, const std::string& name, const std::string& project = "101") {
    return project + ";" + pic + ";" + name + ";;;;;;;;;participant;1;;;;\n";
}

std::string name_of(const Imported& in, const std::string& pic) {
    return in.sink.one<model::Organisation>("pic-" + pic).names.front().text;
}

TEST(CordisFaults, TitlesForAPartOnly) {
    const Imported in = import_rows("101;ACRO;;;;;;;H2020;;;;900;\n102;;;;;;;;H2020;;;;901;\n", "");
    EXPECT_EQ(in.sink.one<model::Project>("h2020-101").titles.front().text, "ACRO");
    EXPECT_EQ(in.sink.one<model::Project>("h2020-102").titles.front().text, "H2020 102");
    EXPECT_THAT(test::codes(in.projects().notices.kept()), ElementsAre(ErrorCode::ProjectUntitled));
    EXPECT_EQ(in.projects().notices.kept().front().place.line, 3U);
}

TEST(CordisFaults, ProgrammePartsAmongTheKeywords) {
    const Imported in = import_rows("101;A;;T;;;;;H2020;;;;900;SC1,MSCA\n", "");
    EXPECT_THAT(in.sink.one<model::Project>("h2020-101").keywords, ElementsAre("SC1", "MSCA"));
    EXPECT_EQ(in.sink.one<model::Project>("h2020-101").programme, "horizon-2020");
}

TEST(CordisFaults, OrganisationsWithoutAName) {
    const Imported in = import_rows(kProject, named("7", ""));
    EXPECT_EQ(name_of(in, "7"), "PIC 7");
    EXPECT_THAT(test::codes(in.organisations().notices.kept()), ElementsAre(ErrorCode::OrganisationNameless));
}

TEST(CordisFaults, CountriesOfTheUnionsOwnUsage) {
    const Imported in =
        import_rows(kProject, "101;5;X;;;;;;UK;;;participant;1;;;;\n101;6;Y;;;;;;EL;;;participant;1;;;;\n");
    EXPECT_EQ(in.sink.one<model::Organisation>("pic-5").country, "GB");
    EXPECT_EQ(in.sink.one<model::Organisation>("pic-6").country, "GR");
    EXPECT_EQ(in.organisations().notices.total(), 0U) << "usual, therefore quiet";
}

TEST(CordisFaults, NoFlagForSmallCompaniesAndTheCitysPoint) {
    const Imported in =
        import_rows(kProject, "101;5;X;;PRC;;;Kiel;DE;;\"(54.32,10.13)\";participant;1;;;;\n");
    const auto o = in.sink.one<model::Organisation>("pic-5");
    EXPECT_FALSE(o.is_sme.has_value()) << "unknown is not no";
    EXPECT_DOUBLE_EQ(o.latitude.value(), 54.32);
}

TEST(CordisFaults, NeitherDatesNorRolesAndHashesForNumbers) {
    const Imported in = import_rows(
        kOldProject, std::string("92257;") + kHash + ";Yuan;;;;;;;;;;1;;;;\n" + named("5", "X", "92257"));
    const auto project = in.sink.one<model::Project>("fp7-92257");
    EXPECT_FALSE(project.start.known() || project.end.known());
    const std::string id = std::string("cordis-") + kHash;
    EXPECT_EQ(in.sink.one<model::Participation>("fp7-92257." + id).role,
              model::ParticipationRole::Participant);
    EXPECT_THAT(in.sink.one<model::Organisation>(id).identifiers,
                ElementsAre(model::Identifier{"CORDIS", kHash}));
    EXPECT_EQ(name_of(in, "5"), "X");
}

TEST(CordisFaults, AFewSentencesForAnObjective) {
    const Imported in = import_rows("92257;A;;T;;;;;FP7;;Light cuts glass. Cleanly.;;92257;\n", "");
    EXPECT_EQ(in.sink.one<model::Project>("fp7-92257").objective.front().text, "Light cuts glass. Cleanly.");
}

TEST(CordisFaults, NamesReadAsMacRomanAreRepairedAndTold) {
    const Imported in = import_rows(kProject, named("5", "F√ñRDERUNG f√ºr Verschlei√ü") + named("6", "Œëœá"));
    EXPECT_EQ(name_of(in, "5"), "FÖRDERUNG für Verschleiß");
    EXPECT_EQ(name_of(in, "6"), "Αχ");
    EXPECT_THAT(test::codes(in.organisations().notices.kept()),
                ElementsAre(ErrorCode::EncodingSuspect, ErrorCode::EncodingSuspect));
    EXPECT_EQ(in.organisations().notices.kept()[0].place.line, 2U);
    EXPECT_EQ(in.organisations().notices.kept()[0].place.field, "name");
}

TEST(CordisFaults, NamesEncodedTwiceAreRepairedAndTold) {
    const Imported in = import_rows(kProject, named("5", "FUNDACIÃƒâ€œ PRIVADA"));
    EXPECT_EQ(name_of(in, "5"), "FUNDACIÓ PRIVADA");
    EXPECT_THAT(test::codes(in.organisations().notices.kept()), ElementsAre(ErrorCode::EncodingSuspect));
}

TEST(CordisFaults, ALetterThatIsGoneIsToldAndNotGuessed) {
    const Imported in =
        import_rows(kProject, named("5", "COMPAÃ‘Ã\uFFFDA NAVAL") + named("6", "LATVIJAS GR?MATNIEKU ?ILDE"));
    EXPECT_EQ(name_of(in, "5"), "COMPAÑ\uFFFDA NAVAL");
    EXPECT_EQ(name_of(in, "6"), "LATVIJAS GR?MATNIEKU ?ILDE");
    EXPECT_THAT(
        test::codes(in.organisations().notices.kept()),
        ElementsAre(ErrorCode::EncodingSuspect, ErrorCode::CharactersLost, ErrorCode::CharactersLost));
    EXPECT_EQ(in.organisations().notices.kept().back().place.line, 3U);
}

TEST(CordisFaults, AWholeNameElsewhereSuppliesTheLetter) {
    const std::string two = std::string(kProject) + "102;B;;;;;;;H2020;;;;901;\n103;C;;;;;;;H2020;;;;902;\n";
    const Imported in =
        import_rows(two, named("5", "MIASTO STO?ECZNE") + named("5", "MIASTO STO?ECZNE", "102") +
                             named("5", "Miasto Stołeczne", "103"));
    const auto names = in.sink.one<model::Organisation>("pic-5").names;
    ASSERT_EQ(names.size(), 1U) << "the remains are no name of their own";
    EXPECT_EQ(names.front().text, "Miasto Stołeczne");
}

TEST(CordisFaults, ANameOfQuestionMarksNamesNobody) {
    const Imported in = import_rows(kProject, named("5", "???????? ?????????? ???"));
    EXPECT_EQ(name_of(in, "5"), "PIC 5");
    EXPECT_THAT(test::codes(in.organisations().notices.kept()),
                ElementsAre(ErrorCode::CharactersLost, ErrorCode::OrganisationNameless));
}

TEST(CordisFaults, LinesAreThoseOfTheFile) {
    // A cell of three lines, an empty line and a refused row come before; still the line of the row is told.
    const Imported in = import_rows(
        "101;\"A\";;T;;;;;H2020;;\"one\ntwo\nthree\";;900;\n\nBad "
        "id!;D;;;;;;;H2020;;;;903;\n102;B;;;;;;;H2020;;;;901;\n"
        "102;Other;;;;;;;H2020;;;;901;\n",
        "");
    ASSERT_THAT(test::codes(in.projects().refusals.kept()),
                ElementsAre(ErrorCode::IdInvalid, ErrorCode::IdDuplicate));
    EXPECT_EQ(in.projects().refusals.kept()[0].place.line, 6U);
    EXPECT_EQ(in.projects().refusals.kept()[1].place.line, 8U);
    EXPECT_EQ(test::argument(in.projects().refusals.kept()[1], "line"), "7");
}

}  // namespace
}  // namespace kontor::ingest
