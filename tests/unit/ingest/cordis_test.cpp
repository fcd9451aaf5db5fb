// SPDX-License-Identifier: EUPL-1.2
#include "ingest/cordis.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "unit/ingest/cordis_rows.hpp"
#include "unit/ingest/sample_files.hpp"

namespace kontor::ingest {
namespace {

using base::ErrorCode;
using test::import;
using test::import_rows;
using test::Imported;
using test::KeepingSink;
using test::kOrganisationHeader;
using test::kProject;
using test::kProjectHeader;
using test::reader_of;
using test::zip_of;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Cordis, MakesAProjectOfARow) {
    const Imported in = import_rows(
        "101;ACRO;CLOSED;Ein  Titel;2016-01-01;2018-12-31;3990206.25;80,5;H2020;ICT-15-2014;Make light.;"
        "2019-03-02 10:11:12;900;LEIT,SC1\n",
        "");
    const auto project = in.sink.one<model::Project>("h2020-101");
    EXPECT_EQ(project.acronym, "ACRO");
    EXPECT_EQ(project.titles.front(), (model::Text{"en", "Ein Titel", model::TextOrigin::Import}));
    EXPECT_EQ(project.programme, "horizon-2020");
    EXPECT_THAT(project.identifiers,
                ElementsAre(model::Identifier{"GA", "101"}, model::Identifier{"RCN", "900"}));
    EXPECT_EQ(project.status, model::ProjectStatus::Closed);
    EXPECT_EQ(project.start.text(), "2016-01-01");
    EXPECT_DOUBLE_EQ(project.total_cost.value(), 3990206.25);
    EXPECT_DOUBLE_EQ(project.eu_contribution.value(), 80.5);
    EXPECT_EQ(project.currency, "EUR");
    EXPECT_THAT(project.keywords, ElementsAre("LEIT", "SC1", "ICT-15-2014"));
    EXPECT_EQ(project.objective.front().text, "Make light.");
    EXPECT_EQ(project.as_of.text(), "2019-03-02");
    EXPECT_EQ(project.url, "https://cordis.europa.eu/project/id/101");
}

TEST(Cordis, MakesOrganisationAndParticipationOfARow) {
    const Imported in =
        import_rows(kProject,
                    "101;999851557;MUNICIPALITY OF LJUBLJANA;MOL;PUB;MESTNI TRG "
                    "1;1000;LJUBLJANA;si;SI041;(46.05,14.50);coordinator;1;500.5;false;SI123;2017-06-30\n");
    const auto o = in.sink.one<model::Organisation>("pic-999851557");
    EXPECT_EQ(o.kind, model::OrganisationKind::PublicBody);
    EXPECT_THAT(o.names, ElementsAre(model::Name{"MUNICIPALITY OF LJUBLJANA", "und", model::NameType::Legal},
                                     model::Name{"MOL", "und", model::NameType::Short}));
    EXPECT_THAT(o.identifiers,
                ElementsAre(model::Identifier{"PIC", "999851557"}, model::Identifier{"VAT", "SI123"}));
    EXPECT_EQ(o.country, "SI");
    EXPECT_EQ(o.nuts, "SI041");
    EXPECT_DOUBLE_EQ(o.latitude.value(), 46.05);
    EXPECT_DOUBLE_EQ(o.longitude.value(), 14.5);
    EXPECT_EQ(o.is_sme, false);
    const auto p = in.sink.one<model::Participation>("h2020-101.pic-999851557");
    EXPECT_EQ(p.project, "h2020-101");
    EXPECT_EQ(p.role, model::ParticipationRole::Coordinator);
    EXPECT_DOUBLE_EQ(p.contribution.value(), 500.5);
    EXPECT_EQ(p.currency, "EUR");
    EXPECT_EQ(p.activity_type, model::ActivityType::PUB);
    EXPECT_EQ(p.to.text(), "2017-06-30");
}

TEST(Cordis, GivesRecordsInTheOrderOfTheirReferences) {
    const Imported in = import_rows(kProject, "101;1;A;;;;;;;;;;1;;;;\n");
    std::vector<model::RecordKind> kinds;
    for (const model::Record& record : in.sink.records) kinds.push_back(model::kind_of(record));
    using enum model::RecordKind;
    EXPECT_THAT(kinds, ElementsAre(Source, Programme, Project, Organisation, Participation));
    const auto source = std::get<model::Source>(in.sink.records.front());
    EXPECT_EQ(source.title, "cordis.zip");
    EXPECT_EQ(source.kind, model::SourceKind::File);
    EXPECT_TRUE(source.as_of.known()) << "the archive's day, since no row tells one";
    EXPECT_EQ(in.sink.one<model::Project>("h2020-101").source, source.id);
}

TEST(Cordis, ASourceSpeaksToItsLatestUpdate) {
    const Imported in =
        import_rows("101;A;;;;;;;H2020;;;2019-03-02;900;\n102;B;;;;;;;H2020;;;2019-05-01;901;\n", "");
    EXPECT_EQ(in.sink.all<model::Source>().front().as_of.text(), "2019-05-01");
}

TEST(Cordis, KnowsAProjectByItsRcnWhereNoOtherNumberIsGiven) {
    const Imported in = import_rows("92257;;;;;;;;FP7;;;;92257;\n",
                                    "92257;aee4a9c2b74483607ba42a90eb8710aa;Yuan;;;;;;;;;;1;;;;\n");
    const auto project = in.sink.one<model::Project>("fp7-92257");
    EXPECT_THAT(project.identifiers, ElementsAre(model::Identifier{"RCN", "92257"}));
    EXPECT_EQ(project.titles.front(), (model::Text{"und", "FP7 92257", model::TextOrigin::Machine}));
    EXPECT_THAT(test::codes(in.projects().notices.kept()), ElementsAre(ErrorCode::ProjectUntitled));
    EXPECT_EQ(in.sink.one<model::Participation>("fp7-92257.cordis-aee4a9c2b74483607ba42a90eb8710aa").role,
              model::ParticipationRole::Participant);
}

TEST(Cordis, ReconcilesNamesOverAllRows) {
    const std::string two = std::string(kProject) + "102;B;;;;;;;H2020;;;;901;\n103;C;;;;;;;H2020;;;;902;\n";
    const Imported in =
        import_rows(two,
                    "101;5;LMS INTERNATIONAL NV;LMS;PRC;;;LEUVEN;BE;;;participant;1;;;;\n"
                    "102;5;SIEMENS INDUSTRY SOFTWARE NV;SISW;PRC;;3001;LEUVEN;BE;;;participant;1;;;;\n"
                    "103;5;SIEMENS INDUSTRY SOFTWARE NV;SISW;PRC;;3001;LEUVEN;BE;;;participant;1;;;;\n");
    const auto o = in.sink.one<model::Organisation>("pic-5");
    EXPECT_EQ(o.names[0].text, "SIEMENS INDUSTRY SOFTWARE NV");
    EXPECT_EQ(o.names[1], (model::Name{"LMS INTERNATIONAL NV", "und", model::NameType::Alias}));
    EXPECT_EQ(o.names[2].text, "SISW");
    EXPECT_EQ(o.postcode, "3001");
    EXPECT_EQ(in.report.organisations, 1U);
}

TEST(Cordis, ALaterRowSuppliesAMissingName) {
    const Imported in =
        import_rows(std::string(kProject) + "102;B;;;;;;;H2020;;;;901;\n",
                    "101;5;;;PRC;;;;CY;;;participant;1;;;;\n102;5;Optinvent;;PRC;;;;CY;;;participant;1;;;;\n"
                    "102;6;;;PRC;;;;CY;;;participant;2;;;;\n");
    EXPECT_EQ(in.sink.one<model::Organisation>("pic-5").names.front().text, "Optinvent");
    EXPECT_EQ(in.sink.one<model::Organisation>("pic-6").names.front().text, "PIC 6");
    EXPECT_THAT(test::codes(in.organisations().notices.kept()), ElementsAre(ErrorCode::OrganisationNameless));
    EXPECT_EQ(in.organisations().notices.kept().front().place.line, 4U);
}

TEST(Cordis, UsesIsoCountriesAndTellsOfContradictions) {
    const Imported in =
        import_rows(std::string(kProject) + "102;B;;;;;;;H2020;;;;901;\n",
                    "101;5;X;;;;;ATHENS;EL;;;participant;1;;;;\n102;5;X;;;;;ATHINA;GR;;;participant;1;;;;\n"
                    "101;6;Y;;;;;LONDON;UK;;;participant;2;;;;\n102;6;Y;;;;;PARIS;FR;;;participant;2;;;;\n"
                    "101;7;Z;;;;;;KO;;;participant;3;;;;\n101;8;W;;;;;;FI;FI;;participant;4;;;;\n"
                    "101;9;V;;PRC;;;;\"FI;FI\";;;participant;5;;;;\n");
    EXPECT_EQ(in.sink.one<model::Organisation>("pic-5").country, "GR");
    EXPECT_EQ(in.sink.one<model::Organisation>("pic-6").country, "FR") << "equally frequent: by code";
    EXPECT_EQ(in.sink.one<model::Organisation>("pic-7").country, "");
    EXPECT_EQ(in.sink.one<model::Organisation>("pic-9").country, "FI");
    EXPECT_THAT(
        test::codes(in.organisations().notices.kept()),
        ElementsAre(ErrorCode::OrganisationCountries, ErrorCode::CountryUnknown, ErrorCode::ValueRepeated));
}

TEST(Cordis, KnowsRolesAndKinds) {
    const Imported in = import_rows(
        kProject,
        "101;1;Universität X;;HES;;;;;;;thirdParty;1;;;;\n101;2;Fraunhofer Y;;REC;;;;;;;partner;2;;;;\n"
        "101;3;Z GmbH;;PRC;;;;;;;associatedPartner;3;;;;\n101;4;Universitätsklinikum "
        "Q;;REC;;;;;;;internationalPartner;4;;;;\n"
        "101;5;Hospital Software SL;;PRC;;;;;;;hostInstitution;5;;;;\n101;6;Optics "
        "Cluster;;OTH;;;;;;;participant;6;;;;\n"
        "101;7;A;;\"PRC;PRC\";;;;;;;participant;7;;;;\n");
    const auto role = [&](const std::string& id) {
        return in.sink.one<model::Participation>("h2020-101.pic-" + id).role;
    };
    const auto kind = [&](const std::string& id) {
        return in.sink.one<model::Organisation>("pic-" + id).kind;
    };
    using enum model::ParticipationRole;
    EXPECT_EQ(role("1"), ThirdParty);
    EXPECT_EQ(role("2"), AssociatedPartner);
    EXPECT_EQ(role("3"), AssociatedPartner);
    EXPECT_EQ(role("4"), InternationalPartner);
    EXPECT_EQ(role("5"), Coordinator);
    EXPECT_EQ(kind("1"), model::OrganisationKind::University);
    EXPECT_EQ(kind("2"), model::OrganisationKind::ResearchInstitute);
    EXPECT_EQ(kind("4"), model::OrganisationKind::Clinic);
    EXPECT_EQ(kind("5"), model::OrganisationKind::Company);
    EXPECT_EQ(kind("6"), model::OrganisationKind::Other) << "a cluster is not guessed from its name";
    EXPECT_EQ(kind("7"), model::OrganisationKind::Company);
}

TEST(Cordis, RefusesRowsWithReasonFileAndLine) {
    const Imported in =
        import_rows(std::string(kProject) +
                        ";B;;;;;;;H2020;;;;901;\n103;C;;;;;;;;;;;902;\nBad id!;D;;;;;;;H2020;;;;903;\n"
                        "101;Other;;;;;;;H2020;;;;900;\n" +
                        kProject,
                    "101;;A;;;;;;;;;;1;;;;\n101;x-y;B;;;;;;;;;;2;;;;\n999;3;C;;;;;;;;;;3;;;;\n101;4;D;;;;;;;;"
                    ";boss;4;;;;\n101;5;E;;;;;;;;;;5;;;;\n101;6\n");
    EXPECT_EQ(in.projects().counts, (RowCounts{6, 1, 0, 1, 4}));
    EXPECT_THAT(test::codes(in.projects().refusals.kept()),
                ElementsAre(ErrorCode::ValueMissing, ErrorCode::ValueMissing, ErrorCode::IdInvalid,
                            ErrorCode::IdDuplicate));
    const base::Error& duplicate = in.projects().refusals.kept().back();
    EXPECT_EQ(duplicate.place.file, "cordis.zip/project.csv");
    EXPECT_EQ(duplicate.place.line, 6U);
    EXPECT_EQ(duplicate.place.field, "id");
    EXPECT_EQ(test::argument(duplicate, "line"), "2");
    EXPECT_EQ(in.organisations().counts, (RowCounts{6, 1, 0, 0, 5}));
    EXPECT_THAT(test::codes(in.organisations().refusals.kept()),
                ElementsAre(ErrorCode::ValueMissing, ErrorCode::IdInvalid, ErrorCode::ReferenceUnknown,
                            ErrorCode::ValueNotAllowed, ErrorCode::RowWidth));
    EXPECT_EQ(in.report.organisations, 1U) << "refused rows give no organisations";
}

TEST(Cordis, LeavesOutValuesThatCannotBeAndSaysSo) {
    const Imported in = import_rows(
        "101;A;WHAT;T;2019-02-30;2018-01-01;12 Mio;;H2020;;;NULL;900;\n"
        "102;B;;T;2018-05-01;2018-04-01;;;H2020;;;;901;\n",
        "101;5;X;;ABC;;;;DE;xx;nowhere;participant;1;1.000,5;maybe;;soon\n");
    const auto project = in.sink.one<model::Project>("h2020-101");
    EXPECT_FALSE(project.start.known());
    EXPECT_FALSE(project.total_cost.has_value());
    EXPECT_FALSE(in.sink.one<model::Project>("h2020-102").end.known());
    EXPECT_THAT(test::codes(in.projects().notices.kept()),
                ElementsAre(ErrorCode::ValueNotAllowed, ErrorCode::DateInvalid, ErrorCode::NumberInvalid,
                            ErrorCode::DateInvalid, ErrorCode::DatesReversed));
    EXPECT_EQ(in.projects().notices.kept()[1].place.field, "startDate");
    EXPECT_EQ(in.projects().notices.kept()[1].place.column, 14U);
    EXPECT_DOUBLE_EQ(in.sink.all<model::Participation>().front().contribution.value(), 1000.5);
    EXPECT_THAT(test::codes(in.organisations().notices.kept()),
                ElementsAre(ErrorCode::ValueNotAllowed, ErrorCode::ValueNotAllowed,
                            ErrorCode::ValueNotAllowed, ErrorCode::ValueNotAllowed, ErrorCode::DateInvalid));
}

TEST(Cordis, TellsAnOrganisationThatTakesPartTwiceApart) {
    const Imported in = import_rows(
        kProject,
        "101;5;Old name;;;;;;;;;participant;1;;;;\n101;5;New name;;;;;;;;;participant;2;;;;\n"
        "101;5;New name;;;;;;;;;thirdParty;3;700;;;\n101;5;New name;;;;;;;;;thirdParty;;800;;;\n");
    EXPECT_EQ(in.organisations().counts, (RowCounts{4, 2, 1, 0, 1}));
    EXPECT_EQ(in.sink.one<model::Participation>("h2020-101.pic-5.3").role,
              model::ParticipationRole::ThirdParty);
    EXPECT_THAT(test::codes(in.organisations().refusals.kept()), ElementsAre(ErrorCode::IdDuplicate));
}

TEST(Cordis, RepairsMojibakeInNamesAndSaysSo) {
    const Imported in =
        import_rows(kProject, "101;5;INSTITUT FÃœR OPTIK;;;;;OsnabrÃ¼ck;DE;;;participant;1;;;;\n");
    const auto o = in.sink.one<model::Organisation>("pic-5");
    EXPECT_EQ(o.names.front().text, "INSTITUT FÜR OPTIK");
    EXPECT_EQ(o.city, "Osnabrück");
    ASSERT_EQ(in.organisations().notices.total(), 2U);
    EXPECT_EQ(in.organisations().notices.kept()[0].code, ErrorCode::EncodingSuspect);
    EXPECT_EQ(in.organisations().notices.kept()[0].place.line, 2U);
    EXPECT_EQ(test::argument(in.organisations().notices.kept()[0], "suggestion"), "INSTITUT FÜR OPTIK");
}

TEST(Cordis, ReadsTheJsonExportWithMixedTypes) {
    std::vector<Input> inputs;
    inputs.push_back(test::input_of(
        "project.json", R"([{"id":662192,"acronym":"3C","frameworkProgramme":"H2020","startDate":"2015-06-01",
        "endDate":"2018-10-31","status":"CLOSED","title":"Integrated","totalCost":5.240167584E7,"ecMaxContribution":88000000,"rcn":197903}])"));
    inputs.push_back(test::input_of(
        "organization.json", R"([{"projectID":662192,"organisationID":996588380,"name":"Infineon","SME":false,
        "activityType":"PRC","postCode":8415,"country":"RO","geolocation":"44.48,26.12","role":"participant","ecContribution":101058.75,
        "endOfParticipation":false,"order":8,"vatNumber":"RO1","shortName":"IFRO"}])"));
    const Imported in = import(std::move(inputs));
    EXPECT_DOUBLE_EQ(in.sink.one<model::Project>("h2020-662192").total_cost.value(), 52401675.84);
    const auto o = in.sink.one<model::Organisation>("pic-996588380");
    EXPECT_EQ(o.postcode, "8415");
    EXPECT_EQ(o.is_sme, false);
    EXPECT_DOUBLE_EQ(o.latitude.value(), 44.48);
    EXPECT_DOUBLE_EQ(in.sink.all<model::Participation>().front().contribution.value(), 101058.75);
    EXPECT_EQ(in.report.sources.size(), 2U);
}

