// SPDX-License-Identifier: EUPL-1.2
#include "search/evaluation.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "search/intersection.hpp"

namespace kontor::search {

namespace {

Score factor_of(double weight) {
    return static_cast<Score>(std::llround(weight * 65536));
}

Score best_of(const GroupLists& group, std::uint32_t document) {
    Score best = 0;
    for (const WeightedList& list : group.lists) {
        const auto documents = list.postings.documents;
        const std::size_t at = gallop(documents, 0, document);
        if (at == documents.size() || documents[at] != document) continue;
        best = std::max(best, list.factor * list.postings.impacts[at]);
    }
    return best;
}

}  // namespace

void DocumentSet::append_to(std::vector<std::uint32_t>& documents) const {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
        for (std::uint64_t block = blocks_[i]; block != 0; block &= block - 1) {
            documents.push_back(
                static_cast<std::uint32_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(block))));
        }
    }
}

void Evaluation::open(const Segment& segment, std::span<const std::uint64_t> gone, const Plan& plan) {
    segment_ = &segment;
    plan_ = &plan;
    gone_ = gone;
    groups_.assign(plan.groups.size(), {});
    owned_documents_.clear();
    owned_impacts_.clear();
    term_groups_.clear();
    term_filter_ = 0;
    for (std::uint32_t i = 0; i < plan.groups.size(); ++i) {
        open_group(plan.groups[i], groups_[i]);
        if (!plan.groups[i].is_required) continue;  // "of" marked in every line would hide the rest
        for (const std::uint32_t term : groups_[i].terms) {
            term_groups_.emplace_back(term, i);
            term_filter_ |= 1ULL << (term % 64);
        }
    }
    collect_excluded();
}

void Evaluation::add_terms(const TermChoices& choices, double idf, GroupLists& group) const {
    for (const TermChoice& choice : choices) {
        const auto term = segment_->terms.find(choice.term);
        if (!term) continue;
        group.lists.push_back({segment_->postings(*term), factor_of(choice.weight * idf)});
        group.terms.push_back(*term);
    }
}

void Evaluation::open_group(const Group& group, GroupLists& lists) {
    if (!group.phrase.empty()) {
        add_together(group.phrase, factor_of(group.idf), true, lists);
        return;
    }
    add_terms(group.choices, group.idf, lists);
    if (!group.together.empty())
        add_together(group.together, factor_of(kTogetherWeight * group.idf), false, lists);
}

/// Documents that have all of `words`: as a phrase with the mean of their impacts, else with the least.
void Evaluation::add_together(const std::vector<TermChoices>& words, Score factor, bool is_phrase,
                              GroupLists& lists) {
    std::vector<GroupLists> each(words.size());
    std::size_t shortest = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        add_terms(words[i], 1, each[i]);
        if (each[i].length() < each[shortest].length()) shortest = i;
        lists.terms.insert(lists.terms.end(), each[i].terms.begin(), each[i].terms.end());
    }
    set_.reset(segment_->size());
    for (const WeightedList& list : each[shortest].lists) {
        for (const std::uint32_t document : list.postings.documents) set_.add(document);
    }
    std::vector<std::uint32_t> candidates;
    set_.append_to(candidates);
    std::vector<std::uint32_t> documents;
    std::vector<std::uint16_t> impacts;
    for (const std::uint32_t document : candidates) {
        Score sum = 0;
        Score least = static_cast<Score>(kScoreOne);
        for (const GroupLists& word : each) {
            const Score impact = best_of(word, document) / 65536;
            sum += impact;
            least = std::min(least, impact);
            if (least == 0) break;
        }
        if (least == 0 || (is_phrase && !has_phrase(document, each))) continue;
        documents.push_back(document);
        impacts.push_back(
            static_cast<std::uint16_t>(is_phrase ? sum / static_cast<Score>(each.size()) : least));
    }
    owned_documents_.push_back(std::move(documents));
    owned_impacts_.push_back(std::move(impacts));
    lists.lists.push_back({{owned_documents_.back(), owned_impacts_.back()}, factor});
}

bool Evaluation::is_word_of(std::uint32_t word, const GroupLists& group) const {
    for (const WordTerm& found : segment_->terms_of_word(word)) {
        if (found.weight >= 1 && std::ranges::find(group.terms, found.term) != group.terms.end()) return true;
    }
    return false;
}

