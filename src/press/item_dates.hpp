// SPDX-License-Identifier: EUPL-1.2
// Dates of the item itself beside those of what it tells. Pure; constant cost for each date.
#pragma once

#include "press/scene.hpp"

namespace kontor::press {

/// Stands in the line of place and date in front of a text ("Ort, 14. Oktober 2021 –") or tells when the item
/// was published.
[[nodiscard]] bool is_dateline(const Scene& scene, std::uint32_t s, const DateSpan& date);

/// "as the ministry announced on 3 May": the day of the news.
[[nodiscard]] bool is_of_news(const Scene& scene, std::uint32_t s, const DateSpan& date);

/// "Im Mai und Juni besuchten je …": months beside each other are times of several things.
[[nodiscard]] bool is_one_of_several(const Scene& scene, std::uint32_t s, const DateSpan& date);

/// "…, 9:30 bis 16:30 Uhr", "at 10 a.m.": a time of day stands behind it.
[[nodiscard]] bool has_time(const Scene& scene, std::uint32_t s, const DateSpan& date);

}  // namespace kontor::press
