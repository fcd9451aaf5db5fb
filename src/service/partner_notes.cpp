// SPDX-License-Identifier: EUPL-1.2
#include "service/partner_notes.hpp"

#include <algorithm>
#include <tuple>

#include "service/account_desk.hpp"
#include "service/mentions.hpp"
#include "service/permission.hpp"
#include "service/phrases.hpp"
#include "service/views.hpp"
#include "text/dates.hpp"
#include "text/phrase_finder.hpp"

namespace kontor::service {
namespace {

using base::Outcome;
using base::Result;
using model::DeskKind;
using model::DeskRecord;

/// By one side of them: "organisation" or "partner".
Result<std::vector<model::PartnerNote>> notes_where(const store::Store& store, std::string_view field,
                                                    std::string_view value) {
    auto found = store.desk_where(DeskKind::PartnerNote, field, value);
    if (!found) return found.errors();
    std::vector<model::PartnerNote> out;
    for (DeskRecord& record : found.value()) out.push_back(std::get<model::PartnerNote>(std::move(record)));
    return out;
}

std::string without(const text::PhraseFinder& finder, const std::string& text) {
    std::string out;
    std::size_t at = 0;
    for (const text::WordRange word : finder.find(text)) {
        out += text.substr(at, word.begin - at);
        out += Mentions::kBlank;
        at = word.end;
    }
    return out + text.substr(at);
}

/// Whether an organisation is there no more and has not been for long.
Result<bool> is_long_gone(const store::Store& store, const std::string& organisation, std::int64_t now) {
    const auto present = store.read(model::RecordKind::Organisation, organisation);
    if (!present) return present.errors();
    if (present.value()) return false;
    const auto steps = store.history(model::RecordKind::Organisation, organisation);
    if (!steps) return steps.errors();
    return steps.value().empty() || now >= steps.value().back().change.at + kOrphanedNoteSeconds;
}

}  // namespace

std::vector<std::string> organisations_noting_for(const Asker& asker) {
    std::vector<std::string> list = organisations_for(asker, Action::NotePartner);
    const auto is_unseen = [&asker](const std::string& id) { return id != asker.seen_as; };
    if (!asker.seen_as.empty()) list.erase(std::remove_if(list.begin(), list.end(), is_unseen), list.end());
    return list;
}

bool reads_notes_of(const Asker& asker, const std::string& organisation) {
    if (asker.standing == Standing::Operator) return asker.seen_as.empty() || asker.seen_as == organisation;
    const auto list = organisations_noting_for(asker);
    return std::find(list.begin(), list.end(), organisation) != list.end();
}

Result<std::vector<model::PartnerNote>> notes_of(const store::Store& store, const std::string& organisation) {
    auto found = notes_where(store, "organisation", organisation);
    if (!found) return found.errors();
    std::vector<model::PartnerNote> notes = std::move(found).value();
    const auto is_of_oneself = [](const model::PartnerNote& note) {
        return note.partner == note.organisation;
    };
    notes.erase(std::remove_if(notes.begin(), notes.end(), is_of_oneself), notes.end());
    std::sort(notes.begin(), notes.end(), [](const model::PartnerNote& a, const model::PartnerNote& b) {
        return std::tie(a.day, a.noted, a.id) < std::tie(b.day, b.noted, b.id);
    });
    return notes;
}

std::optional<PartnerNote> note_view(const Knowledge& knowledge, const Asker& asker, const Views& views,
                                     const model::PartnerNote& note) {
    for (const std::string* side : {&note.organisation, &note.partner}) {
        if (!views.picture().find_organisation(*side)) return std::nullopt;
    }
    PartnerNote out;
    out.id = note.id;
    out.subject = views.organisation_ref(note.organisation);
    out.partner = views.organisation_ref(note.partner);
    out.outcome = model::word(note.outcome);
    out.outcome_text = code_label("partner_outcome", out.outcome, asker.language);
    out.day = note.day.text();
    out.day_text = text::spoken_date(note.day, asker.language);
    out.text = note.text;
    out.noted_by = note.noted_by.empty() ? say(Phrase::DeletedAccount, asker.language)
                                         : actor_name(knowledge.store(), note.noted_by, asker.language);
    if (permit(asker, Action::NotePartner, std::vector<std::string>{note.organisation}))
        out.may = {"withdraw"};
    return out;
}

Result<AskersNotes> AskersNotes::load(const Knowledge& knowledge, const Asker& asker,
                                      const std::string& organisation) {
    AskersNotes out;
    if (organisation.empty() || !reads_notes_of(asker, organisation)) return out;
    auto notes = notes_of(knowledge.store(), organisation);
    if (!notes) return notes.errors();
    out.notes_ = std::move(notes).value();
    return out;
}

std::vector<match::KnownOutcome> AskersNotes::known_in(const network::Picture& picture) const {
    std::vector<match::KnownOutcome> out;
    for (const model::PartnerNote& note : notes_) {
        if (const auto partner = picture.find_organisation(note.partner))
            out.push_back({*partner, note.outcome, network::first_day(note.day)});
    }
    return out;
}

const model::PartnerNote* AskersNotes::latest_about(std::string_view partner) const {
    const auto found =
        std::find_if(notes_.rbegin(), notes_.rend(),
                     [&partner](const model::PartnerNote& note) { return note.partner == partner; });
    return found == notes_.rend() ? nullptr : &*found;
}

Outcome move_notes(const store::Store& store, const std::string& merged, const std::string& kept,
                   store::WriteBatch& batch) {
    std::map<std::string, model::PartnerNote> moved;  // a note may be on both sides
    const auto own = notes_where(store, "organisation", merged);
    if (!own) return own.errors();
    for (const model::PartnerNote& note : own.value()) {
        model::PartnerNote& next = moved.emplace(note.id, note).first->second;
        next.organisation_was.push_back(merged);
        next.organisation = kept;
    }
    const auto about = notes_where(store, "partner", merged);
    if (!about) return about.errors();
    for (const model::PartnerNote& note : about.value()) {
        model::PartnerNote& next = moved.emplace(note.id, note).first->second;
        next.partner_was.push_back(merged);
        next.partner = kept;
    }
    for (auto& [id, note] : moved) batch.desk_puts.emplace_back(std::move(note));
    return base::Done{};
}

Result<std::vector<DeskRecord>> notes_to_give_back(const store::Store& store, const std::string& merged) {
    const auto all = store.all_desk(DeskKind::PartnerNote);
    if (!all) return all.errors();
    std::vector<DeskRecord> out;
    for (const DeskRecord& record : all.value()) {
        auto note = std::get<model::PartnerNote>(record);
        const bool was_theirs = !note.organisation_was.empty() && note.organisation_was.back() == merged;
        const bool was_about = !note.partner_was.empty() && note.partner_was.back() == merged;
        if (!was_theirs && !was_about) continue;
        if (was_theirs) {
            note.organisation = merged;
            note.organisation_was.pop_back();
        }
        if (was_about) {
            note.partner = merged;
            note.partner_was.pop_back();
        }
        out.emplace_back(std::move(note));
    }
    return out;
}

Outcome forget_author(const store::Store& store, const std::string& user, store::WriteBatch& batch) {
    auto found = notes_where(store, "noted_by", user);
    if (!found) return found.errors();
    for (model::PartnerNote& note : found.value()) {
        note.noted_by.clear();
        batch.desk_puts.emplace_back(std::move(note));
    }
    return base::Done{};
}

Outcome forget_person(const store::Store& store, const Asker& asker, const model::Person& person,
                      store::WriteBatch& batch) {
    const auto all = store.all_desk(DeskKind::PartnerNote);
    if (!all) return all.errors();
    const auto name = text::PhraseFinder::for_name(person.name);
    const auto address = text::PhraseFinder::for_address(person.email);
    for (const DeskRecord& record : all.value()) {
        // Several people may be erased in one batch.
        const auto pending =
            std::find_if(batch.desk_puts.begin(), batch.desk_puts.end(), [&record](const DeskRecord& put) {
                return model::kind_of(put) == DeskKind::PartnerNote &&
                       model::id_of(put) == model::id_of(record);
            });
        auto note = std::get<model::PartnerNote>(pending == batch.desk_puts.end() ? record : *pending);
        if (!permit(asker, Action::NotePartner, std::vector<std::string>{note.organisation})) continue;
        const std::string said = without(address, without(name, note.text));
        if (said == note.text) continue;
        note.text = said;
        if (pending == batch.desk_puts.end()) {
            batch.desk_puts.emplace_back(std::move(note));
        } else {
            *pending = std::move(note);
        }
    }
    return base::Done{};
}

Result<std::vector<std::string>> orphaned_notes(const store::Store& store, std::int64_t now) {
    const auto all = store.all_desk(DeskKind::PartnerNote);
    if (!all) return all.errors();
    std::map<std::string, bool> gone;
    std::vector<std::string> out;
    for (const DeskRecord& record : all.value()) {
        const auto& note = std::get<model::PartnerNote>(record);
        bool is_orphan = false;
        for (const std::string* side : {&note.organisation, &note.partner}) {
            if (gone.count(*side) == 0) {
                const auto found = is_long_gone(store, *side, now);
                if (!found) return found.errors();
                gone.emplace(*side, found.value());
            }
            is_orphan = is_orphan || gone.at(*side);
        }
        if (is_orphan) out.push_back(note.id);
    }
    return out;
}

}  // namespace kontor::service
