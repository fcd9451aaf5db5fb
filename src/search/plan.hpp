// SPDX-License-Identifier: EUPL-1.2
// What to look for: each typed word as a group of terms, and the topics and countries that the words name,
// with their weights. Made from the whole index; the segments are then read by it one after the other.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/answer.hpp"
#include "search/index_parts.hpp"
#include "search/query.hpp"
#include "text/analyzer.hpp"

namespace kontor::search {

/// Scores are whole numbers of 1 / (kScoreOne): sums do not depend on their order.
using Score = std::int64_t;
inline constexpr double kScoreOne = 65536.0 * kImpactOne;
inline constexpr double kProminenceWeight = 0.5;

struct TermChoice {
    std::string term;
    double weight = 1;
};
using TermChoices = std::vector<TermChoice>;

/// One typed word or phrase. A document matches with its best choice.
struct Group {
    std::string typed;
    std::string used;  // after correction
    std::size_t column = 0;
    TermChoices choices;
    std::vector<TermChoices> phrase;    // word for word; empty for a single word
    std::vector<TermChoices> together;  // parts of a compound that must all be there; empty when it has none
    std::size_t frequency = 0;          // documents, estimated from above
    double idf = 0;
    bool is_required = true;     // false for a stop word: it counts where it stands, and need not
    bool is_whole_name = false;  // all words together; not required
};

inline constexpr double kTogetherWeight = 0.6;

/// A topic or country named by words; bit i of `groups` is set for the groups it stands for.
struct Evidence {
    ReasonKind kind = ReasonKind::Topic;
    std::uint32_t ordinal = 0;
    std::string shown;  // topic id or country code
    std::string words;
    std::uint64_t groups = 0;
    Score direct = 0;
    Score narrower = 0;
};

struct Plan {
    std::vector<Group> groups;  // at most 64
    [[nodiscard]] std::size_t required_groups() const {
        std::size_t count = 0;
        for (const Group& group : groups) count += group.is_required ? 1U : 0U;
        return count;
    }
    std::vector<Evidence> evidence;
    std::vector<std::vector<TermChoices>> excluded;  // phrases
    std::vector<Correction> corrections;
    std::vector<NamedTopic> topics;
    std::vector<std::string> ignored;
};

class Planner {
public:
    Planner(const IndexParts& index, text::Analyzer& analyzer, std::string_view reader_language);

    [[nodiscard]] Plan plan(const Query& query, Prefix prefix);

    /// A frequent word near a rare one, for each such word of the plan; searched only when few documents were
    /// found.
    [[nodiscard]] std::vector<Correction> suggestions(const Plan& plan) const;

private:
    struct Word {
        std::string text;
        std::string typed;
        std::size_t column = 0;
        std::uint32_t begin = 0;  // in text_
        std::uint32_t end = 0;
        bool is_open = false;
        int group = -1;
    };
    struct Named {
        ReasonKind kind = ReasonKind::Topic;
        std::uint32_t ordinal = 0;
        std::size_t first = 0;
        std::size_t last = 0;
        bool in_compound = false;
    };
    struct Candidate {
        std::string word;
        std::size_t distance = 0;
        std::size_t frequency = 0;
        bool same_start = false;
        bool is_name = false;  // stands in names and places more often than in texts
        /// People look for names and places rather than for other words.
        [[nodiscard]] std::size_t worth() const { return is_name ? 5 * frequency : frequency; }
    };
    [[nodiscard]] TermChoices choices(std::string_view word);
    [[nodiscard]] bool is_known(const std::string& word);
    void complete(std::string_view beginning, TermChoices& choices) const;
    void join_words();
    void find_names();
    [[nodiscard]] bool is_named(std::size_t word) const;
    void correct_words(Plan& plan);
    [[nodiscard]] std::vector<Candidate> candidates(const std::string& folded) const;
    [[nodiscard]] std::string correction_of(const std::string& word, std::size_t frequency_above) const;
    [[nodiscard]] std::size_t frequency(const TermChoices& choices) const;
    [[nodiscard]] double idf(std::size_t frequency) const;
    void add_word_groups(Plan& plan);
    void add_phrase_groups(const Query& query, Plan& plan);
    void add_whole_name(Plan& plan) const;
    void add_evidence(Plan& plan) const;
    [[nodiscard]] std::vector<TermChoices> phrase_choices(const std::vector<std::string>& words);

    const IndexParts& index_;
    text::Analyzer& analyzer_;
    std::string reader_language_;
    std::vector<std::string> languages_;
    std::vector<Word> words_;
    std::string text_;
    std::vector<Named> named_;
};

}  // namespace kontor::search
