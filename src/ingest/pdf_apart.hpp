// SPDX-License-Identifier: EUPL-1.2
// A small PDF file can ask its reader for any memory and any time: graphics states within each other without
// end, forms that draw forms that draw forms. Poppler knows no limit for that, so a child of this program
// reads the file, with memory and time of its own, and hands the text over; if it dies, the file is refused
// and nothing else is lost. Any thread. Costs a fork besides the reading (some milliseconds).
#pragma once

#include <cstdint>
#include <string_view>

#include "ingest/press_documents.hpp"

namespace kontor::ingest {

/// What a child may take.
struct PdfAllowance {
    std::uint64_t memory_bytes = 1'500'000'000;  // besides what the program has already
    unsigned seconds = 60;                       // of a processor; three times as many of the clock
};

/// As read_pdf(); DocumentDamaged also for a file that needs more than `allowance`. Asks `progress` to stop
/// five times a second.
[[nodiscard]] base::Result<DocumentText> read_pdf_apart(std::string_view bytes,
                                                        const base::Progress& progress,
                                                        const PdfAllowance& allowance);

}  // namespace kontor::ingest
