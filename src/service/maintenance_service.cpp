// SPDX-License-Identifier: EUPL-1.2
#include "service/maintenance_service.hpp"

#include <algorithm>

#include "service/doctor.hpp"
#include "service/permission.hpp"
#include "service/phrases.hpp"

namespace kontor::service {

namespace {

/// What anybody may count: the records of the picture as the asker sees it.
std::vector<StatusRecord> visible_totals(const network::Picture& picture) {
    const std::pair<model::RecordKind, std::size_t> totals[] = {
        {model::RecordKind::Topic, picture.topic_count()},
        {model::RecordKind::Organisation, picture.organisation_count()},
        {model::RecordKind::Membership, picture.membership_count()},
        {model::RecordKind::Programme, picture.programme_count()},
        {model::RecordKind::Project, picture.project_count()},
        {model::RecordKind::Participation, picture.participation_count()},
        {model::RecordKind::Agreement, picture.agreement_count()},
        {model::RecordKind::Delegation, picture.delegation_count()}};
    std::vector<StatusRecord> out;
    for (const auto& [kind, count] : totals) {
        out.push_back({std::string(model::word(kind)), static_cast<std::int64_t>(count)});
    }
    return out;
}

}  // namespace

std::string_view program_version() {
    return KONTOR_VERSION;
}

base::Result<Status> MaintenanceService::status(const Asker& asker) const {
    if (auto permitted = permit(asker, Action::Read); !permitted) return permitted.errors();
    const View view = knowledge_.view(asker);
    const auto& snapshot = view.snapshot;
    Status status;
    status.version = program_version();
    status.sequence = static_cast<std::int64_t>(snapshot->sequence);
    const network::Picture& picture = *snapshot->picture;
    for (std::size_t i = 0; i < picture.organisation_count() && !status.demo; ++i) {
        status.demo = picture.at(network::OrganisationIndex(i)).invented;
    }
    if (asker.standing != Standing::Operator) {
        status.records = visible_totals(picture);
        std::int64_t calls = 0;  // the picture has none
        const auto counted = view.records.scan(model::RecordKind::Call, [&calls](model::Record&&) {
            ++calls;
            return true;
        });
        if (!counted) return counted.errors();
        status.records.push_back({std::string(model::word(model::RecordKind::Call)), calls});
        const auto news = std::count_if(
            snapshot->news->rows().begin(), snapshot->news->rows().end(), [&](const SharedNewsRow& row) {
                return view.records.sight().sees(model::RecordKind::News, row->id);
            });
        status.records.push_back({std::string(model::word(model::RecordKind::News)), news});
        return status;
    }
    auto records = record_totals(knowledge_.store());
    if (!records) return records.errors();
    status.records = std::move(records).value();
    return status;
}

base::Result<DoctorReport> MaintenanceService::doctor(const Asker& asker, const Installation& installation,
                                                      base::Progress& progress) const {
    if (auto permitted = permit(asker, Action::Maintain); !permitted) return permitted.errors();
    DoctorReport report;
    report.version = program_version();
    auto records = record_totals(knowledge_.store());
    if (!records) return records.errors();
    report.records = std::move(records).value();
    Doctor doctor(knowledge_, asker.language, progress);
    if (auto looked = doctor.look_at_all(installation); !looked) return looked.errors();
    report.checks = doctor.take_checks();
    for (const DoctorCheck& check : report.checks) report.sound = report.sound && check.state != "fault";
    return report;
}

base::Outcome backup(const Asker& asker, const store::Store& store, const std::string& file,
                     base::Progress& progress) {
    if (auto permitted = permit(asker, Action::Maintain); !permitted) return permitted.errors();
    return store.backup(file, progress);
}

base::Outcome restore(const Asker& asker, const std::string& backup, const std::string& database) {
    if (auto permitted = permit(asker, Action::Maintain); !permitted) return permitted.errors();
    return store::restore_sqlite(backup, database);
}

}  // namespace kontor::service
