// SPDX-License-Identifier: EUPL-1.2
#include "press/name_overlap.hpp"

#include <algorithm>

#include "press/context.hpp"
#include "text/analyzer.hpp"
#include "text/fold.hpp"
#include "text/name_words.hpp"
#include "text/names.hpp"

namespace kontor::press {
namespace {

constexpr std::size_t kEnding = 3;  // letters that inflection may add
constexpr std::size_t kStem = 4;

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    text::WordCursor cursor(text);
    text::WordRange range;
    while (cursor.next(range)) {
        words.push_back(text::folded(text.substr(range.begin, range.end - range.begin)));
    }
    return words;
}

bool alike(std::string_view a, std::string_view b) {
    if (a == b) return true;
    if (a.size() > b.size()) std::swap(a, b);
    if (a.size() < kStem || b.size() - a.size() > kEnding) return false;
    const std::size_t same = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
    return same >= std::max(kStem, a.size() - 1);
}

bool all_in(const std::vector<std::string>& some, const std::vector<std::string>& all) {
    return std::ranges::all_of(some, [&](const std::string& word) {
        return std::ranges::any_of(all, [&](const std::string& other) { return alike(word, other); });
    });
}

bool is_telling(const std::string& word) {
    return word.size() >= 2 && !text::is_generic_word(word) && !text::is_small_word(word);
}

}  // namespace

ComparedName::ComparedName(std::string_view name) : words_(text::comparable_name(name).words) {
    for (const std::string& word : words_of(name)) {
        compact_ += word;
        if (is_telling(word)) telling_.push_back(word);
    }
    std::erase_if(compact_, [](char c) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        return !is_plain && static_cast<unsigned char>(c) < 0x80U;
    });
}

bool ComparedName::equals(const ComparedName& other) const {
    return !compact_.empty() && compact_ == other.compact_;
}

bool ComparedName::overlaps(const ComparedName& other) const {
    if (equals(other)) return true;
    if (words_.empty() || other.words_.empty()) return false;
    const bool is_shorter = words_.size() <= other.words_.size();
    const auto& some = is_shorter ? words_ : other.words_;
    const auto& all = is_shorter ? other.words_ : words_;
    return std::ranges::any_of(some, is_telling) && all_in(some, all);
}

bool ComparedName::has_trace_in(const std::vector<std::string>& folded_words) const {
    const auto stands = [&](const std::string& word) {
        return std::ranges::binary_search(folded_words, word);
    };
    const auto count = static_cast<std::size_t>(std::ranges::count_if(telling_, stands));
    return !telling_.empty() && 2 * count >= telling_.size();
}

std::vector<std::string> word_set(std::string_view text) {
    std::vector<std::string> words = words_of(text);
    std::ranges::sort(words);
    const auto rest = std::unique(words.begin(), words.end());
    words.erase(rest, words.end());
    return words;
}

bool same_family(EntityKind a, EntityKind b) {
    const auto is_undertaking = [](EntityKind kind) {
        return kind == EntityKind::Project || kind == EntityKind::Programme;
    };
    return a == b || (is_organisation(a) && is_organisation(b)) || (is_undertaking(a) && is_undertaking(b));
}

}  // namespace kontor::press
