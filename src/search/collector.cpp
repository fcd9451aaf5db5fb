// SPDX-License-Identifier: EUPL-1.2
#include "search/collector.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace kontor::search {

namespace {

constexpr std::size_t kYears = 10'000;

std::vector<std::uint32_t> ordinals(const std::vector<model::RecordKind>& kinds) {
    std::vector<std::uint32_t> out;
    for (const model::RecordKind kind : kinds) out.push_back(static_cast<std::uint32_t>(kind));
    return out;
}

}  // namespace

void Collector::open(const IndexParts& index, const Filters& filters, const Request& request) {
    index_ = &index;
    total_ = 0;
    heap_.clear();
    offset_ = request.offset;
    kept_ = std::min(request.offset + request.limit, index.size());
    facet_limit_ = request.facet_limit;
    counts_facets_ = request.facet_limit > 0;
    const std::array<std::size_t, kDimensions> sizes{model::Words<model::RecordKind>::kWords.size(),
                                                     index.values.organisation_kinds.size(),
                                                     index.values.countries.size(),
                                                     index.topics->size(),
                                                     index.values.programmes.size(),
                                                     kYears};
    for (std::size_t i = 0; i < kDimensions; ++i) {
        for (const std::uint32_t value : seen_[i]) counts_[i][value] = 0;
        seen_[i].clear();
        counts_[i].resize(sizes[i], 0);
    }
    want(Kind, sizes[Kind], ordinals(filters.kinds));
    want(OrganisationKind, sizes[OrganisationKind], filters.organisation_kinds);
    want(Country, sizes[Country], filters.countries);
    want(Topic, sizes[Topic], filters.topics);
    want(Programme, sizes[Programme], filters.programmes);
    want_years(filters);
    wanted_topics_ = filters.topics;
    is_filtered_ = std::ranges::any_of(wanted_, [](const Wanted& wanted) { return wanted.is_active; });
}

void Collector::want(Dimension dimension, std::size_t size, const std::vector<std::uint32_t>& values) {
    Wanted& wanted = wanted_[dimension];
    wanted.is_active = !values.empty();
    if (!wanted.is_active) return;
    wanted.values.assign(size, 0);
    for (const std::uint32_t value : values) {
        if (value < size) wanted.values[value] = 1;
    }
}

void Collector::want_years(const Filters& filters) {
    Wanted& wanted = wanted_[Year];
    wanted.is_active = filters.year_from || filters.year_to;
    if (!wanted.is_active) return;
    wanted.values.assign(kYears, 0);
    const int first = std::max(1, filters.year_from.value_or(1));
    const int last =
        std::min(static_cast<int>(kYears) - 1, filters.year_to.value_or(static_cast<int>(kYears)));
    for (int year = first; year <= last; ++year) wanted.values[static_cast<std::size_t>(year)] = 1;
}

void Collector::prepare_topics(const Segment& segment) {
    if (!wanted_[Topic].is_active) return;
    topic_documents_.reset(segment.size());
    for (const std::uint32_t topic : wanted_topics_) {
        for (const std::uint32_t document : segment.topic_documents[topic]) topic_documents_.add(document);
    }
}

/// One bit for each dimension whose filter the document does not pass.
unsigned Collector::failures(const FacetRow& row, std::uint32_t document) const {
    unsigned failed = 0;
    const auto check = [&](Dimension dimension, std::size_t value) {
        const Wanted& wanted = wanted_[dimension];
        if (wanted.is_active && !wanted.has(value)) failed |= 1U << dimension;
    };
    check(Kind, row.kind);
    check(OrganisationKind, row.organisation_kind);
    check(Country, row.country);
    check(Programme, row.programme);
    check(Year, row.year);
    if (wanted_[Topic].is_active && !topic_documents_.has(document)) failed |= 1U << Topic;
    return failed;
}

void Collector::count_topics(const Segment& segment, std::uint32_t document) {
    for (const std::uint32_t topic : segment.all_topics[document]) count_value(Topic, topic);
}

/// A document that fails one filter still counts for that facet.
void Collector::count(const Segment& segment, std::uint32_t document, unsigned failed) {
    const FacetRow& row = segment.facets[document];
    const auto counts_for = [&](Dimension dimension) { return (failed & ~(1U << dimension)) == 0; };
    if (counts_for(Kind)) count_value(Kind, row.kind);
    if (counts_for(OrganisationKind)) count_value(OrganisationKind, row.organisation_kind);
    if (counts_for(Country)) count_value(Country, row.country);
    if (counts_for(Programme)) count_value(Programme, row.programme);
    if (counts_for(Year)) count_value(Year, row.year);
    if (counts_for(Topic)) count_topics(segment, document);
}

