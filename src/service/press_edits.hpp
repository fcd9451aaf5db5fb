// SPDX-License-Identifier: EUPL-1.2
// The steps by which a press text changes the network: making a record, filling an empty value, adding to a
// list, leaving a claim. Each says what it did as an effect. What is there is never overwritten: another
// value stands beside it as a claim; what the asker may not edit waits as a claim for whoever may. One
// thread.
#pragma once

#include <string>
#include <vector>

#include "service/edit.hpp"
#include "service/press_desk.hpp"
#include "service/press_paper.hpp"

namespace kontor::service {

/// A record by kind and id.
using RecordKey = std::pair<model::RecordKind, std::string>;

/// Latitude and longitude stand and fall together: as one field of an effect.
inline const std::string kPositionField = "position";
[[nodiscard]] std::string position_words(const model::Organisation& organisation);

class PressEdits {
public:
    /// Both must outlive it.
    PressEdits(Edit& edit, const PressPaper& paper) : edit_(edit), paper_(paper) {}

    /// The claim that the next steps are for.
    void begin(const PaperClaim& claim);
    [[nodiscard]] std::vector<PaperEffect> take_effects() { return std::move(effects_); }

    [[nodiscard]] base::Result<std::optional<model::Record>> stored(const RecordKey& key) const {
        return edit_.stored(key.first, key.second);
    }
    [[nodiscard]] bool may_edit(const model::Record& record) const;
    /// Whether somebody of the desk's organisation may make a record of this kind.
    [[nodiscard]] bool may_make(model::RecordKind kind) const;

    /// Makes a record with a new id; gives it.
    [[nodiscard]] base::Result<std::string> make(model::Record record);
    /// `words` as in claims (codec::set_field).
    [[nodiscard]] base::Outcome set(const RecordKey& key, const std::string& field, const std::string& words);
    /// `element` is the JSON of an element of a list (service/press_lists.hpp).
    [[nodiscard]] base::Outcome add(const RecordKey& key, const std::string& field,
                                    const std::string& element);
    /// The town of an organisation; where that is goes with it, unless it has a position already.
    [[nodiscard]] base::Outcome settle(const RecordKey& key, const std::string& town, const PressTown& at);
    struct Statement {
        std::string predicate = {};
        std::string value = {};
        std::string unit = {};
        int phase = 0;
    };
    [[nodiscard]] base::Outcome leave_claim(const RecordKey& key, const Statement& statement);
    /// The record is as the claim says.
    void known(const RecordKey& key, const std::string& field = {}, const std::string& value = {});
    /// The claim speaks of this record.
    void used(const RecordKey& key);
    void nothing(const std::string& why);

private:
    void note(EffectAction action, const RecordKey& key, const std::string& field, const std::string& value);
    [[nodiscard]] base::Outcome put_claim(const RecordKey& key, const Statement& statement,
                                          EffectAction action);
    [[nodiscard]] bool is_of_this_text(const model::Record& record) const;

    Edit& edit_;
    const PressPaper& paper_;
    const PaperClaim* claim_ = nullptr;
    std::vector<PaperEffect> effects_;
};

}  // namespace kontor::service
