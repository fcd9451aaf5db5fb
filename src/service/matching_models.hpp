// SPDX-License-Identifier: EUPL-1.2
// What the engines of matching weigh with: learnt from the network at hand (`kontor train`) and kept in the
// store, or shipped. Read at every question, so that all servers on one store change together; a reading
// costs some ten microseconds. What cannot be read (of a newer Kontor, say) counts as not there.
#pragma once

#include <cstdint>

#include "match/partners.hpp"
#include "match/team_completion.hpp"
#include "store/store.hpp"

namespace kontor::service {

/// How a partner list weighs.
struct UsualWeights {
    match::Usual usual;
    std::int64_t trained = 0;  // seconds since 1970; 0: shipped
    std::int64_t cases = 0;
};
[[nodiscard]] UsualWeights usual_weights(const store::Store& store);

struct TeamWeights {
    match::TeamModel model;
    std::int64_t trained = 0;
    std::int64_t cases = 0;
};
[[nodiscard]] TeamWeights team_weights(const store::Store& store);

/// As they are kept.
[[nodiscard]] model::TrainedModel kept(const UsualWeights& usual);
[[nodiscard]] model::TrainedModel kept(const TeamWeights& team);
inline constexpr const char* kPartsModel = "parts";
inline constexpr const char* kTeamModel = "team";

}  // namespace kontor::service
