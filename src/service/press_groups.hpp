// SPDX-License-Identifier: EUPL-1.2
// Which texts of a desk tell the same announcement: near-duplicates get the id of the first of them as their
// group, whatever way they came. One object for one bringing; loading reads the desk's texts.
#pragma once

#include <string>
#include <vector>

#include "model/desk.hpp"
#include "store/store.hpp"
#include "text/near_duplicates.hpp"

namespace kontor::service {

class PressGroups {
public:
    /// Withdrawn texts count too: they are there.
    [[nodiscard]] static base::Result<PressGroups> load(const store::Store& store,
                                                        const std::string& organisation);

    /// Gives the new text its signature and, when others tell the same, its group. The id of the first of
    /// them, or an empty text; that one belongs to the group as well.
    std::string join(model::PressItem& item);

private:
    text::NearDuplicates texts_;
    std::vector<std::string> ids_;  // by number of the text; those first told in a group, and new ones
};

/// In hexadecimal digits, as items keep it.
[[nodiscard]] std::string signature_text(const text::NearSignature& signature);
/// That of the text when it is not kept yet.
[[nodiscard]] text::NearSignature signature_of(const model::PressItem& item);

}  // namespace kontor::service
