// SPDX-License-Identifier: EUPL-1.2
// Lines of pages about projects and events that say by a label what follows: "Lead partner: A", "Laufzeit:
// 2020 bis 2022", "Lieu : B". Pure; constant time.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "press/tokens.hpp"

namespace kontor::press {

enum class Label : std::uint8_t { Partners, Lead, Funding, Duration, Start, End, Place, Day, Host };

struct LabelAt {
    Label label = Label::Partners;
    std::uint32_t colon = 0;  // token
    bool of_project = false;  // "Partners in the project", "Projektlaufzeit": of nothing else
};

/// The label that a sentence begins with, up to a colon within its first words.
[[nodiscard]] std::optional<LabelAt> label_of(std::span<const Token> tokens, const Sentence& sentence);

}  // namespace kontor::press
