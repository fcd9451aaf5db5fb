// SPDX-License-Identifier: EUPL-1.2
// By what names are found: whole names, words, initials and trigrams of letters. Immutable once made; any
// number of threads. Memory: about 250 bytes a name, a megabyte beside. Several parts, of which some names
// are gone, answer as one made of the names that are left.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "resolve/parsed_name.hpp"

namespace kontor::resolve {

class NameKeys {
public:
    using Key = std::pair<std::uint64_t, std::uint32_t>;  // hash, name

    NameKeys() = default;
    /// None may be null; nothing of them is kept.
    explicit NameKeys(const std::vector<const ParsedName*>& names);

    /// Ascending.
    [[nodiscard]] std::span<const Key> with_key(std::uint64_t hash) const;
    [[nodiscard]] std::span<const std::uint32_t> with_trigram(std::uint32_t trigram) const;
    /// How many names there are, and of how many trigrams each is.
    [[nodiscard]] std::size_t size() const { return lengths_.size(); }
    [[nodiscard]] std::uint32_t length(std::uint32_t name) const { return lengths_[name]; }
    [[nodiscard]] std::size_t postings() const { return postings_.size(); }

private:
    void add_trigrams(const std::vector<const ParsedName*>& names);

    std::vector<Key> keys_;              // ascending
    std::vector<std::uint32_t> starts_;  // of each trigram's names in postings_
    std::vector<std::uint32_t> postings_;
    std::vector<std::uint32_t> lengths_;
};

/// Names of a part that do not count any more.
struct GoneNames {
    std::vector<bool> is_gone = {};                        // by number; empty when none is
    std::map<std::uint32_t, std::uint32_t> trigrams = {};  // with how many of them have each
    std::size_t postings = 0;
    /// `name` is that of the number; not gone yet.
    void add(std::uint32_t number, const ParsedName& name, std::size_t all);
    [[nodiscard]] bool has(std::uint32_t number) const { return !is_gone.empty() && is_gone[number]; }
};

/// Looks into both.
struct KeyPart {
    const NameKeys* keys = nullptr;
    const GoneNames* gone = nullptr;  // may be null: none is
};

struct FoundName {
    std::uint32_t part = 0;
    std::uint32_t name = 0;
    auto operator<=>(const FoundName&) const = default;
};

/// Names that may be of the same body as `name`, ascending: those with the same letters, with a rare word or
/// the initials in common, and the `limit` most alike by trigrams (those of both, weighed by how few names
/// have them, over the root of how many the found one has) with all that are as alike as the last of them.
[[nodiscard]] std::vector<FoundName> near_names(std::span<const KeyPart> parts, const ParsedName& name,
                                                std::size_t limit);

/// Names that have the comparable word, ascending.
[[nodiscard]] std::vector<FoundName> names_with_word(std::span<const KeyPart> parts, std::string_view word);

}  // namespace kontor::resolve
