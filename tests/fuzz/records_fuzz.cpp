// SPDX-License-Identifier: EUPL-1.2
#include "ingest/records.hpp"
#include "unit/ingest/sample_files.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace kontor;
    auto input = ingest::Input::from_bytes("fuzz", std::string(reinterpret_cast<const char*>(data), size));
    if (!input) return 0;
    std::vector<ingest::Input> inputs;
    inputs.push_back(std::move(input).value());
    test::KeepingSink sink;
    base::SilentProgress progress;
    static_cast<void>(ingest::read_records(inputs, sink, progress));
    return 0;
}
