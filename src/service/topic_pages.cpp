// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "search/searcher.hpp"
#include "service/news_service.hpp"
#include "service/page_parts.hpp"
#include "service/page_service.hpp"
#include "service/permission.hpp"

namespace kontor::service {
namespace {

using model::RecordKind;

using Counts = std::unordered_map<std::string, std::int64_t>;

/// How many records of a kind each topic finds: what the search that its page leads to counts, narrower
/// topics included.
Counts counts_of(RecordKind kind, const Snapshot& snapshot) {
    search::Request request;
    request.kinds = {kind};
    request.limit = 1;
    request.facet_limit = snapshot.vocabulary->topics().size();
    Counts out;
    const auto answer = search::Searcher().search(*snapshot.index, request);
    if (!answer) return out;
    for (const search::FacetValue& value : answer.value().facets.topics.values) {
        out.emplace(value.value, static_cast<std::int64_t>(value.count));
    }
    return out;
}

struct TopicCensus {
    explicit TopicCensus(const Snapshot& snapshot)
        : organisations(counts_of(RecordKind::Organisation, snapshot)),
          projects(counts_of(RecordKind::Project, snapshot)) {}

    Counts organisations;
    Counts projects;
};

std::int64_t count_in(const Counts& counts, const std::string& topic) {
    const auto found = counts.find(topic);
    return found == counts.end() ? 0 : found->second;
}

/// Those with the topic itself first, most of it first, then those with a narrower one; each once.
template <class Index, class Lists>
std::vector<Index> gathered(const network::Picture& picture, network::TopicIndex topic,
                            const Lists& list_of) {
    std::vector<Index> out;
    std::unordered_set<std::uint32_t> seen;
    const auto take = [&](network::TopicIndex one) {
        for (const Index index : list_of(one)) {
            if (seen.insert(index.value).second) out.push_back(index);
        }
    };
    take(topic);
    for (const network::TopicIndex one : picture.closure(topic)) take(one);
    return out;
}

TopicBrief topic_brief(const Views& views, network::TopicIndex index, const TopicCensus& census) {
    const network::Topic topic = views.picture().at(index);
    TopicBrief out;
    out.id = topic.id;
    out.label = views.ref(index).name;
    out.kind = model::word(topic.kind);
    out.scheme = model::word(topic.scheme);
    if (topic.parent.valid()) out.parent = views.picture().at(topic.parent).id;
    out.organisations = count_in(census.organisations, out.id);
    out.projects = count_in(census.projects, out.id);
    return out;
}

}  // namespace

base::Result<TopicList> PageService::topics(const Asker& asker, const std::string& parent) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const View view = knowledge_.view(asker);
    const network::Picture& picture = *view.snapshot->picture;
    const Views views(view, asker.language);
    if (!parent.empty() && !picture.find_topic(parent)) {
        return record_not_found(RecordKind::Topic, parent, asker.language);
    }
    const TopicCensus census(*view.snapshot);
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
    PageParts parts(view, asker.language);
    const auto found = parts.read<model::Topic>(id);
    if (!found) return found.errors();
    const auto index = picture.find_topic(id);
    if (!index) return record_not_found(RecordKind::Topic, id, asker.language);
    const Views& views = parts.views();
    const TopicCensus census(*view.snapshot);
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
    const auto with = [&](network::TopicIndex one) { return picture.organisations_with(one); };
    for (const auto organisation : gathered<network::OrganisationIndex>(picture, *index, with)) {
        const bool is_cluster = picture.kind(organisation) == model::OrganisationKind::Cluster;
        (is_cluster ? clusters : others).push_back(organisation);
    }
    page.clusters = views.briefs(clusters, kFirstRows);
    page.organisations = views.briefs(others, kFirstRows);
    const auto about = [&](network::TopicIndex one) { return picture.projects_with(one); };
    page.projects =
        newest_projects(gathered<network::ProjectIndex>(picture, *index, about), views, kFirstRows);
    NewsFilters filters;
    filters.topics = {id};
    auto news = newest_news(view, parts, filters);
    if (!news) return news.errors();
    page.news = std::move(news.value().stories);
    page.news_total = news.value().total;
    page.source = parts.source(found.value().source);
    page.count_source = counted_here(views);
    return page;
}

}  // namespace kontor::service
