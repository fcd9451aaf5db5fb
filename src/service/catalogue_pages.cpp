// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>
#include <set>

#include "service/page_parts.hpp"
#include "service/page_service.hpp"
#include "service/permission.hpp"
#include "text/countries.hpp"

namespace kontor::service {
namespace {

using model::RecordKind;

TopicBrief topic_brief(const Views& views, network::TopicIndex index) {
    const network::Topic topic = views.picture().at(index);
    TopicBrief out;
    out.id = topic.id;
    out.label = views.ref(index).name;
    out.kind = model::word(topic.kind);
    out.scheme = model::word(topic.scheme);
    if (topic.parent.valid()) out.parent = views.picture().at(topic.parent).id;
    out.organisations = static_cast<std::int64_t>(views.picture().organisations_with(index).size());
    out.projects = static_cast<std::int64_t>(views.picture().projects_with(index).size());
    return out;
}

template <class Range>
std::vector<OrganisationBrief> briefs(const Views& views, const Range& list, std::size_t limit) {
    std::vector<OrganisationBrief> out;
    for (const network::OrganisationIndex organisation : list) {
        if (out.size() == limit) break;
        out.push_back(views.brief(organisation));
    }
    return out;
}

}  // namespace

base::Result<ProgrammePage> PageService::programme(const Asker& asker, const std::string& id) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const View view = knowledge_.view(asker);
    PageParts parts(*view.snapshot, view.records, asker.language);
    const auto found = parts.read<model::Programme>(id);
    if (!found) return found.errors();
    const model::Programme& r = found.value();
    ProgrammePage page;
    page.id = r.id;
    page.name = parts.text(r.names);
    page.short_name = r.short_name;
    if (!r.funder.empty()) page.funder = parts.views().organisation_ref(r.funder);
    if (!r.parent.empty()) page.parent = parts.views().programme_ref(r.parent);
    page.url = r.url;
    page.description = parts.text(r.description);
    page.from = r.from.text();
    page.to = r.to.text();
    page.source = parts.source(r.source);
    const auto calls = view.records.referring(RecordKind::Call, "programme", id);
    if (!calls) return calls.errors();
    for (const model::Record& record : calls.value()) {
        const auto& call = std::get<model::Call>(record);
        page.calls.push_back({"call", call.id, parts.text(call.titles)});
    }
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
    PageParts parts(*view.snapshot, view.records, asker.language);
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
    page.source = parts.source(r.source);
    return page;
}

base::Result<TopicList> PageService::topics(const Asker& asker, const std::string& parent) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const View view = knowledge_.view(asker);
    const network::Picture& picture = *view.snapshot->picture;
    const Views views(*view.snapshot, asker.language);
    if (!parent.empty() && !picture.find_topic(parent)) {
        return record_not_found(RecordKind::Topic, parent, asker.language);
    }
    TopicList out;
    for (std::size_t i = 0; i < picture.topic_count(); ++i) {
        const network::TopicIndex index(i);
        const network::Topic topic = picture.at(index);
        const bool wanted = parent.empty() ? topic.scheme == model::TopicScheme::Kontor
                                           : topic.parent.valid() && picture.at(topic.parent).id == parent;
        if (wanted) out.topics.push_back(topic_brief(views, index));
    }
    std::stable_sort(out.topics.begin(), out.topics.end(),
                     [](const auto& a, const auto& b) { return a.label < b.label; });
    return out;
}

base::Result<TopicPage> PageService::topic(const Asker& asker, const std::string& id) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const View view = knowledge_.view(asker);
    const network::Picture& picture = *view.snapshot->picture;
    const PageParts parts(*view.snapshot, view.records, asker.language);
    const auto found = parts.read<model::Topic>(id);
    if (!found) return found.errors();
    const auto index = picture.find_topic(id);
    if (!index) return record_not_found(RecordKind::Topic, id, asker.language);
    const Views& views = parts.views();
    TopicPage page;
    page.topic = topic_brief(views, *index);
    page.definition = best_label(found.value().definition, asker.language);
    for (const auto& [language, label] : found.value().labels) page.labels.push_back({language, label});
    for (const auto& [language, synonyms] : found.value().synonyms) {
        for (const std::string& synonym : synonyms) page.synonyms.push_back({language, synonym});
    }
    for (auto up = picture.at(*index).parent; up.valid(); up = picture.at(up).parent) {
        page.broader.insert(page.broader.begin(), views.ref(up));
    }
    for (const network::TopicIndex child : picture.children(*index))
        page.narrower.push_back(topic_brief(views, child));
    for (const auto& [scheme, code] : picture.mappings(*index)) {
        page.mappings.push_back({std::string(scheme), std::string(code)});
    }
    std::vector<network::OrganisationIndex> clusters;
    std::vector<network::OrganisationIndex> others;
    for (const network::OrganisationIndex organisation : picture.organisations_with(*index)) {
        const bool is_cluster = picture.kind(organisation) == model::OrganisationKind::Cluster;
        (is_cluster ? clusters : others).push_back(organisation);
    }
    page.clusters = briefs(views, clusters, kFirstRows);
    page.organisations = briefs(views, others, kFirstRows);
    page.projects = newest_projects(picture.projects_with(*index), views, kFirstRows);
    return page;
}

base::Result<CountryPage> PageService::country(const Asker& asker, const std::string& code) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    if (!text::is_country_code(code)) {
        return base::Error{
            base::ErrorCode::CountryUnknown, {{"value", code}}, {.file = {}, .field = "code"}, {}};
    }
    const View view = knowledge_.view(asker);
    const network::Picture& picture = *view.snapshot->picture;
    const Views views(*view.snapshot, asker.language);
    CountryPage page;
    page.code = code;
    page.name = views.country(code);
    std::map<network::TopicIndex, std::int64_t> topics;
    std::map<std::string, std::int64_t> partners;
    std::set<network::ProjectIndex> projects;
    std::vector<network::OrganisationIndex> clusters;
    std::vector<network::OrganisationIndex> others;
    for (const auto organisation : picture.organisations_in(network::CountryCode::from(code))) {
        const bool is_cluster = picture.kind(organisation) == model::OrganisationKind::Cluster;
        (is_cluster ? clusters : others).push_back(organisation);
        for (const network::TopicMass& topic : picture.topics(organisation)) ++topics[topic.topic];
        for (const auto participation : picture.participations(organisation)) {
            projects.insert(picture.at(participation).project);
        }
    }
    for (const network::ProjectIndex project : projects) {
        std::set<std::string> abroad;
        for (const network::Participation& participation : picture.participations(project)) {
            const std::string other(picture.country(participation.organisation).text());
            if (!other.empty() && other != code) abroad.insert(other);
        }
        for (const std::string& other : abroad) ++partners[other];
    }
    page.organisation_total = static_cast<std::int64_t>(clusters.size() + others.size());
    page.project_total = static_cast<std::int64_t>(projects.size());
    std::stable_sort(others.begin(), others.end(), [&](auto a, auto b) {
        return picture.participations(a).size() > picture.participations(b).size();
    });
    page.clusters = briefs(views, clusters, 100);
    page.organisations = briefs(views, others, kFirstRows);
    page.topics = topic_counts(topics, views, kFirstRows);
    for (const auto& [other, count] : partners)
        page.partner_countries.push_back({other, views.country(other), count});
    std::stable_sort(page.partner_countries.begin(), page.partner_countries.end(),
                     [](const auto& a, const auto& b) { return a.count > b.count; });
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
