// SPDX-License-Identifier: EUPL-1.2
// To whom partner lists go: whether the same hundred who are known to everybody get all places, or whether
// small and new organisations are found too. Thread-safe.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/progress.hpp"
#include "service/asker.hpp"
#include "service/knowledge.hpp"
#include "service/partner_presets.hpp"

namespace kontor::service {

/// The best known are those with most projects: one in a hundred, at most so many.
inline constexpr std::size_t kWellKnown = 100;
/// At most so many projects are few (domain: rarely seen).
inline constexpr std::size_t kSeldomProjects = 5;

/// The fewest projects of the best known; at least 2. Cost: linear in the organisations.
[[nodiscard]] std::size_t projects_of_the_known(const network::Picture& picture);

struct FairnessFigures {
    Preset preset = Preset::Usual;
    std::size_t places = 0;
    double known_share = 0;   // of the places
    double seldom_share = 0;  // of the places
    std::size_t named = 0;    // different organisations on the lists
    double gini = 0;          // of the places among those named: 0 even, towards 1 few get most
};

struct Fairness {
    std::size_t organisations = 0;
    std::size_t lists = 0;
    std::size_t top = 0;
    std::size_t known = 0;    // how many the best known are
    double known_share = 0;   // of all organisations
    double seldom_share = 0;  // likewise
    std::vector<FairnessFigures> presets;
};

struct FairnessRequest {
    std::size_t sample = 200;  // organisations that ask, evenly spread by id; 1 to 10,000
    std::size_t top = 10;      // places of each list; 1 to 100
};

/// The lists that the organisations of the sample would get with each preset, as the asker may see the
/// network. Stages: the preset's word (units: lists). Errors: Stopped.
[[nodiscard]] base::Result<Fairness> fairness(const Knowledge& knowledge, const Asker& asker,
                                              const FairnessRequest& request, base::Progress& progress);

}  // namespace kontor::service
