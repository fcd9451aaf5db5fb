// SPDX-License-Identifier: EUPL-1.2
#include "text/analyzer.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "text/fold.hpp"
#include "text/language.hpp"
#include "text/stemming.hpp"
#include "text/utf8.hpp"

namespace kontor::text {

namespace {

constexpr std::size_t kGuessBytes = 40;  // shorter texts are not worth a guess
constexpr std::size_t kRememberedStems =
    4096;  // of single words: queries repeat them, each in eight languages

bool is_ascii(std::string_view word) {
    return std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void append_once(std::string term, float weight, std::vector<WeightedTerm>& out, std::size_t from) {
    if (term.empty()) return;
    for (std::size_t i = from; i < out.size(); ++i) {
        if (out[i].term == term) return;
    }
    out.push_back({std::move(term), weight});
}

}  // namespace

struct Analyzer::Stemmers {
    std::map<std::string, Stemmer, std::less<>> by_language;
    std::unordered_map<std::string, std::string> remembered;  // by language and word

    const Stemmer& of(std::string_view language) {
        const auto found = by_language.find(language);
        if (found != by_language.end()) return found->second;
        return by_language.emplace(std::string(language), Stemmer(language)).first->second;
    }
};

Analyzer::Analyzer(std::shared_ptr<const CompoundSplitter> splitter)
    : stemmers_(std::make_unique<Stemmers>()), splitter_(std::move(splitter)) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

std::string Analyzer::stem(std::string_view lowercased_word, std::string_view language) {
    auto& remembered = stemmers_->remembered;
    std::string key(language);
    key.append(1, '\0').append(lowercased_word);
    if (const auto found = remembered.find(key); found != remembered.end()) return found->second;
    if (remembered.size() == kRememberedStems) remembered.clear();
    std::string stem = stemmers_->of(language).stem(lowercased_word, folded(lowercased_word));
    return remembered.emplace(std::move(key), std::move(stem)).first->second;
}

void Analyzer::append_terms(std::string_view word, std::string_view language,
                            std::vector<WeightedTerm>& out) {
    const std::size_t from = out.size();
    const std::string lower = lowercased(word);
    const std::string plain = folded(lower);
    const bool is_name = language == "name";
    append_once(stemmers_->of(is_name ? "en" : language).stem(lower, plain), 1, out, from);
    if (is_name || (language != "de" && !is_ascii(word))) {
        append_once(stemmers_->of("de").stem(lower, plain), 1, out, from);
    }
    if (splitter_ == nullptr || (language != "de" && !is_name)) return;
    for (const std::string& part : splitter_->split(plain)) {
        append_once(stemmers_->of("de").stem(part, part), kCompoundPartWeight, out, from);
    }
}

std::vector<Token> Analyzer::tokens(std::string_view text, std::string_view language) {
    std::string spoken(language);
    if (spoken.empty() || spoken == "und") {
        spoken = text.size() < kGuessBytes ? "und" : guessed_language(text);
        if (spoken == "und") spoken = "en";
    }
    std::vector<Token> tokens;
    std::vector<WeightedTerm> terms;
    WordCursor cursor(text);
    WordRange range;
    for (std::uint32_t position = 0; cursor.next(range); ++position) {
        terms.clear();
        append_terms(text.substr(range.begin, range.end - range.begin), spoken, terms);
        for (WeightedTerm& term : terms) {
            tokens.push_back({std::move(term.term), range.begin, range.end, position, term.weight});
        }
    }
    return tokens;
}

}  // namespace kontor::text
