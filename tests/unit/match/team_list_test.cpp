// SPDX-License-Identifier: EUPL-1.2
#include "match/team_list.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

#include "match/team_records.hpp"
#include "support/small_network.hpp"

namespace kontor::match {
namespace {

using network::OrganisationIndex;
using network::Picture;
using test::SmallNetwork;

std::string org(std::size_t i) {
    return "o" + std::to_string(1000 + i);
}

/// Organisations o1000 … and a project for each list of them, begun in 2023 one month after the other.
SmallNetwork network_of(const std::vector<std::vector<std::size_t>>& projects, std::size_t organisations) {
    SmallNetwork net;
    for (std::size_t i = 0; i < organisations; ++i) net.organisation(org(i));
    for (std::size_t p = 0; p < projects.size(); ++p) {
        const std::string id = "p" + std::to_string(100 + p);
        const std::size_t month = p % 12 + 1;
        net.project(id, "2026").start =
            test::date((month < 10 ? "2023-0" : "2023-") + std::to_string(month) + "-01");
        for (const std::size_t member : projects[p]) net.participation(id, org(member));
    }
    return net;
}

TeamRequest team_of(const Picture& picture, const std::vector<std::string>& members) {
    TeamRequest request;
    for (const std::string& id : members) request.members.push_back(picture.find_organisation(id).value());
    return request;
}

TeamList listed(const Picture& picture, const TeamRequest& request) {
    const TeamBasis basis(picture);
    TeamEvidenceGatherer gatherer(basis.history());
    return complete_team({basis, gatherer, shipped_team_model()}, picture, request);
}

std::vector<std::string> names(const Picture& picture, const TeamList& list) {
    std::vector<std::string> out;
    for (const TeamCandidate& one : list.candidates) out.emplace_back(picture.at(one.organisation).id);
    return out;
}

void expect_sums(const TeamList& list) {
    for (const TeamCandidate& one : list.candidates) {
        double score = 0;
        for (const TeamPartScore& part : one.parts) {
            double contribution = 0;
            for (const TeamReason& reason : part.reasons) {
                EXPECT_TRUE(std::isfinite(reason.share));
                contribution += reason.share;
            }
            EXPECT_EQ(contribution, part.contribution);
            score += part.contribution;
        }
        EXPECT_EQ(score, one.score);
    }
}

/// Companies, institutes and towns in random projects with random parts of a programme.
SmallNetwork random_teams(std::uint32_t seed) {
    std::mt19937 random(seed);
    const auto below = [&random](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    constexpr std::array<const char*, 4> kCountries{"DE", "FI", "FR", ""};
    constexpr std::array<const char*, 3> kParts{"SC1", "SC4", "LEIT"};
    SmallNetwork net;
    const std::size_t organisations = 20 + below(60);
    for (std::size_t i = 0; i < organisations; ++i) {
        auto& one = net.organisation(org(i), static_cast<model::OrganisationKind>(1 + below(4)),
                                     kCountries[below(4)]);
        one.activity_type = static_cast<model::ActivityType>(below(6));
        if (below(3) == 0) one.city = "Jena";
    }
    for (std::size_t p = 0; p < 15 + below(30); ++p) {
        const std::string id = "p" + std::to_string(p);
        auto& project = net.project(id, "");
        if (below(5) != 0) project.start = test::date(std::to_string(2014 + below(12)));
        project.keywords = {kParts[below(3)], "CALL-2014-1"};
        for (std::size_t k = 2 + below(6); k > 0; --k) net.participation(id, org(below(organisations)));
    }
    return net;
}

TEST(TeamList, AddsUpExactlyOnRandomNetworks) {
    for (std::uint32_t seed = 1; seed <= 30; ++seed) {
        const auto picture = random_teams(seed).picture();
        TeamRequest request = team_of(*picture, {org(0), org(1), org(2)});
        request.theme = "SC4";
        request.limit = 100;
        const TeamList list = listed(*picture, request);
        EXPECT_EQ(list.candidates.size(), list.total);
        expect_sums(list);
    }
}

TEST(TeamList, ScoresAsTheModelDoes) {
    const auto picture = random_teams(7).picture();
    TeamRequest request = team_of(*picture, {org(0), org(3)});
    request.theme = "SC1";
    request.limit = 100;
    const TeamBasis basis(*picture);
    const TeamHistory& history = basis.history();
    TeamEvidenceGatherer gatherer(history);
    const TeamList list = complete_team({basis, gatherer, shipped_team_model()}, *picture, request);
    std::size_t met = 0;
    for (const TeamCandidate& one : list.candidates) {
        const std::uint32_t number = history.number(one.organisation.value);
        const auto& meetings = gatherer.met();
        if (std::find(meetings.begin(), meetings.end(), number) == meetings.end()) continue;
        ++met;
        const Renown known = renown(history.standing(number).participations);
        EXPECT_NEAR(one.score, double(shipped_team_model().score(known, gatherer.row(number))), 1e-4);
    }
    EXPECT_GT(met, 0U);
}

// Taking away the projects that the strongest part of the first candidate rests on must cost it something.
// (Of several projects one alone may not: shares of its own projects and the rarity of members are ratios.)
TEST(TeamList, LosesScoreWithTheProjectsBehindItsStrongestPart) {
    std::size_t tried = 0;
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        SmallNetwork net = random_teams(seed);
        const auto before = net.picture();
        const TeamList list = listed(*before, team_of(*before, {org(0), org(1), org(2)}));
        if (list.candidates.empty()) continue;
        const TeamCandidate& first = list.candidates.front();
        const bool is_same_team = first.parts[1].contribution > first.parts[0].contribution;
        std::set<network::ProjectIndex> behind;
        for (const TeamReason& reason : first.parts[is_same_team ? 1 : 0].reasons)
            behind.insert(reason.projects.begin(), reason.projects.end());
        if (behind.empty()) continue;
        ++tried;
        for (const network::ProjectIndex project : behind) {
            for (const network::Participation& one : before->participations(project)) {
                net.erase(model::RecordKind::Participation, std::string(before->at(project).id) + "." +
                                                                std::string(before->at(one.organisation).id));
            }
        }
        const std::string who(before->at(first.organisation).id);
        const auto after = net.picture();
        TeamRequest again = team_of(*after, {org(0), org(1), org(2)});
        again.limit = 100;
        const TeamList poorer = listed(*after, again);
        for (const TeamCandidate& one : poorer.candidates) {
            if (after->at(one.organisation).id == who) {
                EXPECT_LT(one.score, first.score) << "seed " << seed;
            }
        }
    }
    EXPECT_GT(tried, 30U);
}

TEST(TeamList, NamesProjectsAndMembersBehindAPlace) {
    SmallNetwork net = network_of({{0, 1, 2}, {0, 2, 3}, {3, 4}}, 5);
    const auto picture = net.picture();
    const TeamList list = listed(*picture, team_of(*picture, {org(0), org(1)}));
    ASSERT_EQ(names(*picture, list).front(), org(2));
    const TeamPartScore& worked = list.candidates.front().parts[0];
    const auto joint = std::find_if(worked.reasons.begin(), worked.reasons.end(), [](const TeamReason& one) {
        return one.type == TeamReasonType::JointProject;
    });
    ASSERT_NE(joint, worked.reasons.end());
    ASSERT_EQ(joint->projects.size(), 1U);
    EXPECT_EQ(picture->at(joint->projects[0]).id, "p100");
    EXPECT_EQ(joint->day, test::day("2023-01-01"));
    EXPECT_EQ(joint->organisations.size(), 2U);
    const TeamPartScore& same = list.candidates.front().parts[1];
    ASSERT_FALSE(same.reasons.empty());
    EXPECT_EQ(same.reasons.front().type, TeamReasonType::TeamProject);
    EXPECT_EQ(same.reasons.front().number, 2U);
    const TeamPartScore& stranger = list.candidates.back().parts[0];
    EXPECT_EQ(names(*picture, list).back(), org(4));
    EXPECT_EQ(stranger.reasons.front().type, TeamReasonType::NoneJoint);
}

TEST(TeamList, ShowsFiveProjectsAndCountsTheOthers) {
    std::vector<std::vector<std::size_t>> projects(8, {0, 1, 2});
    const auto picture = network_of(projects, 3).picture();
    const TeamList list = listed(*picture, team_of(*picture, {org(0), org(1)}));
    const auto& reasons = list.candidates.front().parts[1].reasons;
    const auto count = [&reasons](TeamReasonType type) {
        return std::count_if(reasons.begin(), reasons.end(),
                             [type](const TeamReason& one) { return one.type == type; });
    };
    EXPECT_EQ(count(TeamReasonType::TeamProject), 5);
    ASSERT_EQ(count(TeamReasonType::FurtherProjects), 1);
    for (const TeamReason& one : reasons) {
        if (one.type == TeamReasonType::FurtherProjects) {
            EXPECT_EQ(one.number, 3U);
        }
    }
    expect_sums(list);
}

TEST(TeamList, FiltersAndSaysWhyNobodyIsLeft) {
    SmallNetwork net = network_of({{0, 1, 2}, {0, 1, 3}}, 5);
    net.get<model::Organisation>(org(2)).country = "FI";
    net.get<model::Organisation>(org(3)).kind = model::OrganisationKind::University;
    const auto picture = net.picture();
    TeamRequest request = team_of(*picture, {org(0), org(1)});
    EXPECT_EQ(listed(*picture, request).total, 2U);
    request.countries = {network::CountryCode::from("FI")};
    EXPECT_EQ(names(*picture, listed(*picture, request)), std::vector<std::string>{org(2)});
    request.kinds = {model::OrganisationKind::University};
    EXPECT_EQ(listed(*picture, request).reason, NoTeamCandidate::CountryAbsent);
    request.kinds = {model::OrganisationKind::Clinic};
    EXPECT_EQ(listed(*picture, request).reason, NoTeamCandidate::KindAbsent);
    request = team_of(*picture, {org(0), org(1)});
    request.excluded = {OrganisationIndex(picture->find_organisation(org(2)).value()),
                        OrganisationIndex(picture->find_organisation(org(3)).value())};
    EXPECT_EQ(listed(*picture, request).reason, NoTeamCandidate::AllExcluded);
    const auto without_history = network_of({{0}, {1}}, 3).picture();
    const TeamList none = listed(*without_history, team_of(*without_history, {org(0), org(1)}));
    EXPECT_EQ(none.reason, NoTeamCandidate::NoHistory);
    EXPECT_TRUE(none.candidates.empty());
}

TEST(TeamList, SurvivesAllInOneProject) {
    std::vector<std::size_t> all(60);
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    const auto picture = network_of({all}, all.size()).picture();
    TeamRequest request = team_of(*picture, {org(0), org(1)});
    request.limit = 100;
    const TeamList list = listed(*picture, request);
    EXPECT_EQ(list.total, 58U);
    EXPECT_EQ(list.candidates.size(), 58U);
    expect_sums(list);
    for (const TeamCandidate& one : list.candidates) EXPECT_FALSE(one.kept_place);  // all are seldom seen
    const auto whole = listed(*picture, team_of(*picture, [&] {
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < 60; ++i) ids.push_back(org(i));
        return ids;
    }()));
    EXPECT_EQ(whole.reason, NoTeamCandidate::NobodyElse);
}

TEST(TeamList, SurvivesTenThousandPartnersInOneProject) {
    std::vector<std::size_t> all(10'000);
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    const auto picture = network_of({all, {0, 1, 2}}, all.size()).picture();
    const TeamList list = listed(*picture, team_of(*picture, {org(0), org(1)}));
    EXPECT_EQ(list.total, 9'998U);
    EXPECT_EQ(names(*picture, list).front(), org(2));  // the small project says more
    expect_sums(list);
}

TEST(TeamList, CountsAParticipationOnceThatStandsTwice) {
    SmallNetwork once = network_of({{0, 1, 2}, {2, 3}}, 4);
    SmallNetwork twice = once;
    model::Participation copy;
    copy.id = "copy";
    copy.project = "p100";
    copy.organisation = org(2);
    twice.put(copy);
    const auto single = once.picture();
    const auto repeated = twice.picture();
    const TeamList expected = listed(*single, team_of(*single, {org(0), org(1)}));
    const TeamList found = listed(*repeated, team_of(*repeated, {org(0), org(1)}));
    ASSERT_EQ(names(*repeated, found), names(*single, expected));
    for (std::size_t i = 0; i < found.candidates.size(); ++i)
        EXPECT_EQ(found.candidates[i].score, expected.candidates[i].score);
}

TEST(TeamList, DoesNotKnowProjectsOfTheFuture) {
    SmallNetwork net = network_of({{0, 1, 2}, {0, 1, 3}}, 4);
    net.get<model::Project>("p101").start = test::date("2031-01-01");
    const auto picture = net.picture();
    const TeamList list = listed(*picture, team_of(*picture, {org(0), org(1)}));
    EXPECT_EQ(names(*picture, list), std::vector<std::string>{org(2)});
    expect_sums(list);
}

TEST(TeamList, TakesMembersWithoutProjects) {
    const auto picture = network_of({{0, 1, 2}}, 5).picture();
    EXPECT_EQ(listed(*picture, team_of(*picture, {org(0), org(4)})).total, 2U);
    const TeamList strangers = listed(*picture, team_of(*picture, {org(3), org(4)}));
    EXPECT_EQ(strangers.total, 3U);
    expect_sums(strangers);
}

TEST(TeamList, SaysWhoStandsOnAKeptPlace) {
    // Forty well known partners of the team, each in many projects, and one of a single project.
    std::vector<std::vector<std::size_t>> projects;
    for (std::size_t i = 2; i < 42; ++i) {
        for (int k = 0; k < 4; ++k) projects.push_back({0, 1, i});
        for (int k = 0; k < 4; ++k) projects.push_back({i, (i - 1) % 40 + 2});
    }
    std::vector<std::size_t> big(30);
    for (std::size_t i = 0; i < big.size(); ++i) big[i] = i + 13;
    projects.push_back(big);
    projects.back().push_back(1);
    projects.back().push_back(42);
    const auto picture = network_of(projects, 43).picture();
    TeamRequest request = team_of(*picture, {org(0), org(1)});
    request.limit = 100;
    const TeamList list = listed(*picture, request);
    ASSERT_EQ(list.total, 41U);
    const std::vector<std::string> order = names(*picture, list);
    EXPECT_EQ(std::find(order.begin(), order.end(), org(42)) - order.begin(), 10);
    for (const TeamCandidate& one : list.candidates)
        EXPECT_EQ(one.kept_place, picture->at(one.organisation).id == org(42));
    expect_sums(list);
}

TEST(TeamList, PagesAgreeWithTheWholeList) {
    const auto picture = random_teams(3).picture();
    TeamRequest request = team_of(*picture, {org(0), org(1)});
    request.limit = 100;
    const std::vector<std::string> whole = names(*picture, listed(*picture, request));
    request.limit = 7;
    std::vector<std::string> pages;
    for (request.offset = 0; request.offset < whole.size(); request.offset += request.limit) {
        const std::vector<std::string> page = names(*picture, listed(*picture, request));
        pages.insert(pages.end(), page.begin(), page.end());
    }
    EXPECT_EQ(pages, whole);
    request.offset = 100'000;
    EXPECT_TRUE(listed(*picture, request).candidates.empty());
}

TEST(TeamRecords, TakePartsOfProgrammesAsThemes) {
    SmallNetwork net = network_of({{0, 1}, {0, 1}, {0, 1}, {0, 1}}, 2);
    for (const char* id : {"p100", "p101", "p102"})
        net.get<model::Project>(id).keywords = {"SC4", "H2020-MSCA-IF-2014", "Innovation in SMEs"};
    net.get<model::Project>("p103").keywords = {"seldom"};
    const auto picture = net.picture();
    const TeamBasis basis(*picture);
    EXPECT_EQ(basis.themes(), (std::vector<std::string>{"Innovation in SMEs", "SC4"}));
    EXPECT_TRUE(team_records(*picture).projects[3].themes.empty());
}

TEST(TeamRecords, TakeProgrammesAsThemesWhereNoPartIsNamed) {
    SmallNetwork net = network_of({{0, 1}, {0, 1}}, 2);
    model::Programme programme;
    programme.id = "cosme";
    programme.short_name = "COSME";
    net.put(programme);
    net.get<model::Project>("p100").programme = "cosme";
    EXPECT_EQ(TeamBasis(*net.picture()).themes(), std::vector<std::string>{"COSME"});
}

TEST(TeamRecords, PutUndatedProjectsIntoTheYearsOfTheirProgramme) {
    SmallNetwork net = network_of({{0, 1}, {0, 1}, {0, 1}, {0, 1}}, 2);
    model::Programme programme;
    programme.id = "fp";
    programme.from = test::date("2007-01-01");
    programme.to = test::date("2013-12-31");
    net.put(programme);
    for (const char* id : {"p100", "p101", "p102"}) {
        net.get<model::Project>(id).start = {};
        if (std::string(id) != "p102") net.get<model::Project>(id).programme = "fp";
    }
    const TeamRecords records = team_records(*net.picture());
    EXPECT_EQ(records.projects[0].day, network::kUnknownDay);
    EXPECT_EQ(records.projects[0].stand_in, test::day("2007-01-01"));
    EXPECT_GT(records.projects[1].stand_in, records.projects[0].stand_in);
    EXPECT_LT(records.projects[1].stand_in, test::day("2013-12-31"));
    EXPECT_LT(records.projects[2].stand_in, net.today);
    EXPECT_EQ(records.projects[3].day, test::day("2023-04-01"));
}

TEST(TeamEvidenceParts, CoverEveryKind) {
    std::array<std::size_t, kTeamParts> counts{};
    for (std::size_t i = 0; i < kTeamEvidence; ++i)
        ++counts[static_cast<std::size_t>(part_of(static_cast<TeamEvidence>(i)))];
    EXPECT_EQ(counts, (std::array<std::size_t, kTeamParts>{10, 10, 5, 9}));
}

}  // namespace
}  // namespace kontor::match
