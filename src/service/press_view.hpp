// SPDX-License-Identifier: EUPL-1.2
// A press text as the contract shows it. Functions of one view; linear in the text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "service/press_desk.hpp"
#include "service/press_edits.hpp"
#include "service/views.hpp"

namespace kontor::service {

[[nodiscard]] PressItemBrief press_brief(const Views& views, const model::PressItem& item);

/// Byte offsets of a text as offsets in UTF-16 code units. Made in one pass.
class Utf16Offsets {
public:
    explicit Utf16Offsets(std::string_view text);
    [[nodiscard]] PressRange of(const PaperRange& range) const;
    /// The byte at which the character with this code unit begins; nothing inside characters and beyond the
    /// end.
    [[nodiscard]] std::optional<std::int64_t> byte_of(std::int64_t unit) const;
    /// Code units of the whole text.
    [[nodiscard]] std::int64_t size() const { return units_.back(); }

private:
    std::vector<std::uint32_t> units_;  // by byte, one more than there are
};

/// Name and kind of a record for an effect; its id when there is none such.
[[nodiscard]] Ref record_ref(const Edit& edit, model::RecordKind kind, const std::string& id);

/// The value of an effect for people: names of records and countries, spoken dates.
[[nodiscard]] std::string spoken_value(const Edit& edit, const PaperEffect& effect);
/// A record in words that say who and what it joins: "Optence in LASER-GO (partner)".
[[nodiscard]] std::string spoken_record(const Edit& edit, const model::Record& record);
/// The record on whose page one sees it: of a relation its project or cluster, of a claim its subject.
[[nodiscard]] RecordKey seen_at(const model::Record& record);

[[nodiscard]] PressEntity press_entity(const Views& views, const PaperName& name,
                                       const Utf16Offsets& offsets);
[[nodiscard]] std::vector<PressCandidate> press_candidates(const Views& views, model::RecordKind kind,
                                                           const std::vector<resolve::Candidate>& found);

}  // namespace kontor::service
