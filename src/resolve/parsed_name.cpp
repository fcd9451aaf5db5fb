// SPDX-License-Identifier: EUPL-1.2
#include "resolve/parsed_name.hpp"

#include <algorithm>
#include <array>

#include "text/fold.hpp"
#include "text/mojibake.hpp"
#include "text/names.hpp"

namespace kontor::resolve {
namespace {

constexpr std::array<std::string_view, 4> kPostalWords{"box", "bus", "cedex", "po"};

std::string raw_words(std::string_view name) {
    std::string out;
    bool is_in_word = false;
    for (const char letter : text::collapsed_umlauts(text::transliterated(name))) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool belongs =
            (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || byte >= 0x80;
        if (belongs) {
            if (!is_in_word && !out.empty()) out += ' ';
            out += letter;
        }
        is_in_word = belongs;
    }
    return out;
}

/// Without what stands in brackets; empty when nothing does, or nothing but that.
std::string without_brackets(std::string_view name) {
    std::string out;
    bool is_inside = false;
    bool has_brackets = false;
    for (const char letter : name) {
        if (letter == '(') is_inside = has_brackets = true;
        if (!is_inside) out += letter;
        if (letter == ')') is_inside = false;
    }
    return has_brackets ? out : std::string();
}

bool has_all(const std::vector<std::string_view>& words, const std::vector<std::string_view>& wanted) {
    return std::ranges::all_of(
        wanted, [&words](std::string_view each) { return std::ranges::find(words, each) != words.end(); });
}

}  // namespace

std::vector<std::string_view> split_words(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0) out.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::vector<std::string_view> ParsedName::words() const {
    return split_words(text);
}

std::string ParsedName::joined() const {
    std::string out;
    for (const char c : text) {
        if (c != ' ') out += c;
    }
    return out;
}

ParsedName parsed_name(std::string_view name) {
    const auto repaired = text::mojibake_repair(name);
    const std::string_view whole = repaired ? std::string_view(*repaired) : name;
    text::ComparableName comparable = text::comparable_name(whole);
    const std::string outer = without_brackets(whole);
    return {std::move(comparable.text), std::move(comparable.legal_form), raw_words(whole),
            outer.empty() ? std::string() : text::comparable_name(outer).text};
}

std::string initials(const std::vector<std::string_view>& words) {
    std::string out;
    for (const std::string_view word : words) out += word.front();
    return out;
}

bool abbreviates(std::string_view word, const std::vector<std::string_view>& words) {
    constexpr std::size_t kLongest = 8;
    if (word.size() < 2 || word.size() > kLongest) return false;
    std::size_t taken = 0;
    std::size_t of = 0;
    for (const std::string_view each : words) {
        if (each == word) continue;
        ++of;
        if (taken < word.size() && each.front() == word[taken]) ++taken;
    }
    return taken == word.size() && 2 * taken >= of;
}

std::string parsed_town(std::string_view town) {
    std::string out;
    const ParsedName parsed = parsed_name(town);
    for (const std::string_view word : parsed.words()) {
        if (word.front() >= '0' && word.front() <= '9') continue;
        if (std::ranges::find(kPostalWords, word) != kPostalWords.end()) continue;
        if (!out.empty()) out += ' ';
        out += word;
    }
    return out;
}

Agreement compare_towns(std::string_view parsed, std::string_view other_parsed) {
    if (parsed.empty() || other_parsed.empty()) return Agreement::Unknown;
    const auto one = split_words(parsed);
    const auto other = split_words(other_parsed);
    return has_all(one, other) || has_all(other, one) ? Agreement::Same : Agreement::Other;
}

}  // namespace kontor::resolve
