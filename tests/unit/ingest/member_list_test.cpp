// SPDX-License-Identifier: EUPL-1.2
#include "ingest/organisations.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text/topic_tagger.hpp"
#include "unit/ingest/sample_files.hpp"

namespace kontor::ingest {
namespace {

using base::ErrorCode;
using testing::ElementsAre;
using testing::IsEmpty;

class Known final : public KnownOrganisations {
public:
    std::vector<model::Organisation> candidates(const std::string&, const std::string&,
                                                const std::string&) const override {
        return organisations;
    }
    std::optional<model::Organisation> by_identifier(const std::string& scheme,
                                                     const std::string& value) const override {
        for (const model::Organisation& o : organisations) {
            for (const model::Identifier& i : o.identifiers) {
                if (i.scheme == scheme && i.value == value) return o;
            }
        }
        return std::nullopt;
    }
    bool has(const std::string& id) const override {
        return std::any_of(organisations.begin(), organisations.end(),
                           [&](const auto& o) { return o.id == id; });
    }
    void add(const std::string& id, const std::string& name, const std::string& city,
             const std::string& country) {
        model::Organisation o;
        o.id = id;
        o.names = {{name, "und", model::NameType::Legal}};
        o.city = city;
        o.country = country;
        organisations.push_back(o);
    }
    std::vector<model::Organisation> organisations;
};

class Places final : public Gazetteer {
public:
    std::optional<Coordinates> find(const std::string& city, const std::string& country) const override {
        if (city == "Köln" && country == "DE") return Coordinates{50.94, 6.96};
        return std::nullopt;
    }
};

struct Fixture {
    Known known;
    Places places;
    MemberListOptions options;
    const text::TopicTagger* tagger = nullptr;

