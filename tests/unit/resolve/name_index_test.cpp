// SPDX-License-Identifier: EUPL-1.2
#include "resolve/name_index.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace kontor::resolve {
namespace {

struct At {
    const char* country = "";
    const char* city = "";
};

NamedRecord body(const std::string& id, const std::string& name, At at = {}) {
    NamedRecord out;
    out.id = id;
    out.names.push_back({name, "und", model::NameType::Legal});
    out.country = at.country;
    out.city = at.city;
    return out;
}

NameQuery asked(const std::string& name, At at = {}) {
    return {.name = name, .country = at.country, .city = at.city};
}

bool has(const Candidate& candidate, ReasonCode code) {
    return std::any_of(candidate.reasons.begin(), candidate.reasons.end(),
                       [code](const Reason& reason) { return reason.code == code; });
}

/// The verdict on the only record there is, Different when it is not even found.
Candidate judged(const NamedRecord& record, const NameQuery& query) {
    const auto found = NameIndex({record}).candidates(query, 1);
    if (!found.empty()) return found.front();
    Candidate nobody;
    nobody.verdict = Verdict::Different;
    return nobody;
}

constexpr At kJena{"DE", "Jena"};

struct NamePair {
    const char* known;
    const char* asked;
    At at;
};

class OneBody : public testing::TestWithParam<NamePair> {};
TEST_P(OneBody, is_the_same_in_its_own_town) {
    const NamePair& pair = GetParam();
    EXPECT_EQ(judged(body("x", pair.known, pair.at), asked(pair.asked, pair.at)).verdict, Verdict::Same);
    EXPECT_EQ(judged(body("x", pair.asked, pair.at), asked(pair.known, pair.at)).verdict, Verdict::Same);
}
INSTANTIATE_TEST_SUITE_P(
    Spellings, OneBody,
    testing::Values(
        NamePair{"Brückner Feinoptik GmbH", "BRUECKNER FEINOPTIK GMBH", kJena},
        NamePair{"Brückner Feinoptik GmbH", "Brückner Feinoptik Gesellschaft mit beschränkter Haftung",
                 kJena},
        NamePair{"Brückner Feinoptik", "Bruckner Fein-Optik", kJena},
        NamePair{"Netzwerk Lichtwerk Thurland e.V.", "Netzwerk Lichtwerk Thurland", kJena},
        NamePair{"Institut für Wabenforschung Kaltental", "Institut für Wabenforschung Kaltental (IWK)",
                 kJena},
        NamePair{"Université de Valmorin", "UNIVERSITE DE VALMORIN", {"FR", "Valmorin"}},
        NamePair{"Société des Verres de Coudray SAS", "Societe des Verres du Coudray SAS", {"FR", "Coudray"}},
        NamePair{"Universidad de Ribalta", "UNIVERSITY OF RIBALTA", {"ES", "Ribalta"}},
        NamePair{"Fundación Centro Olmedal de Óptica", "Centro Olmedal de Óptica", {"ES", "Olmedal"}},
        NamePair{"Πανεπιστήμιο Καλαμιάς", "PANEPISTIMIO KALAMIAS", {"GR", "Kalamia"}},
        NamePair{"Harrowgate Lens Works Ltd", "HARROWGATE LENSWORKS LIMITED", {"GB", "Harrowgate"}},
        NamePair{"University of Larchester", "Larchester University", {"GB", "Larchester"}},
        NamePair{"Grünwald Sensorik GmbH", "GrÃ¼nwald Sensorik GmbH", kJena},
        NamePair{"Verrolux Photonics Limited", "VERROLUX PHOTONICS LIMITED*VPX", {"GB", "Harrowgate"}},
        NamePair{"Studiehuis voor Waterlicht Olmet",
                 "Studiehuis voor Waterlicht Olmet/Maison des Lumières Aquatiques Olmet",
                 {"BE", "Olmet"}},
        NamePair{"Olmet Kaltental Honeycomb Physics Institute",
                 "Olmet Kaltental Honeycomb Physics Institute, Thurlandian Academy of Sciences",
                 {"DE", "Kaltental"}},
        NamePair{"ENOSI FILON PALAION FOTISTIKON TIS POLEOS KALAMIAS",
                 "ENOSH FILWN PALAIWN FWTISTIKWN THS POLEWS KALAMIAS",
                 {"GR", "Kalamia"}},
        NamePair{"Larchester Glassworks Lantern Museum",
                 "Larchester Glassworks Lantern Museum Association",
                 {"GB", "Larchester"}}));

class TwoBodies : public testing::TestWithParam<NamePair> {};
TEST_P(TwoBodies, are_not_joined_even_in_one_town) {
    const NamePair& pair = GetParam();
    EXPECT_NE(judged(body("x", pair.known, pair.at), asked(pair.asked, pair.at)).verdict, Verdict::Same);
    EXPECT_NE(judged(body("x", pair.asked, pair.at), asked(pair.known, pair.at)).verdict, Verdict::Same);
}
INSTANTIATE_TEST_SUITE_P(
    NearMisses, TwoBodies,
    testing::Values(
        NamePair{"Universität Kaltental", "Universitätsklinikum Kaltental", {"DE", "Kaltental"}},
        NamePair{"Universität Kaltental", "Fachhochschule Kaltental", {"DE", "Kaltental"}},
        NamePair{"University of Larchester", "University Hospital Larchester", {"GB", "Larchester"}},
        NamePair{
            "University of Larchester", "Larchester University of Applied Sciences", {"GB", "Larchester"}},
        NamePair{"Hennings-Gesellschaft", "Hennings IEM", {"DE", "Lemgo"}},
        NamePair{"Hennings Institut", "Hennings Institut, Abteilung Optik", kJena},
        NamePair{"Wohlert Optik GmbH", "Wohlert Optik AG", kJena},
        NamePair{"Wohlert Optik GmbH", "Wohlert Optik GmbH & Co. KG", kJena},
        NamePair{"Université Valmorin II", "Université Valmorin III", {"FR", "Valmorin"}},
        NamePair{"Université de Valmorin I", "Université de Valmorin", {"FR", "Valmorin"}},
        NamePair{"Fondation pour l'Institut Olmet", "Institut Olmet", {"FR", "Olmet"}},
        NamePair{"Lyceum 12 Kaltental", "Lyceum 14 Kaltental", {"DE", "Kaltental"}},
        NamePair{"Zweckverband Kaltental Nord", "Zweckverband Kaltental Süd", {"DE", "Kaltental"}},
        NamePair{"Technische Universität Kaltental Süd",
                 "Technische Universität Kaltental Süd / Institut für Wabenforschung Thurland",
                 {"DE", "Kaltental"}},
        NamePair{"Thurlandian Academy of Sciences",
                 "Honeycomb Physics Studio, Thurlandian Academy of Sciences",
                 {"DE", "Kaltental"}},
        NamePair{"Kamer van Koophandel", "Kamer van Koophandel Olmet", {"NL", "Olmet"}},
        NamePair{"Altrax", "Altran", kJena}, NamePair{"Wohlert", "Wohlert Deutschland", kJena}));

TEST(NameIndex, finds_the_same_name_elsewhere_doubtful_or_different) {
    const NamedRecord record = body("ov", "Optics Valley", {"US", "Tucson"});
    const Candidate there = judged(record, asked("Optics Valley", {"FR", "Paris"}));
    EXPECT_NE(there.verdict, Verdict::Same);
    EXPECT_TRUE(has(there, ReasonCode::OtherCountry));
    EXPECT_TRUE(has(there, ReasonCode::OtherTown));
    const Candidate anywhere = judged(record, asked("Optics Valley"));
    EXPECT_EQ(anywhere.verdict, Verdict::Doubtful);
    EXPECT_TRUE(has(anywhere, ReasonCode::GenericName));
    EXPECT_EQ(judged(record, asked("Optics Valley", {"US", "Tucson"})).verdict, Verdict::Same);
}

TEST(NameIndex, takes_a_telling_name_without_a_place_unless_it_is_a_companys_of_any_country) {
    EXPECT_EQ(judged(body("l", "Lichtwerk Thurland e.V.", kJena), asked("Lichtwerk Thurland e.V.")).verdict,
              Verdict::Same);
    EXPECT_EQ(judged(body("b", "Brelling Limited", {"GB", "York"}), asked("Brelling Limited")).verdict,
              Verdict::Doubtful);
    EXPECT_EQ(
        judged(body("m", "Ministry of Interior", {"GB", "London"}), asked("Ministry of Interior")).verdict,
        Verdict::Doubtful);
}

TEST(NameIndex, takes_a_name_alone_as_written_and_not_its_translation) {
    const NamedRecord record = body("u", "Universidad de Ribalta", {"ES", "Ribalta"});
    EXPECT_EQ(judged(record, asked("UNIVERSIDAD DE RIBALTA")).verdict, Verdict::Same);
    EXPECT_EQ(judged(record, asked("University of Ribalta")).verdict, Verdict::Doubtful);
    EXPECT_EQ(judged(body("l", "Lichtwerker GmbH", kJena), asked("LICHTWERKER GMBH")).verdict, Verdict::Same);
    EXPECT_EQ(judged(body("l", "Liwe GmbH", kJena), asked("Liwe GmbH")).verdict, Verdict::Doubtful);
    EXPECT_EQ(
        judged(body("l", "Lichtwerker Nederland BV", {"NL", ""}), asked("Lichtwerker Nederland BV")).verdict,
        Verdict::Doubtful);
    const NamedRecord institute = body("i", "Institut für Wabenforschung Kaltental Thurland", {"DE", "Jena"});
    EXPECT_EQ(judged(institute, asked("Institut für Waben-Forschung Kaltental Thurland")).verdict,
              Verdict::Same);
}

TEST(NameIndex, asks_for_the_town_when_another_company_has_the_only_telling_word) {
    const NamedRecord record = body("v", "Vorstner Engineering Services GmbH", {"DE", "Bremen"});
    const NameQuery query = asked("Vorstner Engineering Services GmbH", {"DE", ""});
    EXPECT_EQ(judged(record, query).verdict, Verdict::Same);
    const NameIndex group({record, body("h", "Vorstner Hydro AG", {"DE", "Ulm"})});
    const Candidate found = group.candidates(query, 1).front();
    EXPECT_EQ(found.verdict, Verdict::Doubtful);
    EXPECT_TRUE(has(found, ReasonCode::GenericName));
    const NameIndex abroad({record, body("h", "Vorstner Hydro AG", {"AT", "Wien"})});
    EXPECT_EQ(abroad.candidates(query, 1).front().verdict, Verdict::Same);
}

TEST(NameIndex, asks_when_the_town_is_another) {
    const Candidate found =
        judged(body("b", "Bestler GmbH", {"DE", "Landau"}), asked("Bestler GmbH", {"DE", "Berlin"}));
    EXPECT_EQ(found.verdict, Verdict::Doubtful);
    EXPECT_TRUE(has(found, ReasonCode::OtherTown));
    EXPECT_TRUE(has(found, ReasonCode::SameName));
}

TEST(NameIndex, goes_by_identifiers_first) {
    NamedRecord record = body("w", "Wohlert Optik GmbH", kJena);
    record.identifiers.push_back({"PIC", "912345678"});
    NameQuery query = asked("Something Else", {"FR", "Paris"});
    query.identifiers.push_back({"PIC", "912345678"});
    const Candidate same = judged(record, query);
    EXPECT_EQ(same.verdict, Verdict::Same);
    EXPECT_EQ(same.reasons.front(), (Reason{ReasonCode::SameIdentifier, "PIC 912345678"}));
    NameQuery other = asked("Wohlert Optik GmbH", kJena);
    other.identifiers.push_back({"PIC", "987654321"});
    EXPECT_EQ(judged(record, other).verdict, Verdict::Different);
}

TEST(NameIndex, knows_aliases_and_says_so) {
    NamedRecord record = body("n", "Nordlicht Verbund e.V.", kJena);
    record.names.push_back({"Polarcluster Thurland", "de", model::NameType::Former});
    const Candidate found = judged(record, asked("Polarcluster Thurland", kJena));
    EXPECT_EQ(found.verdict, Verdict::Same);
    EXPECT_TRUE(has(found, ReasonCode::Alias));
}

TEST(NameIndex, takes_abbreviations_that_abbreviate_and_asks_about_other_short_names) {
    NamedRecord record = body("i", "Kaltentaler Institut für Wabenforschung", kJena);
    record.names.push_back({"KIWA", "und", model::NameType::Short});
    EXPECT_NE(judged(record, asked("KIWA", {"FR", ""})).verdict, Verdict::Same);
    NamedRecord group = body("g", "Brelling Holding Deutschland GmbH", kJena);
    group.names.push_back({"BRELLING", "und", model::NameType::Short});
    EXPECT_NE(judged(group, asked("Brelling AG", kJena)).verdict, Verdict::Same);
    EXPECT_NE(judged(group, asked("Brelling", kJena)).verdict, Verdict::Same);
}

TEST(NameIndex, asks_when_several_fit) {
    const NameIndex index(
        {body("a", "Lichtwerk Thurland", {"DE", ""}), body("b", "Lichtwerk Thurland", {"DE", ""})});
    const auto found = index.candidates(asked("Lichtwerk Thurland", {"DE", ""}), 5);
    ASSERT_EQ(found.size(), 2U);
    for (const Candidate& each : found) {
        EXPECT_EQ(each.verdict, Verdict::Doubtful);
        EXPECT_TRUE(has(each, ReasonCode::SeveralAlike));
    }
}

TEST(NameIndex, answers_nothing_to_nothing) {
    EXPECT_TRUE(NameIndex(std::vector<NamedRecord>{}).candidates(asked("Lichtwerk"), 5).empty());
    const NameIndex index({body("a", "Lichtwerk Thurland")});
    EXPECT_TRUE(index.candidates(asked(""), 5).empty());
    EXPECT_TRUE(index.candidates(asked("–"), 5).empty());
    EXPECT_TRUE(index.candidates(asked("Lichtwerk Thurland"), 0).empty());
}

TEST(NameIndex, finds_projects_by_acronym_title_and_number) {
    model::Project project;
    project.id = "p";
    project.acronym = "GLASWEG";
    project.titles.push_back({"en", "Roads of glass for northern towns"});
    project.identifiers.push_back({"GA", "700001"});
    const NameIndex index({named_record(project)});
    EXPECT_EQ(index.candidates(asked("Roads of Glass for Northern Towns"), 1).front().record, "p");
    EXPECT_EQ(index.candidates(asked("glasweg"), 1).front().record, "p");
    NameQuery by_number = asked("");
    by_number.identifiers.push_back({"GA", "700001"});
    ASSERT_EQ(index.candidates(by_number, 1).size(), 1U);
    EXPECT_EQ(index.candidates(by_number, 1).front().verdict, Verdict::Same);
}

std::vector<NamedRecord> small_network() {
    return {body("a", "Brückner Feinoptik GmbH", kJena),
            body("b", "Brückner Feinmechanik GmbH", kJena),
            body("c", "Universität Kaltental", {"DE", "Kaltental"}),
            body("d", "Universitätsklinikum Kaltental", {"DE", "Kaltental"}),
            body("e", "Optics Valley", {"US", "Tucson"}),
            body("f", "Société des Verres de Coudray SAS", {"FR", "Coudray"}),
            body("g", "Lichtwerk Thurland e.V.", kJena)};
}

std::vector<NameQuery> questions() {
    return {asked("Bruckner Feinoptik", kJena), asked("Universitaet Kaltental", {"DE", "Kaltental"}),
            asked("Optics Valley", {"FR", "Paris"}), asked("Lichtwerk Thurland"),
            asked("Societe des Verres de Coudray", {"FR", "Coudray"})};
}

TEST(NameIndexProperty, does_not_depend_on_the_order_of_the_records) {
    std::vector<NamedRecord> records = small_network();
    const NameIndex index(records);
    for (int turn = 0; turn < 5; ++turn) {
        std::rotate(records.begin(), records.begin() + 3, records.end());
        if (turn % 2 == 1) std::reverse(records.begin(), records.end());
        const NameIndex turned(records);
        for (const NameQuery& query : questions()) {
            EXPECT_EQ(index.candidates(query, 10), turned.candidates(query, 10)) << query.name;
        }
    }
}

TEST(NameIndexProperty, an_unrelated_record_changes_no_verdict) {
    std::vector<NamedRecord> records = small_network();
    const NameIndex before(records);
    records.push_back(body("z", "Zyxomat Kwyj", {"IS", "Husavik"}));
    const NameIndex after(std::move(records));
    for (const NameQuery& query : questions()) {
        EXPECT_EQ(before.candidates(query, 10), after.candidates(query, 10)) << query.name;
    }
}

TEST(NameIndexProperty, asks_the_same_both_ways) {
    const std::vector<NamedRecord> records = small_network();
    for (const NamedRecord& one : records) {
        for (const NamedRecord& other : records) {
            if (one.id == other.id) continue;
            const NameQuery there{.name = one.names.front().text, .country = one.country, .city = one.city};
            const NameQuery back{
                .name = other.names.front().text, .country = other.country, .city = other.city};
            EXPECT_EQ(judged(other, there).verdict, judged(one, back).verdict)
                << there.name << " / " << back.name;
        }
    }
}

TEST(NameIndexProperty, every_record_finds_itself) {
    const std::vector<NamedRecord> records = small_network();
    const NameIndex index(records);
    for (const NamedRecord& each : records) {
        const NameQuery query{.name = each.names.front().text, .country = each.country, .city = each.city};
        const auto found = index.candidates(query, 3);
        ASSERT_FALSE(found.empty());
        EXPECT_EQ(found.front().record, each.id);
        EXPECT_EQ(found.front().verdict, Verdict::Same);
    }
}

}  // namespace
}  // namespace kontor::resolve
