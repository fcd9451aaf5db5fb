// SPDX-License-Identifier: EUPL-1.2
// Looks up the organisations that a request names, and keeps every fault. One object per request.
#pragma once

#include <string>
#include <string_view>

#include "base/error.hpp"
#include "network/picture.hpp"

namespace kontor::service {

class NamedOrganisations {
public:
    NamedOrganisations(const network::Picture& picture, std::string_view language)
        : picture_(picture), language_(language) {}

    /// The organisation with this id; an invalid index and a fault of `field` when there is none.
    [[nodiscard]] network::OrganisationIndex find(const std::string& id, std::string_view field);
    void add(base::ErrorCode code, base::ErrorArguments arguments, std::string_view field);
    [[nodiscard]] const base::Errors& faults() const { return faults_; }

private:
    const network::Picture& picture_;
    std::string_view language_;
    base::Errors faults_;
};

}  // namespace kontor::service
