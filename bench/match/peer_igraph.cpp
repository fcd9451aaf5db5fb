// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "network_source.hpp"
#include "peers.hpp"

#ifdef KONTOR_BENCH_IGRAPH
#include <igraph/igraph.h>
#endif

namespace kontor::bench {

#ifdef KONTOR_BENCH_IGRAPH

namespace {

/// The weighted graph of organisations: an edge for each two with projects in common.
class Igraph final : public Peer {
public:
    explicit Igraph(const PeerNetwork& network) : organisations_(network.organisations) {
        const std::vector<PeerLink> links = links_of(network);
        igraph_vector_int_t ends;
        igraph_vector_int_init(&ends, static_cast<igraph_integer_t>(2 * links.size()));
        igraph_vector_init(&weights_, static_cast<igraph_integer_t>(links.size()));
        igraph_vector_init(&lengths_, static_cast<igraph_integer_t>(links.size()));
        for (std::size_t i = 0; i < links.size(); ++i) {
            const auto place = static_cast<igraph_integer_t>(i);
            VECTOR(ends)[2 * place] = links[i].from;
            VECTOR(ends)[2 * place + 1] = links[i].to;
            VECTOR(weights_)[place] = links[i].strength;
            VECTOR(lengths_)[place] = -std::log(std::min(1.0, links[i].strength));
        }
        igraph_create(&graph_, &ends, static_cast<igraph_integer_t>(organisations_), IGRAPH_UNDIRECTED);
        igraph_vector_int_destroy(&ends);
        igraph_vector_int_init(&edges_, 0);
        igraph_vector_int_init(&second_edges_, 0);
        igraph_sparsemat_t pairs;
        igraph_sparsemat_init(&pairs, 0, 0, 0);
        igraph_get_adjacency_sparse(&graph_, &pairs, IGRAPH_GET_ADJACENCY_BOTH, &weights_, IGRAPH_NO_LOOPS);
        igraph_sparsemat_compress(&pairs, &matrix_);
        igraph_sparsemat_destroy(&pairs);
        sums_.assign(organisations_, 0);
    }
    Igraph(const Igraph&) = delete;
    Igraph& operator=(const Igraph&) = delete;
    ~Igraph() override {
        igraph_sparsemat_destroy(&matrix_);
        igraph_vector_int_destroy(&second_edges_);
        igraph_vector_int_destroy(&edges_);
        igraph_vector_destroy(&lengths_);
        igraph_vector_destroy(&weights_);
        igraph_destroy(&graph_);
    }

    std::string name() const override { return "igraph"; }
    double spent() const override { return cpu_ms(); }

    // In igraph's own words: the matrix of strengths times the vector of the subject, and once more.
    std::vector<Tied> tied(std::uint32_t subject) override {
        const auto count = static_cast<igraph_integer_t>(organisations_);
        igraph_vector_t asked;
        igraph_vector_t first;
        igraph_vector_t sums;
        igraph_vector_init(&asked, count);
        igraph_vector_init(&first, count);
        VECTOR(asked)[subject] = 1;
        igraph_sparsemat_gaxpy(&matrix_, &asked, &first);
        igraph_vector_init_copy(&sums, &first);
        igraph_vector_scale(&first, kSecondStep);
        igraph_sparsemat_gaxpy(&matrix_, &first, &sums);
        std::vector<Tied> out;
        for (std::uint32_t i = 0; i < organisations_; ++i) {
            if (i != subject && VECTOR(sums)[i] != 0) out.push_back({i, VECTOR(sums)[i]});
        }
        for (igraph_vector_t* one : {&asked, &first, &sums}) igraph_vector_destroy(one);
        return strongest(std::move(out));
    }

    std::vector<Tied> tied_by_hand(std::uint32_t subject) override {
        const auto self = static_cast<igraph_integer_t>(subject);
        igraph_incident(&graph_, &edges_, self, IGRAPH_ALL);
        for (igraph_integer_t i = 0; i < igraph_vector_int_size(&edges_); ++i) {
            const igraph_integer_t edge = VECTOR(edges_)[i];
            const igraph_integer_t other = IGRAPH_OTHER(&graph_, edge, self);
            const double first = VECTOR(weights_)[edge];
            add(other, first);
            igraph_incident(&graph_, &second_edges_, other, IGRAPH_ALL);
            for (igraph_integer_t k = 0; k < igraph_vector_int_size(&second_edges_); ++k) {
                const igraph_integer_t next = VECTOR(second_edges_)[k];
                add(IGRAPH_OTHER(&graph_, next, other), kSecondStep * first * VECTOR(weights_)[next]);
            }
        }
        std::vector<Tied> out;
        for (const std::uint32_t one : reached_) {
            if (one != subject) out.push_back({one, sums_[one]});
            sums_[one] = 0;
        }
        reached_.clear();
        return strongest(std::move(out));
    }

    // Dijkstra knows no limit of three links; it may find a longer chain.
    double chain(std::uint32_t from, std::uint32_t to) override {
        igraph_get_shortest_path_dijkstra(&graph_, nullptr, &edges_, static_cast<igraph_integer_t>(from),
                                          static_cast<igraph_integer_t>(to), &lengths_, IGRAPH_ALL);
        const igraph_integer_t count = igraph_vector_int_size(&edges_);
        double product = count == 0 ? 0 : 1;
        for (igraph_integer_t i = 0; i < count; ++i)
            product *= std::exp(-VECTOR(lengths_)[VECTOR(edges_)[i]]);
        return product;
    }

    std::vector<Tied> ranked(std::uint32_t subject) override {
        constexpr double kDamping = 0.5;  // back to the subject with one half
        igraph_vector_t ranks;
        igraph_vector_init(&ranks, 0);
        igraph_personalized_pagerank_vs(
            &graph_, IGRAPH_PAGERANK_ALGO_PRPACK, &ranks, nullptr, igraph_vss_all(), IGRAPH_UNDIRECTED,
            kDamping, igraph_vss_1(static_cast<igraph_integer_t>(subject)), &weights_, nullptr);
        std::vector<Tied> out;
        for (std::uint32_t i = 0; i < organisations_; ++i) {
            if (i != subject) out.push_back({i, VECTOR(ranks)[i]});
        }
        igraph_vector_destroy(&ranks);
        return strongest(std::move(out));
    }

private:
    static constexpr double kSecondStep = 0.5;

    void add(igraph_integer_t organisation, double strength) {
        const auto one = static_cast<std::uint32_t>(organisation);
        if (sums_[one] == 0) reached_.push_back(one);
        sums_[one] += strength;
    }

    std::uint32_t organisations_;
    igraph_t graph_{};
    igraph_sparsemat_t matrix_{};  // of the strengths, both ways
    igraph_vector_t weights_{};
    igraph_vector_t lengths_{};
    igraph_vector_int_t edges_{};
    igraph_vector_int_t second_edges_{};
    std::vector<double> sums_;
    std::vector<std::uint32_t> reached_;
};

}  // namespace

std::unique_ptr<Peer> make_igraph(const PeerNetwork& network) {
    return std::make_unique<Igraph>(network);
}

#else

std::unique_ptr<Peer> make_igraph(const PeerNetwork&) {
    std::fprintf(stderr, "igraph: the library was not there when this program was built\n");
    return nullptr;
}

#endif

}  // namespace kontor::bench
