// SPDX-License-Identifier: EUPL-1.2
// What a partner list can be looked at for: weights of the parts by purpose, with what they mean in words.
// The usual weights are those learnt from the network at hand (`kontor train`) or those that Kontor ships.
// Functions; thread-safe.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "match/partners.hpp"
#include "service/answers.hpp"

namespace kontor::service {

enum class Preset { Usual, Known, Complementary, EndUsers, Newcomers };
}  // namespace kontor::service

namespace kontor::model {
template <>
struct Words<match::Spread> {
    static constexpr std::array<std::string_view, 4> kWords{"none", "countries", "kinds", "both"};
};
template <>
struct Words<service::Preset> {
    static constexpr std::array<std::string_view, 5> kWords{"usual", "known", "complementary", "end_users",
                                                            "newcomers"};
};
}  // namespace kontor::model

namespace kontor::service {

/// The weights, the emphasis and how existing partners count, into `request`.
void apply(Preset preset, const match::Usual& usual, match::PartnerRequest& request);

[[nodiscard]] std::string preset_label(Preset preset, std::string_view language);

/// All that can be chosen, in the reader's language.
[[nodiscard]] std::vector<PartnerPreset> presets(const match::Usual& usual, std::string_view language);

[[nodiscard]] std::vector<PartnerWeight> weights_view(const match::PartWeights& weights,
                                                      std::string_view language);

}  // namespace kontor::service
