// SPDX-License-Identifier: EUPL-1.2
// What must hold for every network: sums are sums, reasons are true, names mean nothing, answers repeat.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "match/partners.hpp"
#include "support/match_network.hpp"

namespace {

using namespace kontor;
using namespace kontor::match;
using kontor::test::random_network;
using kontor::test::SmallNetwork;
using network::Picture;

constexpr double kExact = 1e-9;
constexpr std::uint32_t kNetworks = 60;

/// Requests of every sort for a network: each organisation by itself, asking for something, and a need alone.
std::vector<PartnerRequest> requests(const Picture& picture) {
    std::vector<PartnerRequest> out;
    for (std::size_t i = 0; i < picture.organisation_count(); i += 2) {
        PartnerRequest request;
        request.subject = network::OrganisationIndex(i);
        request.limit = 100;
        out.push_back(request);
        request.wanted = {{network::TopicIndex(i % picture.topic_count()), 1},
                          {network::TopicIndex(std::size_t{0}), 3}};
        request.filters.kinds = {model::OrganisationKind::Cluster, model::OrganisationKind::Company};
        request.wanted_countries = {network::CountryCode::from("FI")};
        request.emphasis = {i % 4 == 0 ? 3.0 : 1.0, i % 6 == 0 ? 0.3 : 0.0};
        request.spread = static_cast<Spread>(i / 2 % 4);
        out.push_back(request);
    }
    PartnerRequest need;
    need.wanted = {{network::TopicIndex(std::size_t{1}), 0.5}};
    out.push_back(need);
    return out;
}

TEST(Properties, ContributionsAddUpToTheScoreAndSharesToTheirPart) {
    std::size_t partners = 0;
    for (std::uint32_t seed = 0; seed < kNetworks; ++seed) {
        const auto picture = random_network(seed).picture();
        for (const PartnerRequest& request : requests(*picture)) {
            const PartnerAnswer answer = find_partners(*picture, request).value();
            for (const Partner& partner : answer.partners) {
                ++partners;
                double score = 0;
                double weights = 0;
                for (const PartScore& part : partner.parts) {
                    EXPECT_NEAR(part.contribution, part.weight * part.value, kExact);
                    EXPECT_GE(part.value, 0);
                    EXPECT_LE(part.value, 1);
                    double shares = 0;
                    for (const Evidence& evidence : part.evidence) shares += evidence.share;
                    EXPECT_NEAR(shares, part.value, kExact) << word(part.part);
                    score += part.contribution;
                    weights += part.weight;
                }
                for (const CounterReason& reason : partner.counter_reasons) {
                    EXPECT_LT(reason.contribution, 0);
                    score += reason.contribution;
                }
                EXPECT_NEAR(score, partner.score, kExact);
                EXPECT_NEAR(weights, 1, kExact);
            }
        }
    }
    EXPECT_GT(partners, 5000U);
}

TEST(Properties, BetterOnesComeFirstAndPagesAgree) {
    for (std::uint32_t seed = 0; seed < kNetworks; ++seed) {
        const auto picture = random_network(seed).picture();
        for (PartnerRequest request : requests(*picture)) {
            const PartnerAnswer all = find_partners(*picture, request).value();
            request.limit = 3;
            for (std::size_t i = 0; i < all.partners.size(); ++i) {
                if (i > 0) {
                    EXPECT_GE(all.partners[i - 1].score, all.partners[i].score - kExact);
                }
                request.offset = i / 3 * 3;
                if (i % 3 != 0) continue;
                const PartnerAnswer page = find_partners(*picture, request).value();
                EXPECT_EQ(page.partners.front().organisation, all.partners[i].organisation);
            }
        }
    }
}

template <class T>
void drop_topic(std::vector<T>& list, const std::string& topic) {
    list.erase(std::remove_if(list.begin(), list.end(),
                              [&topic](const auto& one) {
                                  if constexpr (std::is_same_v<T, std::string>)
                                      return one == topic;
                                  else
                                      return one.topic == topic;
                              }),
               list.end());
}

void erase_tie(SmallNetwork& net, const Picture& picture, network::TieIndex index) {
    using model::RecordKind;
    const network::Tie& tie = picture.at(index);
    const auto id = [&](auto at) { return std::string(picture.at(at).id); };
    switch (tie.kind) {
        case network::TieKind::Project:
            net.erase(RecordKind::Project, id(network::ProjectIndex(tie.record)));
            break;
        case network::TieKind::Membership:
            net.erase(RecordKind::Membership, id(network::MembershipIndex(tie.record)));
            break;
        case network::TieKind::Agreement:
            net.erase(RecordKind::Agreement, id(network::AgreementIndex(tie.record)));
            break;
        case network::TieKind::Delegation:
            net.erase(RecordKind::Delegation, id(network::DelegationIndex(tie.record)));
            break;
        case network::TieKind::Management:
            break;
    }
}

/// True when the candidate has the topic by its own words alone, so that it can be taken away from it.
bool is_own_word(const Picture& picture, network::OrganisationIndex one, network::TopicIndex topic) {
    for (const network::MemberTopic& member : picture.member_topics(one)) {
        if (member.topic == topic) return false;
    }
    for (const network::TopicMass& own : picture.topics(one)) {
        if (own.topic == topic) return own.projects == 0;
    }
    return false;
}

/// Takes the records behind the evidence out of the network; false when that cannot be done with records
/// alone.
bool erase_behind(SmallNetwork& net, const Picture& picture, const Evidence& evidence,
                  network::OrganisationIndex candidate) {
    auto& record = net.get<model::Organisation>(std::string(picture.at(candidate).id));
    const auto topic = [&](std::size_t i) { return std::string(picture.at(evidence.topics[i]).id); };
    const EvidenceType type = evidence.type;
    if (type == EvidenceType::SharedTopic || type == EvidenceType::WantedTopicCovered ||
        type == EvidenceType::TheyHaveWeLack) {
        if (!is_own_word(picture, candidate, evidence.topics[1])) return false;
        drop_topic(record.topics, topic(1));
        drop_topic(record.offers, topic(1));
        return true;
    }
    if (type == EvidenceType::TheyOfferWeNeed) drop_topic(record.offers, topic(1));
    if (type == EvidenceType::WeOfferTheyNeed) drop_topic(record.needs, topic(0));
    if (type == EvidenceType::ChainVia) {
        for (const network::TieIndex tie : evidence.their_ties) erase_tie(net, picture, tie);
        return true;
    }
    for (const auto one : evidence.projects)
        net.erase(model::RecordKind::Project, std::string(picture.at(one).id));
    for (const auto one : evidence.memberships) {
        net.erase(model::RecordKind::Membership, std::string(picture.at(one).id));
    }
    for (const auto one : evidence.agreements)
        net.erase(model::RecordKind::Agreement, std::string(picture.at(one).id));
    for (const auto one : evidence.delegations) {
        net.erase(model::RecordKind::Delegation, std::string(picture.at(one).id));
    }
    return true;
}

bool must_lower(EvidenceType type) {
    return type == EvidenceType::DirectTie || type == EvidenceType::ChainVia ||
           type == EvidenceType::ProjectDone || type == EvidenceType::Coordinated ||
           type == EvidenceType::AgreementSigned || type == EvidenceType::SharedHouse;
}

void check_losses(const SmallNetwork& net, const Picture& picture, const PartnerRequest& request,
                  std::array<int, 32>& checked) {
    const PartnerAnswer answer = find_partners(picture, request).value();
    for (std::size_t i = 0; i < std::min<std::size_t>(answer.partners.size(), 3); ++i) {
        const auto candidate = answer.partners[i].organisation;
        const Partner before = explain_pair(picture, request, candidate).value().partner;
        for (const PartScore& part : before.parts) {
            for (const Evidence& evidence : part.evidence) {
                if (!evidence.loss) continue;
                SmallNetwork without = net;
                if (!erase_behind(without, picture, evidence, candidate)) continue;
                const auto rebuilt = without.picture();
                const Partner after = explain_pair(*rebuilt, request, candidate).value().partner;
                const double fell = part.value - after.parts[static_cast<std::size_t>(part.part)].value;
                EXPECT_NEAR(fell, *evidence.loss, kExact) << word(part.part) << int(evidence.type);
                EXPECT_GE(fell, -kExact) << word(part.part) << int(evidence.type);
                if (must_lower(evidence.type)) {
                    EXPECT_GT(fell, 0) << int(evidence.type);
                }
                ++checked[static_cast<std::size_t>(evidence.type)];
            }
        }
    }
}

TEST(Properties, RemovingTheRecordsBehindAReasonLowersItsPartByTheLossThatWasStated) {
    std::array<int, 32> checked{};
    for (std::uint32_t seed = 100; seed < 100 + kNetworks / 2; ++seed) {
        const SmallNetwork net = random_network(seed);
        const auto picture = net.picture();
        for (const PartnerRequest& request : requests(*picture))
            check_losses(net, *picture, request, checked);
    }
    for (const EvidenceType type :
         {EvidenceType::SharedTopic, EvidenceType::WantedTopicCovered, EvidenceType::TheyOfferWeNeed,
          EvidenceType::WeOfferTheyNeed, EvidenceType::TheyHaveWeLack, EvidenceType::SharedHouse,
          EvidenceType::DirectTie, EvidenceType::ChainVia, EvidenceType::ProjectDone,
          EvidenceType::Coordinated, EvidenceType::AgreementSigned, EvidenceType::RecentProject}) {
        EXPECT_GT(checked[static_cast<std::size_t>(type)], 5) << int(type);
    }
}

std::string renamed(const std::string& id) {
    std::string out = id;
    if (!out.empty()) std::reverse(out.begin(), out.end());
    return out;
}

/// The same network under other ids, in another order.
SmallNetwork permuted(const SmallNetwork& net) {
    SmallNetwork out;
    const auto all = [](std::vector<std::string>& ids) {
        for (std::string& id : ids) id = renamed(id);
    };
    for (const auto& [key, record] : net.records()) {
        model::Record copy = record;
        std::visit([](auto& one) { one.id = renamed(one.id); }, copy);
        if (auto* topic = std::get_if<model::Topic>(&copy)) topic->parent = renamed(topic->parent);
        if (auto* one = std::get_if<model::Organisation>(&copy)) {
            all(one->topics);
            for (auto& offer : one->offers) offer.topic = renamed(offer.topic);
            for (auto& need : one->needs) need.topic = renamed(need.topic);
            if (one->cluster) one->cluster->management_entity = renamed(one->cluster->management_entity);
        }
        if (auto* one = std::get_if<model::Membership>(&copy)) {
            one->member = renamed(one->member);
            one->cluster = renamed(one->cluster);
        }
        if (auto* one = std::get_if<model::Project>(&copy)) all(one->topics);
        if (auto* one = std::get_if<model::Participation>(&copy)) {
            one->project = renamed(one->project);
            one->organisation = renamed(one->organisation);
        }
        if (auto* one = std::get_if<model::Agreement>(&copy)) all(one->parties);
        if (auto* one = std::get_if<model::Delegation>(&copy)) all(one->participants);
        out.put(std::move(copy));
    }
    return out;
}

// A list keeps what the subject has in each tie, one candidate alone is added up anew.
TEST(Properties, AListSaysOfEachWhatIsSaidOfItAlone) {
    std::size_t partners = 0;
    std::size_t chains = 0;
    for (std::uint32_t seed = 0; seed < kNetworks; ++seed) {
        const auto picture = random_network(seed).picture();
        for (const PartnerRequest& request : requests(*picture)) {
            const PartnerAnswer answer = find_partners(*picture, request).value();
            for (const Partner& listed : answer.partners) {
                const Partner alone = judge_pair(*picture, request, listed.organisation).value();
                for (std::size_t i = 0; i < kParts; ++i) {
                    EXPECT_EQ(listed.parts[i].value, alone.parts[i].value);
                    ASSERT_EQ(listed.parts[i].evidence.size(), alone.parts[i].evidence.size());
                    for (std::size_t k = 0; k < alone.parts[i].evidence.size(); ++k) {
                        const Evidence& evidence = alone.parts[i].evidence[k];
                        EXPECT_EQ(listed.parts[i].evidence[k].share, evidence.share);
                        EXPECT_EQ(listed.parts[i].evidence[k].our_ties, evidence.our_ties);
                        chains += evidence.our_ties.empty() ? 0 : 1;
                    }
                }
                ++partners;
            }
        }
    }
    EXPECT_GT(partners, 5000U);
    EXPECT_GT(chains, 500U);
}

TEST(Properties, IdsMeanNothing) {
    for (std::uint32_t seed = 200; seed < 200 + kNetworks; ++seed) {
        const SmallNetwork net = random_network(seed);
        const auto picture = net.picture();
        const auto other = permuted(net).picture();
        for (std::size_t i = 0; i < picture->organisation_count(); ++i) {
            PartnerRequest request;
            request.limit = 100;
            request.subject = network::OrganisationIndex(i);
            const PartnerAnswer answer = find_partners(*picture, request).value();
            request.subject =
                *other->find_organisation(renamed(std::string(picture->at(request.subject).id)));
            const PartnerAnswer again = find_partners(*other, request).value();
            ASSERT_EQ(answer.partners.size(), again.partners.size());
            std::map<std::string, double> scores;
            for (const Partner& one : answer.partners) {
                scores[renamed(std::string(picture->at(one.organisation).id))] = one.score;
            }
            for (const Partner& one : again.partners) {
                EXPECT_NEAR(scores.at(std::string(other->at(one.organisation).id)), one.score, kExact);
            }
        }
    }
}

TEST(Properties, SameInputGivesTheSameBits) {
    for (std::uint32_t seed = 300; seed < 310; ++seed) {
        const auto first = random_network(seed).picture();
        const auto second = random_network(seed).picture();
        for (const PartnerRequest& request : requests(*first)) {
            const PartnerAnswer a = find_partners(*first, request).value();
            const PartnerAnswer b = find_partners(*second, request).value();
            ASSERT_EQ(a.partners.size(), b.partners.size());
            for (std::size_t i = 0; i < a.partners.size(); ++i) {
                EXPECT_EQ(a.partners[i].organisation, b.partners[i].organisation);
                EXPECT_EQ(a.partners[i].score, b.partners[i].score);
                for (std::size_t p = 0; p < kParts; ++p) {
                    EXPECT_EQ(a.partners[i].parts[p].value, b.partners[i].parts[p].value);
                    EXPECT_EQ(a.partners[i].parts[p].evidence.size(), b.partners[i].parts[p].evidence.size());
                }
            }
        }
    }
}

}  // namespace
