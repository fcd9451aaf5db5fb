// SPDX-License-Identifier: EUPL-1.2
#include "service/partner_note_service.hpp"

#include <algorithm>
#include <tuple>

#include "base/limits.hpp"
#include "service/account_desk.hpp"
#include "service/page_parts.hpp"
#include "service/permission.hpp"
#include "service/phrases.hpp"
#include "service/search_service.hpp"
#include "service/views.hpp"
#include "text/utf8.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using base::Outcome;
using base::Result;
using model::DeskKind;

base::Error unknown_note(const std::string& id) {
    return {ErrorCode::RecordNotFound, {{"kind", "partner-note"}, {"id", id}}, {}, {}};
}

store::AuditEntry event(AuditEvent event, const model::PartnerNote& note) {
    store::AuditEntry entry;
    entry.action = action_of(event);
    entry.subject_kind = model::word(DeskKind::PartnerNote);
    entry.subject = note.id;
    entry.organisation = note.organisation;
    return entry;
}

std::string all_outcomes() {
    std::string out;
    for (const std::string_view word : model::Words<model::PartnerOutcome>::kWords)
        out += (out.empty() ? "" : ", ") + std::string(word);
    return out;
}

/// Reads a form, with all that is wrong with it.
class FormReader {
public:
    FormReader(const PartnerNoteForm& form, const network::Picture& picture, const model::Date& today)
        : form_(form), picture_(picture), today_(today) {}

    Result<model::PartnerNote> read() {
        organisation(form_.subject, "for");
        if (organisation(form_.partner, "partner") && form_.partner == form_.subject)
            add(ErrorCode::NoteAboutOneself, {}, "partner");
        outcome();
        day();
        text();
        if (!faults_.empty()) return faults_;
        note_.organisation = form_.subject;
        note_.partner = form_.partner;
        return std::move(note_);
    }

private:
    void add(ErrorCode code, base::ErrorArguments arguments, const std::string& field) {
        faults_.push_back({code, std::move(arguments), {.file = {}, .field = "/" + field}, {}});
    }

    bool organisation(const std::string& id, const std::string& field) {
        if (picture_.find_organisation(id)) return true;
        add(ErrorCode::ReferenceUnknown, {{"field", field}, {"id", id}}, field);
        return false;
    }

    void outcome() {
        const auto found = model::from_word<model::PartnerOutcome>(form_.outcome);
        if (found) {
            note_.outcome = *found;
        } else {
            add(ErrorCode::ValueNotAllowed, {{"value", form_.outcome}, {"allowed", all_outcomes()}},
                "outcome");
        }
    }

    void day() {
        constexpr std::size_t kWholeDay = 10;  // 2026-11-22, and not only the year or the month
        note_.day = today_;
        if (!form_.day) return;
        const auto date = model::Date::parse(*form_.day);
        if (!date || date->text().size() != kWholeDay)
            return add(ErrorCode::DateInvalid, {{"value", *form_.day}}, "day");
        if (*date > today_)
            return add(ErrorCode::DayInFuture, {{"day", date->text()}, {"today", today_.text()}}, "day");
        note_.day = *date;
    }

    void text() {
        if (!form_.text) return;
        if (text::first_utf8_fault(*form_.text)) return add(ErrorCode::EncodingBroken, {}, "text");
        const auto control = text::first_control_character(*form_.text, text::Whitespace::TabsAndLines);
        if (control) {
            add(ErrorCode::ControlCharacter, {{"code", text::code_point_name(control->code)}}, "text");
        }
        const std::size_t characters = text::character_count(*form_.text);
        if (characters > base::limits::kNoteCharacters) {
            add(ErrorCode::TextTooLong,
                {{"found", std::to_string(characters)},
                 {"maximum", std::to_string(base::limits::kNoteCharacters)}},
                "text");
        }
        note_.text = *form_.text;
    }

    const PartnerNoteForm& form_;
    const network::Picture& picture_;
    const model::Date today_;
    model::PartnerNote note_;
    base::Errors faults_;
};

/// RecordNotFound, at the parameter, for an organisation that is not in the picture; empty ids name nobody.
base::Errors unseen(const network::Picture& picture, const PartnerNotesQuery& query,
                    std::string_view language) {
    base::Errors faults;
    for (const auto& [id, field] : {std::pair{&query.subject, "for"}, std::pair{&query.partner, "partner"}}) {
        if (id->empty() || picture.find_organisation(*id)) continue;
        faults.push_back(record_not_found(model::RecordKind::Organisation, *id, language));
        faults.back().place.field = field;
    }
    return faults;
}

