// SPDX-License-Identifier: EUPL-1.2
// The same two questions asked of Kontor, of PostgreSQL and of igraph about the same picture, one after the
// other in one run: who is tied most strongly in one and two steps, and which chain of at most three links is
// the strongest. Kontor answers both as they are asked, and more: its page of partners (20, and 100) comes
// with all reasons, its five best chains with their records. igraph's nearest to that page is personalised
// PageRank. Processor time, p50 and p99, and how many times ours.
//
//   peers_bench --topics data/topics/topics.jsonl --cordis ../shared/data/cordis-*.zip [--postgres URL]
//               [--questions 200]
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <random>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "match/partners.hpp"
#include "network/paths.hpp"
#include "network/picture_builder.hpp"
#include "network_source.hpp"
#include "peers.hpp"

namespace kontor::bench {

std::vector<PeerLink> links_of(const PeerNetwork& network) {
    std::vector<PeerLink> pairs;
    for (std::size_t p = 0; p < network.members.size(); ++p) {
        for (const std::uint32_t one : network.members[p]) {
            for (const std::uint32_t other : network.members[p]) {
                if (one < other) pairs.push_back({one, other, network.strengths[p]});
            }
        }
    }
    std::sort(pairs.begin(), pairs.end(), [](const PeerLink& left, const PeerLink& right) {
        return left.from != right.from ? left.from < right.from : left.to < right.to;
    });
    std::vector<PeerLink> out;
    for (const PeerLink& pair : pairs) {
        if (!out.empty() && out.back().from == pair.from && out.back().to == pair.to) {
            out.back().strength += pair.strength;
        } else {
            out.push_back(pair);
        }
    }
    return out;
}

std::vector<Tied> strongest(std::vector<Tied> all) {
    constexpr std::size_t kMost = 100;
    const std::size_t count = std::min(kMost, all.size());
    std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count), all.end(),
                      [](const Tied& left, const Tied& right) {
                          if (left.strength != right.strength) return left.strength > right.strength;
                          return left.organisation < right.organisation;
                      });
    all.resize(count);
    return all;
}

}  // namespace kontor::bench

namespace {

using namespace kontor;
using network::OrganisationIndex;
using network::Picture;

bench::PeerNetwork network_of(const Picture& picture) {
    bench::PeerNetwork out;
    out.organisations = static_cast<std::uint32_t>(picture.organisation_count());
    for (std::size_t i = 0; i < picture.project_count(); ++i) {
        const network::TieIndex tie = picture.tie_of(network::ProjectIndex(i));
        const auto members = picture.organisations(tie);
        if (members.size() < 2) continue;
        out.strengths.push_back(picture.at(tie).strength);
        out.members.emplace_back();
        for (const OrganisationIndex member : members) out.members.back().push_back(member.value);
    }
    return out;
}

/// Drawn evenly among those with at least one partner, every fifth one a hub.
std::vector<std::uint32_t> subjects_of(const Picture& picture, std::size_t count) {
    std::vector<std::uint32_t> joined;
    for (std::uint32_t i = 0; i < picture.organisation_count(); ++i) {
        if (!picture.ties(OrganisationIndex(std::size_t{i})).empty()) joined.push_back(i);
    }
    std::vector<std::uint32_t> hubs = joined;
    std::stable_sort(hubs.begin(), hubs.end(), [&picture](std::uint32_t left, std::uint32_t right) {
        return picture.ties(OrganisationIndex(std::size_t{left})).size() >
               picture.ties(OrganisationIndex(std::size_t{right})).size();
    });
    constexpr std::size_t kEvery = 5;
    std::mt19937 random(11);
    std::vector<std::uint32_t> out;
    for (std::size_t i = 0; i < count; ++i) {
        out.push_back(i % kEvery == kEvery - 1 ? hubs[i / kEvery % hubs.size()]
                                               : joined[random() % joined.size()]);
    }
    return out;
}

/// The question that the peers are asked, of the picture alone: what arrives at a tie is added up first and
/// given to every member, less what came from the member itself.
class Rings {
public:
    explicit Rings(const Picture& picture)
        : ties_(picture.all_ties()),
          members_(picture.all_tie_organisations()),
          picture_(picture),
          sums_(picture.organisation_count()),
          arrived_(picture.tie_count(), 0) {}

