// SPDX-License-Identifier: EUPL-1.2
// Which texts say the same: announcements that were sent around, shortened, given another title or put into
// another page. A text's signature estimates how much of its word sequences it shares with another (shingles:
// Broder, "On the resemblance and containment of documents", 1997; one permutation with densification in
// place of many hash functions: Shrivastava, "Optimal Densification for Fast and Accurate Minwise Hashing",
// 2017). The index finds candidates by bands of equal parts of the signature (Leskovec, Rajaraman and Ullman,
// "Mining of Massive Datasets", ch. 3) and groups incrementally. Pure and without randomness: the same texts
// give the same groups in every run. A signature is 512 bytes and costs about 20 ms per MB of text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kontor::text {

struct NearSignature {
    static constexpr std::size_t kParts = 128;
    std::array<std::uint32_t, kParts> parts{};
    std::uint32_t shingles = 0;  // sequences of three words; 0: a text without words, like nothing
    bool operator==(const NearSignature&) const = default;
};

/// Of the words of `text` (valid UTF-8), case, marks and punctuation aside.
[[nodiscard]] NearSignature near_signature(std::string_view text);

/// Estimates which share of all word sequences of both texts is in both (Jaccard), 0 to 1; its standard
/// error is about 0.04.
[[nodiscard]] double resemblance(const NearSignature& one, const NearSignature& other);

/// Whether the texts are near-duplicates: they share two fifths of their word sequences, or four fifths of
/// the shorter is in a longer one of up to three times its length.
[[nodiscard]] bool similar(const NearSignature& one, const NearSignature& other);

/// Groups texts as they come. Not thread-safe. Memory: about 1 kB per text; adding costs what its candidates
/// cost, at most kCandidates comparisons.
class NearDuplicates {
public:
    /// The earliest text that `signature` is similar to; nothing when there is none.
    [[nodiscard]] std::optional<std::uint32_t> find(const NearSignature& signature) const;
    /// Adds the text numbered size() and gives the number of the first text of its group: its own when it is
    /// like none before.
    std::uint32_t add(const NearSignature& signature);
    [[nodiscard]] std::size_t size() const { return groups_.size(); }

private:
    static constexpr std::size_t kRows = 2;  // equal parts that make two texts candidates
    static constexpr std::size_t kBands = NearSignature::kParts / kRows;
    static constexpr std::size_t kCandidates = 400;

    std::vector<NearSignature> leaders_;                                   // of the first text of every group
    std::vector<std::uint32_t> leader_numbers_;                            // of leaders_
    std::vector<std::uint32_t> groups_;                                    // by text
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> bands_;  // band and its parts: leaders_
};

}  // namespace kontor::text
