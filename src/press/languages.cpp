// SPDX-License-Identifier: EUPL-1.2
#include "press/languages.hpp"

#include <algorithm>
#include <array>

#include "press/one_of.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"

namespace kontor::press {
namespace {

constexpr std::size_t kGuessedBytes = 20'000;  // of a long text's beginning
constexpr std::size_t kGlancedBytes = 1'000;   // where small words tell the language
constexpr std::size_t kCountedWords = 2'000;
constexpr std::size_t kManyTokens = 40;
constexpr double kSureShare = 0.16;   // of small words of one language among all words
constexpr double kClearShare = 0.25;  // in Catalan and Afrikaans 0.21 are French or German ones
constexpr double kShareOfFew = 0.32;  // where few words are counted

// Words that are frequent in one of the languages and rare in the others and their neighbours.
constexpr auto kGerman = std::to_array<std::string_view>(
    {"der", "die", "das",  "und",  "mit",   "von",  "fur",    "ist",   "im",    "den",
     "dem", "ein", "eine", "auf",  "sich",  "auch", "werden", "wird",  "sind",  "aus",
     "bei", "zur", "zum",  "nach", "wurde", "uber", "als",    "einer", "durch", "haben"});
constexpr auto kEnglish = std::to_array<std::string_view>(
    {"the",  "of",   "and",   "to",      "with", "for", "is",   "are",  "from",  "by",
     "this", "that", "which", "has",     "have", "was", "were", "its",  "their", "will",
     "been", "at",   "on",    "between", "we",   "our", "as",   "more", "into",  "it"});
constexpr auto kFrench = std::to_array<std::string_view>(
    {"le",   "la",   "les",   "des", "et",   "du",    "d'",  "l'",   "un",   "une",
     "est",  "dans", "pour",  "sur", "avec", "par",   "qui", "au",   "aux",  "ont",
     "sont", "ses",  "cette", "ce",  "plus", "entre", "qu'", "deux", "leur", "que"});

template <const auto& Words>
double share(const std::vector<Token>& tokens) {
    std::size_t all = 0;
    std::size_t found = 0;
    for (const Token& token : tokens) {
        if (token.kind != TokenKind::Word) continue;
        if (++all > kCountedWords) break;
        if (is_one_of<Words>(token.key)) ++found;
    }
    return all < 3 ? 0 : static_cast<double>(found) / static_cast<double>(all);
}

std::optional<Language> language_from(std::string_view code) {
    if (code == "de") return Language::German;
    if (code == "en") return Language::English;
    if (code == "fr") return Language::French;
    return std::nullopt;
}

std::string guessed_from(std::string_view text, std::size_t bytes) {
    return text::guessed_language(text::truncated(text, bytes));
}

}  // namespace

TextLanguage language_of(std::string_view text, const std::vector<Token>& tokens, std::string_view stated) {
    if (const auto known = language_from(stated)) return {std::string(stated), known};
    const std::array<std::pair<std::string_view, double>, 3> shares{
        {{"de", share<kGerman>(tokens)}, {"en", share<kEnglish>(tokens)}, {"fr", share<kFrench>(tokens)}}};
    const auto best = std::ranges::max_element(shares, {}, &std::pair<std::string_view, double>::second);
    double second = 0;
    for (const auto& [code, value] : shares) second = code == best->first ? second : std::max(second, value);
    // Whatever would be guessed, so many small words decide.
    const bool is_clear =
        (best->second >= kShareOfFew && best->second > 1.5 * second) ||
        (best->second >= kClearShare && best->second > 3 * second && tokens.size() >= kManyTokens);
    if (is_clear && stated.empty()) return {std::string(best->first), language_from(best->first)};
    const bool is_sure = best->second > kSureShare && best->second > 1.5 * second && stated.empty();
    std::string guessed = guessed_from(text, is_sure ? kGlancedBytes : kGuessedBytes);
    // Only another language than these is looked at more closely.
    if (is_sure && !language_from(guessed)) guessed = guessed_from(text, kGuessedBytes);
    if (const auto known = language_from(guessed)) {
        const bool contradicted = best->first != guessed && best->second > kSureShare;
        return contradicted ? TextLanguage{std::string(best->first), language_from(best->first)}
                            : TextLanguage{guessed, known};
    }
    const double wanted = guessed == "und" ? 0.08 : kShareOfFew;
    if (stated.empty() && best->second >= wanted && best->second > 1.5 * second) {
        return {std::string(best->first), language_from(best->first)};
    }
    return {stated.empty() ? guessed : std::string(stated), std::nullopt};
}

}  // namespace kontor::press
