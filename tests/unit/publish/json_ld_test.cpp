// SPDX-License-Identifier: EUPL-1.2
#include "publish/json_ld.hpp"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "support/sample_records.hpp"

namespace kontor::publish {
namespace {

boost::json::object parsed(const std::string& text) {
    return boost::json::parse(text).as_object();
}

TEST(JsonLd, DescribesAnOrganisationInTheWordsOfSchemaOrg) {
    auto organisation = support::sample<model::Organisation>();
    organisation.identifiers.push_back({"ROR", "03x1z2y00"});
    OrganisationSurroundings around;
    around.address = "https://kontor.example/organisations/lichthafen";
    around.topics = {"Photonics"};
    around.members = {{model::OrganisationKind::Clinic, "Klinik am Kai", "https://kontor.example/k", {}}};
    const auto json = parsed(organisation_json_ld(organisation, around));
    EXPECT_EQ(json.at("@context"), "https://schema.org");
    EXPECT_EQ(json.at("@type"), "Organization");
    EXPECT_EQ(json.at("@id"), "https://kontor.example/organisations/lichthafen");
    EXPECT_EQ(json.at("name"), "Lichthafen Nord");
    EXPECT_EQ(json.at("address").at("addressLocality"), "Hamburg");
    EXPECT_EQ(json.at("address").at("addressCountry"), "DE");
    EXPECT_EQ(json.at("vatID"), "DE000000001");
    EXPECT_EQ(json.at("foundingDate"), "2004");
    EXPECT_EQ(json.at("sameAs").at(0), "https://ror.org/03x1z2y00");
    EXPECT_EQ(json.at("member").at(0).at("@type"), "MedicalOrganization");
    EXPECT_EQ(json.at("member").at(0).at("name"), "Klinik am Kai");
    EXPECT_EQ(json.at("knowsAbout").at(0), "Photonics");
    EXPECT_DOUBLE_EQ(json.at("location").at("geo").at("latitude").as_double(), 53.5439);
}

TEST(JsonLd, SaysNothingThatTheRecordDoesNotSay) {
    const auto json = parsed(organisation_json_ld(support::organisation("a", "A"), {}));
    for (const char* key : {"address", "location", "description", "sameAs", "member", "memberOf", "vatID",
                            "foundingDate", "url", "identifier"}) {
        EXPECT_FALSE(json.contains(key)) << key;
    }
}

TEST(JsonLd, DescribesAProjectWithItsParticipantsAndGrant) {
    ProjectSurroundings around;
    around.participants = {{model::OrganisationKind::University, "Hochschule", "", "coordinator"}};
    around.programme = "Brückenschlag";
    around.funder = "Stiftung";
    const auto json = parsed(project_json_ld(support::sample<model::Project>(), around));
    EXPECT_EQ(json.at("@type"), "ResearchProject");
    EXPECT_EQ(json.at("name"), "Light across the sea");
    EXPECT_EQ(json.at("alternateName"), "LEUCHTFEUER");
    EXPECT_EQ(json.at("member").at(0).at("roleName"), "coordinator");
    EXPECT_EQ(json.at("member").at(0).at("member").at("@type"), "CollegeOrUniversity");
    EXPECT_EQ(json.at("funding").at("identifier"), "700001");
    EXPECT_EQ(json.at("funding").at("funder").at("name"), "Stiftung");
}

TEST(JsonLd, DescribesANewsItem) {
    model::News news;
    news.id = "harbour";
    news.titles = {{"de", "Hafen gewinnt", model::TextOrigin::Person},
                   {"en", "Harbour wins <b>", model::TextOrigin::Person}};
    news.summary = {{"en", "In a word.", model::TextOrigin::Machine}};
    news.published = *model::Date::parse("2024-05");
    news.publisher = "Herald";
    news.countries = {"FI"};
    NewsSurroundings around;
    around.address = "/en/news/harbour";
    around.language = "en";
    around.topics = {"Ports"};
    around.organisations = {{model::OrganisationKind::Other, "Harbour", "/en/organisations/harbour", ""}};
    const std::string text = news_json_ld(news, around);
    for (const char* part :
         {"\"@type\":\"NewsArticle\"", "\"inLanguage\":\"en\"", "\"datePublished\":\"2024-05\"",
          "\"keywords\":[\"Ports\"]", "\"name\":\"Herald\"", "/en/organisations/harbour"})
        EXPECT_NE(text.find(part), std::string::npos) << part << " in " << text;
    EXPECT_EQ(text.find('<'), std::string::npos);
}

TEST(JsonLd, MayStandInsideAScript) {
    const auto organisation = support::organisation("a", "</script><script>alert(1)</script>");
    const std::string text = organisation_json_ld(organisation, {});
    EXPECT_EQ(text.find('<'), std::string::npos);
    EXPECT_EQ(parsed(text).at("name"), "</script><script>alert(1)</script>");
}

}  // namespace
}  // namespace kontor::publish
