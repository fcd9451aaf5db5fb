// SPDX-License-Identifier: EUPL-1.2
#include "text/topic_vocabulary.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <set>

#include "text/analyzer.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace kontor::text {

namespace {

constexpr std::size_t kShortestInCompound = 5;

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    WordCursor cursor(text);
    WordRange range;
    while (cursor.next(range)) words.emplace_back(text.substr(range.begin, range.end - range.begin));
    return words;
}

}  // namespace

StartSlots start_slots(std::string_view word) {
    constexpr std::size_t kLooked = 2 * kMostStart;  // a letter may be written as two ("oeuae")
    std::string plain;
    std::string_view head = word.substr(0, kLooked);
    const bool is_ascii =
        std::ranges::all_of(head, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!is_ascii) {
        plain = folded(truncated(word, kLooked));
        head = std::string_view(plain).substr(0, kLooked);
    }
    const auto letter = [&](std::size_t i) -> unsigned {
        return i < head.size() ? static_cast<unsigned char>(head[i]) & 31U : 0U;
    };
    const auto is_one_of = [](unsigned one, std::string_view letters) {
        return std::ranges::any_of(letters, [&](char c) { return one == (static_cast<unsigned>(c) & 31U); });
    };
    StartSlots slots{};
    std::uint64_t letters = 0;
    std::size_t taken = 0;
    for (std::size_t i = 0; i < head.size() && taken < kMostStart; ++i) {
        letters = letters * 32 + letter(i);
        ++taken;
        const std::size_t slot = ((letters * 16 + taken) * 0x9E3779B97F4A7C15U) >> 48U;
        for (std::size_t more = std::max(taken, kLeastStart); more <= kMostStart; ++more)
            slots[more - kLeastStart] = slot;
        // As collapsed_umlauts() does.
        const bool may_be = is_one_of(letter(i), "aou") && letter(i + 1) == (unsigned{'e'} & 31U);
        if (may_be && (i == 0 || !is_one_of(letter(i - 1), "aeiouq"))) ++i;
    }
    return slots;
}

bool is_abbreviation(std::string_view label) {
    if (character_count(label) > 5 || label.find(' ') != std::string_view::npos) return false;
    const auto capitals = std::ranges::count_if(label, [](char c) { return c >= 'A' && c <= 'Z'; });
    const auto digits = std::ranges::count_if(label, [](char c) { return c >= '0' && c <= '9'; });
    return capitals >= 2 || (capitals == 1 && digits >= 1);
}

namespace {

class VocabularyBuilder {
public:
    VocabularyBuilder(TopicTagger::Vocabulary& out, std::span<const model::Topic> topics) : out_(out) {
        std::set<std::string> languages;
        for (const model::Topic& topic : topics) {
            for (const auto& [language, label] : topic.labels) languages.insert(language);
            for (const auto& [language, synonyms] : topic.synonyms) languages.insert(language);
        }
        for (const std::string& language : languages) {
            if (out_.languages.size() == kTagLanguages) break;
            out_.languages.push_back(language);
            stemmers_.emplace_back(language);
        }
        for (std::uint32_t ordinal = 0; ordinal < topics.size(); ++ordinal)
            add_topic(topics[ordinal], ordinal);
    }

private:
    void add_topic(const model::Topic& topic, std::uint32_t ordinal) {
        out_.ids.push_back(topic.id);
        for (const auto& [language, label] : topic.labels) add_label(label, language, ordinal);
        for (const auto& [language, synonyms] : topic.synonyms) {
            for (const std::string& synonym : synonyms) add_label(synonym, language, ordinal);
        }
    }

