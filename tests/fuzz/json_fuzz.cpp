// SPDX-License-Identifier: EUPL-1.2
#include <string_view>

#include "ingest/byte_streams.hpp"
#include "ingest/json_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace kontor::ingest;
    JsonReader reader(open_memory_stream({reinterpret_cast<const char*>(data), size}), "fuzz");
    while (reader.next()) {
        if (reader.place().line == 0 || reader.place().column == 0) __builtin_trap();
    }
    return 0;
}
