// SPDX-License-Identifier: EUPL-1.2
// Noting what came of a possible partner, for the organisation's own people: asked, accepted, declined, met,
// cooperated, not wanted. Several notes per pair are their history. Every write is in the audit log, without
// what it says. Thread-safe; each write is a transaction.
#pragma once

#include "base/limits.hpp"
#include "service/partner_notes.hpp"

namespace kontor::service {

/// `subject`: one's own organisation; empty for all of them. `partner` may be empty.
struct PartnerNotesQuery {
    std::string subject;
    std::string partner;
    std::size_t limit = base::limits::kDefaultPageSize;
    std::string cursor;
};

class PartnerNoteService {
public:
    /// `knowledge` must outlive it.
    explicit PartnerNoteService(const Knowledge& knowledge) : knowledge_(knowledge) {}

    /// Newest first. SignInRequired for the public; RecordNotFound for organisations that the asker cannot
    /// see, OperationNotPermitted for notes of others, CursorInvalid.
    [[nodiscard]] base::Result<PartnerNoteList> notes(const Asker& asker,
                                                      const PartnerNotesQuery& query) const;

    /// All faults of the form at once: ReferenceUnknown for organisations that the asker cannot see,
    /// NoteAboutOneself, ValueNotAllowed, DateInvalid for what is no single day, DayInFuture, TextTooLong,
    /// EncodingBroken, ControlCharacter. OperationNotPermitted without a role that may note there.
    [[nodiscard]] base::Result<PartnerNote> note(const Asker& asker, const PartnerNoteForm& form) const;

    /// RecordNotFound when there is no such note that the asker may read.
    [[nodiscard]] base::Outcome withdraw(const Asker& asker, const std::string& id) const;

private:
    const Knowledge& knowledge_;
};

}  // namespace kontor::service
