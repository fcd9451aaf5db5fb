// SPDX-License-Identifier: EUPL-1.2
#include <string>

#include "ingest/input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace kontor::ingest;
    const auto input = Input::from_bytes("fuzz", std::string(reinterpret_cast<const char*>(data), size));
    if (!input) return 0;
    for (std::size_t entry = 0; entry < input.value().entries().size(); ++entry) {
        auto stream = input.value().open(entry);
        if (stream) static_cast<void>(read_all(*stream.value(), 10'000'000));
    }
    return 0;
}
