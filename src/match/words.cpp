// SPDX-License-Identifier: EUPL-1.2
#include <array>

#include "match/partners.hpp"

namespace kontor::match {
namespace {

constexpr std::array<std::string_view, kParts> kPartWords{"topic_fit",    "complementarity", "warm_path",
                                                          "track_record", "place",           "freshness"};
constexpr std::array<std::string_view, 12> kCounterReasonWords{
    "same_niche",   "stale_profile",    "profile_undated",  "already_partner",
    "poor_profile", "membership_ended", "agreement_lapsed", "only_old_projects",
    "well_known",   "alike_above",      "declined",         "asked_already"};
constexpr std::array<std::string_view, 7> kMissingWords{"topics",         "offers",   "needs",  "country",
                                                        "confirmed_date", "projects", "members"};

}  // namespace

std::string_view word(Part part) {
    return kPartWords[static_cast<std::size_t>(part)];
}

std::optional<Part> part_from_word(std::string_view text) {
    for (std::size_t i = 0; i < kPartWords.size(); ++i) {
        if (kPartWords[i] == text) return static_cast<Part>(i);
    }
    return std::nullopt;
}

std::string_view word(CounterReasonType type) {
    return kCounterReasonWords[static_cast<std::size_t>(type)];
}
std::string_view word(MissingDatum datum) {
    return kMissingWords[static_cast<std::size_t>(datum)];
}

}  // namespace kontor::match
