// SPDX-License-Identifier: EUPL-1.2
#include "text/names.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <tuple>

#include "text/analyzer.hpp"
#include "text/fold.hpp"
#include "text/name_words.hpp"

namespace kontor::text {

namespace {

constexpr std::size_t kLongestLegalForm = 5;  // words
constexpr double kGenericWeight = 0.3;
constexpr double kAlikeWords = 0.9;
constexpr double kInitials = 0.8;
constexpr double kOtherLegalForm = 0.95;

std::string joined(std::span<const std::string> words, std::string_view between) {
    std::string out;
    for (const std::string& word : words) {
        if (!out.empty()) out += between;
        out += word;
    }
    return out;
}

/// Words of a transliterated name; "&" and "+" are "and", runs of single letters become one word ("s p a" →
/// "spa").
std::vector<std::string> raw_words(std::string_view name) {
    std::string plain;
    for (const char c : transliterated(name)) {
        if (c == '\'') continue;
        plain += c == '&' || c == '+' ? std::string(" and ") : std::string(1, c);
    }
    std::vector<std::string> words;
    WordCursor cursor(plain);
    WordRange range;
    bool is_run = false;
    while (cursor.next(range)) {
        std::string word = plain.substr(range.begin, range.end - range.begin);
        const bool is_letter = word.size() == 1 && word[0] >= 'a' && word[0] <= 'z';
        if (is_letter && is_run) {
            words.back() += word;
        } else {
            words.push_back(std::move(word));
        }
        is_run = is_letter;
    }
    return words;
}

const WordPair* find_pair(std::span<const WordPair> pairs, std::string_view word) {
    const auto found = std::ranges::lower_bound(pairs, word, {}, &WordPair::first);
    return found != pairs.end() && found->first == word ? &*found : nullptr;
}

/// Takes legal forms off the end ("gmbh & co kg"), or one off the front ("uab …"); a name of nothing else
/// stays.
std::string take_legal_form(std::vector<std::string>& words) {
    std::string form;
    for (bool found = true; found;) {
        found = false;
        for (std::size_t count = std::min(kLongestLegalForm, words.size()); count > 0 && !found; --count) {
            if (count == words.size()) continue;
            const std::span<const std::string> tail(words.end() - static_cast<std::ptrdiff_t>(count),
                                                    words.end());
            const WordPair* pair = find_pair(legal_forms(), joined(tail, " "));
            if (pair == nullptr) continue;
            form = form.empty() ? std::string(pair->second) : std::string(pair->second) + " " + form;
            words.resize(words.size() - count);
            found = true;
        }
    }
    if (!form.empty() || words.size() < 2) return form;
    if (!std::ranges::binary_search(leading_legal_forms(), std::string_view(words.front()))) return form;
    if (const WordPair* pair = find_pair(legal_forms(), words.front())) {
        form = pair->second;
        words.erase(words.begin());
    }
    return form;
}

double weight_of(const std::string& word) {
    return is_generic_word(word) ? kGenericWeight : 1.0;
}

bool has_digit(std::string_view word) {
    return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

double word_likeness(const std::string& a, const std::string& b) {
    if (a == b) return 1;
    if (has_digit(a) || has_digit(b) || a.size() < 4 || b.size() < 4) return 0;
    if (is_generic_word(a) || is_generic_word(b)) return 0;
    const double likeness = jaro_winkler(a, b);
    return likeness >= kAlikeWords ? likeness : 0;
}

struct WordMatch {
    double likeness;
    std::uint32_t left;
    std::uint32_t right;
};

/// One-to-one, most alike first.
std::vector<WordMatch> matched_words(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<WordMatch> candidates;
    for (std::uint32_t i = 0; i < a.size(); ++i) {
        for (std::uint32_t j = 0; j < b.size(); ++j) {
            const double likeness = word_likeness(a[i], b[j]);
            if (likeness > 0) candidates.push_back({likeness, i, j});
        }
    }
    std::ranges::sort(candidates, [](const WordMatch& x, const WordMatch& y) {
        return std::tuple(-x.likeness, x.left + x.right, x.left) <
               std::tuple(-y.likeness, y.left + y.right, y.left);
    });
    std::vector<bool> used_left(a.size());
    std::vector<bool> used_right(b.size());
    std::erase_if(candidates, [&](const WordMatch& match) {
        if (used_left[match.left] || used_right[match.right]) return true;
        used_left[match.left] = used_right[match.right] = true;
        return false;
    });
    return candidates;
}

double length_of(const std::vector<std::string>& words) {
    double sum = 0;
    for (const std::string& word : words) sum += weight_of(word) * weight_of(word);
    return std::sqrt(sum);
}

bool is_initials(const ComparableName& shorter, const ComparableName& longer) {
    if (shorter.words.size() != 1 || longer.words.size() < 3) return false;
    std::string initials;
    for (const std::string& word : longer.words) initials += word.front();
    return initials == shorter.words.front();
}

}  // namespace

ComparableName comparable_name(std::string_view name) {
    ComparableName out;
    std::vector<std::string> words = raw_words(name);
    out.legal_form = take_legal_form(words);
    for (const std::string& word : words) {
        if (is_small_word(word) && words.size() > 1) continue;
        std::string plain = collapsed_umlauts(word);
        const WordPair* canonical = find_pair(canonical_words(), plain);
        out.words.push_back(canonical != nullptr ? std::string(canonical->second) : std::move(plain));
    }
    if (out.words.empty()) out.words = std::move(words);
    out.text = joined(out.words, " ");
    return out;
}

double similarity(const ComparableName& a, const ComparableName& b) {
    if (a.words.empty() || b.words.empty()) return 0;
    const bool same_form = a.legal_form == b.legal_form || a.legal_form.empty() || b.legal_form.empty();
    const double form_factor = same_form ? 1 : kOtherLegalForm;
    if (a.text == b.text) return form_factor;
    if (joined(a.words, "") == joined(b.words, "")) return form_factor * 0.98;
    if (is_initials(a, b) || is_initials(b, a)) return kInitials;
    double sum = 0;
    for (const WordMatch& match : matched_words(a.words, b.words)) {
        sum += weight_of(a.words[match.left]) * weight_of(b.words[match.right]) * match.likeness;
    }
    const double cosine = sum / (length_of(a.words) * length_of(b.words));
    return std::min(cosine, 1.0) * form_factor;
}

double similarity(std::string_view a, std::string_view b) {
    return similarity(comparable_name(a), comparable_name(b));
}

}  // namespace kontor::text
