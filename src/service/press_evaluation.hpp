// SPDX-License-Identifier: EUPL-1.2
// Measures the reading of press items by what people wrote down about them, with the names of the network and
// without (docs/press.md). Reads files; knows no account. One thread.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "press/evaluation.hpp"
#include "press/reader.hpp"

namespace kontor::service {

struct PressEvaluationRequest {
    std::vector<std::string> gold;  // folders of facts (*.json), files of facts or of notes (*.jsonl)
    std::string texts;              // folder of the items of facts; empty: the one above the facts
    /// Tell the reader the gold's names of each item first (places and topics aside): what the rules for
    /// facts do when recognition misses nothing.
    bool names_told = false;
};

/// Of the items in one language, or of all.
struct PressFigures {
    std::size_t items = 0;  // with facts
    std::size_t notes = 0;
    press::FactScore facts;
    press::NoteScore note_fields;
};

struct PressRun {
    PressFigures all;
    std::map<std::string, PressFigures> by_language;
    std::uint64_t bytes = 0;  // read again and again after the measured pass, for about 0.3 s
    double seconds = 0;       // of the processor, for that alone
};

/// Errors: FileUnreadable and faults of the gold, all at once.
[[nodiscard]] base::Result<PressRun> evaluate_press(const PressEvaluationRequest& request,
                                                    const press::Reader& reader);

}  // namespace kontor::service
