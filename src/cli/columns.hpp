// SPDX-License-Identifier: EUPL-1.2
// Rows as aligned columns and numbers, for people. Widths count characters, not bytes. One thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kontor::cli {

enum class Align { Left, Right };

class Columns {
public:
    /// `width` is the room for a whole row in characters; 0 cuts nothing. The longest left-aligned column
    /// gives way.
    explicit Columns(std::vector<Align> alignment, std::size_t width);

    /// As many cells as there are alignments.
    void add(std::vector<std::string> cells);
    /// Every row with two spaces between columns and a line break, none at the right end.
    [[nodiscard]] std::string text() const;

private:
    [[nodiscard]] std::vector<std::size_t> widths() const;

    std::vector<Align> alignment_;
    std::size_t width_;
    std::vector<std::vector<std::string>> rows_;
};

/// At most `width` characters, the last one "…" when something was cut.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t width);

/// Lines of at most `width` characters, broken at spaces, each beginning with `indent` spaces.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width, std::size_t indent);

/// With so many digits after the point, which is a comma in German.
[[nodiscard]] std::string decimal(double value, int digits, std::string_view language);

}  // namespace kontor::cli
