// SPDX-License-Identifier: EUPL-1.2
// The scenario "find the complementary partner cluster": an optics cluster asks for photonics in diagnostics,
// in Europe, with demand from medical technology. First on a small network made here, then on the demo
// network.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "codec/record_json.hpp"
#include "match/partners.hpp"
#include "support/match_network.hpp"

namespace {

using namespace kontor;
using namespace kontor::match;
using kontor::test::names;
using kontor::test::of;
using kontor::test::SmallNetwork;
using model::TopicKind;

const PartScore& part(const Partner& partner, Part which) {
    return partner.parts[static_cast<std::size_t>(which)];
}

std::vector<network::CountryCode> countries(const std::vector<std::string>& codes) {
    std::vector<network::CountryCode> out;
    for (const std::string& code : codes) out.push_back(network::CountryCode::from(code));
    return out;
}

PartnerRequest photonics_in_diagnostics(const network::Picture& picture) {
    PartnerRequest request = of(picture, "optence");
    for (const char* topic : {"photonics", "diagnostics", "medical-devices"}) {
        request.wanted.push_back({picture.find_topic(topic).value(), 1});
    }
    request.wanted_countries = countries({"LT", "ES", "FR", "AT", "FI", "DK", "NL", "BE", "IT", "SE"});
    return request;
}

void add_members(SmallNetwork& net, const std::string& cluster, const std::string& topic,
                 std::size_t clinics) {
    for (std::size_t i = 0; i < 4; ++i) {
        const std::string id = cluster + "-member" + std::to_string(i);
        const auto kind = i < clinics ? model::OrganisationKind::Clinic : model::OrganisationKind::Company;
        net.organisation(id, kind, net.get<model::Organisation>(cluster).country).topics = {topic};
        net.membership(id, cluster);
    }
}

SmallNetwork small_europe() {
    SmallNetwork net;
    net.topic("photonics");
    net.topic("optical-technologies", "photonics");
    net.topic("lasers", "photonics");
    net.topic("health", "", TopicKind::Sector);
    net.topic("medical-devices", "health", TopicKind::Application);
    net.topic("diagnostics", "health", TopicKind::Application);
    net.topic("clinical-trials", "health", TopicKind::Application);
    net.topic("agri-food", "", TopicKind::Sector);
    auto& us = net.cluster("optence", "DE");
    us.topics = {"photonics", "optical-technologies"};
    us.offers = {{"photonics", {}, 7}};
    us.needs = {{"diagnostics", {}, 0}, {"clinical-trials", {}, 0}};
    auto& litek = net.cluster("litek", "LT");
    litek.topics = {"lasers", "photonics"};
    litek.needs = {{"diagnostics", {}, 0}, {"photonics", {}, 0}};
    auto& biocat = net.cluster("biocat", "ES");
    biocat.topics = {"diagnostics", "medical-devices"};
    biocat.offers = {{"clinical-trials", {}, 8}};
    biocat.needs = {{"photonics", {}, 0}};
    auto& medicen = net.cluster("medicen", "FR");
    medicen.topics = {"medical-devices", "diagnostics"};
    medicen.offers = {{"diagnostics", {}, 7}};
    auto& styria = net.cluster("human-technology-styria", "AT");
    styria.topics = {"medical-devices", "clinical-trials"};
    styria.needs = {{"photonics", {}, 0}};
    net.cluster("optics-twin", "DE").topics = {"photonics", "optical-technologies"};
    net.cluster("foodvalley", "NL").topics = {"agri-food"};
    net.cluster("far-lasers", "US").topics = {"lasers"};
    add_members(net, "optence", "optical-technologies", 0);
    add_members(net, "litek", "lasers", 0);
    add_members(net, "biocat", "diagnostics", 3);
    add_members(net, "medicen", "medical-devices", 2);
    add_members(net, "human-technology-styria", "medical-devices", 2);
    add_members(net, "optics-twin", "optical-technologies", 0);
    net.project("laser-go", "2024-06-30", {"photonics", "medical-devices"});
    for (const char* who : {"litek", "human-technology-styria", "optence-member0"})
        net.participation("laser-go", who);
    return net;
}

TEST(ComplementaryCluster, TheFourComeFirstEachWithItsReasons) {
    const SmallNetwork net = small_europe();
    const auto picture = net.picture();
    const PartnerAnswer answer = find_partners(*picture, photonics_in_diagnostics(*picture)).value();
    std::vector<std::string> order = names(*picture, answer);
    ASSERT_GE(order.size(), 4U);
    order.resize(4);
    EXPECT_THAT(order,
                testing::UnorderedElementsAre("litek", "biocat", "medicen", "human-technology-styria"));
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_FALSE(part(answer.partners[i], Part::TopicFit).evidence.empty());
        EXPECT_FALSE(part(answer.partners[i], Part::Complementarity).evidence.empty());
        EXPECT_FALSE(part(answer.partners[i], Part::Place).evidence.empty());
        EXPECT_FALSE(part(answer.partners[i], Part::Freshness).evidence.empty());
    }
}

