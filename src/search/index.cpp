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

std::size_t present_count(std::span<const std::uint32_t> documents, const IndexPart& part) {
    if (part.gone_count == 0) return documents.size();
    return static_cast<std::size_t>(
        std::ranges::count_if(documents, [&](std::uint32_t document) { return !part.is_gone(document); }));
}

std::span<const std::uint32_t> row_or_nothing(const Rows& rows, std::size_t row) {
    return row < rows.size() ? rows[row] : std::span<const std::uint32_t>{};
}

Counts counted(std::vector<std::uint32_t>& numbers) {
    std::ranges::sort(numbers);
    Counts counts;
    for (const std::uint32_t number : numbers) {
        if (counts.empty() || counts.back().first != number) counts.emplace_back(number, 0);
        ++counts.back().second;
    }
    return counts;
}

void add_counts(Counts& into, const Counts& more) {
    Counts sum;
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

/// Counts in what of the words and terms of a part is in `documents`, which have gone: each use of a word,
/// each term once for a document.
void count_gone(IndexPart& part, const std::vector<std::uint32_t>& documents) {
    const Segment& segment = *part.segment;
    std::vector<std::uint32_t> terms;
    std::vector<std::uint32_t> words;
    std::vector<std::uint32_t> own;
    for (const std::uint32_t document : documents) {
        own.clear();
        for (const FieldSpan& span : segment.fields_of(document)) {
            for (std::uint32_t at = span.words.begin; at < span.words.end; ++at) {
                const std::uint32_t word = segment.forward[at];
                words.push_back(word);
                for (const WordTerm& found : segment.terms_of_word(word)) own.push_back(found.term);
            }
            if (span.whole_name != kNoTerm) own.push_back(span.whole_name);
        }
        std::ranges::sort(own);
        terms.insert(terms.end(), own.begin(), std::unique(own.begin(), own.end()));
    }
    add_counts(part.gone_by_term, counted(terms));
    add_counts(part.gone_by_word, counted(words));
}

using Documents = std::map<DocumentKey, Document>;

std::shared_ptr<const Segment> written(IndexParts& parts, const Documents& documents) {
    SegmentWriter writer(*parts.topics, parts.values);
    for (const auto& [key, document] : documents) writer.add(document);
    return std::make_shared<const Segment>(writer.finish());
}

template <class Visit>
void each_document(const IndexPart& part, const SharedValues& values, Visit visit) {
    for (std::uint32_t at = 0; at < part.segment->size(); ++at) {
        if (!part.is_gone(at)) visit(part.segment->document(at, values));
    }
}

/// Everything in one part again.
void merge(IndexParts& parts) {
    SegmentWriter writer(*parts.topics, parts.values);
    for (const IndexPart& part : parts.parts) {
        each_document(part, parts.values, [&](const Document& document) { writer.add(document); });
    }
    parts.parts = {{std::make_shared<const Segment>(writer.finish()), {}, 0, {}, {}}};
}

bool is_merge_due(const IndexParts& parts) {
    std::size_t weight = parts.parts.front().gone_count;
    for (std::size_t i = 1; i < parts.parts.size(); ++i) weight += parts.parts[i].segment->size();
    return weight > std::max(kPendingAtLeast, parts.parts.front().segment->size() / kPendingShare);
}

/// Whether the index holds just this document, in the form that a segment keeps.
bool holds(const IndexParts& parts, const DocumentKey& key, Document document) {
    for (const IndexPart& part : parts.parts) {
        const auto found = part.find(key);
        if (!found) continue;
        if (kept_prominence(document.prominence) != part.segment->prominences[*found]) return false;
        Document known = part.segment->document(*found, parts.values);
        known.prominence = document.prominence;
        std::ranges::stable_sort(document.fields, {}, &FieldText::field);
        std::ranges::sort(document.topics);
        document.topics.erase(std::unique(document.topics.begin(), document.topics.end()),
                              document.topics.end());
        return known == document;
    }
    return false;
}

/// Takes documents out of the parts that have them.
class Removal {
public:
    explicit Removal(IndexParts& parts) : parts_(parts), newly_gone_(parts.parts.size()) {}
    void take_out(const DocumentKey& key) {
        for (std::size_t i = 0; i < parts_.parts.size(); ++i) {
            IndexPart& part = parts_.parts[i];
            const auto found = part.find(key);
            if (!found) continue;
            if (part.gone.empty()) part.gone.resize(part.segment->size() / 64 + 1);
            part.gone[*found / 64] |= 1ULL << (*found % 64);
            ++part.gone_count;
            newly_gone_[i].push_back(*found);
            return;
        }
    }
    void finish() {
        for (std::size_t i = 0; i < parts_.parts.size(); ++i) {
            IndexPart& part = parts_.parts[i];
            if (!newly_gone_[i].empty()) count_gone(part, newly_gone_[i]);
        }
        const auto is_empty = [](const IndexPart& part) { return part.size() == 0; };
        parts_.parts.erase(std::remove_if(parts_.parts.begin() + 1, parts_.parts.end(), is_empty),
                           parts_.parts.end());
    }

private:
    IndexParts& parts_;
    std::vector<std::vector<std::uint32_t>> newly_gone_;
};

/// Adds a part; later parts that are not several times as large go into it, so that there are never many.
void append(IndexParts& parts, Documents fresh) {
    constexpr std::size_t kTimes = 4;
    if (fresh.empty()) return;
    while (parts.parts.size() > 1 && parts.parts.back().size() < kTimes * fresh.size()) {
        each_document(parts.parts.back(), parts.values, [&](Document&& document) {
            DocumentKey key{document.kind, document.id};
            fresh.emplace(std::move(key), std::move(document));
        });
        parts.parts.pop_back();
    }
    parts.parts.push_back({written(parts, fresh), {}, 0, {}, {}});
}

}  // namespace

