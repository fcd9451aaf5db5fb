// SPDX-License-Identifier: EUPL-1.2
// What the tests of partner matching share: requests by id, answers as ids, and random small networks.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "match/partners.hpp"
#include "support/small_network.hpp"

namespace kontor::test {

inline match::PartnerRequest of(const network::Picture& picture, const std::string& subject) {
    match::PartnerRequest request;
    request.subject = picture.find_organisation(subject).value();
    return request;
}

inline std::vector<std::string> names(const network::Picture& picture, const match::PartnerAnswer& answer) {
    std::vector<std::string> out;
    for (const match::Partner& one : answer.partners) out.emplace_back(picture.at(one.organisation).id);
    return out;
}

/// A network of everything there is, different for each seed: a topic tree, clusters with members and
/// management, companies, institutes and clinics with topics, offers and needs, projects old and new,
/// agreements, delegations.
inline SmallNetwork random_network(std::uint32_t seed) {
    std::mt19937 random(seed);
    const auto below = [&random](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    SmallNetwork net;
    const std::size_t topics = 6 + below(10);
    const auto topic = [](std::size_t i) { return "t" + std::to_string(i); };
    for (std::size_t i = 0; i < topics; ++i)
        net.topic(topic(i), i > 2 && below(3) != 0 ? topic(below(i)) : "");
    const std::size_t people = 8 + below(10);
    const auto who = [](std::size_t i) { return "o" + std::to_string(i); };
    const auto year = [&] { return std::to_string(2012 + below(18)); };
    constexpr std::array<const char*, 4> kCountries{"DE", "FI", "FR", ""};
    for (std::size_t i = 0; i < people; ++i) {
        const auto kind = static_cast<model::OrganisationKind>(below(6));
        auto& one =
            kind == model::OrganisationKind::Cluster ? net.cluster(who(i)) : net.organisation(who(i), kind);
        one.country = kCountries[below(4)];
        if (below(4) == 0) one.as_of = {};
        for (std::size_t k = below(4); k > 0; --k) one.topics.push_back(topic(below(topics)));
        for (std::size_t k = below(3); k > 0; --k)
            one.offers.push_back({topic(below(topics)), {}, int(below(10))});
        for (std::size_t k = below(3); k > 0; --k) one.needs.push_back({topic(below(topics)), {}, 0});
        if (!one.cluster) continue;
        if (below(2) == 0) one.cluster->management_entity = who(below(people));
        if (below(2) == 0) one.cluster->target_regions = {{kCountries[below(3)], "", {}, int(below(4))}};
        for (std::size_t k = below(6); k > 0; --k) {
            auto& membership = net.membership(who(below(people)), who(i));
            if (below(5) == 0) membership.to = date("2022");
        }
    }
    for (std::size_t p = 0; p < 4 + below(8); ++p) {
        const std::string id = "p" + std::to_string(p);
        auto& project = net.project(id, below(6) == 0 ? "" : year());
        for (std::size_t k = below(5); k > 0; --k) project.topics.push_back(topic(below(topics)));
        for (std::size_t k = 1 + below(5); k > 0; --k) {
            net.participation(id, who(below(people)), static_cast<model::ParticipationRole>(below(2)));
        }
    }
    for (std::size_t a = below(3); a > 0; --a) {
        auto& agreement =
            net.agreement("a" + std::to_string(a), {who(below(people)), who(below(people))}, year());
        if (below(2) == 0) agreement.valid_to = date("2028");
    }
    if (below(2) == 0) net.delegation("d", {who(0), who(1), who(below(people))}, year());
    return net;
}

}  // namespace kontor::test