TEST(Cordis, FindsTablesByTheirColumnsAndIgnoresPapers) {
    std::vector<Input> inputs;
    inputs.push_back(test::input_of(
        "c.zip", zip_of({{"readme.pdf", "%PDF-1.4"},
                         {"euroSciVoc.csv", "projectID;euroSciVocCode\n101;/1\n"},
                         {"b.csv", std::string(kOrganisationHeader) + "101;5;X;;;;;;;;;;1;;;;\n"},
                         {"a.csv", std::string(kProjectHeader) + kProject}})));
    const Imported in = import(std::move(inputs));
    EXPECT_EQ(in.sink.all<model::Participation>().size(), 1U);
    ASSERT_EQ(in.report.files.size(), 4U);
    EXPECT_EQ(in.report.files[2].contents, "ignored");
    EXPECT_EQ(in.report.files[3].notices.kept().front().code, ErrorCode::EntryIgnored);
}

TEST(Cordis, NamesEveryMissingColumn) {
    std::vector<Input> inputs;
    inputs.push_back(
        test::input_of("c.zip", zip_of({{"p.csv", "acronym;startDate;endDate;title\nA;;;\n"},
                                        {"o.csv", "organisationID;shortName;activityType;role\n1;;;\n"}})));
    const auto reader = CordisReader::open(std::move(inputs));
    ASSERT_FALSE(reader.ok());
    std::vector<std::string> missing;
    for (const base::Error& error : reader.errors()) {
        EXPECT_EQ(error.code, ErrorCode::ColumnMissing);
        missing.push_back(test::argument(error, "column"));
    }
    EXPECT_THAT(missing, ElementsAre("id", "frameworkProgramme", "projectID", "name"));
}

