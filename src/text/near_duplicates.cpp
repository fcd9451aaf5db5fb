// SPDX-License-Identifier: EUPL-1.2
#include "text/near_duplicates.hpp"

#include <algorithm>
#include <limits>
#include <string>

#include "text/fold.hpp"

namespace kontor::text {
namespace {

constexpr double kSameResemblance = 0.4;
constexpr double kSameContainment = 0.8;
constexpr double kLongestRatio = 3;
constexpr std::uint32_t kEmpty = std::numeric_limits<std::uint32_t>::max();

// The finaliser of splitmix64: every bit of the input moves every bit of the output.
std::uint64_t mixed(std::uint64_t value) {
    value += 0x9E3779B97F4A7C15ULL;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31U);
}

std::uint64_t hash_of(std::string_view word) {
    std::uint64_t hash = 0xCBF29CE484222325ULL;  // FNV-1a
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return hash;
}

bool is_ascii_word(unsigned char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

/// Folded text word by word. Scripts without spaces (lead bytes E3 to E9) give one word per character.
class WordCursor {
public:
    explicit WordCursor(std::string_view folded) : text_(folded) {}
    std::string_view next() {
        while (at_ < text_.size() && is_separator(at_)) ++at_;
        const std::size_t begin = at_;
        if (at_ < text_.size() && is_ideograph(at_)) {
            at_ = std::min(at_ + 3, text_.size());
        } else {
            while (at_ < text_.size() && !is_separator(at_) && !is_ideograph(at_)) ++at_;
        }
        return text_.substr(begin, at_ - begin);
    }

private:
    [[nodiscard]] unsigned char byte(std::size_t at) const {
        return at < text_.size() ? static_cast<unsigned char>(text_[at]) : 0;
    }
    [[nodiscard]] bool is_ideograph(std::size_t at) const { return byte(at) >= 0xE3 && byte(at) <= 0xE9; }
    // The bytes of quotation marks, dashes and signs (U+0080–00BF, U+2000–27BF) part words like ASCII's own.
    [[nodiscard]] bool is_separator(std::size_t at) const {
        if (byte(at) < 0x80) return !is_ascii_word(byte(at));
        for (std::size_t back = 0; back < 3 && back <= at; ++back) {
            const unsigned char lead = byte(at - back);
            if (lead >= 0xC0)
                return (lead == 0xC2 && back < 2) || (lead == 0xE2 && byte(at - back + 1) < 0x9F);
        }
        return false;
    }
    std::string_view text_;
    std::size_t at_ = 0;
};

// Parts that no shingle fell into borrow from others, each in an order of its own.
void densify(NearSignature& signature) {
    const auto sparse = signature.parts;
    for (std::size_t part = 0; part < sparse.size(); ++part) {
        for (std::uint64_t attempt = 1; signature.parts[part] == kEmpty; ++attempt) {
            signature.parts[part] = sparse[mixed(part * 1'000'003 + attempt) % sparse.size()];
        }
    }
}

std::uint64_t band_key(const NearSignature& signature, std::size_t band, std::size_t rows) {
    std::uint64_t key = mixed(band + 1);
    for (std::size_t row = 0; row < rows; ++row) key = mixed(key ^ signature.parts[band * rows + row]);
    return key;
}

}  // namespace

NearSignature near_signature(std::string_view text) {
    NearSignature signature;
    signature.parts.fill(kEmpty);
    const std::string small = folded(text);
    WordCursor words(small);
    std::array<std::uint64_t, 3> last{};
    std::size_t count = 0;
    for (std::string_view word = words.next(); !word.empty(); word = words.next()) {
        last = {last[1], last[2], hash_of(word)};
        if (++count < last.size()) continue;
        const std::uint64_t shingle = mixed(mixed(mixed(last[0]) ^ last[1]) ^ last[2]);
        auto& part = signature.parts[shingle >> 57U];
        part = std::min(part, static_cast<std::uint32_t>(shingle) & 0x7FFFFFFFU);
        ++signature.shingles;
    }
    if (signature.shingles > 0) densify(signature);
    return signature;
}

double resemblance(const NearSignature& one, const NearSignature& other) {
    if (one.shingles == 0 || other.shingles == 0) return 0;
    std::size_t equal = 0;
    for (std::size_t part = 0; part < one.parts.size(); ++part) {
        equal += one.parts[part] == other.parts[part] ? 1 : 0;
    }
    return static_cast<double>(equal) / static_cast<double>(one.parts.size());
}

bool similar(const NearSignature& one, const NearSignature& other) {
    const double shared = resemblance(one, other);
    if (shared >= kSameResemblance) return true;
    const double shorter = std::min(one.shingles, other.shingles);
    const double longer = std::max(one.shingles, other.shingles);
    if (shorter == 0 || longer > kLongestRatio * shorter) return false;
    return shared / (1 + shared) * (shorter + longer) / shorter >= kSameContainment;
}

std::optional<std::uint32_t> NearDuplicates::find(const NearSignature& signature) const {
    if (signature.shingles == 0) return std::nullopt;
    std::vector<std::uint32_t> candidates;
    for (std::size_t band = 0; band < kBands && candidates.size() < kCandidates; ++band) {
        const auto found = bands_.find(band_key(signature, band, kRows));
        if (found == bands_.end()) continue;
        const std::size_t room = kCandidates - candidates.size();
        const auto end =
            found->second.begin() + static_cast<std::ptrdiff_t>(std::min(room, found->second.size()));
        candidates.insert(candidates.end(), found->second.begin(), end);
    }
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    for (const std::uint32_t leader : candidates) {
        if (similar(leaders_[leader], signature)) return leader_numbers_[leader];
    }
    return std::nullopt;
}

std::uint32_t NearDuplicates::add(const NearSignature& signature) {
    const auto number = static_cast<std::uint32_t>(groups_.size());
    const std::uint32_t group = find(signature).value_or(number);
    groups_.push_back(group);
    if (group != number || signature.shingles == 0) return group;
    const auto leader = static_cast<std::uint32_t>(leaders_.size());
    leaders_.push_back(signature);
    leader_numbers_.push_back(number);
    for (std::size_t band = 0; band < kBands; ++band) {
        bands_[band_key(signature, band, kRows)].push_back(leader);
    }
    return group;
}

}  // namespace kontor::text