    std::vector<bench::Tied> tied(OrganisationIndex subject) {
        for (const network::TieIndex tie : picture_.ties(subject)) {
            const double strength = ties_[tie.value].strength;
            for (const OrganisationIndex other : members_.of(tie.value)) {
                if (other == subject || strength == 0) continue;
                Sum& sum = sums_[other.value];
                if (sum.first == 0) reached_.push_back(other);
                sum.first += strength;
            }
        }
        for (const OrganisationIndex one : reached_) {
            const double first = sums_[one.value].first;
            sums_[one.value].all = first;
            for (const network::TieIndex tie : picture_.ties(one)) {
                if (arrived_[tie.value] == 0) met_.push_back(tie);
                arrived_[tie.value] += first;
            }
        }
        for (const network::TieIndex tie : met_) {
            const double half = ties_[tie.value].strength / 2;
            const double arrived = arrived_[tie.value];
            arrived_[tie.value] = 0;
            for (const OrganisationIndex other : members_.of(tie.value)) add(other, half, arrived);
        }
        return taken(subject);
    }

private:
    struct Sum {
        double first = 0;
        double all = 0;
    };

    void add(OrganisationIndex organisation, double half, double arrived) {
        Sum& sum = sums_[organisation.value];
        const double strength = half * (arrived - sum.first);
        if (sum.all == 0 && strength != 0) reached_.push_back(organisation);
        sum.all += strength;
    }
    std::vector<bench::Tied> taken(OrganisationIndex subject) {
        std::vector<bench::Tied> out;
        out.reserve(reached_.size());
        for (const OrganisationIndex one : reached_) {
            if (one != subject) out.push_back({one.value, sums_[one.value].all});
            sums_[one.value] = {};
        }
        reached_.clear();
        met_.clear();
        return bench::strongest(std::move(out));
    }

    std::span<const network::Tie> ties_;
    const network::Adjacency<OrganisationIndex>& members_;
    const Picture& picture_;
    std::vector<Sum> sums_;
    std::vector<double> arrived_;
    std::vector<OrganisationIndex> reached_;
    std::vector<network::TieIndex> met_;
};

/// Processor time and time passed of each call.
struct Times {
    std::vector<double> spent;
    std::vector<double> passed;

    template <class Clock, class Call>
    void take(Clock clock, Call call) {
        const auto start = std::chrono::steady_clock::now();
        const double before = clock();
        call();
        spent.push_back(clock() - before);
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
        passed.push_back(took.count());
    }
};

class Comparison {
public:
    Comparison(const Picture& picture, std::vector<std::uint32_t> subjects)
        : picture_(picture), subjects_(std::move(subjects)) {}

    void ask_ours() {
        for (const std::uint32_t subject : subjects_) {
            match::PartnerRequest request;
            request.subject = OrganisationIndex(std::size_t{subject});
            page_.take(bench::cpu_ms, [&] { (void)match::find_partners(picture_, request); });
            request.limit = 100;
            hundred_.take(bench::cpu_ms, [&] { (void)match::find_partners(picture_, request); });
        }
        Rings rings(picture_);
        for (std::size_t i = 0; i < subjects_.size(); ++i) {
            tied_.take(bench::cpu_ms, [&] { answers_["Kontor"].push_back(rings.tied(at(i))); });
            chain_.take(bench::cpu_ms, [&] {
                const auto found = network::warm_paths(picture_, at(i), at(i + 1));
                chains_.push_back(found.empty() ? 0 : found.front().strength);
            });
        }
        print("Kontor, 100 most strongly tied", tied_, tied_);
        print("Kontor, five best chains", chain_, chain_);
        print("Kontor, page of 20 partners with reasons", page_, page_);
        print("Kontor, 100 partners with reasons", hundred_, hundred_);
    }

    void ask(bench::Peer& peer) {
        Times tied;
        Times chain;
        for (const std::uint32_t subject : subjects_) {
            tied.take([&peer] { return peer.spent(); },
                      [&] { answers_[peer.name()].push_back(peer.tied(subject)); });
        }
        std::vector<double> shares;  // of the peer's best chain that ours reaches
        for (std::size_t i = 0; i < subjects_.size(); ++i) {
            double found = 0;
            chain.take([&peer] { return peer.spent(); },
                       [&] { found = peer.chain(subject(i), subject(i + 1)); });
            if (found > 0) shares.push_back(chains_[i] / found);
        }
        print(peer.name() + ", 100 most strongly tied", tied, tied_);
        print(peer.name() + ", best chain", chain, chain_);
        std::sort(shares.begin(), shares.end());
        constexpr double kSame = 1 - 1e-9;
        const auto same = shares.end() - std::lower_bound(shares.begin(), shares.end(), kSame);
        const auto none = std::count(shares.begin(), shares.end(), 0.0);
        fmt::print(
            "  our best chain is as strong {} times of {}, missing {} times; in the median {:.2f} of its\n",
            same, shares.size(), none, shares.empty() ? 0 : shares[shares.size() / 2]);
    }

