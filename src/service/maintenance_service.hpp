// SPDX-License-Identifier: EUPL-1.2
// The state of an installation: what it holds, whether it is sound, its backups. Thread-safe.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/clock.hpp"
#include "base/progress.hpp"
#include "service/answers.hpp"
#include "service/asker.hpp"
#include "service/knowledge.hpp"

namespace kontor::service {

/// "0.1.0"
[[nodiscard]] std::string_view program_version();

/// One thing that doctor() looked at.
struct DoctorCheck {
    std::string check;  // "database", "records", "references", "network", "search", "imports", "mail",
                        // "files", "disk"
    std::string state;  // "ok", "notice", "fault"
    std::string text;   // in the asker's language
    std::vector<std::string> findings;
};
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, DoctorCheck>
void visit_fields(S& s, V&& visit) {
    visit("check", s.check, model::Need::Required);
    visit("state", s.state, model::Need::Required);
    visit("text", s.text, model::Need::Required);
    visit("findings", s.findings, model::Need::Required);
}

struct DoctorReport {
    std::string version;
    bool sound = true;  // no check has a fault
    std::vector<StatusRecord> records;
    std::vector<DoctorCheck> checks;
};
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, DoctorReport>
void visit_fields(S& s, V&& visit) {
    visit("version", s.version, model::Need::Required);
    visit("sound", s.sound, model::Need::Required);
    visit("records", s.records, model::Need::Required);
    visit("checks", s.checks, model::Need::Required);
}

/// Where the installation's files are.
struct Installation {
    std::string database;  // path
    std::string data;      // folder with topics/ and demo/
};

class MaintenanceService {
public:
    explicit MaintenanceService(const Knowledge& knowledge) : knowledge_(knowledge) {}

    [[nodiscard]] base::Result<Status> status(const Asker& asker) const;

    /// Looks at everything: the database file, every record and reference, the picture and the index against
    /// the store, the shipped files, the room on the disk. At most kFindings findings per check; the others
    /// are counted in `text`. Cost: reads everything, a few seconds per 100,000 records. Stage: "doctor".
    [[nodiscard]] base::Result<DoctorReport> doctor(const Asker& asker, const Installation& installation,
                                                    base::Progress& progress) const;
    static constexpr std::size_t kFindings = 20;

private:
    const Knowledge& knowledge_;
};

/// A complete, verified copy of `store` while work goes on. TargetExists when there is such a file. Stage:
/// "backup".
[[nodiscard]] base::Outcome backup(const Asker& asker, const store::Store& store, const std::string& file,
                                   base::Progress& progress);

/// Puts a verified backup in place as `database`. BackupDamaged, TargetExists.
[[nodiscard]] base::Outcome restore(const Asker& asker, const std::string& backup,
                                    const std::string& database);

}  // namespace kontor::service
