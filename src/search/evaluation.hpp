// SPDX-License-Identifier: EUPL-1.2
// Reads one segment by a plan: which documents match and with what score. Memory is kept from one query to
// the next.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "search/index_parts.hpp"
#include "search/plan.hpp"

namespace kontor::search {

/// A posting list with the factor that turns an impact into a score.
struct WeightedList {
    PostingList postings;
    Score factor = 0;
};

/// A group in one segment: its lists; `owned` holds those made for this query (phrases, parts of compounds).
struct GroupLists {
    std::vector<WeightedList> lists;
    std::vector<std::uint32_t> terms;  // that stand for the group, for highlighting
    [[nodiscard]] std::size_t length() const {
        std::size_t sum = 0;
        for (const WeightedList& list : lists) sum += list.postings.documents.size();
        return sum;
    }
};

class DocumentSet {
public:
    void reset(std::size_t documents) { blocks_.assign(documents / 64 + 1, 0); }
    void add(std::uint32_t document) { blocks_[document / 64] |= 1ULL << (document % 64); }
    void remove(std::span<const std::uint64_t> blocks) {
        for (std::size_t i = 0; i < blocks.size() && i < blocks_.size(); ++i) blocks_[i] &= ~blocks[i];
    }
    [[nodiscard]] bool has(std::uint32_t document) const {
        return (blocks_[document / 64] >> (document % 64) & 1U) != 0;
    }
    [[nodiscard]] std::span<const std::uint64_t> blocks() const { return blocks_; }
    void append_to(std::vector<std::uint32_t>& documents) const;

private:
    std::vector<std::uint64_t> blocks_;
};

class Evaluation {
public:
    /// Looks the plan's terms up in `segment`; `gone` are the documents that do not count. All must outlive
    /// this.
    void open(const Segment& segment, std::span<const std::uint64_t> gone, const Plan& plan);

    /// Fill documents() and scores(), in document order.
    void match_all_words();
    void match_any_word();
    void match_everything();

    [[nodiscard]] std::span<const std::uint32_t> documents() const { return documents_; }
    [[nodiscard]] std::span<const Score> scores() const { return scores_; }

    [[nodiscard]] const Segment& segment() const { return *segment_; }
    [[nodiscard]] const GroupLists& group(std::size_t number) const { return groups_[number]; }
    /// Score of one group, and of one piece of evidence, in a matching document.
    [[nodiscard]] Score group_score(std::size_t group, std::uint32_t document) const;
    [[nodiscard]] Score evidence_score(std::size_t evidence, std::uint32_t document) const;
    [[nodiscard]] Score prominence_score(std::uint32_t document) const;
    /// The first group that a term of the segment stands for, kNoOrdinal when none.
    [[nodiscard]] std::uint32_t group_of_term(std::uint32_t term) const {
        if ((term_filter_ >> (term % 64) & 1U) == 0) return kNoOrdinal;
        for (const auto& [known, group] : term_groups_) {
            if (known == term) return group;
        }
        return kNoOrdinal;
    }

private:
    void add_terms(const TermChoices& choices, double idf, GroupLists& group) const;
    void open_group(const Group& group, GroupLists& lists);
    void add_together(const std::vector<TermChoices>& words, Score factor, bool is_phrase, GroupLists& lists);
    [[nodiscard]] bool has_phrase(std::uint32_t document, const std::vector<GroupLists>& words) const;
    [[nodiscard]] bool is_word_of(std::uint32_t word, const GroupLists& group) const;
    void collect_excluded();
    [[nodiscard]] std::span<const std::uint32_t> evidence_documents(const Evidence& evidence) const;
    /// Of evidence that the document has.
    [[nodiscard]] Score strength(const Evidence& evidence, std::uint32_t document) const;
    [[nodiscard]] std::size_t driving_group() const;
    void take_candidates(std::size_t group);
    void add_evidence();
    void take_scores(const WeightedList& list);
    void read_group(const std::vector<WeightedList>& lists);
    void keep_list(const WeightedList& list);
    void keep_group(std::size_t group);
    void add_prominence();

    const Segment* segment_ = nullptr;
    const Plan* plan_ = nullptr;
    std::span<const std::uint64_t> gone_;
    std::vector<GroupLists> groups_;
    std::vector<std::vector<std::uint32_t>> owned_documents_;
    std::vector<std::vector<std::uint16_t>> owned_impacts_;
    DocumentSet unwanted_;
    bool has_unwanted_ = false;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> term_groups_;
    std::uint64_t term_filter_ = 0;  // one bit per remainder of the terms
    DocumentSet set_;
    std::vector<std::uint32_t> documents_;
    std::vector<Score> scores_;
    std::vector<std::uint64_t> covered_;
    std::vector<Score> best_;
};

}  // namespace kontor::search
