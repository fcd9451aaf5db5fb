// SPDX-License-Identifier: EUPL-1.2
#include <string_view>

#include "ingest/euroscivoc.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace kontor::ingest;
    FileReport report;
    const auto tree = euroscivoc_from_turtle({reinterpret_cast<const char*>(data), size}, report);
    if (tree) static_cast<void>(ordered_hierarchy(tree.value().items));
    return 0;
}
