// SPDX-License-Identifier: EUPL-1.2
// The press reader with the shipped lists and no network, and its facts as lines, for tests.
#pragma once

#include <string>

#include "service/press_reading.hpp"

namespace kontor::service {

/// Made once; the lists must be sound.
inline const press::Reader& shipped_reader() {
    static const PressReader kReader = PressReaders(KONTOR_SOURCE_DIR "/data").without_network().value();
    return *kReader;
}

inline std::string name_of(const press::Reading& reading, std::uint32_t entity) {
    return entity < reading.entities.size() ? reading.entities[entity].name : "document";
}

/// "subject|predicate|object".
inline std::string told(const press::Reading& reading, const press::Fact& fact) {
    const auto* object = std::get_if<std::uint32_t>(&fact.object);
    return name_of(reading, fact.subject) + "|" + std::string(model::word(fact.predicate)) + "|" +
           (object != nullptr ? name_of(reading, *object) : std::get<std::string>(fact.object));
}

}  // namespace kontor::service
