// SPDX-License-Identifier: EUPL-1.2
#include "network/picture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <optional>
#include <random>

#include "support/small_network.hpp"

namespace {

using namespace kontor;
using namespace kontor::network;
using kontor::test::day;
using kontor::test::SmallNetwork;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

OrganisationIndex find(const Picture& picture, std::string_view id) {
    return picture.find_organisation(id).value();
}

template <class Indices>
std::vector<std::string> ids(const Picture& picture, const Indices& indices) {
    std::vector<std::string> out;
    for (const auto index : indices) out.emplace_back(picture.at(index).id);
    return out;
}

SmallNetwork optics() {
    SmallNetwork net;
    net.topic("photonics");
    net.topic("lasers", "photonics");
    net.topic("optics", "photonics");
    net.topic("diagnostics", "", model::TopicKind::Application);
    auto& cluster = net.cluster("optocluster");
    cluster.topics = {"photonics"};
    cluster.cluster->management_entity = "opto-gmbh";
    cluster.cluster->target_regions = {{"FI", "", {}, 1},
                                       {"", "nordics", {{"en", "Nordic countries", {}}}, 2}};
    net.organisation("opto-gmbh");
    net.organisation("beam").offers = {{"lasers", {}, 7}};
    net.organisation("lens").needs = {{"diagnostics", {}, 0}};
    net.organisation("clinic", model::OrganisationKind::Clinic, "FI").topics = {"diagnostics"};
    net.membership("beam", "optocluster");
    net.membership("lens", "optocluster").to = test::date("2020");
    net.project("old", "2018-06-01", {"lasers"});
    net.project("new", "2027-12-31", {"lasers", "diagnostics"}).predecessors = {"old"};
    for (const char* who : {"beam", "lens", "clinic"}) net.participation("old", who);
    net.participation("new", "beam", model::ParticipationRole::Coordinator).phases = {1, 3};
    net.participation("new", "clinic");
    net.agreement("mou", {"optocluster", "clinic"}, "2025-06-01").valid_to = test::date("2027-05-31");
    return net;
}

TEST(Picture, FindsRecordsByIdAndNothingElse) {
    const auto picture = optics().picture();
    EXPECT_EQ(picture->organisation_count(), 5U);
    EXPECT_EQ(picture->at(find(*picture, "clinic")).country.text(), "FI");
    EXPECT_FALSE(picture->find_organisation("nobody"));
    EXPECT_FALSE(picture->find_organisation(""));
    EXPECT_EQ(picture->at(*picture->find_project("new")).partners, 2U);
}

TEST(Picture, OrdinalsAscendWithIds) {
    const auto picture = optics().picture();
    for (std::size_t i = 1; i < picture->organisation_count(); ++i) {
        EXPECT_LT(picture->at(OrganisationIndex(i - 1)).id, picture->at(OrganisationIndex(i)).id);
    }
}

TEST(Picture, ParticipationsAreSeenFromBothSides) {
    const auto picture = optics().picture();
    const auto beam = picture->participations(find(*picture, "beam"));
    ASSERT_EQ(beam.size(), 2U);
    const Participation& in_new = picture->at(beam[0]);
    EXPECT_EQ(picture->at(in_new.project).id, "new");
    EXPECT_EQ(in_new.role, model::ParticipationRole::Coordinator);
    EXPECT_EQ(in_new.phases, 0b101U);
    EXPECT_EQ(picture->participations(*picture->find_project("old")).size(), 3U);
}

TEST(Picture, MembershipKnowsWhetherItIsCurrent) {
    const auto picture = optics().picture();
    const auto cluster = find(*picture, "optocluster");
    ASSERT_EQ(picture->members(cluster).size(), 2U);
    EXPECT_EQ(picture->member_counts(cluster).total, 1U);
    EXPECT_EQ(picture->at(picture->memberships(find(*picture, "lens"))[0]).standing, Standing::Ended);
    EXPECT_EQ(picture->management_entity(cluster), find(*picture, "opto-gmbh"));
    EXPECT_THAT(ids(*picture, picture->managed_clusters(find(*picture, "opto-gmbh"))),
                ElementsAre("optocluster"));
}

TEST(Picture, TopicMassIsDeclaredOffersAndDecayedProjects) {
    const auto picture = optics().picture();
    const auto topics = picture->topics(find(*picture, "beam"));
    ASSERT_EQ(topics.size(), 2U);  // diagnostics, lasers
    const double old = std::exp2(-(picture->today() - day("2018-06-01")) / 365.25 / 8);
    EXPECT_DOUBLE_EQ(topics[0].mass, 1);
    EXPECT_NEAR(topics[1].mass, 1 + 1 + old, 1e-12);
    EXPECT_EQ(topics[1].projects, 2U);
}

TEST(Picture, ClusterHasTheTopicsOfItsCurrentMembers) {
    const auto picture = optics().picture();
    const auto topics = picture->member_topics(find(*picture, "optocluster"));
    ASSERT_EQ(topics.size(), 2U);
    EXPECT_EQ(topics[0].members, 1U);
    EXPECT_DOUBLE_EQ(topics[0].mass, 0.25);
}

TEST(Picture, TopicsAreRelatedThroughTheTree) {
    const auto picture = optics().picture();
    const auto lasers = *picture->find_topic("lasers");
    double optics_affinity = 0;
    double parent_affinity = 0;
    for (const RelatedTopic& one : picture->related(lasers)) {
        if (picture->at(one.topic).id == "optics") optics_affinity = one.affinity;
        if (picture->at(one.topic).id == "photonics") parent_affinity = one.affinity;
    }
    EXPECT_DOUBLE_EQ(optics_affinity, 0.4);
    EXPECT_DOUBLE_EQ(parent_affinity, 0.6);
    EXPECT_THAT(ids(*picture, picture->closure(*picture->find_topic("photonics"))),
                ElementsAre("lasers", "optics", "photonics"));
    EXPECT_EQ(picture->at(lasers).depth, 1U);
}

TEST(Picture, MappedTopicsOfOtherSchemesAreRelated) {
    SmallNetwork net;
    net.topic("photonics").mappings = {{"euroscivoc", "/23/43/251"}, {"nace", "26.70"}};
    net.topic("euroscivoc-23-43-251").scheme = model::TopicScheme::EuroSciVoc;
    auto& nace = net.topic("optical-instruments");
    nace.scheme = model::TopicScheme::Nace;
    nace.mappings = {{"nace", "26.70"}};
    const auto picture = net.picture();
    EXPECT_EQ(picture->related(*picture->find_topic("photonics")).size(), 3U);
    EXPECT_EQ(picture->related(*picture->find_topic("euroscivoc-23-43-251")).size(), 2U);
    const auto mappings = picture->mappings(*picture->find_topic("photonics"));
    ASSERT_EQ(mappings.size(), 2U);
    EXPECT_EQ(mappings[0].second, "/23/43/251");
    EXPECT_EQ(mappings[1].first, "nace");
}

TEST(Picture, CyclesInTheTopicTreeDoNoHarm) {
    SmallNetwork net;
    net.topic("a", "b");
    net.topic("b", "a");
    net.topic("self", "self");
    const auto picture = net.picture();
    EXPECT_EQ(picture->closure(*picture->find_topic("a")).size(), 2U);
    EXPECT_EQ(picture->closure(*picture->find_topic("self")).size(), 1U);
}

TEST(Picture, ListsByTopicHaveTheStrongestFirst) {
    const auto picture = optics().picture();
    const auto lasers = *picture->find_topic("lasers");
    EXPECT_THAT(ids(*picture, picture->organisations_with(lasers)),
                ElementsAre("beam", "clinic", "lens", "optocluster"));
    EXPECT_THAT(ids(*picture, picture->organisations_offering(lasers)), ElementsAre("beam"));
    EXPECT_THAT(ids(*picture, picture->organisations_in(CountryCode::from("FI"))), ElementsAre("clinic"));
    EXPECT_TRUE(picture->organisations_in(CountryCode::from("XX")).empty());
    EXPECT_EQ(picture->organisations_of(model::OrganisationKind::Company).size(), 3U);
}

TEST(Picture, TiesAreNewmanWeightedAndDecayed) {
    const auto picture = optics().picture();
    EXPECT_DOUBLE_EQ(picture->at(picture->tie_of(*picture->find_project("new"))).strength, 1);
    const double old = std::exp2(-(picture->today() - day("2018-06-01")) / 365.25 / 4);
    EXPECT_NEAR(picture->at(picture->tie_of(*picture->find_project("old"))).strength, old / 2, 1e-12);
    EXPECT_DOUBLE_EQ(picture->at(picture->tie_of(AgreementIndex(std::size_t{0}))).strength, 0.8);
    const auto ties = picture->ties(find(*picture, "clinic"));
    ASSERT_EQ(ties.size(), 3U);
    EXPECT_GE(picture->at(ties[0]).strength, picture->at(ties[1]).strength);
    EXPECT_GE(picture->at(ties[1]).strength, picture->at(ties[2]).strength);
}

TEST(Picture, TargetRegionsAndPredecessors) {
    const auto picture = optics().picture();
    const auto regions = picture->target_regions(find(*picture, "optocluster"));
    ASSERT_EQ(regions.size(), 2U);
    EXPECT_EQ(regions[0].country.text(), "FI");
    EXPECT_EQ(regions[1].region, "Nordic countries");
    EXPECT_THAT(ids(*picture, picture->predecessors(*picture->find_project("new"))), ElementsAre("old"));
    EXPECT_THAT(ids(*picture, picture->successors(*picture->find_project("old"))), ElementsAre("new"));
}

TEST(Picture, DanglingReferencesAreLeftOut) {
    SmallNetwork net;
    net.organisation("one").topics = {"unknown"};
    net.membership("one", "nowhere");
    net.participation("noproject", "one");
    net.agreement("loi", {"one", "nobody"}, "2024");
    const auto picture = net.picture();
    EXPECT_EQ(picture->membership_count(), 0U);
    EXPECT_EQ(picture->participation_count(), 0U);
    EXPECT_EQ(picture->parties(AgreementIndex(std::size_t{0})).size(), 1U);
    EXPECT_TRUE(picture->topics(find(*picture, "one")).empty());
}

TEST(Picture, UndatedProjectsTakeTheEndOfTheirProgramme) {
    SmallNetwork net;
    model::Programme programme;
    programme.id = "fp7";
    programme.to = test::date("2013");
    net.put(programme);
    net.project("p", "").programme = "fp7";
    net.project("q", "").start = test::date("2015-01-01");
    const auto picture = net.picture();
    EXPECT_EQ(picture->at(*picture->find_project("p")).effective, day("2013-12-31"));
    EXPECT_EQ(year_of(picture->at(*picture->find_project("q")).effective), 2017);
    EXPECT_EQ(picture->projects_of(*picture->find_programme("fp7")).size(), 1U);
}

/// Everything that the picture says, as text.
std::string dump(const Picture& picture) {
    std::string out;
    for (std::size_t i = 0; i < picture.organisation_count(); ++i) {
        const OrganisationIndex one(i);
        out += std::string(picture.at(one).id) + " " + std::string(picture.at(one).name) + ":";
        for (const auto at : picture.participations(one))
            out += std::to_string(picture.at(at).project.value) + ",";
        for (const auto at : picture.ties(one)) out += std::to_string(at.value) + ";";
        for (const auto& topic : picture.topics(one)) out += std::to_string(topic.mass) + "/";
        for (const auto at : picture.members(one)) out += std::string(picture.at(at).id) + "|";
        out += "\n";
    }
    for (std::size_t i = 0; i < picture.topic_count(); ++i) {
        for (const auto one : picture.organisations_with(TopicIndex(i)))
            out += std::to_string(one.value) + ",";
    }
    return out;
}

TEST(PictureBuilder, OrderOfArrivalDoesNotMatter) {
    const SmallNetwork net = optics();
    const std::string expected = dump(*net.picture());
    std::vector<model::Record> records;
    for (const auto& [key, record] : net.records()) records.push_back(record);
    std::mt19937 random(7);
    for (int round = 0; round < 20; ++round) {
        std::shuffle(records.begin(), records.end(), random);
        PictureBuilder builder;
        for (const model::Record& record : records) builder.put(record);
        EXPECT_EQ(dump(*builder.build(net.today)), expected);
    }
}

TEST(PictureBuilder, EraseAndPutAgainGiveTheSamePicture) {
    const SmallNetwork net = optics();
    PictureBuilder builder;
    for (const auto& [key, record] : net.records()) builder.put(record);
    const auto first = builder.build(net.today);
    const std::string expected = dump(*first);
    for (const auto& [key, record] : net.records()) {
        builder.erase(key.first, key.second);
        EXPECT_NE(dump(*builder.build(net.today)) + std::to_string(static_cast<int>(key.first)), expected);
        builder.put(record);
        EXPECT_EQ(dump(*builder.build(net.today)), expected) << key.second;
    }
    EXPECT_EQ(dump(*first), expected);
}

TEST(PictureBuilder, FoundTopicsCountAndSurviveAReplacement) {
    SmallNetwork net = optics();
    PictureBuilder builder;
    for (const auto& [key, record] : net.records()) builder.put(record);
    const std::vector<std::string> found{"diagnostics"};
    builder.set_found_topics(model::RecordKind::Organisation, "lens", found);
    builder.set_found_topics(model::RecordKind::Project, "old", found);
    builder.put(net.get<model::Organisation>("lens"));
    const auto picture = builder.build(net.today);
    EXPECT_EQ(picture->topics(*picture->find_project("old")).size(), 2U);
    EXPECT_GT(picture->topics(find(*picture, "lens"))[0].mass, 1);
}

/// What dump() leaves out.
std::string details(const Picture& picture) {
    std::string out = dump(picture);
    const auto add = [&out](auto... values) { ((out += std::string(values) + ","), ...); };
    const auto number = [](auto value) { return std::to_string(value); };
    for (std::size_t i = 0; i < picture.organisation_count(); ++i) {
        const OrganisationIndex one(i);
        const Organisation at = picture.at(one);
        add(at.city, number(at.founded), number(static_cast<int>(at.kind)), at.country.text());
        add(number(picture.management_entity(one).value), number(picture.experience(one)));
        for (const auto& region : picture.target_regions(one)) add(region.code, number(region.priority));
        for (const auto& offer : picture.offers(one)) add(number(offer.topic.value), number(offer.trl));
        for (const auto cluster : picture.managed_clusters(one)) add(number(cluster.value));
        out += number(picture.member_counts(one).total) + "\n";
    }
    for (std::size_t i = 0; i < picture.project_count(); ++i) {
        const ProjectIndex one(i);
        add(picture.at(one).title_en, number(picture.at(one).partners), number(picture.effective(one)));
        for (const auto before : picture.predecessors(one)) add(number(before.value));
    }
    for (std::size_t i = 0; i < picture.agreement_count(); ++i)
        add(picture.at(AgreementIndex(i)).id, number(picture.parties(AgreementIndex(i)).size()));
    return out;
}

/// The record with something else in it, little or much.
model::Record altered(model::Record record, std::mt19937& random) {
    const std::string number = std::to_string(random() % 3);
    if (auto* organisation = std::get_if<model::Organisation>(&record)) {
        organisation->city = "Town " + number;
        organisation->founded = 1990 + static_cast<int>(random() % 20);
        if (random() % 4 == 0) organisation->topics = {"lasers"};
        if (random() % 4 == 0) organisation->country = "FR";
        if (random() % 4 == 0) organisation->offers = {{"optics", {}, static_cast<int>(random() % 9)}};
        if (organisation->cluster && random() % 4 == 0) organisation->cluster->management_entity = "beam";
        if (organisation->cluster && random() % 4 == 0) organisation->cluster->target_regions.clear();
    } else if (auto* project = std::get_if<model::Project>(&record)) {
        if (random() % 2 == 0) project->titles = {{"en", "Title " + number, model::TextOrigin::Person}};
        if (random() % 4 == 0) project->topics = {"optics"};
        if (random() % 4 == 0) project->predecessors = {"new", "old"};
    } else if (auto* membership = std::get_if<model::Membership>(&record)) {
        if (random() % 2 == 0) membership->to = test::date("201" + number);
    }
    return record;
}

TEST(PictureBuilder, RebuildsForAnAudienceWhatABuildGives) {
    const SmallNetwork start = optics();
    std::vector<std::pair<RecordKey, model::Record>> all(start.records().begin(), start.records().end());
    for (unsigned seed = 0; seed < 20; ++seed) {
        std::mt19937 random(seed);
        SmallNetwork whole = start;
        std::map<RecordKey, std::optional<model::Record>> otherwise;
        PictureBuilder builder;
        PictureCut cut;
        for (const auto& [key, record] : all) builder.put(record);
        auto picture = builder.build(whole.today, cut);
        for (int step = 0; step < 60; ++step) {
            std::vector<RecordKey> changed;
            for (std::size_t n = 1 + random() % 2; n > 0; --n) {
                const auto& [key, record] = all[random() % all.size()];
                if (key.first == model::RecordKind::Topic) continue;
                changed.push_back(key);
                otherwise.erase(key);
                builder.restore(cut, key.first, key.second);
                if (random() % 8 == 0) {
                    whole.erase(key.first, key.second);
                    builder.erase(key.first, key.second);
                    continue;
                }
                const model::Record now = altered(record, random);
                whole.put(now);
                builder.put(now);
                if (random() % 4 == 0) {
                    otherwise[key] = std::nullopt;
                    builder.hide(cut, key.first, key.second);
                } else if (random() % 3 == 0) {
                    otherwise[key] = altered(now, random);
                    builder.show(cut, *otherwise[key]);
                }
            }
            SmallNetwork seen = whole;
            for (const auto& [key, record] : otherwise) {
                if (record) seen.put(*record);
                if (!record) seen.erase(key.first, key.second);
            }
            picture = builder.rebuild(picture, changed, cut);
            ASSERT_EQ(details(*picture), details(*seen.picture())) << seed << " " << step;
            ASSERT_EQ(details(*builder.build(whole.today)), details(*whole.picture()));
        }
    }
}

TEST(PictureBuilder, SharesAllButTheRowsWhenOnlyTheyDiffer) {
    SmallNetwork net = optics();
    PictureBuilder builder;
    for (const auto& [key, record] : net.records()) builder.put(record);
    const auto before = builder.build(net.today);
    net.get<model::Organisation>("beam").city = "Jena";
    builder.put(net.get<model::Organisation>("beam"));
    const auto after =
        builder.rebuild(before, std::vector<RecordKey>{{model::RecordKind::Organisation, "beam"}});
    EXPECT_EQ(after->at(find(*after, "beam")).city, "Jena");
    EXPECT_EQ(before->at(find(*before, "beam")).city, "");
    EXPECT_EQ(after->all_ties().data(), before->all_ties().data());
    EXPECT_EQ(builder.rebuild(after, std::vector<RecordKey>{{model::RecordKind::Project, "old"}}), after);
}

TEST(Picture, EmptyNetworkIsAPicture) {
    const auto picture = SmallNetwork().picture();
    EXPECT_EQ(picture->organisation_count(), 0U);
    EXPECT_FALSE(picture->find_organisation("x"));
    EXPECT_TRUE(picture->organisations_of(model::OrganisationKind::Cluster).empty());
}

}  // namespace
