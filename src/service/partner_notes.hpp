// SPDX-License-Identifier: EUPL-1.2
// What organisations have noted about partners: who may read it, what the matching of their own people learns
// of it, and what becomes of it when organisations are merged and accounts or people go. A note is for its
// organisation's own people alone; nothing that others are shown depends on it. Thread-safe; every call reads
// the desk.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "match/known_outcomes.hpp"
#include "model/desk.hpp"
#include "service/answers.hpp"
#include "service/asker.hpp"
#include "service/knowledge.hpp"
#include "service/views.hpp"

namespace kontor::service {

/// The organisations whose notes the asker may read: those whose own people they belong to (jury, funder and
/// partner cluster do not). Seen through another audience's eyes only what that audience reads too.
[[nodiscard]] std::vector<std::string> organisations_noting_for(const Asker& asker);

/// Whether the asker may read the notes of `organisation`; the operator reads all.
[[nodiscard]] bool reads_notes_of(const Asker& asker, const std::string& organisation);

/// Of the organisation, in the order in which things happened, those of one day in the order of noting; none
/// about itself (a merge can leave such notes).
[[nodiscard]] base::Result<std::vector<model::PartnerNote>> notes_of(const store::Store& store,
                                                                     const std::string& organisation);

/// As the contract shows it; nothing when the asker cannot see one of the two.
[[nodiscard]] std::optional<PartnerNote> note_view(const Knowledge& knowledge, const Asker& asker,
                                                   const Views& views, const model::PartnerNote& note);

/// What a list of partners for an organisation may use: its notes, when the asker may read them.
class AskersNotes {
public:
    /// Empty for an empty `organisation` and for whoever may not read its notes.
    [[nodiscard]] static base::Result<AskersNotes> load(const Knowledge& knowledge, const Asker& asker,
                                                        const std::string& organisation);

    /// For match::PartnerRequest, by the ordinals of `picture`; without those about nobody in it.
    [[nodiscard]] std::vector<match::KnownOutcome> known_in(const network::Picture& picture) const;
    /// nullptr when there is none.
    [[nodiscard]] const model::PartnerNote* latest_about(std::string_view partner) const;

private:
    std::vector<model::PartnerNote> notes_;
};

/// Notes of and about `merged` become those of and about `kept`.
[[nodiscard]] base::Outcome move_notes(const store::Store& store, const std::string& merged,
                                       const std::string& kept, store::WriteBatch& batch);
/// What move_notes() has moved, as it was, once `merged` is there again.
[[nodiscard]] base::Result<std::vector<model::DeskRecord>> notes_to_give_back(const store::Store& store,
                                                                              const std::string& merged);

/// The notes stay when the account of their author goes, without the name.
[[nodiscard]] base::Outcome forget_author(const store::Store& store, const std::string& user,
                                          store::WriteBatch& batch);
/// Takes name and e-mail address of a person who is erased out of the notes that the asker may write.
[[nodiscard]] base::Outcome forget_person(const store::Store& store, const Asker& asker,
                                          const model::Person& person, store::WriteBatch& batch);

/// Notes of which one side has been gone for so long that nobody takes the erasure back any more.
inline constexpr std::int64_t kOrphanedNoteSeconds = 30LL * 24 * 3'600;
[[nodiscard]] base::Result<std::vector<std::string>> orphaned_notes(const store::Store& store,
                                                                    std::int64_t now);

}  // namespace kontor::service
