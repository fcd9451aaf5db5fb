// SPDX-License-Identifier: EUPL-1.2
#include "ingest/pdf_text.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "text/utf8.hpp"

namespace kontor::ingest {
namespace {

constexpr double kEdge = 0.12;         // of a page's height, where heads and feet stand
constexpr std::size_t kFewPages = 3;   // from so many on, what is repeated is told
constexpr double kLargerPrint = 1.15;  // of a headline against the text
constexpr std::size_t kHeadlineLines = 4;
constexpr std::size_t kHeadlineBytes = 300;

double height_of(const PrintedLine& line) {
    return std::max(line.bottom - line.top, 1.0);
}

bool stands_beside(const PrintedWord& word, const PrintedLine& line) {
    const double middle = (word.top + word.bottom) / 2;
    const bool same_height = middle > line.top && middle < line.bottom;
    return same_height && word.left >= line.right - height_of(line) &&
           word.left - line.right < 3 * height_of(line);
}

// "Seite 3 von 12" and "Seite 4 von 12" are the same line.
std::string without_digits(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c < '0' || c > '9') out += c;
    }
    return out;
}

bool is_at_edge(const PrintedLine& line, const PrintedPage& page) {
    return line.bottom < kEdge * page.height || line.top > (1 - kEdge) * page.height;
}

bool is_page_number(const std::string& text) {
    return text.size() <= 12 &&
           std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || c == ' ' || c == '/' || c == '-' || c == '|' || c == '.';
           });
}

bool is_lower(char32_t code) {
    return (code >= 'a' && code <= 'z') || (code >= 0xDF && code <= 0xFF && code != 0xF7);
}

bool is_joining_word(std::string_view line) {
    const std::string_view word = line.substr(0, line.find(' '));
    return word == "und" || word == "oder" || word == "bzw." || word == "and" || word == "or" ||
           word == "et" || word == "ou";
}

// Whether the hyphen at the end of `before` parts one word: a small letter on either side, and not
// "Forschungs-" before "und".
bool is_broken_word(const std::string& before, const std::string& next) {
    if (before.size() < 3 || before.back() != '-' || next.empty() || is_joining_word(next)) return false;
    std::size_t last = before.size() - 2;
    while (last > 0 && (static_cast<unsigned char>(before[last]) & 0xC0U) == 0x80U) --last;
    return is_lower(text::character_at(before, last).code) && is_lower(text::character_at(next, 0).code);
}

void append_line(std::string& out, const std::string& line) {
    if (is_broken_word(out, line)) {
        out.pop_back();
        out += line;
    } else if (out.ends_with('-') && out.size() > 1 && out[out.size() - 2] != ' ' && !is_joining_word(line)) {
        out += line;
    } else {
        out += ' ' + line;
    }
}

bool is_list_mark(const std::string& text) {
    constexpr std::string_view kMarks[] = {"• ", "– ", "- ", "· ", "▪ ", "◦ ", "* ", "■ ", "► "};
    return std::any_of(std::begin(kMarks), std::end(kMarks),
                       [&](std::string_view mark) { return text.starts_with(mark); });
}

bool ends_sentence(const std::string& text) {
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(':');
}

enum class Break { None, Line, Paragraph };

// A gap, another print or a line that ends early with a sentence parts paragraphs; the next column or page
// goes on with what was not finished.
Break break_between(const PrintedLine& before, const PrintedLine& line, double column_right) {
    if (std::abs(before.font_size - line.font_size) > 0.1 * before.font_size) return Break::Paragraph;
    if (is_list_mark(line.text)) return Break::Line;
    const double height = height_of(before);
    const bool moved_on = line.top < before.top || line.left > before.right;
    if (moved_on) return ends_sentence(before.text) ? Break::Paragraph : Break::None;
    if (line.top - before.bottom > 0.75 * height) return Break::Paragraph;
    const bool ends_early = before.right < column_right - 4 * height;
    if (ends_early && ends_sentence(before.text)) return Break::Paragraph;
    return ends_early && before.right - before.left < 0.5 * (column_right - before.left) ? Break::Line
                                                                                         : Break::None;
}