void Collector::add(const Evaluation& evaluation) {
    const Segment& segment = evaluation.segment();
    prepare_topics(segment);
    const auto documents = evaluation.documents();
    if (!is_filtered_ && counts_facets_) count_all(segment, documents);
    for (std::size_t at = 0; at < documents.size(); ++at) {
        const std::uint32_t document = documents[at];
        if (is_filtered_) {
            const unsigned failed = failures(segment.facets[document], document);
            if (counts_facets_ && (failed & (failed - 1)) == 0) count(segment, document, failed);
            if (failed != 0) continue;
        }
        ++total_;
        const Score score = evaluation.scores()[at];
        if (kept_ == 0 || (heap_.size() == kept_ && score < heap_.front().score)) continue;
        offer({score, &evaluation, document});
    }
}

/// count() without filters.
void Collector::count_all(const Segment& segment, std::span<const std::uint32_t> documents) {
    for (const std::uint32_t document : documents) {
        const FacetRow& row = segment.facets[document];
        count_value(Kind, row.kind);
        count_value(OrganisationKind, row.organisation_kind);
        count_value(Country, row.country);
        count_value(Programme, row.programme);
        count_value(Year, row.year);
    }
    for (const std::uint32_t document : documents) count_topics(segment, document);
}

bool Collector::is_better(const Ranked& a, const Ranked& b) {
    if (a.score != b.score) return a.score > b.score;
    if (a.evaluation == b.evaluation) return a.document < b.document;
    const Segment& left = a.evaluation->segment();
    const Segment& right = b.evaluation->segment();
    if (left.kind(a.document) != right.kind(b.document))
        return left.kind(a.document) < right.kind(b.document);
    return left.id(a.document) < right.id(b.document);
}

void Collector::offer(const Ranked& candidate) {
    if (heap_.size() < kept_) {
        heap_.push_back(candidate);
        std::ranges::push_heap(heap_, is_better);
        return;
    }
    if (!is_better(candidate, heap_.front())) return;
    std::ranges::pop_heap(heap_, is_better);
    heap_.back() = candidate;
    std::ranges::push_heap(heap_, is_better);
}

std::vector<Ranked> Collector::page() {
    std::ranges::sort_heap(heap_, is_better);
    if (offset_ >= heap_.size()) return {};
    return {heap_.begin() + static_cast<std::ptrdiff_t>(offset_), heap_.end()};
}

/// Years have no text of their own.
std::string_view Collector::value_text(Dimension dimension, std::uint32_t value) const {
    switch (dimension) {
        case Kind:
            return model::Words<model::RecordKind>::kWords[value];
        case OrganisationKind:
            return index_->values.organisation_kinds[value];
        case Country:
            return index_->values.countries[value];
        case Topic:
            return index_->topics->id(value);
        case Programme:
            return index_->values.programmes[value];
        case Year:
        case kDimensions:
            break;
    }
    return {};
}

/// The more frequent, then by text.
bool Collector::is_before(Dimension dimension, std::uint32_t a, std::uint32_t b) const {
    const std::vector<std::uint32_t>& counts = counts_[dimension];
    if (counts[a] != counts[b]) return counts[a] > counts[b];
    if (dimension == Year) return std::to_string(a) < std::to_string(b);
    return value_text(dimension, a) < value_text(dimension, b);
}

Facet Collector::facet(Dimension dimension) const {
    const Wanted& wanted = wanted_[dimension];
    const bool has_none = dimension != Kind && dimension != Topic;  // value 0 is "none"
    std::vector<std::uint32_t> values = seen_[dimension];
    if (has_none) std::erase(values, 0U);
    Facet out;
    out.distinct = static_cast<std::uint32_t>(values.size());
    const auto comes_first = [&](std::uint32_t a, std::uint32_t b) { return is_before(dimension, a, b); };
    const std::size_t kept = std::min(facet_limit_, values.size());
    std::partial_sort(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(kept), values.end(),
                      comes_first);
    values.resize(kept);
    const auto is_selected = [&](std::uint32_t value) {
        return dimension != Year && wanted.is_active && wanted.has(value) && !(has_none && value == 0);
    };
    for (std::uint32_t value = 0; dimension != Year && wanted.is_active && value < wanted.values.size();
         ++value) {
        if (is_selected(value) && std::ranges::find(values, value) == values.end()) values.push_back(value);
    }
    std::ranges::sort(values, comes_first);
    for (const std::uint32_t value : values) {
        out.values.push_back(
            {dimension == Year ? std::to_string(value) : std::string(value_text(dimension, value)),
             counts_[dimension][value], is_selected(value)});
    }
    return out;
}

Facets Collector::facets() const {
    Facets out;
    if (!counts_facets_) return out;
    out.kinds = facet(Kind);
    out.organisation_kinds = facet(OrganisationKind);
    out.countries = facet(Country);
    out.topics = facet(Topic);
    out.programmes = facet(Programme);
    out.years = facet(Year);
    return out;
}

}  // namespace kontor::search
