// SPDX-License-Identifier: EUPL-1.2
// Takes back what accepted claims of a press text did: records they made, values they set, claims they left,
// as far as nothing else supports them. What another accepted text says too passes to that text, which then
// answers for it. Puts it all into an edit; one thread. Cost: reads all claims of the desk.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "service/phrases.hpp"
#include "service/press_edits.hpp"
#include "service/press_view.hpp"

namespace kontor::service {

class PressTakingBack {
public:
    using Key = RecordKey;

    /// `kept`: records that others refer to and that have to stay for it. All must outlive it.
    PressTakingBack(Knowledge& knowledge, Edit& edit, PressPaper& paper, const std::set<Key>& kept)
        : knowledge_(knowledge), edit_(edit), paper_(paper), kept_(kept) {}

    /// Of the claims with these ids; their effects are empty afterwards.
    [[nodiscard]] base::Outcome take_back(const std::set<std::string>& claims);
    /// The whole item: all that was accepted, and the news that was made of it.
    [[nodiscard]] base::Outcome withdraw(PressTense tense);
    /// Values of records that go as a whole are not told by themselves.
    [[nodiscard]] PressWithdrawal report() const;

private:
    /// An effect of one of the claims, and who else supports what it did.
    struct Taken {
        PaperEffect effect;
        PaperClaim* heir = nullptr;
        std::string title = {};   // of the heir's text
        std::string source = {};  // of the heir's text
    };

    [[nodiscard]] base::Outcome read_others();
    void collect(const std::set<std::string>& claims);
    void find_heir(Taken& taken);
    [[nodiscard]] base::Outcome undo_value(const Taken& taken);
    [[nodiscard]] base::Outcome undo_record(const Taken& taken);
    [[nodiscard]] base::Outcome pass_on(const Taken& taken);
    [[nodiscard]] base::Outcome erase_source();
    void stays(const RecordKey& key, Phrase why, const std::string& what, const std::string& title = {});
    void goes(const model::Record& record);
    void goes_value(const RecordKey& key, const std::string& what);
    void goes_field(const RecordKey& key, const std::string& what);
    [[nodiscard]] base::Outcome take_news();
    void forget_record(const RecordKey& key);

    Knowledge& knowledge_;
    Edit& edit_;
    PressPaper& paper_;
    const std::set<Key>& kept_;
    std::vector<PressPaper> others_;  // texts with accepted claims
    std::vector<Taken> taken_;
    PressWithdrawal report_;
    std::vector<std::pair<RecordKey, PressRemainder>> fields_;
    std::set<RecordKey> removed_;
    PressTense tense_ = PressTense::Past;
};

/// The records that a write was refused for because others refer to them.
[[nodiscard]] std::set<RecordKey> records_in_use(const base::Errors& faults);

}  // namespace kontor::service