bool Evaluation::has_phrase(std::uint32_t document, const std::vector<GroupLists>& words) const {
    const auto count = static_cast<std::uint32_t>(words.size());
    for (const FieldSpan& span : segment_->fields_of(document)) {
        for (std::uint32_t at = span.words.begin; at + count <= span.words.end; ++at) {
            std::uint32_t same = 0;
            while (same < count && is_word_of(segment_->forward[at + same], words[same])) ++same;
            if (same == count) return true;
        }
    }
    return false;
}

void Evaluation::collect_excluded() {
    has_unwanted_ = !gone_.empty() || !plan_->excluded.empty();
    if (!has_unwanted_) return;
    unwanted_.reset(segment_->size());
    for (std::size_t i = 0; i < gone_.size(); ++i) {
        for (std::uint64_t block = gone_[i]; block != 0; block &= block - 1) {
            unwanted_.add(
                static_cast<std::uint32_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(block))));
        }
    }
    for (const std::vector<TermChoices>& phrase : plan_->excluded) {
        GroupLists lists;
        if (phrase.size() == 1) {
            add_terms(phrase.front(), 1, lists);
        } else {
            add_together(phrase, 1, true, lists);
        }
        for (const WeightedList& list : lists.lists) {
            for (const std::uint32_t document : list.postings.documents) unwanted_.add(document);
        }
    }
}

std::span<const std::uint32_t> Evaluation::evidence_documents(const Evidence& evidence) const {
    const Rows& rows =
        evidence.kind == ReasonKind::Topic ? segment_->topic_documents : segment_->country_documents;
    return evidence.ordinal < rows.size() ? rows[evidence.ordinal] : std::span<const std::uint32_t>{};
}

std::size_t Evaluation::driving_group() const {
    std::size_t best = 0;
    std::size_t least = SIZE_MAX;
    for (std::size_t group = 0; group < groups_.size(); ++group) {
        if (!plan_->groups[group].is_required) continue;
        std::size_t length = groups_[group].length();
        for (const Evidence& evidence : plan_->evidence) {
            if ((evidence.groups >> group & 1U) != 0) length += evidence_documents(evidence).size();
        }
        if (length >= least) continue;
        least = length;
        best = group;
    }
    return best;
}

/// The documents of one group, and of the evidence for it, without the unwanted ones.
void Evaluation::take_candidates(std::size_t group) {
    const bool has_evidence = std::ranges::any_of(
        plan_->evidence, [&](const Evidence& evidence) { return (evidence.groups >> group & 1U) != 0; });
    const GroupLists& lists = groups_[group];
    documents_.clear();
    if (lists.lists.size() == 1 && !has_evidence && !has_unwanted_) {
        const auto only = lists.lists.front().postings.documents;
        documents_.assign(only.begin(), only.end());
        return;
    }
    set_.reset(segment_->size());
    for (const WeightedList& list : lists.lists) {
        for (const std::uint32_t document : list.postings.documents) set_.add(document);
    }
    for (const Evidence& evidence : plan_->evidence) {
        if ((evidence.groups >> group & 1U) == 0) continue;
        for (const std::uint32_t document : evidence_documents(evidence)) set_.add(document);
    }
    if (has_unwanted_) set_.remove(unwanted_.blocks());
    set_.append_to(documents_);
}

/// The candidates are exactly the documents of `list`.
void Evaluation::take_scores(const WeightedList& list) {
    covered_.assign(documents_.size(), 0);
    scores_.resize(documents_.size());
    for (std::size_t at = 0; at < scores_.size(); ++at) scores_[at] = list.factor * list.postings.impacts[at];
}

void Evaluation::add_evidence() {
    covered_.assign(documents_.size(), 0);
    for (const Evidence& evidence : plan_->evidence) {
        intersect(documents_, evidence_documents(evidence), [&](std::size_t at, std::size_t) {
            covered_[at] |= evidence.groups;
            scores_[at] += strength(evidence, documents_[at]);
        });
    }
}

/// Fills best_ with what each candidate gets from the best of the lists.
void Evaluation::read_group(const std::vector<WeightedList>& lists) {
    best_.assign(documents_.size(), 0);
    for (const WeightedList& list : lists) {
        const Score factor = list.factor;
        intersect(documents_, list.postings.documents, [&](std::size_t at, std::size_t posting) {
            best_[at] = std::max(best_[at], factor * list.postings.impacts[posting]);
        });
    }
}

