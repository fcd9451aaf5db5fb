// SPDX-License-Identifier: EUPL-1.2
#include "base/progress.hpp"
#include "ingest/pdf_document.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const kontor::base::SilentProgress progress;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    static_cast<void>(kontor::ingest::read_pdf(bytes, progress));
    return 0;
}