TEST(Cordis, SaysWhenThereIsNoTable) {
    std::vector<Input> inputs;
    inputs.push_back(test::input_of("members.csv", "Firma;Ort\nAcme;Köln\n"));
    const auto reader = CordisReader::open(std::move(inputs));
    ASSERT_FALSE(reader.ok());
    EXPECT_THAT(test::codes(reader.errors()), ElementsAre(ErrorCode::FormatUnknown));
}

TEST(Cordis, TellsOfUnknownColumns) {
    std::vector<Input> inputs;
    inputs.push_back(
        test::input_of("p.csv", "id;acronym;startDate;endDate;frameworkProgramme;colour\n1;A;;;H2020;red\n"));
    const Imported in = import(std::move(inputs));
    ASSERT_EQ(in.projects().notices.total(), 1U);
    EXPECT_EQ(in.projects().notices.kept().front().code, ErrorCode::ColumnUnknown);
    EXPECT_EQ(test::argument(in.projects().notices.kept().front(), "column"), "colour");
}

/// What a store would know after an import.
class Memory {
public:
    void keep(const KeepingSink& sink) {
        for (const auto& o : sink.all<model::Organisation>()) organisations_[o.id] = o;
    }
    [[nodiscard]] CordisReader::Known known() const {
        return [this](const std::string& id) -> std::optional<model::Organisation> {
            const auto found = organisations_.find(id);
            if (found == organisations_.end()) return std::nullopt;
            return found->second;
        };
    }

private:
    std::map<std::string, model::Organisation> organisations_;
};