std::uint32_t count_of(const Counts& counts, std::uint32_t number) {
    const auto found =
        std::ranges::lower_bound(counts, number, {}, &std::pair<std::uint32_t, std::uint32_t>::first);
    return found != counts.end() && found->first == number ? found->second : 0;
}

std::size_t IndexParts::size() const {
    std::size_t count = 0;
    for (const IndexPart& part : parts) count += part.size();
    return count;
}

std::size_t IndexParts::document_frequency(std::string_view text) const {
    std::size_t count = 0;
    for (const IndexPart& part : parts) {
        const auto term = part.segment->terms.find(text);
        if (!term) continue;
        count += part.segment->postings(*term).documents.size();
        count -= count_of(part.gone_by_term, *term);
    }
    return count;
}

std::size_t IndexParts::topic_frequency(std::uint32_t topic) const {
    std::size_t count = 0;
    for (const IndexPart& part : parts)
        count += present_count(row_or_nothing(part.segment->topic_documents, topic), part);
    return count;
}

std::size_t IndexParts::country_frequency(std::uint32_t country) const {
    std::size_t count = 0;
    for (const IndexPart& part : parts)
        count += present_count(row_or_nothing(part.segment->country_documents, country), part);
    return count;
}

SpellingUses IndexParts::uses_of(std::string_view spelling) const {
    SpellingUses uses;
    for (const IndexPart& part : parts) {
        const Segment& segment = *part.segment;
        const auto [first, last] = segment.spellings.beginning_with(spelling);
        if (first == last || segment.spellings[first] != spelling) continue;
        for (const std::uint32_t word : segment.spelling_words[first]) {
            const std::uint64_t count = segment.word_uses[word] - count_of(part.gone_by_word, word);
            uses.all += count;
            if (segment.word_in_name[word] != 0) uses.in_names += count;
        }
    }
    return uses;
}

Index::Index(std::shared_ptr<const IndexParts> parts) : parts_(std::move(parts)) {}

std::size_t Index::document_count() const {
    return parts_->size();
}

bool Index::contains(model::RecordKind kind, std::string_view id) const {
    const DocumentKey key{kind, std::string(id)};
    return std::ranges::any_of(parts_->parts,
                               [&](const IndexPart& part) { return part.find(key).has_value(); });
}

std::size_t Index::memory_bytes() const {
    std::size_t bytes = 0;
    for (const IndexPart& part : parts_->parts) bytes += part.segment->memory_bytes();
    return bytes;
}

std::size_t Index::pending_count() const {
    return parts_->size() - parts_->parts.front().size();
}

bool Index::shares_base(const Index& other) const {
    return parts_->parts.front().segment == other.parts_->parts.front().segment;
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
    parts->parts.push_back({std::make_shared<const Segment>(work_->writer->finish()), {}, 0, {}, {}});
    work_->begin();
    return Index(parts);
}

Index with_changes(const Index& base, std::span<const Document> changed, std::span<const DocumentKey> removed,
                   Merging merging) {
    Documents fresh;
    for (const Document& document : changed)
        fresh.insert_or_assign(DocumentKey{document.kind, document.id}, document);
    auto parts = std::make_shared<IndexParts>(base.parts());
    Removal removal(*parts);
    for (const DocumentKey& key : removed) {
        if (fresh.find(key) == fresh.end()) removal.take_out(key);
    }
    std::erase_if(fresh, [&](const auto& each) { return holds(*parts, each.first, each.second); });
    for (const auto& [key, document] : fresh) removal.take_out(key);
    removal.finish();
    append(*parts, std::move(fresh));
    if (merging == Merging::WhenDue && is_merge_due(*parts)) merge(*parts);
    return Index(parts);
}

}  // namespace kontor::search
