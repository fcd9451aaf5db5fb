// SPDX-License-Identifier: EUPL-1.2
// Handing over the care of a record: offered by those who have it, accepted or declined by those in charge of
// the other organisation; the administrator sets it at once. Until it is accepted nothing changes. Both sides
// are told by the audit log. Thread-safe; one decision at a time, each a transaction.
#pragma once

#include "service/account_desk.hpp"
#include "service/edit.hpp"
#include "service/record_service.hpp"

namespace kontor::service {

class CareService {
public:
    /// Both must outlive it.
    CareService(Knowledge& knowledge, const AccountDesk& desk) : knowledge_(knowledge), desk_(desk) {}

    /// Offers to and from the organisations at which the asker is in charge, the oldest first; all of them
    /// for the operator. SignInRequired for the public.
    [[nodiscard]] base::Result<CareOfferList> offers(const Asker& asker) const;

    /// Offers the care, in place of an earlier offer, and mails those in charge there. ValueNotAllowed for a
    /// kind that cannot be handed over, ReferenceUnknown for an organisation that the asker cannot see,
    /// CareWithoutAccount, CareHeldAlready; RecordNotFound for what the asker cannot see.
    [[nodiscard]] base::Result<CareAnswer> offer(const Asker& asker, const RecordName& name,
                                                 const CareForm& form);

    /// RecordNotFound when there is no such offer to somebody at whose organisation the asker is in charge.
    [[nodiscard]] base::Result<CareAnswer> answer(const Asker& asker, const std::string& offer,
                                                  const CareDecision& form);

    /// For those in charge at the organisation that offered.
    [[nodiscard]] base::Outcome withdraw(const Asker& asker, const std::string& offer);

private:
    [[nodiscard]] base::Result<model::CareOffer> open_offer(const Asker& asker, const std::string& id,
                                                            std::string model::CareOffer::*side) const;
    [[nodiscard]] base::Result<std::vector<model::User>> in_charge(const std::string& organisation) const;
    [[nodiscard]] base::Outcome check(const Edit& edit, const model::Record& record,
                                      const CareForm& form) const;
    [[nodiscard]] base::Outcome hand_over(Edit& edit, const model::CareOffer& offer) const;
    [[nodiscard]] base::Outcome send(const Asker& asker, const model::CareOffer& offer,
                                     const model::Record& record, store::WriteBatch& batch) const;

    Knowledge& knowledge_;
    const AccountDesk& desk_;
};

}  // namespace kontor::service
