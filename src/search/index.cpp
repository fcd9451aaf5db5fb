// SPDX-License-Identifier: EUPL-1.2
#include "search/index.hpp"

#include <algorithm>
#include <map>

#include "search/index_parts.hpp"
#include "search/segment_writer.hpp"

namespace kontor::search {

namespace {

constexpr std::size_t kPendingAtLeast = 4'096;
constexpr std::size_t kPendingShare = 16;

std::size_t present_count(std::span<const std::uint32_t> documents, const IndexParts& parts) {
    if (parts.gone_count == 0) return documents.size();
    return static_cast<std::size_t>(
        std::ranges::count_if(documents, [&](std::uint32_t document) { return !parts.is_gone(document); }));
}

std::span<const std::uint32_t> row_or_nothing(const Rows& rows, std::size_t row) {
    return row < rows.size() ? rows[row] : std::span<const std::uint32_t>{};
}

/// The distinct terms of documents, with how many of the documents have each.
std::vector<std::pair<std::uint32_t, std::uint32_t>> terms_of(const Segment& segment,
                                                              const std::vector<std::uint32_t>& documents) {
    std::vector<std::uint32_t> all;
    std::vector<std::uint32_t> own;
    for (const std::uint32_t document : documents) {
        own.clear();
        for (const FieldSpan& span : segment.fields_of(document)) {
            for (std::uint32_t at = span.words.begin; at < span.words.end; ++at) {
                for (const WordTerm& found : segment.terms_of_word(segment.forward[at]))
                    own.push_back(found.term);
            }
        }
        std::ranges::sort(own);
        own.erase(std::unique(own.begin(), own.end()), own.end());
        all.insert(all.end(), own.begin(), own.end());
    }
    std::ranges::sort(all);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> counts;
    for (const std::uint32_t term : all) {
        if (counts.empty() || counts.back().first != term) counts.emplace_back(term, 0);
        ++counts.back().second;
    }
    return counts;
}

void add_counts(std::vector<std::pair<std::uint32_t, std::uint32_t>>& into,
                const std::vector<std::pair<std::uint32_t, std::uint32_t>>& more) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> sum;
    sum.reserve(into.size() + more.size());
    std::size_t i = 0;
    for (const auto& entry : more) {
        while (i < into.size() && into[i].first < entry.first) sum.push_back(into[i++]);
        sum.push_back(entry);
        if (i < into.size() && into[i].first == entry.first) sum.back().second += into[i++].second;
    }
    sum.insert(sum.end(), into.begin() + static_cast<std::ptrdiff_t>(i), into.end());
    into = std::move(sum);
}

std::shared_ptr<const Segment> written(const TopicModel& topics, SharedValues& values,
                                       const std::map<DocumentKey, Document>& documents) {
    SegmentWriter writer(topics, values);
    for (const auto& [key, document] : documents) writer.add(document);
    return std::make_shared<const Segment>(writer.finish());
}

/// Everything in one segment again.
void merge(IndexParts& parts) {
    SegmentWriter writer(*parts.topics, parts.values);
    for (std::uint32_t at = 0; at < parts.base->size(); ++at) {
        if (!parts.is_gone(at)) writer.add(parts.base->document(at, parts.values));
    }
    for (std::uint32_t at = 0; parts.pending != nullptr && at < parts.pending->size(); ++at) {
        writer.add(parts.pending->document(at, parts.values));
    }
    parts.base = std::make_shared<const Segment>(writer.finish());
    parts.pending = nullptr;
    parts.gone.clear();
    parts.gone_count = 0;
    parts.gone_by_term.clear();
}

}  // namespace

std::size_t IndexParts::document_frequency(std::string_view text) const {
    std::size_t count = 0;
    if (const auto term = base->terms.find(text)) {
        count += base->postings(*term).documents.size();
        const auto missing = std::ranges::lower_bound(gone_by_term, *term, {},
                                                      &std::pair<std::uint32_t, std::uint32_t>::first);
        if (missing != gone_by_term.end() && missing->first == *term) count -= missing->second;
    }
    if (pending == nullptr) return count;
    if (const auto term = pending->terms.find(text)) count += pending->postings(*term).documents.size();
    return count;
}

