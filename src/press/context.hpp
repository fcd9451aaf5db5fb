// SPDX-License-Identifier: EUPL-1.2
// What stands beside a name and tells what it is: "das Cluster X", "X project", "X, ein Verein aus …". Pure;
// constant time.
#pragma once

#include <optional>

#include "press/reading.hpp"
#include "press/view.hpp"

namespace kontor::press {

/// What the noun at token `i` tells; "appel à projets" and "call for proposals" are programmes.
[[nodiscard]] EntityKind noun_kind(const View& view, std::uint32_t i);

/// The kind that the noun directly before token `first` tells, over "named", adjectives and quotation marks.
[[nodiscard]] std::optional<EntityKind> kind_before(const View& view, std::uint32_t first);

/// The kind told after a name that ends before token `end`: "X project", "X, a Danish cluster", "X ist ein
/// Netzwerk".
[[nodiscard]] std::optional<EntityKind> kind_after(const View& view, std::uint32_t end);

/// "X from Spain", "X (Spain)", "Ireland's X": the name at tokens [first, end) is somebody's who is
/// somewhere.
[[nodiscard]] bool has_origin(const View& view, std::uint32_t first, std::uint32_t end);

[[nodiscard]] bool is_plural_project(const View& view, std::uint32_t i);

/// How much speaks for the name at tokens [first, end) as that of a project: what is said of it happens to
/// projects alone ("X is coordinated by", "the kick-off of X", "X runs until", "winners named include X"). 0:
/// nothing.
[[nodiscard]] int project_signs(const View& view, std::uint32_t first, std::uint32_t end);

/// "EU-funded", "BMBF-geförderte": what stands behind it is a project.
[[nodiscard]] bool is_paid_for(const Key& key);

/// Whether what the sentence says behind token `from` befalls projects alone: "funded by", "Laufzeit".
[[nodiscard]] bool says_of_projects(const View& view, std::uint32_t from);

/// Whether an article, or a preposition that holds one ("im", "du"), stands before the token or its
/// adjectives.
[[nodiscard]] bool has_article(const View& view, std::uint32_t first);

/// Whether the kinds can be one thing: all kinds of organisations are near each other, the others are not.
[[nodiscard]] bool is_organisation(EntityKind kind);

}  // namespace kontor::press
