// SPDX-License-Identifier: EUPL-1.2
// Names with a legal form: "[Firma] Muster Optik GmbH", "nanosax e.V.", "Wirtschaftsförderung Musterland
// GmbH". Pure; linear in the words of a name.
#pragma once

#include <cstdint>
#include <optional>

#include "press/candidates.hpp"
#include "press/name_evidence.hpp"
#include "press/name_runs.hpp"
#include "press/view.hpp"

namespace kontor::press {

/// Lives as long as what it is made of.
class LegalNames {
public:
    LegalNames(const View& view, const NameRuns& runs, const SmallWords& lower)
        : view_(view), runs_(runs), lower_(lower) {}

    /// The name with the legal form at token `legal` in a run that begins at `first`; nothing where only the
    /// form stands. `has_clusters`: the text speaks of clusters, so an association may be one.
    [[nodiscard]] std::optional<Candidate> named(std::uint32_t first, std::uint32_t legal,
                                                 bool has_clusters) const;

    /// A noun before a name that says what it is and does not belong to it.
    [[nodiscard]] bool leads(std::uint32_t i) const;
    /// Whether something in [first, end) is more than places and ordinary words.
    [[nodiscard]] bool names_something(std::uint32_t first, std::uint32_t end) const;

private:
    [[nodiscard]] std::uint32_t begin_before(std::uint32_t legal) const;
    [[nodiscard]] std::uint32_t body_before(std::uint32_t begin, std::uint32_t legal) const;
    [[nodiscard]] bool is_lower_name(std::uint32_t i, std::uint32_t legal) const;

    const View& view_;
    const NameRuns& runs_;
    const SmallWords& lower_;
};

}  // namespace kontor::press
