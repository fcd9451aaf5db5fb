// SPDX-License-Identifier: EUPL-1.2
#include "ingest/import_text.hpp"

#include <algorithm>

#include "text/mojibake.hpp"
#include "text/utf8.hpp"

namespace kontor::ingest {
namespace {

using base::ErrorCode;

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD: something was lost before us
constexpr std::size_t kQuotedBytes = 200;

void remove_control_characters(std::string& text, const TextNotice& notice) {
    auto found = text::first_control_character(text, text::Whitespace::TabsAndLines);
    if (!found) return;
    notice(ErrorCode::ControlCharacter, {{"code", text::code_point_name(found->code)}});
    std::string out;
    std::string_view rest = text;
    for (; found; found = text::first_control_character(rest, text::Whitespace::TabsAndLines)) {
        out += rest.substr(0, found->offset);
        rest.remove_prefix(found->offset + text::character_at(rest, found->offset).length);
    }
    out += rest;
    text = std::move(out);
}

}  // namespace

std::string squeezed(std::string_view raw) {
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    std::string out;
    out.reserve(raw.size());
    for (const char c : raw) {
        if (!is_blank(c)) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

std::string clean_text(std::string_view raw, std::size_t maximum_bytes, const TextNotice& notice) {
    std::string out = squeezed(raw);
    const bool ascii =
        std::none_of(out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x7F; });
    const bool plain =
        std::none_of(out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; });
    if (!ascii || !plain) {
        if (auto repaired = text::mojibake_repair(out)) {
            notice(ErrorCode::EncodingSuspect,
                   {{"text", std::string(text::truncated(out, kQuotedBytes))},
                    {"suggestion", std::string(text::truncated(*repaired, kQuotedBytes))}});
            out = std::move(*repaired);
        }
        remove_control_characters(out, notice);
        if (out.find(kReplacement) != std::string::npos) notice(ErrorCode::CharactersLost, {});
    }
    if (out.size() > maximum_bytes) {
        notice(ErrorCode::FieldTooLong, {{"maximum", std::to_string(maximum_bytes)}});
        out = std::string(text::truncated(out, maximum_bytes));
    }
    return out;
}

}  // namespace kontor::ingest
