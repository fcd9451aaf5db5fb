// SPDX-License-Identifier: EUPL-1.2
#include <string>

#include "ingest/html_document.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    static_cast<void>(kontor::ingest::read_html(bytes, ""));
    return 0;
}
