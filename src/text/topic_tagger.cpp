// SPDX-License-Identifier: EUPL-1.2
#include "text/topic_tagger.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "text/analyzer.hpp"
#include "text/fold.hpp"
#include "text/language.hpp"
#include "text/topic_vocabulary.hpp"

namespace kontor::text {

namespace {

constexpr std::size_t kGapBytes = 4;
constexpr std::size_t kShortestCompoundWord = 8;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Only spaces, hyphens, slashes and quotes may stand between the words of a label; a full stop ends it.
bool is_gap(std::string_view between, bool between_digits) {
    if (between_digits && between == ".") return true;         // "4.0"
    if (between.starts_with("-, ")) between.remove_prefix(2);  // "Luft-, Raumfahrt"
    return between.size() <= kGapBytes && between.find_first_of(".,;:!?()[]|") == std::string_view::npos;
}

struct Walk {
    std::size_t words = 0;
    const TopicTagger::Vocabulary::LabelIndices* labels = nullptr;
};

/// One text being read: words are folded and stemmed only when a label may begin or go on there.
class Reading {
public:
    Reading(const TopicTagger::Vocabulary& vocabulary, std::string_view text, Abbreviations mode)
        : vocabulary_(vocabulary), text_(text), mode_(mode), stemmers_(vocabulary.languages.size()) {
        WordCursor cursor(text);
        WordRange range;
        words_.reserve(text.size() / 8);
        while (cursor.next(range)) words_.push_back({range, kUnread});
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
    static constexpr std::uint32_t kUnread = 0xFFFFFFFF;
    struct Word {
        WordRange range;
        std::uint32_t forms = kUnread;  // in forms_
    };
    /// Made only for words at which a label may begin or go on.
    struct Forms {
        std::string lower;
        std::string plain;
        std::array<std::optional<std::uint32_t>, kTagLanguages> keys;
    };

    std::string_view written(std::size_t at) const {
        const WordRange range = words_[at].range;
        return text_.substr(range.begin, range.end - range.begin);
    }

    bool follows(std::size_t at) const {
        if (at >= words_.size()) return false;
        const std::uint32_t begin = words_[at - 1].range.end;
        const std::uint32_t end = words_[at].range.begin;
        return is_gap(text_.substr(begin, end - begin), is_digit(text_[begin - 1]) && is_digit(text_[end]));
    }

    Forms& forms(std::size_t at) {
        Word& word = words_[at];
        if (word.forms == kUnread) {
            const auto [seen, fresh] =
                seen_.try_emplace(written(at), static_cast<std::uint32_t>(forms_.size()));
            word.forms = seen->second;
            if (!fresh) return forms_[word.forms];
            Forms& made = forms_.emplace_back();
            made.lower = lowercased(written(at));
            made.plain = folded(made.lower);
        }
        return forms_[word.forms];
    }

    std::uint32_t key(std::size_t at, std::size_t language) {
        Forms& word = forms(at);
        if (!word.keys[language]) {
            auto& stemmer = stemmers_[language];
            if (!stemmer) stemmer.emplace(vocabulary_.languages[language]);
            const auto& keys = vocabulary_.keys[language];
            const auto known = keys.find(stemmer->stem(word.lower, word.plain));
            word.keys[language] = known == keys.end() ? kNoKey : known->second;
        }
        return *word.keys[language];
    }

    Walk longest(std::size_t at) {
        Walk best = abbreviation(at);
        const unsigned languages = vocabulary_.starts[start_slot(written(at))];
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

    Walk abbreviation(std::size_t at) {
        const std::string_view word = written(at);
        if (word.size() > 8) return {};
        const bool has_capital = std::ranges::any_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
        if (mode_ == Abbreviations::AsWritten && !has_capital) return {};
        if (const auto exact = vocabulary_.abbreviations.find(word);
            exact != vocabulary_.abbreviations.end()) {
            return {1, &exact->second};
        }
        if (mode_ == Abbreviations::AsWritten) return {};
        const std::string plain = folded(word);
        const auto known = vocabulary_.folded_abbreviations.find(plain);
        if (known == vocabulary_.folded_abbreviations.end() || is_stopword(plain)) return {};
        return {1, &known->second};
    }

    void look_inside(std::size_t at) {
        if (vocabulary_.splitter == nullptr || written(at).size() < kShortestCompoundWord) return;
        const std::vector<std::string> parts = vocabulary_.splitter->split(folded(written(at)));
        for (std::size_t begin = 0; begin < parts.size(); ++begin) {
            std::string joined;
            const TopicTagger::Vocabulary::LabelIndices* labels = nullptr;
            std::size_t stop = begin;
            for (std::size_t end = begin; end < parts.size(); ++end) {
                joined += joined.empty() ? parts[end] : '|' + parts[end];
                const auto known = vocabulary_.compounds.find(joined);
                if (known == vocabulary_.compounds.end()) continue;
                labels = &known->second;
                stop = end;
            }
            if (labels == nullptr) continue;
            report(*labels, at, at, true);
            begin = stop;
        }
    }

    void report(const TopicTagger::Vocabulary::LabelIndices& labels, std::size_t first, std::size_t last,
                bool in_compound) {
        const std::size_t before = found_.size();
        for (const std::uint32_t index : labels) {
            const auto& label = vocabulary_.labels[index];
            found_.push_back(
                {label.topic, words_[first].range.begin, words_[last].range.end, label.text, in_compound});
        }
        std::sort(found_.begin() + static_cast<std::ptrdiff_t>(before), found_.end(),
                  [](const TopicMatch& a, const TopicMatch& b) { return a.topic < b.topic; });
    }

    const TopicTagger::Vocabulary& vocabulary_;
    std::string_view text_;
    Abbreviations mode_;
    std::vector<std::optional<Stemmer>> stemmers_;
    std::vector<Word> words_;
    std::vector<Forms> forms_;
    std::unordered_map<std::string_view, std::uint32_t> seen_;  // words as written, in forms_
    std::vector<TopicMatch> found_;
};

}  // namespace

std::vector<TopicMatch> TopicTagger::matches(std::string_view text, Abbreviations mode) const {
    return Reading(*vocabulary_, text, mode).matches();
}

}  // namespace kontor::text
