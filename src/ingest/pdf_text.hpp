// SPDX-License-Identifier: EUPL-1.2
// From the words of a printed page, with their places, to paragraphs. Pure; linear in the words.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace kontor::ingest {

/// A word where it is printed; lengths in points, y downward.
struct PrintedWord {
    std::string text;
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;
    double font_size = 0;
};

struct PrintedLine {
    std::string text;
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;
    double font_size = 0;
};

struct PrintedPage {
    double height = 0;
    std::vector<PrintedLine> lines;  // in reading order
};

/// Words in reading order become lines: what stands beside the word before.
[[nodiscard]] std::vector<PrintedLine> printed_lines(const std::vector<PrintedWord>& words);

/// Takes the lines off that stand at the same edge of most pages (heads, feet, page numbers).
void drop_running_lines(std::vector<PrintedPage>& pages);

/// Paragraphs parted by blank lines; words broken at the end of a line are one again ("Zusammen-" and
/// "arbeit"), but not those that keep their hyphen ("EU-" and "Projekt").
[[nodiscard]] std::string paragraphs_of(const std::vector<PrintedPage>& pages);

/// The largest print of the first page, when it is larger than the text's and no more than a few lines; empty
/// otherwise.
[[nodiscard]] std::string headline_of(const std::vector<PrintedPage>& pages);

}  // namespace kontor::ingest
