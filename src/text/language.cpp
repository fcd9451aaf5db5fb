// SPDX-License-Identifier: EUPL-1.2
#include "text/language.hpp"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "text/stemming.hpp"

namespace kontor::text {

namespace {

// Function words of German, English, French, Spanish and Italian, folded.
constexpr std::array kStopwords = std::to_array<std::string_view>(
    {"a",     "ai",    "al",    "all",   "alla",  "als",   "also", "am",    "an",    "and",   "are",
     "as",    "at",    "au",    "auf",   "aus",   "aux",   "avec", "be",    "bei",   "beim",  "bis",
     "but",   "by",    "ce",    "ces",   "che",   "con",   "d",    "da",    "dal",   "dans",  "das",
     "de",    "degli", "dei",   "del",   "della", "delle", "dem",  "den",   "der",   "des",   "di",
     "die",   "do",    "du",    "durch", "e",     "ein",   "eine", "einem", "einen", "einer", "eines",
     "el",    "en",    "entre", "es",    "est",   "et",    "for",  "from",  "fur",   "fuer",  "gli",
     "had",   "has",   "have",  "how",   "i",     "if",    "il",   "im",    "in",    "into",  "is",
     "ist",   "it",    "its",   "l",     "la",    "las",   "le",   "les",   "lo",    "los",   "mit",
     "n",     "nach",  "nel",   "nella", "nicht", "no",    "not",  "o",     "oder",  "of",    "on",
     "or",    "ou",    "our",   "par",   "para",  "per",   "por",  "pour",  "que",   "s",     "se",
     "ses",   "si",    "sich",  "sind",  "sur",   "t",     "that", "the",   "their", "these", "this",
     "those", "to",    "u",     "uber",  "ueber", "um",    "un",   "una",   "und",   "une",   "uno",
     "unter", "vom",   "von",   "vor",   "was",   "we",    "were", "who",   "wie",   "wir",   "with",
     "y",     "zu",    "zum",   "zur"});

constexpr int kReliablePercent = 60;

}  // namespace

std::string language_name(std::string_view code, std::string_view language) {
    constexpr std::size_t kLongest = 3;
    const std::string known(code.empty() || code.size() > kLongest ? "und" : code);
    const icu::Locale reader(language == "de" ? "de" : "en");
    icu::UnicodeString name;
    icu::Locale(known.c_str()).getDisplayLanguage(reader, name);
    std::string out;
    name.toUTF8String(out);
    return out;
}

std::string guessed_language(std::string_view text) {
    bool is_reliable = false;
    std::array<CLD2::Language, 3> languages{};
    std::array<int, 3> percent{};
    int text_bytes = 0;
    CLD2::DetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, languages.data(),
                                percent.data(), &text_bytes, &is_reliable);
    if (!is_reliable || percent[0] < kReliablePercent || languages[0] == CLD2::UNKNOWN_LANGUAGE) return "und";
    const std::string_view code = CLD2::LanguageCode(languages[0]);
    return std::string(code.substr(0, code.find('-')));
}

bool has_stemmer(std::string_view language) {
    return !stemmer_name(language).empty();
}

bool is_stopword(std::string_view word) {
    return std::ranges::find(kStopwords, word) != kStopwords.end();
}

}  // namespace kontor::text
