// SPDX-License-Identifier: EUPL-1.2
#include "service/answer_csv.hpp"

#include <gtest/gtest.h>

namespace kontor::service {
namespace {

TEST(AnswerCsv, WritesHitsInTheReadersLanguage) {
    SearchPage page;
    SearchHit hit;
    hit.kind = "organisation";
    hit.id = "lichthafen";
    hit.name = "=Lichthafen; Nord";
    hit.organisation_kind = "cluster";
    hit.country_name = "Finnland";
    hit.city = "Joensuu";
    hit.score = 12.5;
    page.hits.push_back(hit);
    const std::string csv = search_csv(page, "de", "https://kontor.example");
    EXPECT_TRUE(
        csv.starts_with("\xEF\xBB\xBFName;Art;Land;Ort;Jahr;Themen;Punkte;Kennung;Adresse der Seite\r\n"))
        << csv;
    EXPECT_NE(csv.find("\"'=Lichthafen; Nord\";Cluster;Finnland;Joensuu;;;12,500;lichthafen;"
                       "https://kontor.example/organisations/lichthafen\r\n"),
              std::string::npos)
        << csv;
}

TEST(AnswerCsv, GivesEveryPartOfAScoreAColumn) {
    PartnerPage page;
    Partner partner;
    partner.rank = 1;
    partner.organisation.id = "a";
    partner.organisation.name = "A";
    partner.organisation.kind = "company";
    partner.score = 0.4;
    partner.parts = {{"place", "Place", 1, 0.1, 0.1, {{"Based in Finland.", 1, {}, {}}}},
                     {"topic_fit", "Topic fit", 1, 0.3, 0.3, {}}};
    partner.counter_reasons = {{"same_niche", "Same niche", -0.1, "By 80 %.", {}}};
    page.partners.push_back(partner);
    const std::string csv = partners_csv(page, "en", "");
    EXPECT_NE(csv.find("Rank;Name;Kind;Country;City;Score;Topic fit;Complementarity;Warm path;"),
              std::string::npos);
    EXPECT_NE(csv.find("1;A;Company;;;0.400;0.300;0.000;0.000;0.000;0.100;0.000;Based in Finland.;"
                       "Same niche: By 80 %.;"),
              std::string::npos)
        << csv;
}

}  // namespace
}  // namespace kontor::service
