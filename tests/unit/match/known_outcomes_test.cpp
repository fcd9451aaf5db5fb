// SPDX-License-Identifier: EUPL-1.2
// What the subject's own notes do to its list: the formulas of docs/matching.md, rule by rule.
#include "match/known_outcomes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "match/partners.hpp"
#include "support/match_network.hpp"

namespace {

using namespace kontor;
using namespace kontor::match;
using kontor::test::names;
using kontor::test::of;
using kontor::test::SmallNetwork;
using model::PartnerOutcome;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr double kExact = 1e-12;

/// Three equal companies that share a topic with "us".
class Notes : public testing::Test {
protected:
    Notes() {
        net_.topic("light");
        for (const char* id : {"us", "a", "b", "c"}) net_.organisation(id).topics = {"light"};
        picture_ = net_.picture();
    }
    KnownOutcome about(const char* id, PartnerOutcome outcome, double years_ago = 0) const {
        return {*picture_->find_organisation(id), outcome,
                picture_->today() - static_cast<network::Day>(std::lround(years_ago * 365.25))};
    }
    PartnerRequest request(std::vector<KnownOutcome> known) const {
        PartnerRequest out = of(*picture_, "us");
        out.known = std::move(known);
        return out;
    }
    PartnerAnswer answer(const PartnerRequest& request) const {
        return find_partners(*picture_, request).value();
    }
    Partner found(const std::vector<KnownOutcome>& known, const char* id) const {
        for (const Partner& one : answer(request(known)).partners) {
            if (picture_->at(one.organisation).id == id) return one;
        }
        ADD_FAILURE() << id << " is not on the list";
        return {};
    }
    static double against(const Partner& partner, CounterReasonType type) {
        for (const CounterReason& reason : partner.counter_reasons) {
            if (reason.type == type) return reason.contribution;
        }
        return 0;
    }
    double warm(const std::vector<KnownOutcome>& known) const {
        return found(known, "b").parts[static_cast<std::size_t>(Part::WarmPath)].value;
    }

