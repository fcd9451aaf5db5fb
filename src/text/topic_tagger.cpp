// SPDX-License-Identifier: EUPL-1.2
#include "text/topic_tagger.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "text/analyzer.hpp"
#include "text/fold.hpp"
#include "text/language.hpp"
#include "text/topic_vocabulary.hpp"

namespace kontor::text {

namespace {

constexpr std::size_t kGapBytes = 4;
constexpr std::size_t kShortestCompoundWord = 8;
constexpr std::size_t kLongestAbbreviation = 8;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Only spaces, hyphens, slashes and quotes may stand between the words of a label; a full stop ends it.
bool is_gap(std::string_view between, bool between_digits) {
    if (between_digits && between == ".") return true;         // "4.0"
    if (between.starts_with("-, ")) between.remove_prefix(2);  // "Luft-, Raumfahrt"
    return between.size() <= kGapBytes && between.find_first_of(".,;:!?()[]|") == std::string_view::npos;
}

using LabelIndices = TopicTagger::Vocabulary::LabelIndices;

/// What the vocabulary says to a word as it is written. Parts of it are found when they are first asked for.
struct WordLore {
    static constexpr std::uint32_t kUnasked = 0xFFFFFFFE;
    enum class Inside : std::uint8_t { Unasked, Nothing, Labels };

    std::uint64_t vocabulary = 0;  // 0: empty
    std::string written = {};
    std::array<std::uint32_t, kTagLanguages> keys = {};
    std::optional<std::uint16_t> starts = {};    // languages that have a label with this first word
    const LabelIndices* abbreviation = nullptr;  // as written
    Inside inside = Inside::Unasked;             // a compound with labels in it
};

/// What a thread remembers of the words it read last. Texts repeat their words, and to stem one in each
/// language costs more than all else that is done with it. Bounded: a new word takes the place of an old one.
class WordMemory {
public:
    [[nodiscard]] WordLore& lore(const TopicTagger::Vocabulary& vocabulary, std::string_view written) {
        if (words_.empty()) words_.resize(kSlots);
        WordLore& word = words_[std::hash<std::string_view>{}(written) % kSlots];
        if (word.vocabulary == vocabulary.serial && word.written == written) return word;
        word.vocabulary = vocabulary.serial;
        word.written.assign(written);
        word.keys.fill(WordLore::kUnasked);
        word.starts.reset();
        word.abbreviation = abbreviation(vocabulary, written);
        word.inside = WordLore::Inside::Unasked;
        return word;
    }

    [[nodiscard]] std::uint32_t key(const TopicTagger::Vocabulary& vocabulary, WordLore& word,
                                    std::size_t language) {
        std::uint32_t& key = word.keys[language];
        if (key != WordLore::kUnasked) return key;
        const std::string lower = lowercased(word.written);
        const auto known =
            vocabulary.keys[language].find(stemmer(vocabulary, language).stem(lower, folded(lower)));
        key = known == vocabulary.keys[language].end() ? kNoKey : known->second;
        return key;
    }

    [[nodiscard]] std::uint16_t starts(const TopicTagger::Vocabulary& vocabulary, WordLore& word) {
        if (word.starts) return *word.starts;
        unsigned languages = 0;
        for (const std::size_t slot : start_slots(word.written)) languages |= vocabulary.starts[slot];
        unsigned starts = 0;
        for (std::size_t language = 0; languages >> language != 0; ++language) {
            const bool can_be = (languages >> language & 1U) != 0;
            if (can_be && vocabulary.next(0, key(vocabulary, word, language)) != 0) starts |= 1U << language;
        }
        word.starts = static_cast<std::uint16_t>(starts);
        return *word.starts;
    }

private:
    static constexpr std::size_t kSlots = 16384;

    static const LabelIndices* abbreviation(const TopicTagger::Vocabulary& vocabulary,
                                            std::string_view word) {
        if (word.size() > kLongestAbbreviation) return nullptr;
        if (std::ranges::none_of(word, [](char c) { return c >= 'A' && c <= 'Z'; })) return nullptr;
        const auto known = vocabulary.abbreviations.find(word);
        return known == vocabulary.abbreviations.end() ? nullptr : &known->second;
    }

    const Stemmer& stemmer(const TopicTagger::Vocabulary& vocabulary, std::size_t language) {
        if (stemmers_of_ != vocabulary.serial) {
            stemmers_.clear();
            stemmers_.resize(vocabulary.languages.size());
            stemmers_of_ = vocabulary.serial;
        }
        auto& stemmer = stemmers_[language];
        if (!stemmer) stemmer.emplace(vocabulary.languages[language]);
        return *stemmer;
    }

