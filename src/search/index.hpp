// SPDX-License-Identifier: EUPL-1.2
// The inverted index over all documents: immutable, shared by any number of threads. A change makes a new
// Index that shares the parts of the old one and adds a small one; small ones are joined as they come, and
// with the large base when they have grown. Which parts there are never shows in an answer. Memory: about
// three times the text. Building: about 0.3 µs per word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/records.hpp"
#include "search/document.hpp"
#include "text/compounds.hpp"

namespace kontor::search {

struct IndexParts;  // internal, see search/segment.hpp

class Index {
public:
    explicit Index(std::shared_ptr<const IndexParts> parts);

    [[nodiscard]] std::size_t document_count() const;
    [[nodiscard]] bool contains(model::RecordKind kind, std::string_view id) const;
    /// Bytes held, counted from the sizes of the arrays.
    [[nodiscard]] std::size_t memory_bytes() const;
    /// Documents in the small parts; for tests and diagnostics.
    [[nodiscard]] std::size_t pending_count() const;
    /// Whether the two have their large part in common.
    [[nodiscard]] bool shares_base(const Index& other) const;

    [[nodiscard]] const IndexParts& parts() const { return *parts_; }

private:
    std::shared_ptr<const IndexParts> parts_;
};

/// Collects documents for a new Index. One thread. A document added twice counts as last given. Documents'
/// texts must be valid UTF-8; topic ordinals beyond the list are dropped.
class IndexBuilder {
public:
    /// Topics with labels, synonyms and parents as the vocabulary has them; `splitter` may be null.
    explicit IndexBuilder(std::span<const model::Topic> topics,
                          std::shared_ptr<const text::CompoundSplitter> splitter = nullptr);
    ~IndexBuilder();
    IndexBuilder(IndexBuilder&&) noexcept;
    IndexBuilder& operator=(IndexBuilder&&) noexcept;

    void add(const Document& document);
    /// Leaves the builder empty.
    [[nodiscard]] Index build();

private:
    struct Work;
    std::unique_ptr<Work> work_;
};

/// Whether a change may write the large base part anew.
enum class Merging : std::uint8_t { WhenDue, Never };

/// `base` with `changed` put in (new or replacing) and `removed` taken out (unknown keys are ignored; a key
/// in both is changed). Answers exactly as an index built anew from the same documents. Cost: the documents
/// that differ from those in `base`, each written again a few times as small parts are joined; when due
/// (small parts and gone documents beyond 4,096 and a sixteenth of all) a merge.
[[nodiscard]] Index with_changes(const Index& base, std::span<const Document> changed,
                                 std::span<const DocumentKey> removed, Merging merging = Merging::WhenDue);

}  // namespace kontor::search
