// SPDX-License-Identifier: EUPL-1.2
#include "ingest/decoded_text.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "ingest/byte_streams.hpp"
#include "ingest/utf8_stream.hpp"
#include "text/mojibake.hpp"
#include "text/utf8.hpp"

namespace kontor::ingest {
namespace {

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

std::optional<std::string> converted(std::string_view bytes, const std::string& charset) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(charset.c_str(), &status));
    if (U_FAILURE(status) != 0 || bytes.size() > 1'000'000'000) return std::nullopt;
    const icu::UnicodeString wide(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(),
                                  status);
    if (U_FAILURE(status) != 0) return std::nullopt;
    std::string out;
    return wide.toUTF8String(out);
}

// In UTF-16 of European text every other byte is zero.
std::optional<std::string> utf16_charset(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return "UTF-16";
    if (bytes.starts_with("\xFE\xFF")) return "UTF-16";
    const std::string_view start = bytes.substr(0, std::min<std::size_t>(bytes.size(), 2000) & ~1ULL);
    std::size_t even = 0;
    std::size_t odd = 0;
    for (std::size_t i = 0; i < start.size(); i += 2) {
        even += start[i] == '\0' ? 1 : 0;
        odd += start[i + 1] == '\0' ? 1 : 0;
    }
    const std::size_t most = start.size() / 2 * 7 / 10;
    if (start.size() < 8) return std::nullopt;
    if (odd > most && even == 0) return "UTF-16LE";
    if (even > most && odd == 0) return "UTF-16BE";
    return std::nullopt;
}

// The lines that are no UTF-8 but for a cut at the end; empty when others have letters beyond ASCII.
std::string lines_of_another_encoding(std::string_view bytes) {
    constexpr std::size_t kEnough = 20'000;
    std::string out;
    while (!bytes.empty() && out.size() < kEnough) {
        const std::size_t length = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
        const std::string_view line = bytes.substr(0, length);
        bytes.remove_prefix(length);
        const bool is_ascii = std::all_of(line.begin(), line.end(),
                                          [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        if (!is_ascii && !text::first_utf8_fault(line)) return {};
        if (!is_ascii) out += line.substr(0, kEnough);
    }
    return out;
}

// In no language of the Latin script are two letters in five beyond ASCII; Japanese, Chinese, Korean,
// Cyrillic or Greek text of an encoding of its own would become nonsense that looks Latin.
bool is_of_another_script(std::string_view bytes) {
    std::size_t letters = 0;
    std::size_t beyond = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        beyond += byte >= 0x80 ? 1 : 0;
        letters += (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z' ? 1 : 0;
    }
    return beyond * 3 > letters * 2;
}

struct CloseDetector {
    void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

// What an undeclared text of another script is written in; nothing when that is not clear.
std::optional<std::string> guessed_charset(std::string_view bytes) {
    if (bytes.find("\x1B$") != std::string_view::npos) return "ISO-2022-JP";
    const std::string telling = lines_of_another_encoding(bytes);
    if (telling.empty() || !is_of_another_script(telling)) return std::nullopt;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
    ucsdet_setText(detector.get(), telling.data(), static_cast<std::int32_t>(telling.size()), &status);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) != 0 || match == nullptr) return std::nullopt;
    constexpr std::int32_t kSure = 30;  // of 100; short texts reach no more
    const std::string name = ucsdet_getName(match, &status);
    const bool is_sure = ucsdet_getConfidence(match, &status) >= kSure;
    const auto is = [&name](std::string_view start) { return name.starts_with(start); };
    const bool is_latin = name == "ISO-8859-1" || name == "ISO-8859-2" || name == "ISO-8859-9" ||
                          is("windows-1250") || is("windows-1252") || is("windows-1254");
    if (!is_sure || is_latin || is("UTF") || is("IBM")) return std::nullopt;
    return name;
}

std::string decoded_by_line(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    while (!bytes.empty()) {
        const std::size_t length = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
        const std::string_view line = bytes.substr(0, length);
        bytes.remove_prefix(length);
        if (text::first_utf8_fault(line)) {
            out += text::utf8_from_windows_1252(line);
        } else {
            out += line;
        }
    }
    return out;
}

bool is_single_byte_latin(std::string_view declared) {
    std::string name(declared);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii" ||
           name == "utf-8" || name == "utf8" || name == "windows-1252";
}

std::string repaired_lines(std::string_view text) {
    if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
        return std::string(text);
    }
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = std::min(text.find('\n'), text.size() - 1) + 1;
        const std::string_view line = text.substr(0, length);
        text.remove_prefix(length);
        const bool may_be_twice = line.find("\xC3\x83") != std::string_view::npos ||
                                  line.find("\xC3\x82") != std::string_view::npos ||
                                  line.find("\xC3\xA2") != std::string_view::npos ||
                                  line.find("\xE2\x88\x9A") != std::string_view::npos;
        const auto repaired = may_be_twice ? text::mojibake_repair(line) : std::nullopt;
        out += repaired ? std::string_view(*repaired) : line;
    }
    return out;
}

