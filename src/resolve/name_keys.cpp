// SPDX-License-Identifier: EUPL-1.2
#include "resolve/name_keys.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

namespace kontor::resolve {
namespace {

constexpr std::uint32_t kSymbols = 64;  // letters, digits, space and 27 for the bytes of other scripts
constexpr std::uint32_t kTrigrams = kSymbols * kSymbols * kSymbols;
constexpr std::size_t kRare = 64;      // names with a word that is worth following
constexpr std::size_t kRead = 80'000;  // postings read for one question; the rarest trigrams come first

std::uint32_t symbol(char letter) {
    if (letter >= 'a' && letter <= 'z') return static_cast<std::uint32_t>(letter - 'a') + 1;
    if (letter >= '0' && letter <= '9') return static_cast<std::uint32_t>(letter - '0') + 27;
    if (letter == ' ') return 0;
    return 37 + static_cast<std::uint32_t>(static_cast<unsigned char>(letter)) % 27;
}

/// Each once, ascending.
std::vector<std::uint32_t> trigrams(std::string_view text) {
    std::vector<std::uint32_t> out;
    std::uint32_t gram = 0;
    for (const char letter : text) {
        gram = (gram * kSymbols + symbol(letter)) % kTrigrams;
        out.push_back(gram);
    }
    out.push_back(gram * kSymbols % kTrigrams);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

/// FNV-1a with the sort of key in front.
std::uint64_t hashed(char sort, std::string_view text) {
    constexpr std::uint64_t kPrime = 1099511628211ULL;
    std::uint64_t hash = (14695981039346656037ULL ^ static_cast<unsigned char>(sort)) * kPrime;
    for (const char letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * kPrime;
    return hash;
}

std::string without_spaces(std::string text) {
    text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
    return text;
}

constexpr char kWhole = '=';
constexpr char kWord = 'w';
constexpr char kInitials = '#';

}  // namespace

NameKeys::NameKeys(const std::vector<ParsedName>& names) {
    for (std::uint32_t i = 0; i < names.size(); ++i) {
        const auto words = names[i].words();
        keys_.emplace_back(hashed(kWhole, names[i].joined()), i);
        if (!names[i].outer.empty()) keys_.emplace_back(hashed(kWhole, without_spaces(names[i].outer)), i);
        for (const std::string_view word : words) keys_.emplace_back(hashed(kWord, word), i);
        if (words.size() > 2) keys_.emplace_back(hashed(kInitials, initials(words)), i);
    }
    std::sort(keys_.begin(), keys_.end());
    keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
    add_trigrams(names);
}

void NameKeys::add_trigrams(const std::vector<ParsedName>& names) {
    starts_.assign(kTrigrams + 1, 0);
    for (const ParsedName& name : names) {
        for (const std::uint32_t gram : trigrams(name.text)) ++starts_[gram + 1];
    }
    for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
    postings_.resize(starts_.back());
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
    lengths_.reserve(names.size());
    for (std::uint32_t i = 0; i < names.size(); ++i) {
        double sum = 0;
        for (const std::uint32_t gram : trigrams(names[i].text)) {
            postings_[next[gram]++] = i;
            sum += weight(gram) * weight(gram);
        }
        lengths_.push_back(static_cast<float>(std::sqrt(sum)));
    }
}

double NameKeys::weight(std::uint32_t trigram) const {
    const double with = starts_[trigram + 1] - starts_[trigram];
    return std::log1p(static_cast<double>(postings_.size()) / (1 + with));
}

void NameKeys::find_keys(const ParsedName& name, std::vector<std::uint32_t>& out) const {
    const auto words = name.words();
    const auto follow = [&](std::uint64_t hash, std::size_t most) {
        const auto begin = std::lower_bound(keys_.begin(), keys_.end(), Key(hash, 0));
        auto end = begin;
        while (end != keys_.end() && end->first == hash) {
            if (static_cast<std::size_t>(++end - begin) > most) return;
        }
        for (auto key = begin; key != end; ++key) out.push_back(key->second);
    };
    constexpr std::size_t kMostEqual = 512;
    follow(hashed(kWhole, name.joined()), kMostEqual);
    if (!name.outer.empty()) follow(hashed(kWhole, without_spaces(name.outer)), kMostEqual);
    for (const std::string_view word : words) follow(hashed(kWord, word), kRare);
    if (words.size() == 1) follow(hashed(kInitials, words.front()), kRare);
    if (words.size() > 2) follow(hashed(kWhole, initials(words)), kRare);
}

void NameKeys::find_alike(const ParsedName& name, std::size_t limit, std::vector<std::uint32_t>& out) const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> grams;  // how many have it, trigram
    for (const std::uint32_t gram : trigrams(name.text)) {
        const std::uint32_t with = starts_[gram + 1] - starts_[gram];
        if (with > 0) grams.emplace_back(with, gram);
    }
    std::sort(grams.begin(), grams.end());
    std::vector<float> scores(lengths_.size());
    std::vector<std::uint32_t> met;
    std::size_t read = 0;
    for (const auto& [with, gram] : grams) {
        read += with;
        if (read > kRead && !met.empty()) break;
        const auto part = static_cast<float>(weight(gram) * weight(gram));
        for (std::uint32_t i = starts_[gram]; i < starts_[gram + 1]; ++i) {
            float& score = scores[postings_[i]];
            if (score == 0) met.push_back(postings_[i]);
            score += part;
        }
    }
    for (const std::uint32_t each : met) scores[each] /= lengths_[each];
    if (met.size() > limit) {
        const auto last = met.begin() + static_cast<std::ptrdiff_t>(limit) - 1;
        const auto more_alike = [&scores](std::uint32_t a, std::uint32_t b) { return scores[a] > scores[b]; };
        std::nth_element(met.begin(), last, met.end(), more_alike);
        const float least = scores[*last];
        std::erase_if(met, [&](std::uint32_t each) { return scores[each] < least; });
    }
    out.insert(out.end(), met.begin(), met.end());
}

std::vector<std::uint32_t> NameKeys::near(const ParsedName& name, std::size_t limit) const {
    std::vector<std::uint32_t> out;
    if (lengths_.empty() || name.text.empty()) return out;
    find_keys(name, out);
    find_alike(name, limit, out);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace kontor::resolve
