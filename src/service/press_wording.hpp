// SPDX-License-Identifier: EUPL-1.2
// Facts of press items as plain sentences in the reader's language ("Optence became partner in LASER-GO,
// phase II, January 2018"). Pure; linear in the fact.
#pragma once

#include <string>
#include <string_view>

#include "press/reading.hpp"

namespace kontor::service {

/// The sentence, with what qualifies the fact, and with a word in front when it is planned, possible or only
/// implied.
[[nodiscard]] std::string fact_sentence(const press::Reading& reading, const press::Fact& fact,
                                        std::string_view language);

/// The value of a fact for people: dates spoken, numbers and amounts grouped; names of entities as they are.
[[nodiscard]] std::string fact_object(const press::Reading& reading, const press::Fact& fact,
                                      std::string_view language);

}  // namespace kontor::service
