// SPDX-License-Identifier: EUPL-1.2
#include <map>

#include "service/page_parts.hpp"
#include "service/page_service.hpp"
#include "service/permission.hpp"

namespace kontor::service {

using model::RecordKind;

base::Result<ProgrammePage> PageService::programme(const Asker& asker, const std::string& id) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const View view = knowledge_.view(asker);
    PageParts parts(view, asker.language);
    const auto found = parts.read<model::Programme>(id);
    if (!found) return found.errors();
    const model::Programme& r = found.value();
    ProgrammePage page;
    page.id = r.id;
    page.name = parts.text(r.names);
    page.short_name = r.short_name;
    if (!r.funder.empty()) {
        page.funder = parts.views().organisation_ref(r.funder);
        if (const auto funder = parts.read<model::Organisation>(r.funder))
            page.funder->name = name_in(funder.value(), asker.language);
    }
    if (!r.parent.empty()) page.parent = parts.views().programme_ref(r.parent);
    page.url = r.url;
    page.description = parts.text(r.description);
    page.from = r.from.text();
    page.to = r.to.text();
    page.source = parts.source(r.source);
    page.count_source = counted_here(parts.views());
    const auto calls = view.records.referring(RecordKind::Call, "programme", id);
    if (!calls) return calls.errors();
    for (const model::Record& record : calls.value()) {
        const auto& call = std::get<model::Call>(record);
        page.calls.push_back({"call", call.id, parts.text(call.titles), parts.call_detail(call)});
    }
    auto figures = parts.figures(RecordKind::Programme, id);
    if (!figures) return figures.errors();
    page.figures = std::move(figures).value();
    if (const auto index = view.snapshot->picture->find_programme(id)) {
        const auto projects = view.snapshot->picture->projects_of(*index);
        page.project_total = static_cast<std::int64_t>(projects.size());
        page.projects = newest_projects(projects, parts.views(), kFirstRows);
        std::map<network::TopicIndex, std::int64_t> counts;
        for (const network::ProjectIndex project : projects) {
            for (const network::TopicIndex topic : view.snapshot->picture->topics(project)) ++counts[topic];
        }
        page.topics = topic_counts(counts, parts.views(), 12);
    }
    return page;
}

base::Result<CallPage> PageService::call(const Asker& asker, const std::string& id) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const View view = knowledge_.view(asker);
    PageParts parts(view, asker.language);
    const auto found = parts.read<model::Call>(id);
    if (!found) return found.errors();
    const model::Call& r = found.value();
    CallPage page;
    page.id = r.id;
    page.identifier = r.identifier;
    page.title = parts.text(r.titles);
    page.programme = parts.views().programme_ref(r.programme);
    page.opens = r.opens.text();
    page.deadline = r.deadline.text();
    page.zone = r.zone;
    page.budget = r.budget;
    if (!r.currency.empty()) page.currency = r.currency;
    page.action_type = r.action_type;
    page.topics = parts.views().vocabulary().refs(r.topics, asker.language);
    page.description = parts.text(r.description);
    page.url = r.url;
    auto figures = parts.figures(RecordKind::Call, id);
    if (!figures) return figures.errors();
    page.figures = std::move(figures).value();
    page.source = parts.source(r.source);
    return page;
}

base::Result<model::Record> PageService::record(const Asker& asker, RecordKind kind,
                                                const std::string& id) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const View view = knowledge_.view(asker);
    auto found = view.records.read(kind, id);
    if (!found) return found.errors();
    if (!found.value()) return record_not_found(kind, id, asker.language);
    return std::move(*found.value());
}

}  // namespace kontor::service
