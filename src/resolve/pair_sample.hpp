// SPDX-License-Identifier: EUPL-1.2
// The labelled sample that resolving is measured on (docs/resolve.md): pairs of similar names out of two
// sources that name bodies by the same register, one asked for, one in the network. The register's numbers
// are the labels. Pure; the same sources and seed give the same sample. Cost: about a second per 10,000
// bodies.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "resolve/name_index.hpp"

namespace kontor::resolve {

/// A body as one source describes it; the id is that of the register.
struct SampleBody {
    NamedRecord record = {};
    std::string web = {};
};

/// Which half of the bodies (by a hash of their ids) is looked at: one is for looking while rules are made,
/// the other for reporting.
enum class SamplePart { All, Development, Report };

struct SampleOptions {
    std::uint64_t seed = 1;
    std::size_t pairs = 1000;  // 0: all there are
    SamplePart part = SamplePart::Report;
};

enum class PairLabel { Same, Other };

struct SamplePair {
    std::size_t asked = 0;  // number in the source that is asked for
    std::size_t known = 0;  // number in the source that is the network
    PairLabel label = PairLabel::Other;
    double dice = 0;  // of the folded names' trigrams
    std::uint64_t fingerprint = 0;
    bool asked_is_first = true;  // the first source is asked for, the second is the network; or vice versa
};

/// All of similar names, Dice kAlikeNames and above. The two samples share their pairs of two bodies.
struct PairSample {
    std::vector<SamplePair> met;      // as they come: one body's names may be equal after folding
    std::vector<SamplePair> pairs;    // the hard ones: one body's names differ
    std::vector<SamplePair> renamed;  // the same body under a name that is not similar
    std::size_t alike_same = 0;       // pairs of one body there are: names differ
    std::size_t met_same = 0;         // pairs of one body there are: as they come
    std::size_t twins = 0;            // left out: two numbers for what the sources describe as one body
};

inline constexpr double kAlikeNames = 0.6;

[[nodiscard]] PairSample draw_pairs(const std::vector<SampleBody>& first,
                                    const std::vector<SampleBody>& second, const SampleOptions& options);

/// Of the ids in any order; what the corrections of labels are filed under.
[[nodiscard]] std::uint64_t pair_fingerprint(const std::string& one, const std::string& other);

/// What somebody who looked the pair up found, where that is not what the register says; nothing: nobody
/// did.
enum class Correction { OneBody, Unclear };
[[nodiscard]] std::optional<Correction> correction(std::uint64_t fingerprint);

/// Whether two bodies with two numbers are described as one: the same name in the same country, and the same
/// town, web site or VAT number.
[[nodiscard]] bool are_twins(const SampleBody& one, const SampleBody& other);

}  // namespace kontor::resolve