/// How far right the lines of a page reach that begin at about the same place.
class Columns {
public:
    explicit Columns(const PrintedPage& page) {
        for (const PrintedLine& line : page.lines) {
            double& right = rights_.emplace(place_of(line), line.right).first->second;
            right = std::max(right, line.right);
        }
    }
    [[nodiscard]] double right_of(const PrintedLine& line) const {
        double right = line.right;
        for (const int place : {place_of(line) - 1, place_of(line), place_of(line) + 1}) {
            const auto found = rights_.find(place);
            if (found != rights_.end()) right = std::max(right, found->second);
        }
        return right;
    }

private:
    static constexpr double kColumnStep = 18;  // points; indents are smaller, columns farther apart
    // Places beyond any page are one.
    static int place_of(const PrintedLine& line) {
        return static_cast<int>(std::clamp(line.left, -10'000.0, 10'000.0) / kColumnStep);
    }
    std::map<int, double> rights_;
};

double text_size(const std::vector<PrintedPage>& pages) {
    std::map<int, std::size_t> bytes;  // by tenths of a point
    for (const PrintedPage& page : pages) {
        for (const PrintedLine& line : page.lines) {
            bytes[static_cast<int>(std::clamp(line.font_size, 0.0, 10'000.0) * 10)] += line.text.size();
        }
    }
    const auto most = std::max_element(bytes.begin(), bytes.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == bytes.end() ? 0 : most->first / 10.0;
}

}  // namespace

std::vector<PrintedLine> printed_lines(const std::vector<PrintedWord>& words) {
    std::vector<PrintedLine> lines;
    for (const PrintedWord& word : words) {
        if (word.text.empty()) continue;
        if (!lines.empty() && stands_beside(word, lines.back())) {
            PrintedLine& line = lines.back();
            if (word.left - line.right > 0.1 * height_of(line)) line.text += ' ';
            line.text += word.text;
            line.right = std::max(line.right, word.right);
            line.font_size = std::max(line.font_size, word.font_size);
            continue;
        }
        lines.push_back({word.text, word.left, word.right, word.top, word.bottom, word.font_size});
    }
    return lines;
}

void drop_running_lines(std::vector<PrintedPage>& pages) {
    std::map<std::string, std::set<std::size_t>> seen;
    for (std::size_t page = 0; page < pages.size(); ++page) {
        for (const PrintedLine& line : pages[page].lines) {
            if (is_at_edge(line, pages[page])) seen[without_digits(line.text)].insert(page);
        }
    }
    for (PrintedPage& page : pages) {
        const auto is_running = [&](const PrintedLine& line) {
            if (!is_at_edge(line, page)) return false;
            if (is_page_number(line.text)) return true;
            const std::size_t times = seen[without_digits(line.text)].size();
            return pages.size() >= kFewPages ? times * 2 > pages.size() : times > 1;
        };
        page.lines.erase(std::remove_if(page.lines.begin(), page.lines.end(), is_running), page.lines.end());
    }
}

std::string paragraphs_of(const std::vector<PrintedPage>& pages) {
    std::string out;
    const PrintedLine* before = nullptr;
    double right = 0;
    for (const PrintedPage& page : pages) {
        const Columns columns(page);
        for (const PrintedLine& line : page.lines) {
            const Break parted = before == nullptr ? Break::Paragraph : break_between(*before, line, right);
            if (before == nullptr || parted == Break::Paragraph) {
                if (before != nullptr) out += "\n\n";
                out += line.text;
            } else if (parted == Break::Line) {
                out += '\n' + line.text;
            } else {
                append_line(out, line.text);
            }
            before = &line;
            right = columns.right_of(line);
        }
    }
    return out;
}

std::string headline_of(const std::vector<PrintedPage>& pages) {
    if (pages.empty()) return {};
    double largest = kLargerPrint * text_size(pages);
    for (const PrintedLine& line : pages.front().lines) largest = std::max(largest, line.font_size);
    std::string headline;
    std::size_t lines = 0;
    for (const PrintedLine& line : pages.front().lines) {
        if (line.font_size < 0.98 * largest || line.font_size < kLargerPrint * text_size(pages)) {
            if (lines > 0) break;
            continue;
        }
        if (++lines > 1) {
            append_line(headline, line.text);
        } else {
            headline = line.text;
        }
    }
    return lines > kHeadlineLines || headline.size() > kHeadlineBytes ? std::string() : headline;
}

}  // namespace kontor::ingest
