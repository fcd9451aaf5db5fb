// SPDX-License-Identifier: EUPL-1.2
// Bytes that are no archive are taken as the inside of a worksheet, so that mutations get behind the packing.
#include "ingest/xlsx_reader.hpp"

#include "unit/ingest/sample_files.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace kontor;
    std::string bytes(reinterpret_cast<const char*>(data), size);
    if (!bytes.starts_with("PK")) {
        bytes = test::workbook_of(bytes, "<si><t>a</t></si>", "<cellXfs><xf numFmtId=\"14\"/></cellXfs>");
    }
    const auto input = ingest::Input::from_bytes("fuzz", bytes);
    if (input) static_cast<void>(ingest::read_xlsx(input.value(), ""));
    return 0;
}
