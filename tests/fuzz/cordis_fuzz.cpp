// SPDX-License-Identifier: EUPL-1.2
// Two tables in one input, split at the first form feed; records must be sound and every row accounted for.
#include "ingest/cordis.hpp"
#include "unit/ingest/sample_files.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace kontor;
    const std::string text(reinterpret_cast<const char*>(data), size);
    const std::size_t split = std::min(text.find('\f'), size);
    std::vector<ingest::Input> inputs;
    for (const std::string& part : {text.substr(0, split), text.substr(std::min(split + 1, size))}) {
        auto input = ingest::Input::from_bytes("fuzz", part);
        if (input) inputs.push_back(std::move(input).value());
    }
    auto reader = ingest::CordisReader::open(std::move(inputs));
    test::KeepingSink sink;
    base::SilentProgress progress;
    if (reader && !test::is_accounted_for(reader.value().read(sink, {}, progress), sink)) __builtin_trap();
    return 0;
}