std::size_t IndexParts::topic_frequency(std::uint32_t topic) const {
    std::size_t count = present_count(row_or_nothing(base->topic_documents, topic), *this);
    if (pending != nullptr) count += row_or_nothing(pending->topic_documents, topic).size();
    return count;
}

std::size_t IndexParts::country_frequency(std::uint32_t country) const {
    std::size_t count = present_count(row_or_nothing(base->country_documents, country), *this);
    if (pending != nullptr) count += row_or_nothing(pending->country_documents, country).size();
    return count;
}

Index::Index(std::shared_ptr<const IndexParts> parts) : parts_(std::move(parts)) {}

std::size_t Index::document_count() const {
    return parts_->size();
}

bool Index::contains(model::RecordKind kind, std::string_view id) const {
    const DocumentKey key{kind, std::string(id)};
    if (parts_->pending != nullptr && parts_->pending->find(key)) return true;
    const auto found = parts_->base->find(key);
    return found && !parts_->is_gone(*found);
}

std::size_t Index::memory_bytes() const {
    return parts_->base->memory_bytes() + (parts_->pending != nullptr ? parts_->pending->memory_bytes() : 0);
}

std::size_t Index::pending_count() const {
    return parts_->pending != nullptr ? parts_->pending->size() : 0;
}

struct IndexBuilder::Work {
    std::shared_ptr<const TopicModel> topics;
    std::shared_ptr<IndexParts> parts;
    std::unique_ptr<SegmentWriter> writer;

    void begin() {
        parts = std::make_shared<IndexParts>();
        parts->topics = topics;
        writer = std::make_unique<SegmentWriter>(*topics, parts->values);
    }
};

IndexBuilder::IndexBuilder(std::span<const model::Topic> topics,
                           std::shared_ptr<const text::CompoundSplitter> splitter)
    : work_(std::make_unique<Work>()) {
    work_->topics = std::make_shared<const TopicModel>(topics, std::move(splitter));
    work_->begin();
}
IndexBuilder::~IndexBuilder() = default;
IndexBuilder::IndexBuilder(IndexBuilder&&) noexcept = default;
IndexBuilder& IndexBuilder::operator=(IndexBuilder&&) noexcept = default;

void IndexBuilder::add(const Document& document) {
    work_->writer->add(document);
}

Index IndexBuilder::build() {
    const std::shared_ptr<IndexParts> parts = work_->parts;
    parts->base = std::make_shared<const Segment>(work_->writer->finish());
    work_->begin();
    return Index(parts);
}

Index with_changes(const Index& base, std::span<const Document> changed,
                   std::span<const DocumentKey> removed) {
    auto parts = std::make_shared<IndexParts>(base.parts());
    std::map<DocumentKey, Document> pending;
    for (std::uint32_t at = 0; parts->pending != nullptr && at < parts->pending->size(); ++at) {
        Document document = parts->pending->document(at, parts->values);
        pending.insert_or_assign(DocumentKey{document.kind, document.id}, std::move(document));
    }
    std::vector<std::uint32_t> newly_gone;
    const auto take_out = [&](const DocumentKey& key) {
        const auto found = parts->base->find(key);
        if (!found || parts->is_gone(*found)) return;
        if (parts->gone.empty()) parts->gone.resize(parts->base->size() / 64 + 1);
        parts->gone[*found / 64] |= 1ULL << (*found % 64);
        ++parts->gone_count;
        newly_gone.push_back(*found);
    };
    for (const DocumentKey& key : removed) {
        pending.erase(key);
        take_out(key);
    }
    for (const Document& document : changed) {
        const DocumentKey key{document.kind, document.id};
        take_out(key);
        pending.insert_or_assign(key, document);
    }
    add_counts(parts->gone_by_term, terms_of(*parts->base, newly_gone));
    parts->pending = pending.empty() ? nullptr : written(*parts->topics, parts->values, pending);
    const std::size_t weight = pending.size() + parts->gone_count;
    if (weight > std::max(kPendingAtLeast, parts->base->size() / kPendingShare)) merge(*parts);
    return Index(parts);
}

}  // namespace kontor::search