    void add_label(const std::string& text, const std::string& language, std::uint32_t topic) {
        const auto found = std::ranges::find(out_.languages, language);
        const std::vector<std::string> words = words_of(text);
        if (found == out_.languages.end() || words.empty()) return;
        const auto spoken = static_cast<std::size_t>(found - out_.languages.begin());
        const auto label = static_cast<std::uint32_t>(out_.labels.size());
        out_.labels.push_back({text, topic});
        if (is_abbreviation(text)) {
            append(out_.abbreviations[text], label);
            append(out_.folded_abbreviations[folded(text)], label);
            return;
        }
        std::uint32_t node = 0;
        for (const std::string& word : words) node = child(node, key(word, spoken));
        append(out_.ends[node], label);
        // Other forms of the word share its stem, outside German but for the last letter ("energy",
        // "energies").
        const std::size_t shared = stem(words.front(), spoken).size() - (language == "de" ? 0 : 1);
        const std::size_t length = std::clamp(shared, kLeastStart, kMostStart);
        out_.starts[start_slots(words.front())[length - kLeastStart]] |=
            static_cast<std::uint16_t>(1U << spoken);
        if (language == "de" && words.size() == 1) add_compound(words.front(), label);
    }

    void add_compound(const std::string& word, std::uint32_t label) {
        if (out_.splitter == nullptr) return;
        const std::string plain = collapsed_umlauts(folded(word));
        if (plain.size() < kShortestInCompound) return;
        std::string joined;
        for (const std::string& part : out_.splitter->split(plain)) {
            if (!joined.empty()) joined += '|';
            joined += part;
        }
        append(out_.compounds[joined.empty() ? plain : joined], label);
    }

    /// A topic is listed once, under its first label.
    void append(TopicTagger::Vocabulary::LabelIndices& list, std::uint32_t label) {
        for (const std::uint32_t other : list) {
            if (out_.labels[other].topic == out_.labels[label].topic) return;
        }
        list.push_back(label);
    }

    [[nodiscard]] std::string stem(const std::string& word, std::size_t language) const {
        const std::string lower = lowercased(word);
        return stemmers_[language].stem(lower, folded(lower));
    }

    std::uint32_t key(const std::string& word, std::size_t language) {
        return out_.keys[language].try_emplace(stem(word, language), next_key_++).first->second;
    }

    std::uint32_t child(std::uint32_t node, std::uint32_t key) {
        const auto fresh = static_cast<std::uint32_t>(out_.ends.size());
        const auto [at, is_new] = out_.edges.try_emplace((std::uint64_t{node} << 32U) | key, fresh);
        if (is_new) out_.ends.emplace_back();
        return at->second;
    }

    TopicTagger::Vocabulary& out_;
    std::vector<Stemmer> stemmers_;
    std::uint32_t next_key_ = 0;
};

}  // namespace

CompoundSplitter splitter_for(std::span<const std::string> parts, std::span<const model::Topic> topics) {
    std::vector<std::string> known(parts.begin(), parts.end());
    const CompoundSplitter plain(known);
    const auto consider = [&](const std::string& label) {
        const bool is_word = words_of(label).size() == 1 && !is_abbreviation(label);
        if (is_word && label.size() >= kShortestInCompound && plain.split(folded(label)).empty())
            known.push_back(label);
    };
    for (const model::Topic& topic : topics) {
        if (const auto label = topic.labels.find("de"); label != topic.labels.end()) consider(label->second);
        if (const auto more = topic.synonyms.find("de"); more != topic.synonyms.end()) {
            std::ranges::for_each(more->second, consider);
        }
    }
    return CompoundSplitter(known);
}

TopicTagger::TopicTagger(std::span<const model::Topic> topics,
                         std::shared_ptr<const CompoundSplitter> splitter) {
    static std::atomic<std::uint64_t> made = 0;
    auto vocabulary = std::make_unique<Vocabulary>();
    vocabulary->serial = ++made;
    vocabulary->splitter = std::move(splitter);
    VocabularyBuilder(*vocabulary, topics);
    vocabulary_ = std::move(vocabulary);
}
TopicTagger::~TopicTagger() = default;
TopicTagger::TopicTagger(TopicTagger&&) noexcept = default;
TopicTagger& TopicTagger::operator=(TopicTagger&&) noexcept = default;

std::size_t TopicTagger::topic_count() const {
    return vocabulary_->ids.size();
}
const std::string& TopicTagger::topic_id(std::uint32_t topic) const {
    return vocabulary_->ids.at(topic);
}

}  // namespace kontor::text
