// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <tuple>

#include "search/plan.hpp"
#include "text/fold.hpp"
#include "text/names.hpp"
#include "text/utf8.hpp"

namespace kontor::search {

namespace {

constexpr std::size_t kRare = 2;               // documents
constexpr std::size_t kMuchMoreFrequent = 20;  // times

bool is_word(std::string_view folded) {
    return std::ranges::none_of(folded, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::size_t Planner::spelling_frequency(const Segment& segment, std::uint32_t spelling) const {
    std::size_t most = 0;
    for (const std::uint32_t word : segment.spelling_words[spelling]) {
        for (const WordTerm& term : segment.terms_of_word(word)) {
            if (term.weight >= 1) most = std::max(most, index_.document_frequency(segment.terms[term.term]));
        }
    }
    return most;
}

std::vector<Planner::Candidate> Planner::candidates(const std::string& folded) const {
    std::vector<Candidate> found;
    const std::size_t limit = allowed_typos(text::character_count(folded));
    if (limit == 0 || !is_word(folded)) return found;
    std::vector<SpellingTable::Near> near;
    for (const Segment* segment : {index_.base.get(), index_.pending.get()}) {
        if (segment == nullptr) continue;
        near.clear();
        segment->spellings.near(folded, limit, near);
        for (const auto& [spelling, distance] : near) {
            const std::string_view word = segment->spellings[spelling];
            const std::size_t count = spelling_frequency(*segment, spelling);
            if (count > 0)
                found.push_back({std::string(word), distance, count, word.front() == folded.front()});
        }
    }
    const SpellingTable& labels = index_.topics->label_words();
    near.clear();
    labels.near(folded, limit, near);
    for (const auto& [label, distance] : near) {
        const std::string_view word = labels[label];
        found.push_back({std::string(word), distance, 1, word.front() == folded.front()});
    }
    return found;
}

std::string Planner::correction_of(const std::string& word, std::size_t frequency_above) const {
    std::vector<Candidate> found = candidates(text::folded(word));
    std::erase_if(found, [&](const Candidate& candidate) { return candidate.frequency <= frequency_above; });
    const auto best = std::ranges::min_element(found, [](const Candidate& a, const Candidate& b) {
        return std::tuple(a.distance, !a.same_start, b.frequency, a.word) <
               std::tuple(b.distance, !b.same_start, a.frequency, b.word);
    });
    return best == found.end() ? std::string() : best->word;
}

std::vector<Correction> Planner::suggestions(const Plan& plan) const {
    std::vector<Correction> found;
    for (const Group& group : plan.groups) {
        if (!group.phrase.empty() || group.used != group.typed) continue;
        if (group.frequency == 0 || group.frequency > kRare) continue;
        const std::string better = correction_of(group.typed, group.frequency * kMuchMoreFrequent);
        if (!better.empty()) found.push_back({group.typed, better, group.column});
    }
    return found;
}

}  // namespace kontor::search
