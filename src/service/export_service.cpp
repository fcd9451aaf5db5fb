// SPDX-License-Identifier: EUPL-1.2
#include "service/export_service.hpp"

#include <algorithm>
#include <set>

#include "codec/record_json.hpp"
#include "publish/json_ld.hpp"
#include "service/permission.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using base::Result;
using model::RecordKind;

/// Members beyond these are left out of JSON-LD; the page lists them all.
constexpr std::size_t kLinked = 500;

Result<std::vector<RecordKind>> kinds_of(const std::vector<std::string>& words) {
    constexpr auto& kAll = model::Words<RecordKind>::kWords;
    std::vector<RecordKind> kinds;
    base::Errors faults;
    for (std::size_t i = 0; i < kAll.size(); ++i) {
        const bool is_wanted = words.empty() || std::find(words.begin(), words.end(), kAll[i]) != words.end();
        if (is_wanted) kinds.push_back(static_cast<RecordKind>(i));
    }
    for (const std::string& word : words) {
        if (model::from_word<RecordKind>(word)) continue;
        std::string allowed;
        for (const std::string_view each : kAll) allowed += (allowed.empty() ? "" : ", ") + std::string(each);
        faults.push_back({ErrorCode::ValueNotAllowed,
                          {{"value", word}, {"allowed", allowed}},
                          {.file = {}, .field = "kind"},
                          {}});
    }
    if (!faults.empty()) return faults;
    return kinds;
}

template <class R>
Result<R> must_read(const store::Reader& store, const std::string& id) {
    auto record = store.read(R::kKind, id);
    if (!record) return record.errors();
    if (record.value()) return std::get<R>(std::move(*record.value()));
    return base::Error{
        ErrorCode::RecordNotFound, {{"kind", std::string(model::word(R::kKind))}, {"id", id}}, {}, {}};
}

/// The organisation as a link; one that is gone is left out.
std::optional<publish::LinkedOrganisation> linked(const store::Reader& store, const std::string& id,
                                                  const std::string& address) {
    const auto organisation = must_read<model::Organisation>(store, id);
    if (!organisation) return std::nullopt;
    return publish::LinkedOrganisation{organisation.value().kind,
                                       model::display_name(organisation.value()),
                                       address + "/organisations/" + id,
                                       {}};
}

std::vector<std::string> labels_of(const store::Reader& store, const std::vector<std::string>& topics,
                                   const std::string& language) {
    std::vector<std::string> labels;
    for (const std::string& id : topics) {
        const auto topic = must_read<model::Topic>(store, id);
        if (topic) labels.push_back(best_label(topic.value().labels, language));
    }
    return labels;
}

}  // namespace

Result<std::uint64_t> ExportService::records(const Asker& asker, const ExportRequest& request,
                                             const std::function<bool(std::string_view)>& take,
                                             base::Progress& progress) const {
    if (auto permitted = permit(asker, Action::Export); !permitted) return permitted.errors();
    const auto kinds = kinds_of(request.kinds);
    if (!kinds) return kinds.errors();
    const std::set<std::string> wanted(request.ids.begin(), request.ids.end());
    std::set<std::string> missing = wanted;
    std::uint64_t count = 0;
    bool is_stopped = false;
    const auto visit = [&](model::Record&& record) {
        if (!wanted.empty() && wanted.count(model::id_of(record)) == 0) return true;
        missing.erase(model::id_of(record));
        records_.note(record);
        is_stopped = !take(codec::to_text(codec::to_json(record))) || progress.stop_requested();
        if (++count % 2'000 == 0) progress.report("export", count, 0);
        return !is_stopped;
    };
    for (const RecordKind kind : kinds.value()) {
        if (auto scanned = records_.scan(kind, visit); !scanned) return scanned.errors();
        if (is_stopped) return base::Error{ErrorCode::Stopped, {}, {}, {}};
    }
    base::Errors faults;
    for (const std::string& id : missing) {
        faults.push_back({ErrorCode::RecordNotFound, {{"kind", "record"}, {"id", id}}, {}, {}});
    }
    if (!faults.empty()) return faults;
    return count;
}

Result<std::string> ExportService::organisation_json_ld(const Asker& asker, const std::string& id,
                                                        const std::string& address) const {
    if (auto permitted = permit(asker, Action::Read); !permitted) return permitted.errors();
    const auto organisation = must_read<model::Organisation>(records_, id);
    if (!organisation) return organisation.errors();
    publish::OrganisationSurroundings around;
    around.address = address + "/organisations/" + id;
    around.topics = labels_of(records_, organisation.value().topics, asker.language);
    const auto members = records_.referring(RecordKind::Membership, "cluster", id);
    if (!members) return members.errors();
    for (const model::Record& record : members.value()) {
        const auto& membership = std::get<model::Membership>(record);
        if (membership.to.known() || around.members.size() == kLinked) continue;
        if (auto link = linked(records_, membership.member, address)) around.members.push_back(*link);
    }
    const auto clusters = records_.referring(RecordKind::Membership, "member", id);
    if (!clusters) return clusters.errors();
    for (const model::Record& record : clusters.value()) {
        const auto& membership = std::get<model::Membership>(record);
        if (membership.to.known() || around.member_of.size() == kLinked) continue;
        if (auto link = linked(records_, membership.cluster, address)) around.member_of.push_back(*link);
    }
    return publish::organisation_json_ld(organisation.value(), around);
}

Result<std::string> ExportService::project_json_ld(const Asker& asker, const std::string& id,
                                                   const std::string& address) const {
    if (auto permitted = permit(asker, Action::Read); !permitted) return permitted.errors();
    const auto project = must_read<model::Project>(records_, id);
    if (!project) return project.errors();
    publish::ProjectSurroundings around;
    around.address = address + "/projects/" + id;
    around.topics = labels_of(records_, project.value().topics, asker.language);
    const auto participations = records_.referring(RecordKind::Participation, "project", id);
    if (!participations) return participations.errors();
    for (const model::Record& record : participations.value()) {
        const auto& participation = std::get<model::Participation>(record);
        if (around.participants.size() == kLinked) break;
        auto link = linked(records_, participation.organisation, address);
        if (!link) continue;
        link->role = model::word(participation.role);
        around.participants.push_back(std::move(*link));
    }
    if (!project.value().programme.empty()) {
        const auto programme = must_read<model::Programme>(records_, project.value().programme);
        if (programme) {
            const model::Text* name = model::best_text(programme.value().names, asker.language);
            around.programme = name != nullptr ? name->text : programme.value().short_name;
            const auto funder = must_read<model::Organisation>(records_, programme.value().funder);
            if (funder) around.funder = model::display_name(funder.value());
        }
    }
    return publish::project_json_ld(project.value(), around);
}

}  // namespace kontor::service
