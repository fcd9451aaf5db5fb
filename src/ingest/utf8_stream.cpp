// SPDX-License-Identifier: EUPL-1.2
#include "ingest/utf8_stream.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "text/utf8.hpp"

namespace kontor::ingest {
namespace {

constexpr std::size_t kBlockBytes = 65536;

bool is_ascii(std::string_view bytes) {
    std::uint64_t seen = 0;
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, bytes.data() + at, 8);
        seen |= eight;
    }
    for (; at < bytes.size(); ++at) seen |= static_cast<unsigned char>(bytes[at]);
    return (seen & 0x8080808080808080U) == 0;
}

// Counts sequences of several bytes that are sound against bytes that are not; a sequence cut off by the
// block's end counts for neither.
bool is_mostly_utf8(std::string_view block) {
    std::size_t sound = 0;
    std::size_t broken = 0;
    while (!block.empty()) {
        const std::size_t fault = text::first_utf8_fault(block).value_or(block.size());
        for (std::size_t i = 0; i < fault; ++i) sound += static_cast<unsigned char>(block[i]) >= 0xC0 ? 1 : 0;
        if (fault < block.size() && block.size() - fault > 3) ++broken;
        if (fault < block.size() && block.size() - fault <= 3 &&
            static_cast<unsigned char>(block[fault]) < 0xC0) {
            ++broken;
        }
        block.remove_prefix(std::min(block.size(), fault + 1));
    }
    return sound > broken;
}

// The five bytes that Windows-1252 leaves undefined stay as they are: broken UTF-8, which the readers report
// with line and column.
void append_windows_1252(std::string& out, std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        const bool undefined = byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D;
        if (byte < 0x80 || undefined) {
            out += bytes[i];
        } else {
            out += text::utf8_from_windows_1252(bytes.substr(i, 1));
        }
    }
}

char32_t unit_at(std::string_view bytes, std::size_t at, Encoding encoding) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return encoding == Encoding::Utf16Le ? static_cast<char32_t>(first | (second << 8U))
                                         : static_cast<char32_t>((first << 8U) | second);
}

// Gives how many bytes were used: a surrogate pair may be cut off by the end of `bytes`. A lone surrogate
// becomes the byte FF, which no UTF-8 has.
std::size_t append_utf16(std::string& out, std::string_view bytes, Encoding encoding) {
    std::size_t at = 0;
    while (at + 2 <= bytes.size()) {
        const char32_t unit = unit_at(bytes, at, encoding);
        if (unit < 0xD800 || unit > 0xDFFF) {
            text::append_utf8(out, unit);
            at += 2;
            continue;
        }
        if (at + 4 > bytes.size() && unit < 0xDC00) break;
        const char32_t low = at + 4 <= bytes.size() ? unit_at(bytes, at + 2, encoding) : 0;
        if (unit < 0xDC00 && low >= 0xDC00 && low <= 0xDFFF) {
            text::append_utf8(out, 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00));
            at += 4;
        } else {
            out += '\xFF';
            at += 2;
        }
    }
    return at;
}

}  // namespace

Utf8Stream::Utf8Stream(std::unique_ptr<ByteStream> inner, Encoding encoding)
    : inner_(std::move(inner)), encoding_(encoding == Encoding::Latin1 ? Encoding::Windows1252 : encoding) {}

base::Result<std::size_t> Utf8Stream::read(std::span<char> into) {
    if (into.empty()) return std::size_t{0};
    while (pending_at_ == pending_.size()) {
        pending_.clear();
        pending_at_ = 0;
        if (ended_) return std::size_t{0};
        auto got = fill(into);
        if (!got || got.value() > 0) return got;
    }
    const std::size_t count = std::min(into.size(), pending_.size() - pending_at_);
    std::memcpy(into.data(), pending_.data() + pending_at_, count);
    pending_at_ += count;
    return count;
}

// Either puts UTF-8 straight into `into` (and gives its size) or fills pending_ (and gives 0).
base::Result<std::size_t> Utf8Stream::fill(std::span<char> into) {
    if (begun_ &&
        (encoding_ == Encoding::Utf8 || (encoding_ == Encoding::Detect && into.size() >= kBlockBytes))) {
        auto got = inner_->read(into);
        if (!got) return got;
        ended_ = got.value() == 0;
        const std::string_view block(into.data(), got.value());
        if (encoding_ == Encoding::Utf8 || is_ascii(block)) return got;
        decide(block);
        if (encoding_ == Encoding::Utf8) return got;
        convert(block);
        return std::size_t{0};
    }
    std::string block(kBlockBytes, '\0');
    std::size_t filled = 0;
    // A first block of fewer than four bytes would hide a byte order mark.
    while (filled < block.size()) {
        auto got = inner_->read(std::span(block).subspan(filled));
        if (!got) return got;
        ended_ = got.value() == 0;
        filled += got.value();
        if (ended_ || begun_ || filled >= 4) break;
    }
    block.resize(filled);
    std::string_view rest = block;
    if (!begun_) rest.remove_prefix(begin(block));
    begun_ = true;
    if (encoding_ == Encoding::Detect && !is_ascii(rest)) decide(rest);
    convert(rest);
    return std::size_t{0};
}

// Gives the length of the byte order mark.
std::size_t Utf8Stream::begin(std::string_view start) {
    struct Mark {
        std::string_view bytes;
        Encoding encoding;
    };
    constexpr std::array<Mark, 3> kMarks{
        {{"\xEF\xBB\xBF", Encoding::Utf8}, {"\xFF\xFE", Encoding::Utf16Le}, {"\xFE\xFF", Encoding::Utf16Be}}};
    for (const Mark& mark : kMarks) {
        if (!start.starts_with(mark.bytes)) continue;
        if (encoding_ == Encoding::Detect) encoding_ = mark.encoding;
        return encoding_ == mark.encoding ? mark.bytes.size() : 0;
    }
    return 0;
}

void Utf8Stream::decide(std::string_view block) {
    encoding_ = is_mostly_utf8(block) ? Encoding::Utf8 : Encoding::Windows1252;
}

void Utf8Stream::convert(std::string_view block) {
    switch (encoding_) {
        case Encoding::Detect:
        case Encoding::Utf8:
            pending_.assign(block);
            return;
        case Encoding::Windows1252:
        case Encoding::Latin1:
            append_windows_1252(pending_, block);
            return;
        case Encoding::Utf16Le:
        case Encoding::Utf16Be:
            raw_ += block;
            raw_.erase(0, append_utf16(pending_, raw_, encoding_));
            if (ended_ && !raw_.empty()) pending_ += '\xFF';
            return;
    }
}

}  // namespace kontor::ingest
