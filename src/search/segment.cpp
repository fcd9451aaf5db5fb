// SPDX-License-Identifier: EUPL-1.2
#include "search/segment.hpp"

#include <algorithm>

namespace kontor::search {

namespace {

template <class T>
std::size_t bytes_of(const std::vector<T>& values) {
    return values.capacity() * sizeof(T);
}
std::size_t bytes_of(const Rows& rows) {
    return bytes_of(rows.begins) + bytes_of(rows.values);
}

}  // namespace

Rows Rows::inverted(std::size_t count) const {
    Rows out;
    out.begins.assign(count + 1, 0);
    for (const std::uint32_t value : values) ++out.begins[value + 1];
    for (std::size_t i = 0; i < count; ++i) out.begins[i + 1] += out.begins[i];
    out.values.resize(values.size());
    std::vector<std::uint32_t> next(out.begins.begin(), out.begins.end() - 1);
    for (std::uint32_t row = 0; row < size(); ++row) {
        for (const std::uint32_t value : (*this)[row]) out.values[next[value]++] = row;
    }
    return out;
}

std::optional<std::uint32_t> Segment::find(const DocumentKey& key) const {
    std::size_t low = 0;
    std::size_t high = size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        const auto at = static_cast<std::uint32_t>(middle);
        const bool is_before = kind(at) != key.kind ? kind(at) < key.kind : id(at) < key.id;
        if (is_before) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    const auto found = static_cast<std::uint32_t>(low);
    if (low == size() || kind(found) != key.kind || id(found) != key.id) return std::nullopt;
    return found;
}

Document Segment::document(std::uint32_t ordinal, const SharedValues& values) const {
    const DocumentRow& row = documents[ordinal];
    const FacetRow& facet = facets[ordinal];
    Document out;
    out.kind = kind(ordinal);
    out.id = id(ordinal);
    out.title = text(row.title);
    out.language = values.languages[row.language];
    for (const FieldSpan& span : fields_of(ordinal)) {
        out.fields.push_back(
            {span.field, std::string(text(span.text)), std::string(values.languages[span.language])});
    }
    const auto given = topics[ordinal];
    out.topics.assign(given.begin(), given.end());
    out.country = values.countries[facet.country];
    out.organisation_kind = values.organisation_kinds[facet.organisation_kind];
    out.programme = values.programmes[facet.programme];
    out.year = facet.year;
    out.prominence = prominences[ordinal] / kImpactOne;
    return out;
}

std::size_t Segment::memory_bytes() const {
    return bytes_of(documents) + bytes_of(facets) + bytes_of(prominences) + bytes_of(fields) +
           texts.capacity() + bytes_of(forward) + bytes_of(topics) + bytes_of(all_topics) +
           bytes_of(topic_documents) + bytes_of(country_documents) + terms.memory_bytes() +
           bytes_of(posting_begins) + bytes_of(posting_documents) + bytes_of(posting_impacts) +
           bytes_of(word_term_begins) + bytes_of(word_terms) + bytes_of(word_uses) + bytes_of(word_in_name) +
           bytes_of(spelling_words) + spellings.memory_bytes();
}

}  // namespace kontor::search
