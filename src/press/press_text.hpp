// SPDX-License-Identifier: EUPL-1.2
// What a reader is given: a text and what is known about it beforehand. Values; thread-safe.
#pragma once

#include <string>

#include "model/values.hpp"

namespace kontor::press {

struct PressText {
    std::string title = {};      // empty when the text begins with it
    std::string text = {};       // valid UTF-8
    std::string publisher = {};  // empty when not known
    std::string language = {};   // ISO 639-1; empty: guessed
    model::Date published = {};
};

}  // namespace kontor::press
