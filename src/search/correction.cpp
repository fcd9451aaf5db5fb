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

/// "gottingn" is as near to "goettingen" as to "göttingen".
std::size_t spelled_distance(std::string_view typed, std::string_view word, std::size_t distance) {
    return std::min(distance, text::edit_distance(text::collapsed_umlauts(typed),
                                                  text::collapsed_umlauts(word), distance));
}

bool is_word(std::string_view folded) {
    return std::ranges::none_of(folded, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::vector<Planner::Candidate> Planner::candidates(const std::string& folded) const {
    std::vector<Candidate> found;
    const std::size_t limit = allowed_typos(text::character_count(folded));
    if (limit == 0 || !is_word(folded)) return found;
    std::vector<SpellingTable::Near> near;
    for (const IndexPart& part : index_.parts) {
        near.clear();
        part.segment->spellings.near(folded, limit, near);
        for (const auto& [spelling, distance] : near) {
            const std::string_view word = part.segment->spellings[spelling];
            const std::size_t count = index_.document_frequency(exact_term(word));
            const SpellingUses uses = index_.uses_of(word);
            if (count == 0 || uses.all == 0) continue;
            found.push_back({std::string(word), spelled_distance(folded, word, distance), count,
                             word.front() == folded.front(), 2 * uses.in_names > uses.all});
        }
    }
    const SpellingTable& labels = index_.topics->label_words();
    near.clear();
    labels.near(folded, limit, near);
    for (const auto& [label, distance] : near) {
        const std::string_view word = labels[label];
        found.push_back({std::string(word), spelled_distance(folded, word, distance), 1,
                         word.front() == folded.front(), true});
    }
    return found;
}

std::string Planner::correction_of(const std::string& word, std::size_t frequency_above) const {
    std::vector<Candidate> found = candidates(text::folded(word));
    std::erase_if(found, [&](const Candidate& candidate) { return candidate.frequency <= frequency_above; });
    const auto best = std::ranges::min_element(found, [](const Candidate& a, const Candidate& b) {
        return std::tuple(a.distance, !a.same_start, b.worth(), a.word) <
               std::tuple(b.distance, !b.same_start, a.worth(), b.word);
    });
    return best == found.end() ? std::string() : best->word;
}

std::vector<Correction> Planner::suggestions(const Plan& plan) const {
    std::vector<Correction> found;
    for (const Group& group : plan.groups) {
        if (!group.phrase.empty() || group.used != group.typed || !group.is_required) continue;
        if (group.frequency == 0 || group.frequency > kRare) continue;
        const std::string better = correction_of(group.typed, group.frequency * kMuchMoreFrequent);
        if (!better.empty()) found.push_back({group.typed, better, group.column});
    }
    return found;
}

}  // namespace kontor::search
