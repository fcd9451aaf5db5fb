// SPDX-License-Identifier: EUPL-1.2
#include <string_view>

#include "ingest/byte_streams.hpp"
#include "ingest/csv_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace kontor::ingest;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const Quoting quoting : {Quoting::Doubled, Quoting::None}) {
        CsvReader reader(open_memory_stream(text), {.file = "fuzz", .quoting = quoting});
        std::size_t width = 0;
        while (reader.next()) {
            if (width == 0) width = reader.fields().size();
            if (reader.fields().size() != width || reader.place(width - 1).line < reader.line())
                __builtin_trap();
        }
    }
    return 0;
}