    Fixture() {
        options.source = "list-1";
        options.as_of = *model::Date::parse("2020-05-01");
        options.default_country = "DE";
    }
    base::Result<MemberListPreview> try_preview(const std::string& bytes) const {
        base::SilentProgress progress;
        return preview_member_list(test::input_of("mitglieder.csv", bytes), options, {known, &places, tagger},
                                   progress);
    }
    MemberListPreview preview(const std::string& bytes) const {
        auto result = try_preview(bytes);
        if (!result) throw std::runtime_error(base::located_sentence(result.errors().front(), "en"));
        return std::move(result).value();
    }
};

std::vector<MemberVerdict> verdicts(const MemberListPreview& preview) {
    std::vector<MemberVerdict> out;
    for (const MemberRow& row : preview.rows) out.push_back(row.verdict);
    return out;
}

TEST(MemberList, ReadsASpreadsheetsExport) {
    Fixture f;
    f.options.cluster = "optik-cluster";
    const auto preview = f.preview(
        "Firma;Stra\xDF"
        "e;PLZ;Ort;Webseite;Mitarbeiter;Umsatz (Mio. \x80);Mitglied seit;Typ\r\n"
        "M\xFCller Optik GmbH & Co. KG;Hauptstr. 1;50667;K\xF6ln;www.mueller.de;1.200;12,5;01.05.2016;KMU\r\n"
        "Universit\xE4t Nirgendwo;;;Nirgendwo;;;;2018;Hochschule\r\n");
    ASSERT_EQ(preview.rows.size(), 2U);
    const MemberRow& row = preview.rows[0];
    EXPECT_THAT(row.faults, IsEmpty());
    EXPECT_EQ(row.verdict, MemberVerdict::New);
    EXPECT_EQ(row.organisation.id, "muller-optik-gmbh-co-kg");
    EXPECT_EQ(row.organisation.names.front().text, "Müller Optik GmbH & Co. KG");
    EXPECT_EQ(row.organisation.city, "Köln");
    EXPECT_EQ(row.organisation.country, "DE");
    EXPECT_EQ(row.organisation.employees, 1200);
    EXPECT_EQ(row.organisation.size_class, model::SizeClass::Large);
    EXPECT_EQ(row.organisation.kind, model::OrganisationKind::Company);
    EXPECT_EQ(row.organisation.is_sme, true);
    EXPECT_DOUBLE_EQ(row.organisation.latitude.value(), 50.94);
    ASSERT_TRUE(row.membership);
    EXPECT_EQ(row.membership->id, "muller-optik-gmbh-co-kg.optik-cluster");
    EXPECT_EQ(row.membership->from.text(), "2016-05-01");
    EXPECT_EQ(row.membership->type, model::MembershipType::Sme);
    ASSERT_EQ(row.claims.size(), 2U);
    EXPECT_EQ(row.claims[0].predicate, "turnover");
    EXPECT_EQ(row.claims[0].value, "12500000");
    EXPECT_EQ(row.claims[0].unit, "EUR");
    EXPECT_EQ(row.claims[1].value, "1200");
    EXPECT_EQ(preview.rows[1].organisation.kind, model::OrganisationKind::University);
    EXPECT_THAT(test::codes(preview.rows[1].notices), ElementsAre(ErrorCode::PlaceUnknown));
    for (const MemberRow& one : preview.rows) {
        EXPECT_THAT(model::validate(one.organisation), IsEmpty());
        EXPECT_THAT(model::validate(*one.membership), IsEmpty());
        for (const model::Claim& claim : one.claims) EXPECT_THAT(model::validate(claim), IsEmpty());
    }
}

TEST(MemberList, TakesNoLineOfTotalsForAMember) {
    const auto preview = Fixture().preview(
        "Firma;Ort;Umsatz\nA GmbH;Jena;1\nTotal;Paris;2\nSumme:;;3\nGesamt: 2 Mitglieder;;3\n");
    ASSERT_EQ(preview.rows.size(), 4U);
    EXPECT_THAT(preview.rows[1].faults, IsEmpty()) << "a company with a place may be called Total";
    EXPECT_THAT(test::codes(preview.rows[2].faults), ElementsAre(ErrorCode::RowTotal));
    EXPECT_THAT(test::codes(preview.rows[3].faults), ElementsAre(ErrorCode::RowTotal));
}

TEST(MemberList, TakesAnIdentifierOnce) {
    const auto preview =
        Fixture().preview("Firma;PIC\nA GmbH;999999001\nGanz Anders AG;999999001\nA GmbH;999999001\n");
    ASSERT_EQ(preview.rows.size(), 3U);
    EXPECT_THAT(test::codes(preview.rows[1].faults), ElementsAre(ErrorCode::IdDuplicate));
    EXPECT_EQ(test::argument(preview.rows[1].faults.front(), "line"), "2");
    EXPECT_EQ(preview.rows[2].verdict, MemberVerdict::Merged);
}

TEST(MemberList, RefusesTheWholeFileForAMergeConflict) {
    const auto preview = Fixture().try_preview("Firma\nA\n<<<<<<< HEAD\nB\n=======\nC\n>>>>>>> x\n");
    ASSERT_FALSE(preview.ok());
    EXPECT_THAT(test::codes(preview.errors()), testing::Each(ErrorCode::ConflictMarker));
    EXPECT_EQ(preview.errors().size(), 3U);
}

TEST(MemberList, SaysThatThereAreNoRows) {
    EXPECT_THAT(test::codes(Fixture().try_preview("Firma;Ort\n").errors()),
                ElementsAre(ErrorCode::RowsMissing));
}

TEST(MemberList, ReadsBelowATitleAndSaysSo) {
    const auto preview = Fixture().preview("Unsere Mitglieder;\n;\nFirma;Ort\nA GmbH;Jena\n");
    ASSERT_EQ(preview.rows.size(), 1U);
    EXPECT_EQ(preview.rows[0].line, 4U);
    EXPECT_EQ(preview.table.header_line, 3U);
    EXPECT_THAT(test::codes(preview.file_faults.kept()), ElementsAre(ErrorCode::HeaderBelow));
    EXPECT_EQ(preview.file_faults.kept()[0].place.line, 3U);
}

TEST(MemberList, PassesOverLinesOfSeparatorsAlone) {
    const auto preview = Fixture().preview("Firma;Ort;Land\nA GmbH;Jena;DE\n;;\n ; ;\nB GmbH;Ulm;DE\n;;\n");
    ASSERT_EQ(preview.rows.size(), 2U);
    EXPECT_EQ(preview.rows[1].line, 5U);
    EXPECT_EQ(preview.count_refused, 0U);
}

TEST(MemberList, KnowsCountriesByTheSignsOfTheirVehicles) {
    const auto preview =
        Fixture().preview("Firma;Ort;Land\nA GmbH;Jena;D\nB GmbH;Graz;A\nC Oy;Oulu;FIN\nX;Y;Q\n");
    ASSERT_EQ(preview.rows.size(), 4U);
    EXPECT_EQ(preview.rows[0].organisation.country, "DE");
    EXPECT_EQ(preview.rows[1].organisation.country, "AT");
    EXPECT_EQ(preview.rows[2].organisation.country, "FI");
    ASSERT_EQ(preview.rows[3].faults.size(), 1U);
    EXPECT_EQ(preview.rows[3].faults.front().code, ErrorCode::CountryUnknown);
}

TEST(MemberList, TakesTwoSpellingsOfOneCompanyAsOne) {
    Fixture f;
    const auto preview = f.preview(
        "Name;Ort;Homepage\nMuster Optik GmbH & Co. KG;Köln;\nAndere AG;Köln;\n"
        "MUSTER-OPTIK GmbH & Co KG;Köln;www.muster.de\nMuster Optik GmbH & Co. KG;Hamburg;\n");
    EXPECT_THAT(verdicts(preview), ElementsAre(MemberVerdict::New, MemberVerdict::New, MemberVerdict::Merged,
                                               MemberVerdict::New));
    EXPECT_EQ(preview.rows[2].merged_into_line, 2U);
    EXPECT_THAT(test::codes(preview.rows[2].notices), ElementsAre(ErrorCode::NameRepeated));
    const model::Organisation& o = preview.rows[0].organisation;
    EXPECT_EQ(o.names[0].text, "Muster Optik GmbH & Co. KG");
    EXPECT_EQ(o.names[1], (model::Name{"MUSTER-OPTIK GmbH & Co KG", "und", model::NameType::Alias}));
    EXPECT_EQ(o.web, "www.muster.de");
    EXPECT_NE(preview.rows[3].organisation.id, o.id)
        << "the same name in another town is another organisation";
    EXPECT_EQ(preview.count_merged, 1U);
    EXPECT_EQ(preview.count_new, 3U);
}

TEST(MemberList, KeepsSimilarCompaniesApart) {
    Fixture f;
    const auto preview = f.preview(
        "Name;Ort\nMuster Optik GmbH;Köln\nMuster Optik Holding GmbH;Köln\nMuster Laser GmbH;Köln\n");
    EXPECT_EQ(preview.count_new, 3U);
}

TEST(MemberList, FindsWhatIsKnownAndAsksWhenUnsure) {
    Fixture f;
    f.known.add("pic-1", "MUSTER OPTIK GMBH & CO. KG", "KÖLN", "DE");
    f.known.add("pic-2", "Beispiel Laser Systeme GmbH", "Jena", "DE");
    f.known.add("gamma-gmbh", "Andere Firma", "Bonn", "DE");
    const auto preview =
        f.preview("Name;Ort\nMuster Optik GmbH & Co. KG;Köln\nBeispiel Laser Systeme AG;\nGamma GmbH;Bonn\n");
    EXPECT_THAT(verdicts(preview),
                ElementsAre(MemberVerdict::Update, MemberVerdict::Ambiguous, MemberVerdict::New));
    EXPECT_EQ(preview.rows[0].organisation.id, "pic-1");
    EXPECT_EQ(preview.rows[0].organisation.names.size(), 1U) << "a spelling that differs in case only";
    EXPECT_EQ(preview.rows[1].matches.front().organisation, "pic-2");
    EXPECT_EQ(preview.rows[2].organisation.id, "gamma-gmbh-bonn") << "the plain id is taken";
}

TEST(MemberList, AnIdentifierIsProofEnough) {
    Fixture f;
    f.known.add("pic-7", "Old Name Ltd", "London", "GB");
    f.known.organisations.front().identifiers = {{"PIC", "7"}};
    const auto preview = f.preview("Name;PIC\nNew Name GmbH;7\n");
    EXPECT_EQ(preview.rows[0].verdict, MemberVerdict::Update);
    EXPECT_EQ(preview.rows[0].organisation.id, "pic-7");
}

TEST(MemberList, RefusesRowsWithEveryFaultAndItsPlace) {
    Fixture f;
    const auto preview = f.preview(
        "Name;Land;Mitarbeiter;Mitglied seit;Umsatz\n;DE;;;\nA GmbH;Atlantis;viele;2019-02-30;12 Tonnen\n"
        "B GmbH;Österreich;12;2019;1\nC GmbH\n");
    EXPECT_THAT(verdicts(preview),
                ElementsAre(MemberVerdict::Refused, MemberVerdict::Refused, MemberVerdict::New));
    EXPECT_THAT(test::codes(preview.rows[0].faults), ElementsAre(ErrorCode::ValueMissing));
    EXPECT_THAT(test::codes(preview.rows[1].faults),
                ElementsAre(ErrorCode::CountryUnknown, ErrorCode::NumberInvalid, ErrorCode::DateInvalid,
                            ErrorCode::NumberInvalid));
    EXPECT_EQ(preview.rows[1].faults[2].place, (base::Place{"mitglieder.csv", 3, 23, "Mitglied seit"}));
    EXPECT_EQ(preview.rows[2].organisation.country, "AT");
    EXPECT_THAT(test::codes(preview.file_faults.kept()), ElementsAre(ErrorCode::RowWidth));
    EXPECT_EQ(preview.count_refused, 3U);
}

TEST(MemberList, FindsTopicsOffersAndNeeds) {
    model::Topic photonics;
    photonics.id = "photonics";
    photonics.labels = {{"de", "Photonik"}, {"en", "Photonics"}};
    model::Topic medical;
    medical.id = "medical-devices";
    medical.labels = {{"de", "Medizintechnik"}};
    const std::vector<model::Topic> topics{photonics, medical};
    const text::TopicTagger tagger(topics);
    Fixture f;
    f.tagger = &tagger;
    const auto preview = f.preview(
        "Name;Branche;Technologien;Angebot;Gesucht\n"
        "A GmbH;Medizintechnik;Photonik;Laser für die Photonik;Partner in Finnland | Kapital\n");
    const model::Organisation& o = preview.rows[0].organisation;
    EXPECT_THAT(o.topics, ElementsAre("medical-devices", "photonics"));
    ASSERT_EQ(o.offers.size(), 1U);
    EXPECT_EQ(o.offers[0].topic, "photonics");
    ASSERT_EQ(o.needs.size(), 2U);
    EXPECT_EQ(o.needs[1].text.front().text, "Kapital");
    EXPECT_EQ(o.description.front().text, "Medizintechnik; Photonik") << "the list's own words stay readable";
}

TEST(MemberList, UsesAGivenMapping) {
    Fixture f;
    f.options.mapping = {
        {"Spalte 1", MemberField::Name}, {"Name", MemberField::Ignored}, {"X", MemberField::City}};
    const auto preview = f.preview("Spalte 1;Name;X\nA GmbH;egal;Köln\n");
    EXPECT_EQ(preview.rows[0].organisation.names.front().text, "A GmbH");
    EXPECT_EQ(preview.rows[0].organisation.city, "Köln");
    EXPECT_EQ(preview.mapping[0].confidence, 1);
    f.options.mapping = {{"Fehlt", MemberField::City}};
    const auto unknown = f.try_preview("Name;Ort\nA;B\n");
    ASSERT_FALSE(unknown.ok());
    EXPECT_THAT(test::codes(unknown.errors()), ElementsAre(ErrorCode::ColumnUnknown));
}

TEST(MemberList, NeedsAColumnForTheName) {
    Fixture f;
    const auto preview = f.try_preview("Telefon;Ort\n1;2\n");
    ASSERT_FALSE(preview.ok());
    EXPECT_THAT(test::codes(preview.errors()), ElementsAre(ErrorCode::ColumnMissing));
}

TEST(MemberList, ReadsAWorkbook) {
    Fixture f;
    const std::string bytes = test::workbook_of(
        "<sheetData><row r=\"1\">" + test::text_cell("A1", "Organisation") +
        test::text_cell("B1", "Mitarbeiter") + "</row><row r=\"2\">" +
        test::text_cell("A2", "Klinikum Beispielstadt") + "<c r=\"B2\"><v>4000</v></c></row></sheetData>");
    const auto preview = f.preview(bytes);
    EXPECT_EQ(preview.rows[0].organisation.kind, model::OrganisationKind::Clinic);
    EXPECT_EQ(preview.rows[0].organisation.employees, 4000);
}

TEST(MemberList, ASecondReadingChangesNothing) {
    Fixture f;
    const std::string list =
        "Name;Ort;Mitarbeiter\nMuster GmbH;Köln;12\nMUSTER GmbH.;Köln;\nAlpha e.V.;Bonn;3\n";
    for (const MemberRow& row : f.preview(list).rows) {
        if (row.verdict == MemberVerdict::New) f.known.organisations.push_back(row.organisation);
    }
    const auto again = f.preview(list);
    EXPECT_THAT(verdicts(again),
                ElementsAre(MemberVerdict::Update, MemberVerdict::Merged, MemberVerdict::Update));
    EXPECT_EQ(again.rows[0].organisation, f.known.organisations[0]);
    EXPECT_EQ(again.rows[2].organisation, f.known.organisations[1]);
}

TEST(MemberList, HasAMaximum) {
    Fixture f;
    std::string list = "Name\n";
    for (int i = 0; i < 20'001; ++i) list += "F" + std::to_string(i * 7919) + "\n";
    const auto preview = f.try_preview(list);
    ASSERT_FALSE(preview.ok());
    EXPECT_THAT(test::codes(preview.errors()), ElementsAre(ErrorCode::TooManyItems));
}

struct ColumnCase {
    const char* header;
    MemberField field;
};

TEST(RecogniseColumns, KnowsGermanEnglishAndFrenchWords) {
    using enum MemberField;
    for (const ColumnCase& c : {ColumnCase{"Firmenname", Name},
                                ColumnCase{"Raison sociale", Name},
                                ColumnCase{"Straße / Nr.", Street},
                                ColumnCase{"Strasse", Street},
                                ColumnCase{"Rue", Street},
                                ColumnCase{"Code postal", Postcode},
                                ColumnCase{"PLZ", Postcode},
                                ColumnCase{"Stadt", City},
                                ColumnCase{"Ville", City},
                                ColumnCase{"Land", Country},
                                ColumnCase{"Pays", Country},
                                ColumnCase{"Bundesland", Ignored},
                                ColumnCase{"Web-Site", Web},
                                ColumnCase{"Anzahl der Mitarbeiter", Employees},
                                ColumnCase{"Beschäftigte", Employees},
                                ColumnCase{"Beschaeftigte", Employees},
                                ColumnCase{"Umsatz in Mio. EUR", Turnover},
                                ColumnCase{"Chiffre d'affaires (k€)", Turnover},
                                ColumnCase{"Gründungsjahr", Founded},
                                ColumnCase{"Gruendungsjahr", Founded},
                                ColumnCase{"Mitglied seit", MemberSince},
                                ColumnCase{"Membership type", MembershipType},
                                ColumnCase{"Beschreibungg", Description},
                                ColumnCase{"Wir suchen", Needs},
                                ColumnCase{"Offre", Offers},
                                ColumnCase{"Telefon", Ignored},
                                ColumnCase{"", Ignored}}) {
        EXPECT_EQ(recognise_columns({c.header}, {}).front().field, c.field) << c.header;
    }
}

TEST(RecogniseColumns, GivesAFieldToTheBestColumnOnly) {
    const auto mapping = recognise_columns({"Name der Einrichtung", "Name", "Branche", "Themen"}, {});
    EXPECT_EQ(mapping[0].field, MemberField::Ignored);
    EXPECT_EQ(mapping[1].field, MemberField::Name);
    EXPECT_EQ(mapping[2].field, MemberField::Topics);
    EXPECT_EQ(mapping[3].field, MemberField::Topics) << "topics may be spread over columns";
}

TEST(MemberFieldWords, GoThereAndBack) {
    for (int i = 0; i <= static_cast<int>(MemberField::MemberNumber); ++i) {
        const auto field = static_cast<MemberField>(i);
        EXPECT_EQ(member_field(word(field)), field);
    }
    EXPECT_FALSE(member_field("colour"));
}

}  // namespace
}  // namespace kontor::ingest
