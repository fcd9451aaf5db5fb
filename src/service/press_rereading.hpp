// SPDX-License-Identifier: EUPL-1.2
// An opened press text read once more: what people have said about its names and claims stays, the rest is
// as it is read now. Pure but for the paper; linear in names and claims.
#pragma once

#include <string>
#include <vector>

#include "service/press_paper.hpp"

namespace kontor::service {

/// Puts a new reading in place of the old one. Decided claims and names that somebody settled keep their ids
/// and states; a claim that waits keeps its id when it is read again. Gives the ids of the claims that are
/// gone.
[[nodiscard]] std::vector<std::string> reread_paper(PressPaper& paper, const press::Reading& reading);

/// What a person says stands in a range of the text.
struct SaidName {
    PaperRange range = {};
    press::EntityKind kind = press::EntityKind::Organisation;
    std::string name = {};
    std::string country = {};
    std::string record = {};  // empty: nobody known is meant
};
/// Sees to it that the paper has that name there, and nothing else in its place; gives it.
const PaperName& settle_name(PressPaper& paper, const SaidName& said);

}  // namespace kontor::service