TEST(Cordis, ReadingTheSameFileAgainGivesTheSameRecords) {
    const std::string rows =
        "101;5;Alpha;A;REC;;;Köln;DE;;;participant;1;;;;\n101;6;;;PRC;;;;FR;;;participant;2;;;;\n";
    const Imported first = import_rows(kProject, rows);
    Memory memory;
    memory.keep(first.sink);
    const Imported second = import_rows(kProject, rows, memory.known());
    EXPECT_EQ(second.sink.records, first.sink.records);
    EXPECT_EQ(second.report.organisations_known, 2U);
}

TEST(Cordis, ASecondFileIsMergedWithWhatIsKnownInEitherOrder) {
    const std::string newer = "101;5;Alpha GmbH;A;PRC;Weg 1;50667;Köln;DE;;;participant;1;;;;\n";
    const std::string older = "7;5;Alpha Institut;AI;;;;KÖLN;DE;DEA23;;;1;;;;\n";
    const std::string new_project = "101;ACRO;;T;;;;;H2020;;;2018-12-31;900;\n";
    const std::string old_project = "7;;;T;;;;;FP7;;;2015-01-01;7;\n";
    const auto both = [&](bool newer_first) {
        Memory memory;
        memory.keep(import_rows(newer_first ? new_project : old_project, newer_first ? newer : older).sink);
        const Imported second =
            import_rows(newer_first ? old_project : new_project, newer_first ? older : newer, memory.known());
        return second.sink.one<model::Organisation>("pic-5");
    };
    EXPECT_EQ(both(true), both(false));
    EXPECT_EQ(both(true).names.front().text, "Alpha GmbH");
    EXPECT_EQ(both(true).nuts, "DEA23");
}

