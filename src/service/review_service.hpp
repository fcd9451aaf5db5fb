// SPDX-License-Identifier: EUPL-1.2
// Claims that wait for a decision: what sources, imports and others say about a record, side by side with
// what it says now, until somebody who takes care of it accepts, corrects or rejects. Anybody signed in may
// suggest a value. Thread-safe; listing reads all claims, deciding is one transaction.
#pragma once

#include "service/edit.hpp"
#include "service/page_parts.hpp"

namespace kontor::service {

class ReviewService {
public:
    static constexpr std::size_t kDecisions = 500;  // of one call

    /// `knowledge` must outlive it.
    explicit ReviewService(Knowledge& knowledge) : knowledge_(knowledge) {}

    /// Claims that the asker may decide about, in the order of their subjects; about `organisation` only,
    /// unless it is empty. SignInRequired for the public.
    [[nodiscard]] base::Result<ReviewPage> waiting(const Asker& asker, const std::string& organisation,
                                                   const PageRange& range) const;

    /// All or none, every fault with its pointer. EditConflict when a claim has been decided already or its
    /// subject changes meanwhile; faults of the field's type when a value does not fit.
    [[nodiscard]] base::Result<DecisionReport> decide(const Asker& asker, const DecisionForm& form);

    /// Leaves a claim that waits. FieldUnknown, faults of type, RecordNotFound for what the asker cannot see.
    [[nodiscard]] base::Result<Suggested> suggest(const Asker& asker, const SuggestionForm& form);

private:
    [[nodiscard]] base::Outcome decide_one(Edit& edit, const DecisionFormDecision& decision,
                                           DecisionReport& report) const;
    [[nodiscard]] base::Result<model::Claim> open_claim(Edit& edit, const std::string& id) const;

    Knowledge& knowledge_;
};

}  // namespace kontor::service
