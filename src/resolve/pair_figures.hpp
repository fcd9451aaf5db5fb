// SPDX-License-Identifier: EUPL-1.2
// How well resolving and some plain methods do on a sample of pairs. Pure. Cost: two indexes and a question
// for each pair.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "resolve/pair_sample.hpp"

namespace kontor::resolve {

inline constexpr double kCloseNames = 0.8;

/// What a question says besides the name.
enum class Told { CountryAndTown, Country, Nothing };
inline constexpr std::array<std::string_view, 3> kToldWords{"country_and_town", "country", "name_alone"};

struct PairFigures {
    std::string method = {};
    std::size_t same = 0;         // pairs of one body
    std::size_t other = 0;        // pairs of two bodies
    std::size_t found = 0;        // of `same`: joined
    std::size_t close_same = 0;   // of `same`: Dice kCloseNames and above
    std::size_t close_found = 0;  // of these: joined
    std::size_t wrong = 0;        // joined with a body that it is not
    std::size_t doubtful = 0;     // pairs put to a person
    std::size_t offered = 0;      // of `same`: joined, or among the first ten that are offered
    [[nodiscard]] double precision() const;
    [[nodiscard]] double recall() const;
    [[nodiscard]] double close_recall() const;
};

struct JudgedPair {
    SamplePair pair = {};
    Told told = Told::CountryAndTown;
    std::string asked = {};
    std::string candidate = {};  // the record's name
    Candidate judged = {};
};

/// Each kontor as told country and town, country, nothing; then, but for `renamed`, the plain methods.
struct SampleFigures {
    std::vector<PairFigures> met;      // on PairSample::met
    std::vector<PairFigures> methods;  // on PairSample::pairs
    std::vector<PairFigures> renamed;  // on PairSample::renamed
    std::vector<JudgedPair> wrong;     // of all three, whatever was told
    std::vector<JudgedPair> missed;    // of `met` and `pairs`, told country and town
};

/// Nothing when `keep_on` says to stop; it is called with the pairs done and all there are.
[[nodiscard]] std::optional<SampleFigures> measure_pairs(
    const std::vector<SampleBody>& first, const std::vector<SampleBody>& second, const PairSample& sample,
    const std::function<bool(std::size_t done, std::size_t of)>& keep_on);

}  // namespace kontor::resolve
