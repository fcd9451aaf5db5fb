// SPDX-License-Identifier: EUPL-1.2
// Plain text, and whatever else the bytes look like.
#include "unit/ingest/read_documents.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static_cast<void>(kontor::test::documents_of("fuzz", {reinterpret_cast<const char*>(data), size}));
    return 0;
}
