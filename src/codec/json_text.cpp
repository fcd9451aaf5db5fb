// SPDX-License-Identifier: EUPL-1.2
#include "codec/json_text.hpp"

namespace kontor::codec {

void append_quoted(std::string& out, std::string_view text) {
    constexpr std::string_view kHex = "0123456789abcdef";
    out += '"';
    std::size_t clean = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        out += text.substr(clean, i - clean);
        clean = i + 1;
        out += '\\';
        if (c == '"' || c == '\\') {
            out += static_cast<char>(c);
        } else if (c == '\n') {
            out += 'n';
        } else if (c == '\t') {
            out += 't';
        } else {
            out += "u00";
            out += kHex[c >> 4U];
            out += kHex[c & 15U];
        }
    }
    out += text.substr(clean);
    out += '"';
}

}  // namespace kontor::codec
