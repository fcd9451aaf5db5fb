// SPDX-License-Identifier: EUPL-1.2
// The checks behind `kontor doctor`; internal to MaintenanceService. One thread, one use.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "service/maintenance_service.hpp"

namespace kontor::service {

/// How many records of each kind there are, in the order of model::RecordKind.
[[nodiscard]] base::Result<std::vector<StatusRecord>> record_totals(const store::Store& store);

class Doctor {
public:
    Doctor(const Knowledge& knowledge, const std::string& language, base::Progress& progress)
        : knowledge_(knowledge), language_(language), progress_(progress) {}

    /// Errors: only those that make looking impossible, and Stopped.
    [[nodiscard]] base::Outcome look_at_all(const Installation& installation);
    [[nodiscard]] std::vector<DoctorCheck> take_checks() { return std::move(checks_); }

private:
    enum class Weight { Notice, Fault };

    [[nodiscard]] base::Outcome look_at_database();
    [[nodiscard]] base::Outcome look_at_records();
    [[nodiscard]] base::Outcome look_at_network();
    [[nodiscard]] base::Outcome look_at_imports();
    [[nodiscard]] base::Outcome look_at_mails();
    void look_at_files(const Installation& installation);
    void look_at_disk(const Installation& installation);
    void add(std::string check, std::vector<std::string> findings, std::uint64_t total, Weight weight);

    const Knowledge& knowledge_;
    const std::string language_;
    base::Progress& progress_;
    std::vector<DoctorCheck> checks_;
};

}  // namespace kontor::service