TEST(ComplementaryCluster, NamesEndUsersPastProjectsAndWarmPaths) {
    const SmallNetwork net = small_europe();
    const auto picture = net.picture();
    const auto explain = [&](const char* id) {
        return explain_pair(*picture, photonics_in_diagnostics(*picture), *picture->find_organisation(id))
            .value()
            .partner;
    };
    const auto has = [](const PartScore& score, EvidenceType type) {
        return std::any_of(score.evidence.begin(), score.evidence.end(),
                           [type](const Evidence& one) { return one.type == type; });
    };
    EXPECT_TRUE(has(part(explain("biocat"), Part::Complementarity), EvidenceType::EndUsers));
    EXPECT_TRUE(has(part(explain("biocat"), Part::Complementarity), EvidenceType::WeOfferTheyNeed));
    const Partner litek = explain("litek");
    EXPECT_TRUE(has(part(litek, Part::WarmPath), EvidenceType::DirectTie));
    EXPECT_TRUE(has(part(litek, Part::TrackRecord), EvidenceType::ProjectDone));
    const Partner twin = explain("optics-twin");
    EXPECT_EQ(twin.counter_reasons.front().type, CounterReasonType::SameNiche);
}

TEST(ComplementaryCluster, WithoutTheProjectTheWarmPathIsGone) {
    SmallNetwork net = small_europe();
    const auto value = [&net](Part which) {
        const auto picture = net.picture();
        const auto litek = *picture->find_organisation("litek");
        return part(explain_pair(*picture, photonics_in_diagnostics(*picture), litek).value().partner, which)
            .value;
    };
    const double warm = value(Part::WarmPath);
    const double record = value(Part::TrackRecord);
    net.erase(model::RecordKind::Project, "laser-go");
    EXPECT_GT(warm, 0);
    EXPECT_DOUBLE_EQ(value(Part::WarmPath), 0);
    EXPECT_LT(value(Part::TrackRecord), record);
}

/// Topics and demo records as shipped; false when they are not there.
bool load_demo(network::PictureBuilder& builder) {
    namespace fs = std::filesystem;
    const fs::path root = fs::path(KONTOR_SOURCE_DIR) / "data";
    std::vector<fs::path> files{root / "topics" / "topics.jsonl"};
    if (!fs::exists(root / "demo")) return false;
    for (const auto& entry : fs::directory_iterator(root / "demo")) files.push_back(entry.path());
    for (const fs::path& file : files) {
        if (file.extension() != ".jsonl") continue;
        std::ifstream in(file);
        std::string line;
        base::Place place;
        place.file = file.filename().string();
        while (std::getline(in, line)) {
            ++place.line;
            if (line.empty() || line.front() == '#') continue;
            auto record = codec::record_from_line(line, place);
            if (!record) {
                ADD_FAILURE() << base::located_sentence(record.errors().front(), "en");
                continue;
            }
            builder.put(record.value());
        }
    }
    return true;
}

TEST(ComplementaryCluster, OnTheDemoNetwork) {
    network::PictureBuilder builder;
    if (!load_demo(builder)) GTEST_SKIP() << "no demo network";
    const auto picture = builder.build(kontor::test::day("2026-11-01"));
    if (!picture->find_organisation("optence")) GTEST_SKIP() << "the demo network has no Optence";
    PartnerRequest request = photonics_in_diagnostics(*picture);
    request.limit = 100;
    const PartnerAnswer answer = find_partners(*picture, request).value();
    const std::vector<std::string> order = names(*picture, answer);
    for (const char* wanted : {"litek", "biocat", "medicen", "human-technology-styria"}) {
        const auto at = std::find(order.begin(), order.end(), wanted) - order.begin();
        EXPECT_LT(at, 10) << wanted;
    }
    if (std::getenv("KONTOR_SHOW") != nullptr) {
        for (std::size_t i = 0; i < std::min<std::size_t>(order.size(), 20); ++i) {
            std::printf("%-26s %6.3f ", order[i].c_str(), answer.partners[i].score);
            for (const PartScore& one : answer.partners[i].parts) std::printf(" %5.2f", one.value);
            for (const CounterReason& one : answer.partners[i].counter_reasons) {
                std::printf("  %s %.2f", std::string(word(one.type)).c_str(), one.contribution);
            }
            std::printf("\n");
        }
    }
}

}  // namespace
