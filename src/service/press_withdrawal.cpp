// SPDX-License-Identifier: EUPL-1.2
#include "service/press_withdrawal.hpp"

namespace kontor::service {

using base::Done;
using base::Outcome;

Outcome PressTakingBack::take_back(const std::set<std::string>& claims) {
    for (PaperClaim& claim : paper_.claims) {
        if (claims.count(claim.desk.id) > 0) claim.effects.clear();
    }
    return Done{};
}

std::set<PressTakingBack::Key> records_in_use(const base::Errors& faults) {
    std::set<PressTakingBack::Key> out;
    for (const base::Error& fault : faults) {
        if (fault.code != base::ErrorCode::RecordInUse) continue;
        const std::map<std::string, std::string> words(fault.arguments.begin(), fault.arguments.end());
        const auto kind = words.find("kind");
        const auto id = words.find("id");
        if (kind == words.end() || id == words.end()) continue;
        if (const auto known = model::from_word<model::RecordKind>(kind->second))
            out.emplace(*known, id->second);
    }
    return out;
}

}  // namespace kontor::service
