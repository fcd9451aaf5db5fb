// SPDX-License-Identifier: EUPL-1.2
#include "service/editable.hpp"

#include "service/permission.hpp"

namespace kontor::service {
namespace {

template <class View>
base::Outcome tell(const Knowledge& knowledge, const Asker& asker, model::RecordKind kind,
                   std::vector<View>& views) {
    const auto current = knowledge.current();
    for (View& view : views) {
        const auto record = knowledge.store().read(kind, view.id);
        if (!record) return record.errors();
        view.may_edit =
            record.value() &&
            permit(asker, editing(kind), keepers(*record.value(), *current->picture, *current->rules)).ok();
    }
    return base::Done{};
}

}  // namespace

base::Outcome tell_editable(const Knowledge& knowledge, const Asker& asker,
                            std::vector<AgreementView>& agreements,
                            std::vector<DelegationView>& delegations) {
    if (!asker.is_signed_in()) return base::Done{};
    if (auto told = tell(knowledge, asker, model::RecordKind::Agreement, agreements); !told) return told;
    return tell(knowledge, asker, model::RecordKind::Delegation, delegations);
}

}  // namespace kontor::service
