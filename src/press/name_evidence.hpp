// SPDX-License-Identifier: EUPL-1.2
// What speaks for a single word as a name at one place, and what makes words ordinary. Pure; constant time
// but for small_words(), which is linear.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "press/candidates.hpp"
#include "press/name_runs.hpp"
#include "press/view.hpp"

namespace kontor::press {

/// How often each word stands without a capital: what does is no name.
using SmallWords = std::unordered_map<std::string_view, int>;
[[nodiscard]] SmallWords small_words(const View& view);

/// Whether a word with a capital is an ordinary one of the language, known or by its form.
[[nodiscard]] bool is_ordinary_word(const View& view, const SmallWords& lower, std::uint32_t i);

/// Whether a word is known from German compounds, or ends as German nouns do.
[[nodiscard]] bool is_german_word(const View& view, std::uint32_t i);

/// "Danish Maritime", "British Water" in a German or French text: an English adjective of a country opens
/// a name.
[[nodiscard]] bool is_foreign_body(const View& view, std::uint32_t first, std::uint32_t end);

/// "auf der MUSTEX": German goes onto fairs; to bodies it goes.
[[nodiscard]] bool is_gone_to(const View& view, std::uint32_t first);

/// Lives as long as what it is made of. `last_end`: behind the name found before, 0 for none.
class Evidence {
public:
    Evidence(const View& view, const NameRuns& runs, const SmallWords& lower, std::uint32_t last_end)
        : view_(view), runs_(runs), lower_(lower), last_end_(last_end) {}
    /// Points for and against; 2 make a name. `after_ordinary`: words of its run before it were left out.
    [[nodiscard]] double of(const Candidate& made, bool after_ordinary) const;

private:
    [[nodiscard]] bool opens_list(std::uint32_t next) const;
    [[nodiscard]] bool is_in_announced_list(std::uint32_t i) const;
    [[nodiscard]] bool is_behind_colon(std::uint32_t i) const;
    [[nodiscard]] bool is_amid_names(std::uint32_t i) const;
    [[nodiscard]] bool is_of_land(std::uint32_t i) const;
    [[nodiscard]] bool is_of_role(std::uint32_t i) const;
    [[nodiscard]] bool leads_partner(std::uint32_t i) const;
    [[nodiscard]] bool is_named_pole(std::uint32_t i) const;

    const View& view_;
    const NameRuns& runs_;
    const SmallWords& lower_;
    std::uint32_t last_end_;
};

}  // namespace kontor::press
