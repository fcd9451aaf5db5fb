// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "service/page_parts.hpp"
#include "service/page_service.hpp"
#include "service/permission.hpp"

namespace kontor::service {
namespace {

using model::RecordKind;

/// Who has a topic or one below it, each once. Keeps its marks, so that counting all topics costs one walk
/// over their lists.
class TopicCensus {
public:
    explicit TopicCensus(const network::Picture& picture)
        : picture_(picture),
          organisation_seen_(picture.organisation_count(), 0),
          project_seen_(picture.project_count(), 0) {}

    /// Those with the topic itself first, most of it first.
    [[nodiscard]] std::vector<network::OrganisationIndex> organisations(network::TopicIndex topic) {
        std::vector<network::OrganisationIndex> out;
        gather(topic, organisation_seen_, out, [this](auto one) { return picture_.organisations_with(one); });
        return out;
    }
    [[nodiscard]] std::vector<network::ProjectIndex> projects(network::TopicIndex topic) {
        std::vector<network::ProjectIndex> out;
        gather(topic, project_seen_, out, [this](auto one) { return picture_.projects_with(one); });
        return out;
    }

private:
    template <class Index, class Lists>
    void gather(network::TopicIndex topic, std::vector<std::uint32_t>& seen, std::vector<Index>& out,
                const Lists& list_of) {
        ++round_;
        const auto take = [&](network::TopicIndex one) {
            for (const Index index : list_of(one)) {
                if (seen[index.value] == round_) continue;
                seen[index.value] = round_;
                out.push_back(index);
            }
        };
        take(topic);
        for (const network::TopicIndex one : picture_.closure(topic)) take(one);
    }

    const network::Picture& picture_;
    std::vector<std::uint32_t> organisation_seen_;
    std::vector<std::uint32_t> project_seen_;
    std::uint32_t round_ = 0;
};

TopicBrief topic_brief(const Views& views, network::TopicIndex index, TopicCensus& census) {
    const network::Topic topic = views.picture().at(index);
    TopicBrief out;
    out.id = topic.id;
    out.label = views.ref(index).name;
    out.kind = model::word(topic.kind);
    out.scheme = model::word(topic.scheme);
    if (topic.parent.valid()) out.parent = views.picture().at(topic.parent).id;
    out.organisations = static_cast<std::int64_t>(census.organisations(index).size());
    out.projects = static_cast<std::int64_t>(census.projects(index).size());
    return out;
}

}  // namespace

base::Result<TopicList> PageService::topics(const Asker& asker, const std::string& parent) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const View view = knowledge_.view(asker);
    const network::Picture& picture = *view.snapshot->picture;
    const Views views(*view.snapshot, asker.language);
    if (!parent.empty() && !picture.find_topic(parent)) {
        return record_not_found(RecordKind::Topic, parent, asker.language);
    }
    TopicCensus census(picture);
    TopicList out;
    for (std::size_t i = 0; i < picture.topic_count(); ++i) {
        const network::TopicIndex index(i);
        const network::Topic topic = picture.at(index);
        const bool wanted = parent.empty() ? topic.scheme == model::TopicScheme::Kontor
                                           : topic.parent.valid() && picture.at(topic.parent).id == parent;
        if (wanted) out.topics.push_back(topic_brief(views, index, census));
    }
    std::stable_sort(out.topics.begin(), out.topics.end(),
                     [](const auto& a, const auto& b) { return a.label < b.label; });
    return out;
}

base::Result<TopicPage> PageService::topic(const Asker& asker, const std::string& id) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const View view = knowledge_.view(asker);
    const network::Picture& picture = *view.snapshot->picture;
    PageParts parts(*view.snapshot, view.records, asker.language);
    const auto found = parts.read<model::Topic>(id);
    if (!found) return found.errors();
    const auto index = picture.find_topic(id);
    if (!index) return record_not_found(RecordKind::Topic, id, asker.language);
    const Views& views = parts.views();
    TopicCensus census(picture);
    TopicPage page;
    page.topic = topic_brief(views, *index, census);
    page.definition = best_label(found.value().definition, asker.language);
    for (const auto& [language, label] : found.value().labels) page.labels.push_back({language, label});
    for (const auto& [language, synonyms] : found.value().synonyms) {
        for (const std::string& synonym : synonyms) page.synonyms.push_back({language, synonym});
    }
    for (auto up = picture.at(*index).parent; up.valid(); up = picture.at(up).parent) {
        page.broader.insert(page.broader.begin(), views.ref(up));
    }
    for (const network::TopicIndex child : picture.children(*index))
        page.narrower.push_back(topic_brief(views, child, census));
    for (const auto& [scheme, code] : picture.mappings(*index)) {
        page.mappings.push_back({std::string(scheme), std::string(code)});
    }
    std::vector<network::OrganisationIndex> clusters;
    std::vector<network::OrganisationIndex> others;
    for (const network::OrganisationIndex organisation : census.organisations(*index)) {
        const bool is_cluster = picture.kind(organisation) == model::OrganisationKind::Cluster;
        (is_cluster ? clusters : others).push_back(organisation);
    }
    page.clusters = views.briefs(clusters, kFirstRows);
    page.organisations = views.briefs(others, kFirstRows);
    page.projects = newest_projects(census.projects(*index), views, kFirstRows);
    page.source = parts.source(found.value().source);
    page.count_source = counted_here(views);
    return page;
}

}  // namespace kontor::service
