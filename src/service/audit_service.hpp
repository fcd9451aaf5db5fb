// SPDX-License-Identifier: EUPL-1.2
// Who did and saw what, from the audit log and the change feed together, with what it said before and after:
// one's own deeds for everybody signed in, those at an organisation for who may read them there, those of the
// whole Kontor for administrators. What is shown of records is what the reader sees of them. Thread-safe;
// cost: a few reads per line, and for an organisation a look through the newest changes.
#pragma once

#include "service/knowledge.hpp"
#include "service/views.hpp"

namespace kontor::service {

/// Whose deeds: "own", "organisation" (that of `organisation`), "kontor".
struct AuditRequest {
    std::string whose = "own";
    std::string organisation = {};
    std::size_t limit = 20;
    std::string cursor = {};
};

class AuditService {
public:
    /// Changes that are looked through for one page about an organisation.
    static constexpr std::size_t kLookedThrough = 20'000;

    /// `knowledge` must outlive it.
    explicit AuditService(const Knowledge& knowledge) : knowledge_(knowledge) {}

    /// Newest first. SignInRequired, OperationNotPermitted, CursorInvalid.
    [[nodiscard]] base::Result<AuditPage> page(const Asker& asker, const AuditRequest& request) const;

private:
    const Knowledge& knowledge_;
};

/// One row per line and changed field, for spreadsheets.
[[nodiscard]] std::string audit_csv(const AuditPage& page, std::string_view language);

}  // namespace kontor::service