/// Those whose notes are asked for.
Result<std::vector<std::string>> organisations_asked(const Knowledge& knowledge, const Asker& asker,
                                                     const std::string& organisation) {
    if (organisation.empty()) {
        if (asker.standing != Standing::Operator) return organisations_noting_for(asker);
        std::vector<std::string> all;
        const auto notes = knowledge.store().all_desk(DeskKind::PartnerNote);
        if (!notes) return notes.errors();
        for (const model::DeskRecord& note : notes.value())
            all.push_back(std::get<model::PartnerNote>(note).organisation);
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return all;
    }
    if (reads_notes_of(asker, organisation)) return std::vector<std::string>{organisation};
    // A token of theirs reads them without the scope for writing, so only the role can be missing here.
    return base::Error{
        ErrorCode::OperationNotPermitted, {{"reason", say(Phrase::NoRoleForThis, asker.language)}}, {}, {}};
}

}  // namespace

Result<PartnerNoteList> PartnerNoteService::notes(const Asker& asker, const PartnerNotesQuery& query) const {
    if (!asker.is_signed_in()) return base::Error{ErrorCode::SignInRequired, {}, {}, {}};
    const View view = knowledge_.view(asker);
    const network::Picture& picture = *view.snapshot->picture;
    base::Errors faults = unseen(picture, query, asker.language);
    const auto offset = cursor_offset(query.cursor);
    if (!offset) faults.insert(faults.end(), offset.errors().begin(), offset.errors().end());
    if (!faults.empty()) return faults;
    const auto organisations = organisations_asked(knowledge_, asker, query.subject);
    if (!organisations) return organisations.errors();
    std::vector<model::PartnerNote> notes;
    for (const std::string& organisation : organisations.value()) {
        const auto found = notes_of(knowledge_.store(), organisation);
        if (!found) return found.errors();
        for (const model::PartnerNote& note : found.value()) {
            const bool is_shown =
                picture.find_organisation(note.organisation) && picture.find_organisation(note.partner);
            if (is_shown && (query.partner.empty() || note.partner == query.partner)) notes.push_back(note);
        }
    }
    std::sort(notes.begin(), notes.end(), [](const model::PartnerNote& a, const model::PartnerNote& b) {
        return std::tie(a.day, a.noted, a.id) > std::tie(b.day, b.noted, b.id);
    });
    const Views views(view, asker.language);
    PartnerNoteList list;
    list.total = static_cast<std::int64_t>(notes.size());
    for (std::size_t i = offset.value(); i < notes.size() && list.notes.size() < query.limit; ++i) {
        if (auto shown = note_view(knowledge_, asker, views, notes[i])) list.notes.push_back(*shown);
    }
    list.next_cursor = next_cursor(offset.value(), list.notes.size(), notes.size());
    return list;
}

Result<PartnerNote> PartnerNoteService::note(const Asker& asker, const PartnerNoteForm& form) const {
    if (!asker.is_signed_in()) return base::Error{ErrorCode::SignInRequired, {}, {}, {}};
    const View view = knowledge_.view(asker);
    if (view.snapshot->picture->find_organisation(form.subject)) {
        const auto permitted = permit(asker, Action::NotePartner, std::vector<std::string>{form.subject});
        if (!permitted) return permitted.errors();
    }
    auto read = FormReader(form, *view.snapshot->picture, knowledge_.today()).read();
    if (!read) return read.errors();
    model::PartnerNote note = std::move(read).value();
    note.id = new_desk_id("note");
    note.noted_by = asker.actor;
    note.noted = knowledge_.clock().now().time_since_epoch().count();
    const auto written = knowledge_.store().write(
        {.actor = asker.actor, .desk_puts = {note}, .audit = {event(AuditEvent::PartnerNoteMade, note)}});
    if (!written) return written.errors();
    const auto shown = note_view(knowledge_, asker, Views(view, asker.language), note);
    return shown ? Result<PartnerNote>(*shown) : Result<PartnerNote>(unknown_note(note.id));
}

Outcome PartnerNoteService::withdraw(const Asker& asker, const std::string& id) const {
    if (!asker.is_signed_in()) return base::Error{ErrorCode::SignInRequired, {}, {}, {}};
    const auto found = knowledge_.store().read_desk(DeskKind::PartnerNote, id);
    if (!found) return found.errors();
    if (!found.value()) return unknown_note(id);
    const auto& note = std::get<model::PartnerNote>(*found.value());
    if (!reads_notes_of(asker, note.organisation)) return unknown_note(id);
    const auto permitted = permit(asker, Action::NotePartner, std::vector<std::string>{note.organisation});
    if (!permitted) return permitted;
    const auto written = knowledge_.store().write({.actor = asker.actor,
                                                   .desk_erasures = {{DeskKind::PartnerNote, id}},
                                                   .audit = {event(AuditEvent::PartnerNoteWithdrawn, note)}});
    if (!written) return written.errors();
    return base::Done{};
}

}  // namespace kontor::service
