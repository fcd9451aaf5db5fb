// SPDX-License-Identifier: EUPL-1.2
// Turns whatever encoding a file has into UTF-8 while it streams: byte order marks are removed, UTF-16 and
// Windows-1252 are converted, UTF-8 passes through unchecked (the readers check it row by row, where they
// know line and column). One thread. Cost: one scan for plain ASCII and UTF-8, a copy otherwise.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "ingest/input.hpp"

namespace kontor::ingest {

/// Latin1 is read as Windows-1252, its superset: the C1 control characters of the former do not occur in real
/// files.
enum class Encoding { Detect, Utf8, Windows1252, Latin1, Utf16Le, Utf16Be };

class Utf8Stream final : public ByteStream {
public:
    /// Detect: byte order mark, else the first block with a non-ASCII byte decides (mostly valid UTF-8, else
    /// 1252).
    Utf8Stream(std::unique_ptr<ByteStream> inner, Encoding encoding);
    [[nodiscard]] base::Result<std::size_t> read(std::span<char> into) override;
    /// What the file turned out to be; Detect while only ASCII was seen.
    [[nodiscard]] Encoding encoding() const { return encoding_; }

private:
    [[nodiscard]] base::Result<std::size_t> fill(std::span<char> into);
    [[nodiscard]] std::size_t begin(std::string_view start);
    void decide(std::string_view block);
    void convert(std::string_view block);

    std::unique_ptr<ByteStream> inner_;
    Encoding encoding_;
    bool begun_ = false;
    bool ended_ = false;
    std::string raw_;      // bytes taken from inner_ and not yet converted
    std::string pending_;  // converted and not yet handed out
    std::size_t pending_at_ = 0;
};

}  // namespace kontor::ingest
