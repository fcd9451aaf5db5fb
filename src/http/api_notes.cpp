// SPDX-License-Identifier: EUPL-1.2
#include "http/api_notes.hpp"

#include "base/limits.hpp"

namespace kontor::http {

using service::Asker;

void add_note_api(Door& door, service::PartnerNoteService& notes) {
    const auto text = [](const Request& request, std::string_view name) {
        return std::string(request.parameters.text(name));
    };
    door.add("partnerNotes", [&notes, text](const Asker& asker, const Request& request) {
        const auto limit = request.parameters.integer("limit").value_or(base::limits::kDefaultPageSize);
        return notes.notes(asker, {text(request, "for"), text(request, "partner"),
                                   static_cast<std::size_t>(limit), text(request, "cursor")});
    });
    door.add("notePartner",
             [&notes](const Asker& asker, const Request& request) -> base::Result<service::PartnerNote> {
                 const auto form = body_of<service::PartnerNoteForm>(request);
                 if (!form) return form.errors();
                 return notes.note(asker, form.value());
             });
    door.add("withdrawPartnerNote", [&notes, text](const Asker& asker, const Request& request) {
        return notes.withdraw(asker, text(request, "note"));
    });
}

}  // namespace kontor::http
