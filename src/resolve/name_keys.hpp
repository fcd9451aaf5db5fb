// SPDX-License-Identifier: EUPL-1.2
// By what names are found: whole names, words, initials and trigrams of letters. Immutable once made; any
// number of threads. Memory: about 250 bytes a name.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "resolve/parsed_name.hpp"

namespace kontor::resolve {

class NameKeys {
public:
    NameKeys() = default;
    explicit NameKeys(const std::vector<ParsedName>& names);

    /// Numbers of names that may be of the same body as `name`, ascending: those with the same letters, with
    /// a rare word or the initials in common, and the `limit` most alike by trigrams (cosine of TF-IDF) with
    /// all that are as alike as the last of them.
    [[nodiscard]] std::vector<std::uint32_t> near(const ParsedName& name, std::size_t limit) const;

private:
    using Key = std::pair<std::uint64_t, std::uint32_t>;  // hash, name

    void add_trigrams(const std::vector<ParsedName>& names);
    void find_keys(const ParsedName& name, std::vector<std::uint32_t>& out) const;
    void find_alike(const ParsedName& name, std::size_t limit, std::vector<std::uint32_t>& out) const;
    [[nodiscard]] double weight(std::uint32_t trigram) const;

    std::vector<Key> keys_;              // ascending
    std::vector<std::uint32_t> starts_;  // of each trigram's names in postings_
    std::vector<std::uint32_t> postings_;
    std::vector<float> lengths_;  // of each name's vector
};

}  // namespace kontor::resolve
