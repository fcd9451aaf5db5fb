// SPDX-License-Identifier: EUPL-1.2
// Which words of a run of capitals belong to the name: ordinary ones at its ends do not, but for those that
// names begin and end with. Pure; linear in the words of the run.
#pragma once

#include <cstdint>
#include <utility>

#include "press/name_evidence.hpp"
#include "press/name_runs.hpp"
#include "press/view.hpp"

namespace kontor::press {

/// Lives as long as what it is made of.
class NameWords {
public:
    NameWords(const View& view, const NameRuns& runs, const SmallWords& lower)
        : view_(view), runs_(runs), lower_(lower) {}

    /// First token and end of the name in the run [first, end); equal when there is none.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> of_run(std::uint32_t first,
                                                                 std::uint32_t end) const;

private:
    [[nodiscard]] bool is_ordinary(std::uint32_t i) const;
    [[nodiscard]] bool keeps(std::uint32_t i, std::uint32_t end) const;
    [[nodiscard]] bool is_joined(std::uint32_t i) const;
    [[nodiscard]] bool closes_name(std::uint32_t first, std::uint32_t end) const;

    const View& view_;
    const NameRuns& runs_;
    const SmallWords& lower_;
};

}  // namespace kontor::press
