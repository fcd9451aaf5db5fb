// SPDX-License-Identifier: EUPL-1.2
// What accepting claims of a press text does to the network: each claim becomes records, values of records,
// or claims about them, put into an edit under the asker's own rights. Used for telling beforehand as well:
// then the edit is discarded. One thread, one edit.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "service/press_desk.hpp"
#include "service/press_edits.hpp"
#include "service/press_view.hpp"

namespace kontor::service {

class PressApplication {
public:
    /// All must outlive it; the paper's names are told the records that are made for them.
    PressApplication(Knowledge& knowledge, Edit& edit, PressPaper& paper, const PressSenses& senses);

    /// Looks up whom open names may mean; what means one record without doubt is recognised.
    [[nodiscard]] base::Outcome recognise();
    /// Records that an open name may mean, best first; none for people, places and topics. After recognise().
    [[nodiscard]] const std::vector<resolve::Candidate>& candidates(const PaperName& name) const;

    /// Does what the claim says; gives what came of it. Errors: PressNameOpen, PressClaimUnfit and faults of
    /// the records.
    [[nodiscard]] base::Result<std::vector<PaperEffect>> accept(const PaperClaim& claim);

    /// The claims as cards; of those that wait, with what accepting each of them alone would do. Discards
    /// what the edit holds.
    [[nodiscard]] base::Result<std::vector<PressClaim>> claim_views(const Utf16Offsets& offsets);

    using Tense = PressTense;
    /// What is for people in a list of effects.
    [[nodiscard]] std::vector<PressEffect> effect_views(const std::vector<PaperEffect>& effects,
                                                        Tense tense) const;

private:
    /// One side of a fact: a name with its record, if it has one or one was made for it.
    struct Side {
        const PaperName* name = nullptr;
        std::optional<RecordKey> record = {};
        [[nodiscard]] bool is(model::RecordKind kind) const { return record && record->first == kind; }
        [[nodiscard]] const std::string& id() const { return record->second; }
    };

    [[nodiscard]] base::Result<Side> side(const std::string& name, const PaperFact& fact);
    [[nodiscard]] base::Result<std::string> make_record(const PaperName& name, const PaperFact& fact);
    [[nodiscard]] base::Outcome apply(const PaperClaim& claim);
    [[nodiscard]] base::Outcome relate(const PaperFact& fact, const Side& subject, const Side& object);
    [[nodiscard]] base::Outcome describe(const PaperFact& fact, const Side& subject, const Side& object);
    [[nodiscard]] base::Outcome take_part(const PaperFact& fact, const Side& subject, const Side& object);
    [[nodiscard]] base::Outcome belong(const PaperFact& fact, const Side& subject, const Side& object);
    [[nodiscard]] base::Outcome join(const std::string& member, const std::string& cluster,
                                     const PaperFact& fact);
    [[nodiscard]] base::Outcome leave(const PaperFact& fact, const Side& subject, const Side& object);
    [[nodiscard]] base::Outcome fund(const PaperFact& fact, const Side& subject, const Side& object);
    [[nodiscard]] base::Outcome locate(const PaperFact& fact, const Side& subject, const Side& object);
    [[nodiscard]] base::Outcome aim(const PaperFact& fact, const Side& subject, const Side& object);
    [[nodiscard]] base::Outcome visit_place(const PaperFact& fact, const Side& subject, const Side& object);
    [[nodiscard]] base::Outcome date(const PaperFact& fact, const Side& subject);
    [[nodiscard]] base::Outcome phase(const PaperFact& fact, const Side& subject);
    [[nodiscard]] base::Outcome count(const PaperFact& fact, const Side& subject);
    /// What no field holds is a claim about its subject.
    [[nodiscard]] base::Outcome state(const PaperFact& fact, const Side& subject, const Side& object);
    [[nodiscard]] std::string what(const PaperEffect& effect) const;
    [[nodiscard]] PressEffect effect_view(const PaperEffect& effect, Tense tense) const;
    [[nodiscard]] base::Error unfit(const PaperFact& fact, const PaperName& name) const;
    [[nodiscard]] base::Outcome recognise_by_title(PaperName& name, model::RecordKind kind);
    /// Whether somebody who, as the text says, is in what the name means is a party.
    [[nodiscard]] bool has_party(const model::Agreement& agreement, const PaperName& name) const;
    [[nodiscard]] bool is_journey(const PaperName& name) const;

    Knowledge& knowledge_;
    Edit& edit_;
    PressPaper& paper_;
    const PressSenses& senses_;
    PressEdits edits_;
    std::map<std::string, std::vector<resolve::Candidate>> candidates_;  // by name
};

}  // namespace kontor::service