TEST(Cordis, TwoArchivesAtOnceAreLikeOneAfterTheOther) {
    const auto archive = [](const std::string& projects, const std::string& rows) {
        return zip_of(
            {{"project.csv", kProjectHeader + projects}, {"organization.csv", kOrganisationHeader + rows}});
    };
    std::vector<Input> inputs;
    inputs.push_back(test::input_of("h.zip", archive("5;N;;T;;;;;H2020;;;2018-12-31;900;\n",
                                                     "5;1;Alpha GmbH;;PRC;;;;DE;;;participant;1;;;;\n")));
    inputs.push_back(test::input_of(
        "f.zip", archive("5;;;T;;;;;FP7;;;2015-01-01;5;\n", "5;1;Alpha Institut;;;;;;DE;;;;1;;;;\n")));
    const Imported in = import(std::move(inputs));
    EXPECT_EQ(in.sink.all<model::Project>().size(), 2U)
        << "the number 5 means another project in each archive";
    EXPECT_EQ(in.sink.all<model::Participation>().size(), 2U);
    const auto o = in.sink.one<model::Organisation>("pic-1");
    EXPECT_THAT(o.names, ElementsAre(model::Name{"Alpha GmbH", "und", model::NameType::Legal},
                                     model::Name{"Alpha Institut", "und", model::NameType::Alias}));
    EXPECT_EQ(o.as_of.text(), "2018-12-31");
}

