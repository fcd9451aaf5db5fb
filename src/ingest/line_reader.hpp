// SPDX-License-Identifier: EUPL-1.2
// A text line by line, with line numbers and a maximum length. One thread. Memory: one line.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "ingest/utf8_stream.hpp"

namespace kontor::ingest {

class LineReader {
public:
    LineReader(std::unique_ptr<ByteStream> stream, std::size_t maximum_bytes);

    /// Moves to the next line; false at the end, or at a fault of the stream.
    [[nodiscard]] base::Result<bool> next();
    /// Without its line end; cut to the maximum when is_too_long().
    [[nodiscard]] std::string_view line() const { return line_; }
    [[nodiscard]] bool is_too_long() const { return too_long_; }
    [[nodiscard]] std::uint64_t number() const { return number_; }

private:
    Utf8Stream stream_;
    std::size_t maximum_bytes_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::size_t filled_ = 0;
    std::string line_;
    bool too_long_ = false;
    std::uint64_t number_ = 0;
};

}  // namespace kontor::ingest
