// SPDX-License-Identifier: EUPL-1.2
#include "match/partners.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "support/match_network.hpp"

namespace {

using namespace kontor;
using namespace kontor::match;
using kontor::test::day;
using kontor::test::names;
using kontor::test::of;
using kontor::test::SmallNetwork;
using testing::Contains;
using testing::ElementsAre;
using testing::Not;

const PartScore& part(const Partner& partner, Part which) {
    return partner.parts[static_cast<std::size_t>(which)];
}

bool has_reason(const Partner& partner, CounterReasonType type) {
    for (const CounterReason& reason : partner.counter_reasons) {
        if (reason.type == type) return true;
    }
    return false;
}

TEST(FindPartners, OffersMeetNeedsInBothDirections) {
    SmallNetwork net;
    net.topic("lasers");
    net.topic("diagnostics");
    net.organisation("us").needs = {{"lasers", {}, 0}};
    net.get<model::Organisation>("us").offers = {{"diagnostics", {}, 5}};
    net.organisation("both").offers = {{"lasers", {}, 8}};
    net.get<model::Organisation>("both").needs = {{"diagnostics", {}, 0}};
    net.organisation("gives").offers = {{"lasers", {}, 8}};
    net.organisation("other").topics = {"diagnostics"};
    const auto picture = net.picture();
    const auto answer = find_partners(*picture, of(*picture, "us")).value();
    ASSERT_EQ(names(*picture, answer).size(), 3U);
    EXPECT_EQ(names(*picture, answer)[0], "both");
    const PartScore& complement = part(answer.partners[0], Part::Complementarity);
    ASSERT_GE(complement.evidence.size(), 2U);
    EXPECT_EQ(complement.evidence[0].type, EvidenceType::TheyOfferWeNeed);
    EXPECT_DOUBLE_EQ(complement.evidence[0].number, 8);
    EXPECT_EQ(complement.evidence[1].type, EvidenceType::WeOfferTheyNeed);
    EXPECT_NEAR(complement.value, 1.85 / 2.85, 1e-12);
}

TEST(FindPartners, OverlapIsGoodAndIdentityIsTheSameNiche) {
    SmallNetwork net;
    for (const char* topic : {"t1", "t2", "t3", "t4"}) net.topic(topic);
    net.organisation("us").topics = {"t1", "t2", "t3"};
    net.organisation("twin").topics = {"t1", "t2", "t3"};
    net.organisation("kin").topics = {"t1", "t4"};
    net.organisation("stranger").topics = {"t4"};
    const auto picture = net.picture();
    const auto answer = find_partners(*picture, of(*picture, "us")).value();
    ASSERT_GE(answer.partners.size(), 2U);
    for (const Partner& partner : answer.partners) {
        const bool twin = picture->at(partner.organisation).id == "twin";
        EXPECT_EQ(has_reason(partner, CounterReasonType::SameNiche), twin);
    }
    EXPECT_THAT(names(*picture, answer), Not(Contains("us")));
}

TEST(FindPartners, ClustersGetClustersUnlessOthersAreWanted) {
    SmallNetwork net;
    net.topic("optics");
    net.cluster("us").topics = {"optics"};
    net.cluster("other").topics = {"optics"};
    net.organisation("company").topics = {"optics"};
    const auto picture = net.picture();
    PartnerRequest request = of(*picture, "us");
    EXPECT_THAT(names(*picture, find_partners(*picture, request).value()), ElementsAre("other"));
    request.filters.kinds = {model::OrganisationKind::Company};
    EXPECT_THAT(names(*picture, find_partners(*picture, request).value()), ElementsAre("company"));
    EXPECT_THAT(names(*picture, find_partners(*picture, of(*picture, "company")).value()),
                testing::IsEmpty());
}

TEST(FindPartners, MembersOfAClusterCountForIt) {
    SmallNetwork net;
    net.topic("optics");
    net.cluster("us").topics = {"optics"};
    net.cluster("hub");
    net.cluster("empty");
    net.organisation("lens").topics = {"optics"};
    net.membership("lens", "hub");
    const auto picture = net.picture();
    const auto answer = find_partners(*picture, of(*picture, "us")).value();
    EXPECT_THAT(names(*picture, answer), ElementsAre("hub"));
    EXPECT_GT(part(answer.partners[0], Part::TopicFit).value, 0);
}

TEST(FindPartners, FiltersAndPages) {
    SmallNetwork net;
    net.topic("wide");
    net.topic("narrow", "wide");
    net.organisation("us").topics = {"narrow"};
    for (int i = 0; i < 30; ++i) {
        const std::string id = "o" + std::to_string(i + 10);
        net.organisation(id, model::OrganisationKind::Company, i % 3 == 0 ? "FI" : "DE").topics = {"narrow"};
    }
    const auto picture = net.picture();
    PartnerRequest request = of(*picture, "us");
    request.filters.countries = {network::CountryCode::from("FI")};
    request.filters.excluded = {*picture->find_organisation("o10")};
    request.filters.topics = {*picture->find_topic("wide")};
    request.limit = 4;
    const auto first = find_partners(*picture, request).value();
    EXPECT_EQ(first.total, 9U);
    EXPECT_EQ(first.partners.size(), 4U);
    request.offset = 8;
    EXPECT_EQ(find_partners(*picture, request).value().partners.size(), 1U);
    request.offset = 100;
    EXPECT_TRUE(find_partners(*picture, request).value().partners.empty());
}

TEST(FindPartners, ExistingPartnersAreMarkedWelcomeOrLeftOut) {
    SmallNetwork net;
    net.organisation("us");
    net.organisation("ally");
    net.organisation("past");
    net.project("now", "2028");
    net.project("then", "2020");
    net.participation("now", "us");
    net.participation("now", "ally");
    net.participation("then", "us");
    net.participation("then", "past");
    const auto picture = net.picture();
    PartnerRequest request = of(*picture, "us");
    const auto marked = find_partners(*picture, request).value();
    for (const Partner& partner : marked.partners) {
        EXPECT_EQ(has_reason(partner, CounterReasonType::AlreadyPartner),
                  picture->at(partner.organisation).id == "ally");
    }
    request.filters.existing = ExistingPartners::Welcome;
    EXPECT_FALSE(
        has_reason(find_partners(*picture, request).value().partners[0], CounterReasonType::AlreadyPartner));
    request.filters.existing = ExistingPartners::LeaveOut;
    EXPECT_THAT(names(*picture, find_partners(*picture, request).value()), ElementsAre("past"));
}

TEST(FindPartners, CounterReasonsOfAgeAndEnd) {
    SmallNetwork net;
    net.topic("optics");
    net.cluster("us").topics = {"optics"};
    net.cluster("stale").topics = {"optics"};
    net.get<model::Organisation>("stale").as_of = test::date("2019");
    net.cluster("undated").topics = {"optics"};
    net.get<model::Organisation>("undated").as_of = {};
    net.cluster("left").topics = {"optics"};
    net.membership("left", "us").to = test::date("2023");
    net.agreement("mou", {"us", "undated"}, "2020").valid_to = test::date("2022");
    const auto picture = net.picture();
    const auto answer = find_partners(*picture, of(*picture, "us")).value();
    EXPECT_EQ(answer.partners.size(), 3U);
    for (const Partner& partner : answer.partners) {
        const auto id = picture->at(partner.organisation).id;
        EXPECT_EQ(has_reason(partner, CounterReasonType::StaleProfile), id == "stale");
        EXPECT_EQ(has_reason(partner, CounterReasonType::ProfileUndated), id == "undated");
        EXPECT_EQ(has_reason(partner, CounterReasonType::AgreementLapsed), id == "undated");
        EXPECT_EQ(has_reason(partner, CounterReasonType::MembershipEnded), id == "left");
    }
}

TEST(FindPartners, SharedManagementAndOwnHouseAreNoCandidates) {
    SmallNetwork net;
    net.topic("optics");
    net.organisation("gmbh").topics = {"optics"};
    auto& us = net.cluster("us");
    us.topics = {"optics"};
    us.cluster->management_entity = "gmbh";
    const auto picture = net.picture();
    PartnerRequest request = of(*picture, "us");
    request.filters.kinds = {model::OrganisationKind::Company};
    const auto answer = find_partners(*picture, request).value();
    EXPECT_TRUE(answer.partners.empty());
    EXPECT_EQ(answer.reason, NoCandidate::NobodyElse);
}

TEST(FindPartners, ANeedWithoutSubject) {
    SmallNetwork net;
    net.topic("photonics");
    net.topic("lasers", "photonics");
    net.organisation("narrow").topics = {"lasers"};
    net.organisation("none");
    const auto picture = net.picture();
    PartnerRequest request;
    request.wanted = {{*picture->find_topic("photonics"), 2}};
    const auto answer = find_partners(*picture, request).value();
    ASSERT_THAT(names(*picture, answer), ElementsAre("narrow"));
    EXPECT_FALSE(part(answer.partners[0], Part::WarmPath).applicable);
    EXPECT_DOUBLE_EQ(part(answer.partners[0], Part::WarmPath).weight, 0);
    EXPECT_NEAR(part(answer.partners[0], Part::TopicFit).value, 0.9 * 2 / 3, 1e-12);
}

TEST(FindPartners, WantedCountriesRaisePlace) {
    SmallNetwork net;
    net.topic("t");
    net.cluster("us").topics = {"t"};
    net.get<model::Organisation>("us").cluster->target_regions = {{"FI", "", {}, 1}};
    net.cluster("fi", "FI").topics = {"t"};
    net.cluster("fr", "FR").topics = {"t"};
    const auto picture = net.picture();
    PartnerRequest request = of(*picture, "us");
    EXPECT_EQ(names(*picture, find_partners(*picture, request).value())[0], "fi");
    request.weights[Part::Place] = 10;
    request.wanted_countries = {network::CountryCode::from("FR")};
    EXPECT_EQ(names(*picture, find_partners(*picture, request).value())[0], "fr");
}

TEST(FindPartners, ATargetRegionCoversItsCountries) {
    SmallNetwork net;
    net.topic("photonics");
    net.cluster("us", "DE").topics = {"photonics"};
    net.cluster("quebec", "CA").topics = {"photonics"};
    net.cluster("jalisco", "MX").topics = {"photonics"};
    std::vector<std::shared_ptr<const network::Picture>> kept;  // evidence looks into its picture
    const auto place_of = [&](const std::string& subject, const std::string& candidate) {
        const auto picture = kept.emplace_back(net.picture());
        const PartnerAnswer answer = find_partners(*picture, of(*picture, subject)).value();
        for (const Partner& one : answer.partners) {
            if (picture->at(one.organisation).id == candidate) return part(one, Part::Place);
        }
        return PartScore{};
    };
    EXPECT_EQ(place_of("us", "quebec").value, 0);
    auto& targets = net.get<model::Organisation>("us").cluster->target_regions;
    targets = {{"", "021", {{"en", "North America", {}}}, 1}};
    EXPECT_NEAR(place_of("us", "quebec").value, 0.8, 1e-9);
    ASSERT_EQ(place_of("us", "quebec").evidence.size(), 1U);
    EXPECT_EQ(place_of("us", "quebec").evidence.front().type, EvidenceType::OurTargetRegion);
    EXPECT_EQ(place_of("us", "quebec").evidence.front().region, "021");
    EXPECT_EQ(place_of("us", "quebec").evidence.front().country.text(), "CA");
    EXPECT_EQ(place_of("us", "jalisco").value, 0)
        << "Mexico is in North America (003), not in Northern America";
    EXPECT_NEAR(place_of("quebec", "us").value, 0.8 * 0.8, 1e-9) << "seen from the other side";
    // A country that is named itself counts by its own priority where that is higher.
    targets = {{"", "021", {}, 3}, {"CA", "", {}, 1}};
    EXPECT_NEAR(place_of("us", "quebec").value, 0.8, 1e-9);
    EXPECT_EQ(place_of("us", "quebec").evidence.front().region, "");
}

TEST(FindPartners, SaysWhyThereIsNobody) {
    SmallNetwork net;
    net.topic("t");
    net.topic("unused");
    net.organisation("us").topics = {"t"};
    PartnerRequest request;
    {
        const auto picture = net.picture();
        EXPECT_EQ(find_partners(*picture, of(*picture, "us")).value().reason, NoCandidate::NobodyElse);
    }
    net.organisation("other");
    const auto picture = net.picture();
    const auto reason = [&picture](const PartnerRequest& r) {
        return find_partners(*picture, r).value().reason;
    };
    request = of(*picture, "us");
    EXPECT_EQ(reason(request), NoCandidate::NothingInCommon);
    request.filters.excluded = {*picture->find_organisation("other")};
    EXPECT_EQ(reason(request), NoCandidate::AllExcluded);
    request.filters.topics = {*picture->find_topic("unused")};
    EXPECT_EQ(reason(request), NoCandidate::TopicAbsent);
    request.filters.countries = {network::CountryCode::from("FI")};
    EXPECT_EQ(reason(request), NoCandidate::CountryAbsent);
    request.filters.kinds = {model::OrganisationKind::Clinic};
    EXPECT_EQ(reason(request), NoCandidate::KindAbsent);
}

TEST(FindPartners, NoOrganisationsAtAll) {
    SmallNetwork net;
    net.topic("t");
    const auto picture = net.picture();
    PartnerRequest request;
    request.wanted = {{*picture->find_topic("t"), 1}};
    EXPECT_EQ(find_partners(*picture, request).value().reason, NoCandidate::NetworkEmpty);
}

TEST(FindPartners, EverybodyInOneProject) {
    SmallNetwork net;
    net.project("p", "2024");
    for (int i = 0; i < 40; ++i) {
        const std::string id = "o" + std::to_string(i + 10);
        net.organisation(id);
        net.participation("p", id);
    }
    const auto picture = net.picture();
    const auto answer = find_partners(*picture, of(*picture, "o10")).value();
    EXPECT_EQ(answer.total, 39U);
    EXPECT_EQ(names(*picture, answer)[0], "o11");
}

TEST(FindPartners, RefusesWhatCannotBeMeantWithEveryFault) {
    SmallNetwork net;
    net.topic("t");
    net.organisation("us");
    const auto picture = net.picture();
    PartnerRequest request = of(*picture, "us");
    request.weights[Part::TopicFit] = std::numeric_limits<double>::quiet_NaN();
    request.weights[Part::Place] = -1;
    request.weights[Part::Freshness] = 11;
    request.wanted = {{*picture->find_topic("t"), 0}};
    request.limit = 0;
    const auto answer = find_partners(*picture, request);
    ASSERT_FALSE(answer.ok());
    std::vector<std::string> fields;
    for (const base::Error& error : answer.errors()) fields.push_back(error.place.field);
    EXPECT_THAT(fields,
                ElementsAre("weights.topic_fit", "weights.place", "weights.freshness", "wanted", "limit"));
    PartnerRequest nothing;
    EXPECT_FALSE(find_partners(*picture, nothing).ok());
    PartnerRequest weightless = of(*picture, "us");
    weightless.weights.values.fill(0);
    EXPECT_FALSE(find_partners(*picture, weightless).ok());
    EXPECT_FALSE(
        explain_pair(*picture, of(*picture, "us"), network::OrganisationIndex(std::size_t{99})).ok());
}

TEST(ExplainPair, TellsWhyNot) {
    SmallNetwork net;
    net.topic("t");
    net.organisation("us").topics = {"t"};
    net.organisation("good").topics = {"t"};
    net.cluster("hub").topics = {"t"};
    net.organisation("nothing");
    const auto picture = net.picture();
    const PartnerRequest request = of(*picture, "us");
    const auto explain = [&](const char* id) {
        return explain_pair(*picture, request, *picture->find_organisation(id)).value();
    };
    EXPECT_EQ(explain("good").rank, 1U);
    EXPECT_EQ(explain("hub").exclusion, Exclusion::Kind);
    EXPECT_EQ(explain("us").exclusion, Exclusion::IsSubject);
    EXPECT_EQ(explain("nothing").rank, 0U);
    EXPECT_EQ(explain("nothing").exclusion, Exclusion::None);
}

TEST(Missing, SaysWhatWouldRaiseTheMatch) {
    SmallNetwork net;
    net.topic("t");
    net.topic("u");
    net.organisation("us").topics = {"t"};
    net.get<model::Organisation>("us").needs = {{"u", {}, 0}};
    net.organisation("them").topics = {"t"};
    net.get<model::Organisation>("them").as_of = {};
    const auto picture = net.picture();
    const auto answer = find_partners(*picture, of(*picture, "us")).value();
    ASSERT_EQ(answer.partners.size(), 1U);
    std::vector<MissingDatum> data;
    for (const Missing& one : answer.partners[0].missing) {
        data.push_back(one.datum);
        EXPECT_GT(one.could_raise, 0);
    }
    EXPECT_THAT(data, Contains(MissingDatum::Offers));
    EXPECT_THAT(data, Contains(MissingDatum::ConfirmedDate));
    const double before = answer.partners[0].score;
    net.get<model::Organisation>("them").offers = {{"u", {}, 9}};
    const auto richer = net.picture();
    EXPECT_GT(find_partners(*richer, of(*richer, "us")).value().partners[0].score, before);
}

TEST(Words, OfPartsAndReasons) {
    EXPECT_EQ(word(Part::WarmPath), "warm_path");
    EXPECT_EQ(part_from_word("freshness"), Part::Freshness);
    EXPECT_FALSE(part_from_word("beauty"));
    EXPECT_EQ(word(CounterReasonType::OnlyOldProjects), "only_old_projects");
    EXPECT_EQ(word(MissingDatum::Members), "members");
}

}  // namespace
