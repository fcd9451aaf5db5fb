// SPDX-License-Identifier: EUPL-1.2
// Positions on the globe and how far apart they are. Pure functions, any thread, well below a microsecond.
#pragma once

#include <optional>

namespace kontor::network {

struct Organisation;

/// Degrees: latitude -90 to 90, longitude -180 to 180.
struct Position {
    double latitude = 0;
    double longitude = 0;
};

/// Nothing when the organisation's position is unknown.
[[nodiscard]] std::optional<Position> position_of(const Organisation& organisation);

/// Along a great circle of a sphere of 6,371 km (haversine formula): within half a percent on the earth.
[[nodiscard]] double kilometres_between(Position a, Position b);

}  // namespace kontor::network
