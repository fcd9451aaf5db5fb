// SPDX-License-Identifier: EUPL-1.2
#include "text/stemming.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/fold.hpp"

namespace kontor::text {

namespace {

constexpr std::array kNames = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"ar", "arabic"},     {"ca", "catalan"},   {"da", "danish"},     {"de", "german"},
     {"el", "greek"},      {"en", "english"},   {"es", "spanish"},    {"eu", "basque"},
     {"fi", "finnish"},    {"fr", "french"},    {"ga", "irish"},      {"hi", "hindi"},
     {"hu", "hungarian"},  {"hy", "armenian"},  {"id", "indonesian"}, {"it", "italian"},
     {"lt", "lithuanian"}, {"nb", "norwegian"}, {"ne", "nepali"},     {"nl", "dutch"},
     {"nn", "norwegian"},  {"no", "norwegian"}, {"pt", "portuguese"}, {"ro", "romanian"},
     {"ru", "russian"},    {"sr", "serbian"},   {"sv", "swedish"},    {"ta", "tamil"},
     {"tr", "turkish"}});

bool has_digit(std::string_view word) {
    return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string_view stemmer_name(std::string_view language) {
    const auto* found = std::ranges::find(kNames, language, [](const auto& entry) { return entry.first; });
    return found == kNames.end() ? std::string_view{} : found->second;
}

Stemmer::Stemmer(std::string_view language) : is_german_(language == "de") {
    const std::string_view name = stemmer_name(language);
    if (!name.empty()) handle_.reset(sb_stemmer_new(std::string(name).c_str(), "UTF_8"));
}

std::string Stemmer::stem(std::string_view lowercased_word, std::string_view folded_word) const {
    if (!handle_ || folded_word.size() < 3 || has_digit(folded_word)) return std::string(folded_word);
    std::string german;
    // The German stemmer treats ä and a alike; without the marks both spellings of an umlaut get one stem.
    if (is_german_) german = collapsed_umlauts(folded_word);
    const std::string_view word = is_german_ ? std::string_view(german) : lowercased_word;
    const auto* symbols = reinterpret_cast<const sb_symbol*>(word.data());
    const auto* stemmed = sb_stemmer_stem(handle_.get(), symbols, static_cast<int>(word.size()));
    if (stemmed == nullptr) return std::string(folded_word);
    const auto length = static_cast<std::size_t>(sb_stemmer_length(handle_.get()));
    return folded(std::string_view(reinterpret_cast<const char*>(stemmed), length));
}

}  // namespace kontor::text
