// SPDX-License-Identifier: EUPL-1.2
#include "resolve/parsed_name.hpp"

#include <algorithm>
#include <array>

#include "resolve/name_lexicon.hpp"
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

/// Without "*ABC", by which registers mark an abbreviation at the end.
std::string_view without_mark(std::string_view name) {
    constexpr std::size_t kLongest = 8;
    const std::size_t star = name.rfind('*');
    if (star == std::string_view::npos || star == 0 || name.size() - star - 1 > kLongest) return name;
    return name.find(' ', star) == std::string_view::npos ? name.substr(0, star) : name;
}

/// The words that say what sort of body it is, sorted.
std::vector<std::string_view> sorts(std::string_view text) {
    std::vector<std::string_view> out = split_words(text);
    std::erase_if(out, [](std::string_view word) {
        const WordClass what = word_class(word);
        return what != WordClass::Sort && what != WordClass::Part;
    });
    std::sort(out.begin(), out.end());
    return out;
}

/// Parts around the only "/" when both are long and of one sort: a university and its institute are not.
std::vector<std::string> parallel_names(std::string_view name) {
    constexpr std::size_t kFewestWords = 3;
    const std::size_t slash = name.find('/');
    if (slash == std::string_view::npos || name.find('/', slash + 1) != std::string_view::npos) return {};
    std::vector<std::string> out{text::comparable_name(name.substr(0, slash)).text,
                                 text::comparable_name(name.substr(slash + 1)).text};
    const bool are_long = std::ranges::all_of(
        out, [](const std::string& each) { return split_words(each).size() >= kFewestWords; });
    if (!are_long || sorts(out.front()) != sorts(out.back())) out.clear();
    return out;
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
    const std::string_view whole = without_mark(repaired ? std::string_view(*repaired) : name);
    text::ComparableName comparable = text::comparable_name(whole);
    const std::string outer = without_brackets(whole);
    ParsedName out{std::move(comparable.text), std::move(comparable.legal_form), raw_words(whole)};
    if (!outer.empty()) out.outer = text::comparable_name(outer).text;
    out.parallel = parallel_names(whole);
    out.office = office_name(out.raw);
    return out;
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
    // "Addleston" is Addlestone: a letter or two may be missing at the end of a long name.
    constexpr std::size_t kLong = 8;
    const auto shorter = std::min(parsed.size(), other_parsed.size());
    const auto longer = std::max(parsed.size(), other_parsed.size());
    if (shorter >= kLong && longer <= shorter + 2 &&
        parsed.substr(0, shorter) == other_parsed.substr(0, shorter))
        return Agreement::Same;
    const auto one = split_words(parsed);
    const auto other = split_words(other_parsed);
    return has_all(one, other) || has_all(other, one) ? Agreement::Same : Agreement::Other;
}

}  // namespace kontor::resolve