    std::vector<WordLore> words_;
    std::vector<std::optional<Stemmer>> stemmers_;
    std::uint64_t stemmers_of_ = 0;  // serial of the vocabulary
};

WordMemory& memory_of_thread() {
    thread_local WordMemory memory;
    return memory;
}

struct Walk {
    std::size_t words = 0;
    const LabelIndices* labels = nullptr;
};

/// One text being read.
class Reading {
public:
    Reading(const TopicTagger::Vocabulary& vocabulary, std::string_view text, Abbreviations mode)
        : vocabulary_(vocabulary), text_(text), mode_(mode), memory_(memory_of_thread()) {
        WordCursor cursor(text);
        WordRange range;
        words_.reserve(text.size() / 6 + 1);
        while (cursor.next(range)) words_.push_back(range);
    }

    std::vector<TopicMatch> matches() {
        for (std::size_t at = 0; at < words_.size();) {
            const Walk best = longest(at);
            if (best.labels != nullptr) {
                report(*best.labels, at, at + best.words - 1, false);
                at += best.words;
                continue;
            }
            look_inside(at);
            ++at;
        }
        return std::move(found_);
    }

private:
    std::string_view written(std::size_t at) const {
        return text_.substr(words_[at].begin, words_[at].end - words_[at].begin);
    }

    bool follows(std::size_t at) const {
        if (at >= words_.size()) return false;
        const std::uint32_t begin = words_[at - 1].end;
        const std::uint32_t end = words_[at].begin;
        return is_gap(text_.substr(begin, end - begin), is_digit(text_[begin - 1]) && is_digit(text_[end]));
    }

    std::uint32_t key(std::size_t at, std::size_t language) {
        return memory_.key(vocabulary_, memory_.lore(vocabulary_, written(at)), language);
    }

    Walk longest(std::size_t at) {
        WordLore& word = memory_.lore(vocabulary_, written(at));
        Walk best = abbreviation(at, word);
        const unsigned languages = memory_.starts(vocabulary_, word);
        for (std::size_t language = 0; languages >> language != 0; ++language) {
            if ((languages >> language & 1U) == 0) continue;
            std::uint32_t node = 0;
            for (std::size_t i = at; i == at || follows(i); ++i) {
                node = vocabulary_.next(node, key(i, language));
                if (node == 0) break;
                const auto& labels = vocabulary_.ends[node];
                if (!labels.empty() && i - at + 1 > best.words) best = {i - at + 1, &labels};
            }
        }
        return best;
    }

    Walk abbreviation(std::size_t at, const WordLore& word) const {
        if (word.abbreviation != nullptr) return {1, word.abbreviation};
        if (mode_ == Abbreviations::AsWritten || written(at).size() > kLongestAbbreviation) return {};
        const std::string plain = folded(written(at));
        const auto known = vocabulary_.folded_abbreviations.find(plain);
        if (known == vocabulary_.folded_abbreviations.end() || is_stopword(plain)) return {};
        return {1, &known->second};
    }

    void look_inside(std::size_t at) {
        if (vocabulary_.splitter == nullptr || written(at).size() < kShortestCompoundWord) return;
        WordLore& word = memory_.lore(vocabulary_, written(at));
        if (word.inside == WordLore::Inside::Nothing) return;
        word.inside = WordLore::Inside::Nothing;
        const std::vector<std::string> parts = vocabulary_.splitter->split(folded(written(at)));
        for (std::size_t begin = 0; begin < parts.size(); ++begin) {
            std::string joined;
            const LabelIndices* labels = nullptr;
            std::size_t stop = begin;
            for (std::size_t end = begin; end < parts.size(); ++end) {
                joined += joined.empty() ? parts[end] : '|' + parts[end];
                const auto known = vocabulary_.compounds.find(joined);
                if (known == vocabulary_.compounds.end()) continue;
                labels = &known->second;
                stop = end;
            }
            if (labels == nullptr) continue;
            word.inside = WordLore::Inside::Labels;
            report(*labels, at, at, true);
            begin = stop;
        }
    }

    void report(const LabelIndices& labels, std::size_t first, std::size_t last, bool in_compound) {
        const std::size_t before = found_.size();
        for (const std::uint32_t index : labels) {
            const auto& label = vocabulary_.labels[index];
            found_.push_back({label.topic, words_[first].begin, words_[last].end, label.text, in_compound});
        }
        std::sort(found_.begin() + static_cast<std::ptrdiff_t>(before), found_.end(),
                  [](const TopicMatch& a, const TopicMatch& b) { return a.topic < b.topic; });
    }

    const TopicTagger::Vocabulary& vocabulary_;
    std::string_view text_;
    Abbreviations mode_;
    WordMemory& memory_;
    std::vector<WordRange> words_;
    std::vector<TopicMatch> found_;
};

}  // namespace

std::vector<TopicMatch> TopicTagger::matches(std::string_view text, Abbreviations mode) const {
    return Reading(*vocabulary_, text, mode).matches();
}

}  // namespace kontor::text
