// SPDX-License-Identifier: EUPL-1.2
// What others are asked beside Kontor, and the network they are given: who was in which project, and how
// strongly a project ties any two of its members. Two questions: who is tied most strongly in one and two
// steps, and which chain of at most three links is the strongest. One thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kontor::bench {

struct PeerNetwork {
    std::uint32_t organisations = 0;
    std::vector<double> strengths;                    // of a project: 2^(-age/4 years)/(members - 1)
    std::vector<std::vector<std::uint32_t>> members;  // of a project, each once
};

/// Two organisations with projects in common; strength is the sum of theirs.
struct PeerLink {
    std::uint32_t from = 0;
    std::uint32_t to = 0;  // greater than from
    double strength = 0;
};
/// Every pair of the network once, by from and to.
[[nodiscard]] std::vector<PeerLink> links_of(const PeerNetwork& network);

struct Tied {
    std::uint32_t organisation = 0;
    double strength = 0;
};

class Peer {
public:
    virtual ~Peer() = default;
    [[nodiscard]] virtual std::string name() const = 0;
    /// Milliseconds of processor time that answering has taken so far, wherever it was taken.
    [[nodiscard]] virtual double spent() const = 0;
    /// The 100 of the largest Σ strength(s, c) + ½ Σ strength(s, x) · strength(x, c), the strongest first,
    /// the sums over projects.
    virtual std::vector<Tied> tied(std::uint32_t subject) = 0;
    /// The same by a loop written here over the peer's memory; nothing where the peer has none to read.
    virtual std::vector<Tied> tied_by_hand(std::uint32_t /*subject*/) { return {}; }
    /// Product of the strengths of the links of the best chain, each at most 1; 0 when there is none.
    virtual double chain(std::uint32_t from, std::uint32_t to) = 0;
    /// The 100 of the largest personalised PageRank; nothing where the peer does not know it.
    virtual std::vector<Tied> ranked(std::uint32_t /*subject*/) { return {}; }
};

/// Null, with a line on the error output, when the server cannot be used or the library was absent when
/// built.
[[nodiscard]] std::unique_ptr<Peer> make_postgres(const std::string& url, const PeerNetwork& network);
[[nodiscard]] std::unique_ptr<Peer> make_igraph(const PeerNetwork& network);

/// The first 100 of these by strength, equals by number.
[[nodiscard]] std::vector<Tied> strongest(std::vector<Tied> all);

}  // namespace kontor::bench