/// keep_group for the common case of one list and nothing else.
void Evaluation::keep_list(const WeightedList& list) {
    std::size_t kept = 0;
    intersect(documents_, list.postings.documents, [&](std::size_t at, std::size_t posting) {
        documents_[kept] = documents_[at];
        scores_[kept] = scores_[at] + list.factor * list.postings.impacts[posting];
        ++kept;
    });
    documents_.resize(kept);
    scores_.resize(kept);
    covered_.resize(kept);
}

/// Adds the group's scores and drops the documents that it does not cover.
void Evaluation::keep_group(std::size_t group) {
    const std::vector<WeightedList>& lists = groups_[group].lists;
    if (!plan_->groups[group].is_required) {
        read_group(lists);
        for (std::size_t at = 0; at < documents_.size(); ++at) scores_[at] += best_[at];
        return;
    }
    if (lists.size() == 1 && plan_->evidence.empty()) return keep_list(lists.front());
    read_group(lists);
    std::size_t kept = 0;
    for (std::size_t at = 0; at < documents_.size(); ++at) {
        documents_[kept] = documents_[at];
        scores_[kept] = scores_[at] + best_[at];
        covered_[kept] = covered_[at];
        kept += best_[at] != 0 || (covered_[at] >> group & 1U) != 0 ? 1U : 0U;
    }
    documents_.resize(kept);
    scores_.resize(kept);
    covered_.resize(kept);
}

void Evaluation::add_prominence() {
    for (std::size_t at = 0; at < documents_.size(); ++at) scores_[at] += prominence_score(documents_[at]);
}

void Evaluation::match_all_words() {
    const std::size_t driver = driving_group();
    take_candidates(driver);
    if (plan_->evidence.empty() && !has_unwanted_ && groups_[driver].lists.size() == 1) {
        take_scores(groups_[driver].lists.front());
    } else {
        scores_.assign(documents_.size(), 0);
        add_evidence();
        keep_group(driver);
    }
    for (std::size_t group = 0; group < groups_.size(); ++group) {
        if (group != driver && plan_->groups[group].is_required) keep_group(group);
    }
    for (std::size_t group = 0; group < groups_.size(); ++group) {
        if (!plan_->groups[group].is_required) keep_group(group);
    }
    add_prominence();
}

void Evaluation::match_any_word() {
    set_.reset(segment_->size());
    for (std::size_t group = 0; group < groups_.size(); ++group) {
        if (!plan_->groups[group].is_required) continue;
        for (const WeightedList& list : groups_[group].lists) {
            for (const std::uint32_t document : list.postings.documents) set_.add(document);
        }
    }
    for (const Evidence& evidence : plan_->evidence) {
        for (const std::uint32_t document : evidence_documents(evidence)) set_.add(document);
    }
    if (has_unwanted_) set_.remove(unwanted_.blocks());
    documents_.clear();
    set_.append_to(documents_);
    scores_.assign(documents_.size(), 0);
    add_evidence();
    for (const GroupLists& group : groups_) {
        read_group(group.lists);
        for (std::size_t at = 0; at < documents_.size(); ++at) scores_[at] += best_[at];
    }
    add_prominence();
}

void Evaluation::match_everything() {
    documents_.clear();
    for (std::uint32_t document = 0; document < segment_->size(); ++document) {
        if (!has_unwanted_ || !unwanted_.has(document)) documents_.push_back(document);
    }
    scores_.assign(documents_.size(), 0);
    add_prominence();
}

Score Evaluation::group_score(std::size_t group, std::uint32_t document) const {
    return best_of(groups_[group], document);
}

Score Evaluation::evidence_score(std::size_t evidence, std::uint32_t document) const {
    const Evidence& piece = plan_->evidence[evidence];
    const auto documents = evidence_documents(piece);
    return std::binary_search(documents.begin(), documents.end(), document) ? strength(piece, document) : 0;
}

Score Evaluation::strength(const Evidence& evidence, std::uint32_t document) const {
    if (evidence.kind != ReasonKind::Topic) return evidence.direct;
    const auto own = segment_->topics[document];
    return std::ranges::find(own, evidence.ordinal) != own.end() ? evidence.direct : evidence.narrower;
}

Score Evaluation::prominence_score(std::uint32_t document) const {
    constexpr auto kOnePart = static_cast<Score>(kProminenceWeight * 65536);
    return kOnePart * segment_->prominences[document];
}

}  // namespace kontor::search
