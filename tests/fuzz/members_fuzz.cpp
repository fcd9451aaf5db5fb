// SPDX-License-Identifier: EUPL-1.2
#include "ingest/organisations.hpp"
#include "unit/ingest/sample_files.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace kontor;
    const auto input =
        ingest::Input::from_bytes("fuzz", std::string(reinterpret_cast<const char*>(data), size));
    const test::NobodyKnown known;
    base::SilentProgress progress;
    if (input) static_cast<void>(ingest::preview_member_list(input.value(), {}, {known}, progress));
    return 0;
}
