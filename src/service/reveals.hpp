// SPDX-License-Identifier: EUPL-1.2
// Who has been shown what is confidential: collected where records are read for somebody (VisibleRecords), so
// that every door is covered, and written to the audit log a batch at a time, so that reading stays fast. The
// same record shown to the same person again within the hour is one reveal. Any number of threads; a note
// costs a look-up in memory.
#pragma once

#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "service/sight.hpp"
#include "store/store.hpp"

namespace kontor::service {

class Reveals {
public:
    /// So many shown records are remembered (some 25 MB); beyond, one may be written down twice.
    static constexpr std::size_t kRemembered = 200'000;

    /// `organisation`: whose people are concerned. `hour`: since 1970.
    void note(const std::string& actor, const AccessRules::Key& record, const std::string& organisation,
              std::int64_t hour);

    /// Writes what has been collected. What cannot be written stays for the next time. Nothing to write costs
    /// nothing.
    [[nodiscard]] base::Outcome flush(store::Store& store);

private:
    std::mutex mutex_;
    std::int64_t hour_ = 0;
    std::set<std::string> known_;  // of this hour
    std::vector<store::AuditEntry> pending_;
};

}  // namespace kontor::service
