// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "text/names.hpp"
#include "text/utf8.hpp"

namespace kontor::text {

namespace {

using Codes = std::vector<char32_t>;

Codes code_points(std::string_view text) {
    Codes codes;
    codes.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, length] = character_at(text, at);
        codes.push_back(code);
        at += length;
    }
    return codes;
}

/// For each character of `b` whether it was matched, and the matched characters of `a` in order.
std::size_t mark_matches(const Codes& a, const Codes& b, Codes& from_a, std::vector<bool>& used_b) {
    const std::size_t longest = std::max(a.size(), b.size());
    const std::size_t window = longest < 4 ? 0 : longest / 2 - 1;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::size_t begin = i > window ? i - window : 0;
        const std::size_t end = std::min(i + window + 1, b.size());
        for (std::size_t j = begin; j < end; ++j) {
            if (used_b[j] || a[i] != b[j]) continue;
            used_b[j] = true;
            from_a.push_back(a[i]);
            break;
        }
    }
    return from_a.size();
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Optimal string alignment; `rows` has room for three times the characters of `b` and one more.
template <class Text>
std::size_t aligned(Text a, Text b, std::size_t limit, std::span<std::size_t> rows) {
    const std::size_t gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (gap > limit) return limit + 1;
    const std::size_t width = b.size() + 1;
    std::span<std::size_t> before = rows.subspan(0, width);
    std::span<std::size_t> above = rows.subspan(width, width);
    std::span<std::size_t> row = rows.subspan(2 * width, width);
    for (std::size_t j = 0; j < width; ++j) above[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j < width; ++j) {
            const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
            least = std::min(least, row[j]);
        }
        if (least > limit) return limit + 1;
        std::swap(before, above);
        std::swap(above, row);
    }
    return std::min(above[b.size()], limit + 1);
}

std::vector<std::array<char32_t, 3>> trigrams(std::string_view text) {
    Codes codes{U' ', U' '};
    const Codes letters = code_points(text);
    codes.insert(codes.end(), letters.begin(), letters.end());
    codes.push_back(U' ');
    std::vector<std::array<char32_t, 3>> grams;
    for (std::size_t i = 0; i + 2 < codes.size(); ++i)
        grams.push_back({codes[i], codes[i + 1], codes[i + 2]});
    std::ranges::sort(grams);
    return grams;
}

}  // namespace

double jaro_winkler(std::string_view first, std::string_view second) {
    if (first == second) return 1;
    const Codes a = code_points(first);
    const Codes b = code_points(second);
    if (a.empty() || b.empty()) return 0;
    Codes from_a;
    std::vector<bool> used_b(b.size());
    const auto matches = static_cast<double>(mark_matches(a, b, from_a, used_b));
    if (matches == 0) return 0;
    std::size_t moved = 0;
    for (std::size_t j = 0, k = 0; j < b.size(); ++j) {
        if (used_b[j] && b[j] != from_a[k++]) ++moved;
    }
    const double swaps = static_cast<double>(moved) / 2;
    const double jaro = (matches / static_cast<double>(a.size()) + matches / static_cast<double>(b.size()) +
                         (matches - swaps) / matches) /
                        3;
    std::size_t prefix = 0;
    while (prefix < 4 && prefix < a.size() && prefix < b.size() && a[prefix] == b[prefix]) ++prefix;
    return jaro + static_cast<double>(prefix) * 0.1 * (1 - jaro);
}

std::size_t edit_distance(std::string_view first, std::string_view second, std::size_t limit) {
    // Words are mostly short and Latin; comparing those needs no memory of its own.
    constexpr std::size_t kShort = 64;
    if (first.size() < kShort && second.size() < kShort && is_ascii(first) && is_ascii(second)) {
        std::array<std::size_t, 3 * kShort> rows;
        return aligned(first, second, limit, rows);
    }
    const Codes a = code_points(first);
    const Codes b = code_points(second);
    std::vector<std::size_t> rows(3 * (b.size() + 1));
    return aligned(std::u32string_view(a.data(), a.size()), std::u32string_view(b.data(), b.size()), limit,
                   rows);
}

double trigram_similarity(std::string_view a, std::string_view b) {
    const auto left = trigrams(a);
    const auto right = trigrams(b);
    std::size_t shared = 0;
    for (std::size_t i = 0, j = 0; i < left.size() && j < right.size();) {
        if (left[i] == right[j]) {
            ++shared;
            ++i;
            ++j;
        } else if (left[i] < right[j]) {
            ++i;
        } else {
            ++j;
        }
    }
    return 2 * static_cast<double>(shared) / static_cast<double>(left.size() + right.size());
}

}  // namespace kontor::text
