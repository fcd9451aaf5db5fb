// SPDX-License-Identifier: EUPL-1.2
// A JSON object that passes through an answer or a body as it is, for whoever reads it later (a record, whose
// fields depend on its kind). Plain value.
#pragma once

#include <string>

namespace kontor::codec {

struct RawJson {
    std::string text = "{}";  // one JSON object, well-formed
    bool operator==(const RawJson&) const = default;
};

}  // namespace kontor::codec
