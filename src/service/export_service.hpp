// SPDX-License-Identifier: EUPL-1.2
// Taking data out: all records in the exchange format (docs/records.md), and single ones as schema.org
// JSON-LD. Thread-safe.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/progress.hpp"
#include "service/asker.hpp"
#include "service/visible_records.hpp"
#include "service/vocabulary.hpp"

namespace kontor::service {

/// Empty lists leave nothing out.
struct ExportRequest {
    std::vector<std::string> kinds;  // words of model::RecordKind
    std::vector<std::string> ids;
};

class ExportService {
public:
    /// Gives out what `records` lets one see; they must outlive the service.
    explicit ExportService(const VisibleRecords& records) : records_(records) {}

    /// Gives one line per record (without line break) to `take`, kind by kind in the order of
    /// model::RecordKind, by id within a kind; equal stores give equal lines. `take` ends the export by
    /// giving false (Stopped). What is confidential among them is noted as shown. Gives the number of
    /// records. Errors: ValueNotAllowed for an unknown kind, RecordNotFound for every id that there is not,
    /// Stopped. Stage: "export". Memory: one record.
    [[nodiscard]] base::Result<std::uint64_t> records(const Asker& asker, const ExportRequest& request,
                                                      const std::function<bool(std::string_view)>& take,
                                                      base::Progress& progress) const;

    /// `address` is what page addresses begin with ("https://kontor.example"). RecordNotFound.
    [[nodiscard]] base::Result<std::string> organisation_json_ld(const Asker& asker, const std::string& id,
                                                                 const std::string& address) const;
    [[nodiscard]] base::Result<std::string> project_json_ld(const Asker& asker, const std::string& id,
                                                            const std::string& address) const;

private:
    const VisibleRecords& records_;
};

}  // namespace kontor::service