std::string normalised(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status) != 0) return text;
    if (nfc->isNormalizedUTF8(text, status) != 0) return text;
    icu::UnicodeString wide = nfc->normalize(icu::UnicodeString::fromUTF8(text), status);
    if (U_FAILURE(status) != 0) return text;
    std::string out;
    return wide.toUTF8String(out);
}

bool is_invisible(char32_t code) {
    if (code == 0x200C || code == 0x200D) return false;  // joiners, which scripts need
    const auto kind = u_charType(static_cast<UChar32>(code));
    return kind == U_FORMAT_CHAR || kind == U_CONTROL_CHAR || kind == U_SURROGATE ||
           kind == U_PRIVATE_USE_CHAR || code == 0xFFFE || code == 0xFFFF;
}

/// Puts one character after the other into a text with no space at line ends and at most one empty line.
class TidyText {
public:
    void add(char32_t code) {
        if (code == '\n') {
            ++lines_;
            space_ = false;
        } else if (code == ' ') {
            space_ = true;
        } else {
            begin_word();
            text::append_utf8(out, code);
        }
    }
    void begin_word() {
        if (!out.empty() && lines_ > 0) out.append(std::min<std::size_t>(lines_, 2), '\n');
        if (space_ && lines_ == 0 && !out.empty()) out += ' ';
        lines_ = 0;
        space_ = false;
    }
    std::string out;

private:
    std::size_t lines_ = 0;
    bool space_ = false;
};

void add_character(TidyText& tidy, char32_t code) {
    if (code == '\r' || code == 0x2028 || code == 0x0085) {
        tidy.add('\n');
    } else if (code == '\f' || code == 0x2029) {
        tidy.add('\n');
        tidy.add('\n');
    } else if (code == '\n' || code == ' ') {
        tidy.add(code);
    } else if (code == '\t' || code == '\v' || u_isUWhiteSpace(static_cast<UChar32>(code)) != 0) {
        tidy.add(' ');
    } else if (!is_invisible(code)) {
        tidy.add(code);
    }
}

}  // namespace

std::string decoded_text(std::string_view bytes, std::string_view declared) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (const auto wide = utf16_charset(bytes)) {
        if (auto text = converted(bytes, *wide)) return *std::move(text);
    }
    const bool is_utf8 = !text::first_utf8_fault(bytes).has_value();
    if (is_utf8 && bytes.find('\x1B') == std::string_view::npos) return std::string(bytes);
    if (!is_utf8 && !declared.empty() && !is_single_byte_latin(declared)) {
        if (auto text = converted(bytes, std::string(declared))) return *std::move(text);
    }
    if (const auto charset = guessed_charset(bytes)) {
        if (auto text = converted(bytes, *charset)) return *std::move(text);
    }
    return decoded_by_line(bytes);
}

std::string tidy_text(std::string_view text) {
    const std::string sound = normalised(repaired_lines(text));
    TidyText tidy;
    tidy.out.reserve(sound.size());
    for (std::size_t at = 0; at < sound.size();) {
        const auto byte = static_cast<unsigned char>(sound[at]);
        if (byte > ' ' && byte < 0x7F) {
            std::size_t end = at;
            while (end < sound.size() && sound[end] > ' ' && sound[end] < 0x7F) ++end;
            tidy.begin_word();
            tidy.out.append(sound, at, end - at);
            at = end;
            continue;
        }
        const auto [code, length] = text::character_at(sound, at);
        at += length;
        if (code == '\r' && at < sound.size() && sound[at] == '\n') continue;
        add_character(tidy, code);
    }
    return std::move(tidy.out);
}

std::string tidy_line(std::string_view text) {
    std::string line = tidy_text(text);
    std::string out;
    for (const char c : line) {
        const bool space = c == '\n' || c == ' ';
        if (!space) out += c;
        if (space && !out.empty() && out.back() != ' ') out += ' ';
    }
    return out;
}

}  // namespace kontor::ingest