    SmallNetwork net_;
    std::shared_ptr<const network::Picture> picture_;
};

TEST_F(Notes, WhoIsNotWantedIsLeftOutUntilALaterNote) {
    const auto unwanted = about("b", PartnerOutcome::Unwanted, 1);
    EXPECT_THAT(names(*picture_, answer(request({unwanted}))), ElementsAre("a", "c"));
    EXPECT_EQ(names(*picture_, answer(request({unwanted, about("b", PartnerOutcome::Met)}))).size(), 3U);
    EXPECT_EQ(names(*picture_, answer(request({about("b", PartnerOutcome::Met, 2), unwanted}))).size(), 2U);
    const auto pair = explain_pair(*picture_, request({unwanted}), unwanted.organisation).value();
    EXPECT_EQ(pair.exclusion, Exclusion::Unwanted);
    EXPECT_EQ(pair.rank, 0U);
}

TEST_F(Notes, AnEmptyListSaysThatAllAreUnwantedOrAsked) {
    std::vector<KnownOutcome> known;
    for (const char* id : {"a", "b", "c"}) known.push_back(about(id, PartnerOutcome::Unwanted));
    EXPECT_EQ(answer(request(known)).reason, NoCandidate::AllUnwanted);
    for (KnownOutcome& one : known) one.outcome = PartnerOutcome::Asked;
    PartnerRequest hiding = request(known);
    EXPECT_EQ(answer(hiding).total, 3U);
    hiding.filters.asked = AskedPartners::LeaveOut;
    EXPECT_EQ(answer(hiding).reason, NoCandidate::AllAsked);
    EXPECT_THAT(answer(hiding).partners, IsEmpty());
}

TEST_F(Notes, ADeclineCountsHalfAsMuchAfterTwoYears) {
    const auto declined = [&](double years) {
        return against(found({about("b", PartnerOutcome::Declined, years)}, "b"),
                       CounterReasonType::Declined);
    };
    EXPECT_NEAR(declined(0), -0.2, kExact);
    EXPECT_NEAR(declined(2), -0.1, 1e-3);
    EXPECT_NEAR(declined(4), -0.05, 1e-3);
    const Partner again =
        found({about("b", PartnerOutcome::Declined, 1), about("b", PartnerOutcome::Accepted)}, "b");
    EXPECT_EQ(against(again, CounterReasonType::Declined), 0) << "they have changed their mind";
    const Partner asked =
        found({about("b", PartnerOutcome::Declined), about("b", PartnerOutcome::Asked)}, "b");
    EXPECT_LT(against(asked, CounterReasonType::Declined), 0) << "of the same day the later one is the later";
    EXPECT_LT(against(asked, CounterReasonType::AskedAlready), 0);
}

TEST_F(Notes, AskingFadesBetweenSixMonthsAndAYear) {
    const auto asked = [&](double years) {
        return against(found({about("b", PartnerOutcome::Asked, years)}, "b"),
                       CounterReasonType::AskedAlready);
    };
    EXPECT_NEAR(asked(0), -0.1, kExact);
    EXPECT_NEAR(asked(0.49), -0.1, kExact);
    EXPECT_NEAR(asked(0.75), -0.05, 1e-3);
    EXPECT_EQ(asked(1.01), 0);
    const Partner answered =
        found({about("b", PartnerOutcome::Asked, 0.1), about("b", PartnerOutcome::Met)}, "b");
    EXPECT_EQ(against(answered, CounterReasonType::AskedAlready), 0);
}

TEST_F(Notes, HidingTheAskedLeavesOutThoseWhoDeclinedToo) {
    PartnerRequest hiding =
        request({about("a", PartnerOutcome::Declined, 3), about("b", PartnerOutcome::Asked, 3)});
    hiding.filters.asked = AskedPartners::LeaveOut;
    EXPECT_THAT(names(*picture_, answer(hiding)), ElementsAre("c"));
    hiding.known.push_back(about("a", PartnerOutcome::Met));
    EXPECT_THAT(names(*picture_, answer(hiding)), ElementsAre("a", "c"));
}

TEST_F(Notes, GoodOutcomesWarmThePathByWhatTheyAreWorth) {
    const auto value = [](double amount) { return amount / (amount + 0.15); };
    EXPECT_NEAR(warm({about("b", PartnerOutcome::Cooperated)}), value(0.6), kExact);
    EXPECT_NEAR(warm({about("b", PartnerOutcome::Met)}), value(0.3), kExact);
    EXPECT_NEAR(warm({about("b", PartnerOutcome::Accepted)}), value(0.15), kExact);
    EXPECT_NEAR(warm({about("b", PartnerOutcome::Met, 4)}), value(0.15), 1e-3) << "half after four years";
    EXPECT_NEAR(warm({about("b", PartnerOutcome::Met), about("b", PartnerOutcome::Met, 1)}), value(0.3),
                kExact)
        << "of each outcome the newest";
    EXPECT_NEAR(warm({about("b", PartnerOutcome::Met), about("b", PartnerOutcome::Cooperated)}), value(0.9),
                kExact);
    EXPECT_EQ(warm({about("b", PartnerOutcome::Asked)}), 0);
}

TEST_F(Notes, EvidenceNamesTheNoteAndItsLossIsTheFallWithoutIt) {
    const std::vector<KnownOutcome> known{about("a", PartnerOutcome::Met, 1),
                                          about("b", PartnerOutcome::Accepted, 2),
                                          about("b", PartnerOutcome::Met, 1)};
    const auto pair = explain_pair(*picture_, request(known), known[1].organisation).value();
    const PartScore& part = pair.partner.parts[static_cast<std::size_t>(Part::WarmPath)];
    ASSERT_EQ(part.evidence.size(), 2U);
    EXPECT_EQ(part.evidence[0].type, EvidenceType::MetBefore);
    EXPECT_EQ(part.evidence[0].outcome, PartnerOutcome::Met);
    EXPECT_EQ(part.evidence[0].note, 2U);
    EXPECT_EQ(part.evidence[0].number, known[2].day);
    for (const Evidence& evidence : part.evidence) {
        std::vector<KnownOutcome> others = known;
        others.erase(others.begin() + evidence.note);
        ASSERT_TRUE(evidence.loss.has_value());
        EXPECT_NEAR(*evidence.loss, part.value - warm(others), 1e-9);
        EXPECT_GT(*evidence.loss, 0);
    }
}

TEST_F(Notes, SumsStaySumsAndSomebodyMetIsACandidateWithNothingElseInCommon) {
    net_.organisation("stranger");
    picture_ = net_.picture();
    EXPECT_EQ(answer(request({})).total, 3U);
    const std::vector<KnownOutcome> known{about("stranger", PartnerOutcome::Met, 1),
                                          about("a", PartnerOutcome::Declined)};
    const auto answered = answer(request(known));
    EXPECT_EQ(answered.total, 4U);
    for (const Partner& partner : answered.partners) {
        double score = 0;
        for (const PartScore& part : partner.parts) {
            double shares = 0;
            for (const Evidence& evidence : part.evidence) shares += evidence.share;
            EXPECT_NEAR(shares, part.value, 1e-9);
            score += part.contribution;
        }
        for (const CounterReason& reason : partner.counter_reasons) score += reason.contribution;
        EXPECT_NEAR(score, partner.score, 1e-9);
    }
    EXPECT_EQ(names(*picture_, answered).back(), "a") << "declined";
}

TEST_F(Notes, AboutNobodyInThePictureOrWithoutASubjectAreNone) {
    PartnerRequest odd = request({{network::OrganisationIndex(std::size_t{99}), PartnerOutcome::Unwanted, 0},
                                  {{}, PartnerOutcome::Met, network::kUnknownDay}});
    EXPECT_EQ(answer(odd).total, 3U);
    PartnerRequest need;
    need.wanted = {{*picture_->find_topic("light"), 1}};
    need.known = {about("b", PartnerOutcome::Unwanted)};
    EXPECT_EQ(answer(need).total, 4U);
}

}  // namespace
