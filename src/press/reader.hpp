// SPDX-License-Identifier: EUPL-1.2
// Reads a press item in German, English or French: who and what it names, and what it says about them
// (docs/press.md). Immutable; one reader serves any number of threads. Linear in the text, above 2 MB/s.
#pragma once

#include <memory>

#include "press/entities.hpp"
#include "press/known_names.hpp"
#include "press/lexicon.hpp"
#include "press/press_text.hpp"
#include "press/reading.hpp"
#include "press/triggers.hpp"

namespace kontor::press {

class Reader {
public:
    /// The lexicon and the triggers may be shared by many readers; the names are copied.
    Reader(std::shared_ptr<const Lexicon> lexicon, std::shared_ptr<const Triggers> triggers,
           const KnownNames& names);

    /// One that knows these names instead, with the same lists.
    [[nodiscard]] Reader knowing(const KnownNames& names) const { return {lexicon_, triggers_, names}; }

    /// Title and text must be valid UTF-8. Ranges count in text_as_read(item). A language that is not read
    /// gives sentences and nothing else.
    [[nodiscard]] Reading read(const PressText& item) const;

private:
    std::shared_ptr<const Lexicon> lexicon_;
    std::shared_ptr<const Triggers> triggers_;
    EntityFinder finder_;
};

}  // namespace kontor::press
