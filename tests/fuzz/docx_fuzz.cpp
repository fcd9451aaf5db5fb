// SPDX-License-Identifier: EUPL-1.2
// Bytes that are no archive are taken as the inside of a document's body, so that mutations get behind the
// packing.
#include "unit/ingest/read_documents.hpp"
#include "unit/ingest/sample_documents.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace kontor;
    std::string bytes(reinterpret_cast<const char*>(data), size);
    if (!bytes.starts_with("PK")) bytes = test::docx_of(bytes);
    static_cast<void>(test::documents_of("fuzz.docx", bytes));
    return 0;
}
