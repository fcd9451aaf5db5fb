// SPDX-License-Identifier: EUPL-1.2
// What the press desk sees with, from the rooms that read texts, resolve names and open documents.
// Thread-safe.
#pragma once

#include "service/name_resolution.hpp"
#include "service/place_service.hpp"
#include "service/press_desk.hpp"
#include "service/press_reading.hpp"

namespace kontor::service {

/// All must outlive what is made.
[[nodiscard]] PressSenses press_senses(const PressReaders& readers, NameResolution& resolution,
                                       const PlaceService& places);

}  // namespace kontor::service
