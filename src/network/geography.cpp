// SPDX-License-Identifier: EUPL-1.2
#include "network/geography.hpp"

#include <algorithm>
#include <cmath>

#include "network/picture.hpp"

namespace kontor::network {

std::optional<Position> position_of(const Organisation& organisation) {
    if (!organisation.latitude || !organisation.longitude) return std::nullopt;
    return Position{static_cast<double>(*organisation.latitude),
                    static_cast<double>(*organisation.longitude)};
}

double kilometres_between(Position a, Position b) {
    constexpr double kEarthRadius = 6371;
    constexpr double kRadians = 3.14159265358979323846 / 180;
    const double lat_a = a.latitude * kRadians;
    const double lat_b = b.latitude * kRadians;
    const double half_lat = std::sin((lat_b - lat_a) / 2);
    const double half_turn = std::sin((b.longitude - a.longitude) * kRadians / 2);
    const double chord = half_lat * half_lat + std::cos(lat_a) * std::cos(lat_b) * half_turn * half_turn;
    return 2 * kEarthRadius * std::asin(std::min(1.0, std::sqrt(chord)));
}

}  // namespace kontor::network