    void ask_by_hand(bench::Peer& peer) {
        Times times;
        std::vector<std::vector<bench::Tied>>& answers = answers_[peer.name() + ", by hand"];
        for (const std::uint32_t subject : subjects_) {
            times.take([&peer] { return peer.spent(); },
                       [&] { answers.push_back(peer.tied_by_hand(subject)); });
        }
        print(peer.name() + ", 100 most strongly tied, by hand", times, tied_);
    }

    void ask_ranks(bench::Peer& peer, std::size_t questions) {
        Times times;
        for (std::size_t i = 0; i < std::min(questions, subjects_.size()); ++i)
            times.take([&peer] { return peer.spent(); }, [&] { (void)peer.ranked(subject(i)); });
        print(peer.name() + ", personalised PageRank (beside a page)", times, page_);
        print(peer.name() + ", personalised PageRank (beside 100)", times, hundred_);
    }

    /// In how many of the places a peer names the same organisation as we: whether it was asked the same.
    void compare_answers() const {
        const auto& ours = answers_.at("Kontor");
        for (const auto& [name, theirs] : answers_) {
            std::size_t shared = 0;
            std::size_t all = 0;
            for (std::size_t i = 0; i < theirs.size(); ++i) {
                std::set<std::uint32_t> found;
                for (const bench::Tied& tied : theirs[i]) found.insert(tied.organisation);
                for (const bench::Tied& tied : ours[i]) shared += found.count(tied.organisation);
                all += ours[i].size();
            }
            fmt::print(
                "{}: {:.2f} % of the most strongly tied are ours\n", name,
                100.0 * static_cast<double>(shared) / static_cast<double>(std::max<std::size_t>(1, all)));
        }
    }

private:
    [[nodiscard]] std::uint32_t subject(std::size_t i) const { return subjects_[i % subjects_.size()]; }
    [[nodiscard]] OrganisationIndex at(std::size_t i) const {
        return OrganisationIndex(std::size_t{subject(i)});
    }
    static void print(const std::string& what, const Times& times, const Times& ours) {
        const bench::Quantiles spent = bench::quantiles(times.spent);
        const bench::Quantiles passed = bench::quantiles(times.passed);
        const bench::Quantiles own = bench::quantiles(ours.spent);
        fmt::print(
            "{:<52} processor p50 {:>9.3f} p99 {:>9.3f} ms ({:.1f} and {:.1f} times ours)  passed p50 "
            "{:>9.3f} p99 {:>9.3f} ms\n",
            what, spent.median, spent.p99, spent.median / own.median, spent.p99 / own.p99, passed.median,
            passed.p99);
    }

    const Picture& picture_;
    std::vector<std::uint32_t> subjects_;
    Times tied_;
    Times chain_;
    Times page_;
    Times hundred_;
    std::vector<double> chains_;
    std::map<std::string, std::vector<std::vector<bench::Tied>>> answers_;
};

}  // namespace

int main(int count, char** words) {
    std::vector<std::string> cordis;
    std::string topics;
    std::string postgres;
    std::size_t questions = 200;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if (word == "--topics" && i + 1 < count) {
            topics = words[++i];
        } else if (word == "--postgres" && i + 1 < count) {
            postgres = words[++i];
        } else if (word == "--questions" && i + 1 < count) {
            questions = std::stoul(words[++i]);
        } else if (word != "--cordis") {
            cordis.push_back(word);
        }
    }
    bench::Keep keep;
    if (const int failed = bench::read_cordis(keep, cordis, topics); failed != 0) return failed;
    network::PictureBuilder builder;
    for (const model::Record& record : keep.records) builder.put(record);
    const network::Day today = 20600;  // 2026-05-27
    const auto picture = builder.build(today);
    const bench::PeerNetwork network = network_of(*picture);
    fmt::print("{} organisations, {} projects of two and more, {} pairs with projects in common\n",
               picture->organisation_count(), network.members.size(), bench::links_of(network).size());
    Comparison comparison(*picture, subjects_of(*picture, questions));
    comparison.ask_ours();
    constexpr std::size_t kRanks = 20;  // they take long
    if (const auto igraph = bench::make_igraph(network)) {
        comparison.ask(*igraph);
        comparison.ask_by_hand(*igraph);
        comparison.ask_ranks(*igraph, kRanks);
    }
    if (!postgres.empty()) {
        if (const auto server = bench::make_postgres(postgres, network)) comparison.ask(*server);
    }
    comparison.compare_answers();
    return 0;
}