TEST(Cordis, StopsWhenAsked) {
    std::vector<Input> inputs;
    inputs.push_back(test::input_of("p.csv", std::string(kProjectHeader) + kProject));
    CordisReader reader = reader_of(std::move(inputs));
    KeepingSink sink;
    test::StoppingProgress progress;
    const auto report = reader.read(sink, {}, progress);
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.errors().front().code, ErrorCode::Stopped);
    EXPECT_THAT(sink.records, IsEmpty());
}

TEST(Cordis, GivesNothingWhenAnArchiveBreaksOff) {
    std::string projects = kProjectHeader;
    std::uint32_t state = 7;
    for (int i = 1; i < 30'000; ++i) {
        state = state * 1664525U + 1013904223U;
        projects += std::to_string(i) + ";A" + std::to_string(state) + ";;T;;;;;H2020;;;;1;\n";
    }
    std::string bytes = zip_of({{"project.csv", projects}});
    bytes[bytes.size() - 5000] = static_cast<char>(bytes[bytes.size() - 5000] ^ 0x10);
    std::vector<Input> inputs;
    inputs.push_back(test::input_of("c.zip", bytes));
    CordisReader reader = reader_of(std::move(inputs));
    KeepingSink sink;
    base::SilentProgress progress;
    const auto report = reader.read(sink, {}, progress);
    ASSERT_FALSE(report.ok());
    EXPECT_THAT(test::codes(report.errors()), Contains(ErrorCode::ArchiveDamaged));
    EXPECT_THAT(sink.records, IsEmpty());
}

TEST(Cordis, LetsTheCallerEnrichProjects) {
    std::vector<Input> inputs;
    inputs.push_back(test::input_of("p.csv", std::string(kProjectHeader) + kProject));
    CordisReader reader = reader_of(std::move(inputs));
    reader.set_enrich([](model::Project& project) { project.topics = {"light"}; });
    KeepingSink sink;
    base::SilentProgress progress;
    ASSERT_TRUE(reader.read(sink, {}, progress).ok());
    EXPECT_THAT(sink.one<model::Project>("h2020-101").topics, ElementsAre("light"));
}

}  // namespace
}  // namespace kontor::ingest
