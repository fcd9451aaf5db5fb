// SPDX-License-Identifier: EUPL-1.2
// Attachments are read as well, whatever they are.
#include "unit/ingest/read_documents.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes = "Message-ID: <1@fuzz.example>\nSubject: fuzz\n" +
                              std::string(reinterpret_cast<const char*>(data), size);
    static_cast<void>(kontor::test::documents_of("fuzz.eml", bytes));
    return 0;
}
