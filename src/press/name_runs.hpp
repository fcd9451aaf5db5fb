// SPDX-License-Identifier: EUPL-1.2
// Where runs of capitals begin and end that may be one name, with the small words that names of each language
// hold.
#pragma once

#include <vector>

#include "press/candidates.hpp"

namespace kontor::press {

class NameRuns {
public:
    /// `found` before: known names and people end runs, places are remembered.
    NameRuns(const View& view, const Candidates& found);

    [[nodiscard]] bool starts(std::uint32_t i) const;
    /// One past the last token of the run that begins at `first`.
    [[nodiscard]] std::uint32_t end_of(std::uint32_t first) const;
    [[nodiscard]] bool is_place(std::uint32_t i) const { return i < places_.size() && places_[i]; }
    /// A topic of the vocabulary covers the word.
    [[nodiscard]] bool is_topic(std::uint32_t i) const { return i < topics_.size() && topics_[i]; }
    [[nodiscard]] bool is_taken(std::uint32_t i) const { return i < taken_.size() && taken_[i]; }

private:
    [[nodiscard]] bool blocks(std::uint32_t i) const;
    [[nodiscard]] std::uint32_t over_connector(std::uint32_t first, std::uint32_t at) const;
    [[nodiscard]] std::uint32_t german(std::uint32_t first, std::uint32_t at) const;
    [[nodiscard]] std::uint32_t english(std::uint32_t first, std::uint32_t at) const;
    [[nodiscard]] std::uint32_t foreign(std::uint32_t first, std::uint32_t at) const;
    [[nodiscard]] std::uint32_t french(std::uint32_t first, std::uint32_t at) const;
    [[nodiscard]] bool is_odd(std::uint32_t i) const;
    [[nodiscard]] bool is_small_name(std::uint32_t i) const;
    [[nodiscard]] bool is_small_body(std::uint32_t i) const;
    [[nodiscard]] bool is_french_adjective(std::uint32_t i) const;
    [[nodiscard]] bool is_the_centre(std::uint32_t noun) const;
    [[nodiscard]] bool is_named_by(std::uint32_t first) const;
    [[nodiscard]] bool is_body_of_many(std::uint32_t i) const;
    [[nodiscard]] bool continues(std::uint32_t i) const;

    const View& view_;
    std::vector<bool> taken_;
    std::vector<bool> places_;
    std::vector<bool> topics_;
};

}  // namespace kontor::press
