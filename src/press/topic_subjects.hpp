// SPDX-License-Identifier: EUPL-1.2
// Whose topic a sentence tells: helpers of the rules for topics. Pure; linear in the sentence.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "press/scene.hpp"

namespace kontor::press {

inline constexpr KindSet kTopicSubjects =
    (kBodies | kProject | kProgramme | kEvent | kAgreement) & ~kinds({EntityKind::PublicBody});

/// Nouns of bodies that a topic says more of: "das Netzwerk für X", "le pôle de compétitivité de X".
[[nodiscard]] bool is_body_noun(const Key& key);
/// Whether a preposition or a genitive holds what is named at `at`: "organisée par A".
[[nodiscard]] bool is_governed(const Scene& scene, std::uint32_t s, std::uint32_t at);
/// Whoever is named nearest, of the topic's clause before others, what the clause speaks of before what a
/// preposition holds.
[[nodiscard]] std::optional<Part> named_nearest(const Scene& scene, std::uint32_t s, std::uint32_t topic);
/// "A, the cluster for X and Y", "A, le pôle de compétitivité de X": whoever stands before the comma.
[[nodiscard]] std::optional<Part> apposed(const Scene& scene, std::uint32_t s, const Mention& topic);
/// Where the enumeration begins that the topic stands in.
[[nodiscard]] std::uint32_t list_start(const Scene& scene, std::uint32_t s, const Mention& topic);
/// Whether recognition found the topic behind words that tell so, or the first of those that it is listed
/// with.
[[nodiscard]] bool is_told(const Scene& scene, std::uint32_t s, const Mention& topic, Told told);
/// "Die Partner": a reference to many bodies, none of which is named.
[[nodiscard]] bool is_many_unnamed(const Scene& scene, std::uint32_t s, const Part& who);
/// The work that the sentences before speak of: what many agree on belongs to what they agree in.
[[nodiscard]] std::optional<Part> work_before(const Scene& scene, std::uint32_t s);
/// "A befasst sich mit X, B mit Y": of those that look like one enumeration only the one before the topic.
void keep_own(const Scene& scene, std::uint32_t s, std::uint32_t topic, Part& who);

}  // namespace kontor::press
