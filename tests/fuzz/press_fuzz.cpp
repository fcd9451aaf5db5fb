// SPDX-License-Identifier: EUPL-1.2
// The first byte chooses the language; the rest, made valid UTF-8, is read with the shipped lists.
#include "service/press_reading.hpp"
#include "text/utf8.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace kontor;
    static const auto kReader = service::PressReaders(KONTOR_SOURCE_DIR "/data").without_network();
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (bytes.empty() || !kReader) return 0;
    const char* language = std::array{"", "de", "en", "fr"}.at(data[0] % 4U);
    const std::string text = text::utf8_from_windows_1252(bytes.substr(1));
    for (const auto& fact : kReader.value()->read({.text = text, .language = language}).facts)
        if (fact.confidence > 1 || fact.sentence.end > text.size()) __builtin_trap();
    return 0;
}
