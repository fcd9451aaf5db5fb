// SPDX-License-Identifier: EUPL-1.2
#include "service/asker.hpp"

namespace kontor::service {

base::Outcome permit(const Asker& asker, Action action) {
    if (action == Action::Read || asker.role == Role::Operator) return base::Done{};
    const char* reason =
        asker.language == "de" ? "nur am Rechner selbst möglich" : "only possible at the machine itself";
    return base::Error{base::ErrorCode::OperationNotPermitted, {{"reason", reason}}, {}, {}};
}

}  // namespace kontor::service
