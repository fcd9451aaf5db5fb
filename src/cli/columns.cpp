// SPDX-License-Identifier: EUPL-1.2
#include "cli/columns.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/utf8.hpp"

namespace kontor::cli {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowest = 12;

}  // namespace

Columns::Columns(std::vector<Align> alignment, std::size_t width)
    : alignment_(std::move(alignment)), width_(width) {}

void Columns::add(std::vector<std::string> cells) {
    cells.resize(alignment_.size());
    rows_.push_back(std::move(cells));
}

std::vector<std::size_t> Columns::widths() const {
    std::vector<std::size_t> widths(alignment_.size(), 0);
    for (const auto& row : rows_) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], text::character_count(row[i]));
        }
    }
    std::size_t total = kGap * (widths.empty() ? 0 : widths.size() - 1);
    for (const std::size_t width : widths) total += width;
    while (width_ > 0 && total > width_) {
        std::size_t longest = 0;
        for (std::size_t i = 1; i < widths.size(); ++i) {
            if (alignment_[i] == Align::Left && widths[i] > widths[longest]) longest = i;
        }
        if (widths[longest] <= kNarrowest) break;
        const std::size_t given = std::min(total - width_, widths[longest] - kNarrowest);
        widths[longest] -= given;
        total -= given;
    }
    return widths;
}

std::string Columns::text() const {
    const std::vector<std::size_t> widths = this->widths();
    std::string out;
    for (const auto& row : rows_) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string cell = shortened(row[i], widths[i]);
            const std::string room(widths[i] - text::character_count(cell), ' ');
            if (i > 0) line.append(kGap, ' ');
            line += alignment_[i] == Align::Right ? room + cell : cell + room;
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + "\n";
    }
    return out;
}

std::string shortened(std::string_view text, std::size_t width) {
    if (text::character_count(text) <= width) return std::string(text);
    std::string out;
    for (std::size_t at = 0, count = 0; at < text.size() && count + 1 < width; ++count) {
        const std::size_t length = text::character_at(text, at).length;
        out += text.substr(at, length);
        at += length;
    }
    return out + "…";
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
    std::string out;
    std::string line(indent, ' ');
    std::size_t used = indent;
    bool has_words = false;
    const auto end_line = [&] {
        out += line + "\n";
        line.assign(indent, ' ');
        used = indent;
        has_words = false;
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
        const std::string_view word = text.substr(at, end - at);
        at = end + 1;
        if (word.empty()) continue;
        const std::size_t length = text::character_count(word);
        if (has_words && width > 0 && used + 1 + length > width) end_line();
        if (has_words) line += ' ';
        used += length + (has_words ? 1 : 0);
        line += word;
        has_words = true;
    }
    if (has_words) end_line();
    return out;
}

std::string decimal(double value, int digits, std::string_view language) {
    std::string out = fmt::format("{:.{}f}", value, digits);
    if (language == "de") std::replace(out.begin(), out.end(), '.', ',');
    return out;
}

}  // namespace kontor::cli
