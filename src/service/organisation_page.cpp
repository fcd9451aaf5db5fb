// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>

#include "network/neighbourhood.hpp"
#include "service/editable.hpp"
#include "service/news_service.hpp"
#include "service/page_parts.hpp"
#include "service/page_service.hpp"
#include "service/permission.hpp"
#include "service/search_service.hpp"

namespace kontor::service {
namespace {

using base::Errors;
using model::RecordKind;

template <class Index>
std::vector<Index> copied(std::span<const Index> list) {
    return {list.begin(), list.end()};
}

/// The slice of `all` that a range asks for.
template <class T>
base::Result<std::span<const T>> slice(const std::vector<T>& all, const PageRange& range,
                                       std::size_t& offset) {
    const auto start = cursor_offset(range.cursor);
    if (!start) return start.errors();
    offset = std::min(start.value(), all.size());
    return std::span<const T>(all).subspan(offset, std::min(range.limit, all.size() - offset));
}

class OrganisationPageMaker {
public:
    OrganisationPageMaker(const View& view, std::string_view language)
        : view_(view), store_(view.records), parts_(view, language), picture_(*view.snapshot->picture) {}

    base::Result<OrganisationPage> make(const std::string& id) {
        const auto found = parts_.read<model::Organisation>(id);
        if (!found) return found.errors();
        const auto index = picture_.find_organisation(id);
        if (!index) return record_not_found(RecordKind::Organisation, id, parts_.language());
        index_ = *index;
        page_.organisation = parts_.views().brief(index_);
        page_.organisation.name = name_in(found.value(), parts_.language());
        profile(found.value());
        if (found.value().cluster || found.value().kind == model::OrganisationKind::Cluster)
            cluster(found.value());
        relations();
        take(parts_.figures(RecordKind::Organisation, id), page_.figures, errors_);
        take(parts_.agreements(copied(picture_.agreements(index_))), page_.agreements, errors_);
        take(parts_.delegations(copied(picture_.delegations(index_))), page_.delegations, errors_);
        people(id);
        news(id);
        page_.source = parts_.source(found.value().source);
        page_.count_source = counted_here(parts_.views());
        if (!errors_.empty()) return errors_;
        return std::move(page_);
    }

private:
    void news(const std::string& id) {
        NewsFilters filters;
        filters.organisations = {id};
        NewsSection section;
        take(newest_news(view_, parts_, filters), section, errors_);
        page_.news = std::move(section.stories);
        page_.news_total = section.total;
    }
    void profile(const model::Organisation& r) {
        page_.description = parts_.text(r.description);
        page_.description_lang = parts_.text_language(r.description);
        page_.web = r.web;
        page_.postcode = r.postcode;
        page_.street = r.street;
        page_.nuts = r.nuts;
        page_.regions = parts_.regions_around(r.nuts);
        if (!page_.regions.empty() && page_.regions.front().name != r.nuts) {
            page_.region_name = page_.regions.front().name;
        }
        page_.activity_type = model::word(r.activity_type);
        page_.size_class = model::word(r.size_class);
        page_.employees = r.employees;
        page_.founded = r.founded;
        page_.open_for_ideas = r.open_for_ideas;
        page_.is_sme = r.is_sme;
        page_.languages = r.languages;
        for (const model::Name& name : r.names) {
            page_.names.push_back({name.text, name.lang, std::string(model::word(name.type))});
        }
        page_.identifiers = PageParts::identifiers(r.identifiers);
        page_.offers = parts_.capabilities(r.offers);
        page_.needs = parts_.capabilities(r.needs);
    }

    void cluster(const model::Organisation& r) {
        ClusterView view;
        const model::ClusterProfile profile = r.cluster.value_or(model::ClusterProfile{});
        if (!profile.management_entity.empty()) {
            view.management_entity = parts_.views().organisation_ref(profile.management_entity);
        }
        if (!profile.association_entity.empty()) {
            view.association_entity = parts_.views().organisation_ref(profile.association_entity);
        }
        for (const model::Label& label : profile.labels) {
            view.labels.push_back({label.scheme, label.level, label.from.text(), label.to.text()});
        }
        view.target_regions = parts_.target_regions(profile.target_regions);
        if (const model::Text* services = model::best_text(profile.services, parts_.language())) {
            view.services.push_back(services->text);
        }
        const network::MemberCounts counts = picture_.member_counts(index_);
        view.member_count = counts.total;
        for (std::size_t i = 0; i < counts.by_kind.size(); ++i) {
            if (counts.by_kind[i] == 0) continue;
            view.member_kinds.push_back(
                {std::string(model::word(static_cast<model::OrganisationKind>(i))), counts.by_kind[i]});
        }
        page_.cluster = std::move(view);
    }

    void relations() {
        for (const network::MembershipIndex index : picture_.memberships(index_)) {
            page_.memberships.push_back(parts_.membership(index, picture_.at(index).cluster));
        }
        const auto members = parts_.ordered_members(index_);
        page_.member_total = static_cast<std::int64_t>(members.size());
        for (std::size_t i = 0; i < std::min(kFirstRows, members.size()); ++i) {
            page_.members.push_back(parts_.membership(members[i], picture_.at(members[i]).member));
        }
        const auto projects = parts_.ordered_projects(index_);
        page_.project_total = static_cast<std::int64_t>(projects.size());
        for (std::size_t i = 0; i < std::min(kFirstRows, projects.size()); ++i) {
            page_.projects.push_back(parts_.organisation_project(projects[i]));
        }
        project_topics(projects);
        cooperation();
    }

    void project_topics(const std::vector<network::ParticipationIndex>& projects) {
        std::map<network::TopicIndex, std::int64_t> counts;
        for (const network::ParticipationIndex participation : projects) {
            for (const network::TopicIndex topic : picture_.topics(picture_.at(participation).project))
                ++counts[topic];
        }
        page_.project_topics = topic_counts(counts, parts_.views(), 12);
    }

    void people(const std::string& id) {
        const auto found = store_.referring(RecordKind::Person, "organisation", id);
        if (!found) {
            errors_.insert(errors_.end(), found.errors().begin(), found.errors().end());
            return;
        }
        std::vector<PersonView> list;
        for (const model::Record& record : found.value()) {
            const auto& person = std::get<model::Person>(record);
            list.push_back(
                {person.id, person.name, person.function, person.email, person.phone, person.languages});
        }
        if (!list.empty()) page_.people = std::move(list);
    }

    void cooperation() {
        constexpr std::size_t kPartners = 12;
        for (const network::Cooperation& partner : network::partners_of(picture_, index_)) {
            if (partner.projects == 0 || page_.partners.size() == kPartners) break;
            page_.partners.push_back(
                {parts_.views().brief(partner.partner), partner.projects, network::year_of(partner.latest)});
        }
    }

    const View& view_;
    const store::Reader& store_;
    PageParts parts_;
    const network::Picture& picture_;
    network::OrganisationIndex index_;
    OrganisationPage page_;
    Errors errors_;
};

}  // namespace

base::Result<OrganisationPage> PageService::organisation(const Asker& asker, const std::string& id) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const View view = knowledge_.view(asker);
    auto page = OrganisationPageMaker(view, asker.language).make(id);
    if (!page) return page;
    const auto told = tell_editable(knowledge_, asker, page.value().agreements, page.value().delegations);
    if (!told) return told.errors();
    return page;
}

base::Result<MemberPage> PageService::members(const Asker& asker, const std::string& id,
                                              const PageRange& range) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const View view = knowledge_.view(asker);
    const auto cluster = view.snapshot->picture->find_organisation(id);
    if (!cluster) return record_not_found(RecordKind::Organisation, id, asker.language);
    PageParts parts(view, asker.language);
    const auto all = parts.ordered_members(*cluster);
    std::size_t offset = 0;
    const auto shown = slice(all, range, offset);
    if (!shown) return shown.errors();
    MemberPage page;
    page.total = static_cast<std::int64_t>(all.size());
    for (const auto index : shown.value()) {
        page.members.push_back(parts.membership(index, view.snapshot->picture->at(index).member));
    }
    page.next_cursor = next_cursor(offset, page.members.size(), all.size());
    return page;
}

base::Result<OrganisationProjectPage> PageService::organisation_projects(const Asker& asker,
                                                                         const std::string& id,
                                                                         const PageRange& range) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const View view = knowledge_.view(asker);
    const auto organisation = view.snapshot->picture->find_organisation(id);
    if (!organisation) return record_not_found(RecordKind::Organisation, id, asker.language);
    PageParts parts(view, asker.language);
    const auto all = parts.ordered_projects(*organisation);
    std::size_t offset = 0;
    const auto shown = slice(all, range, offset);
    if (!shown) return shown.errors();
    OrganisationProjectPage page;
    page.total = static_cast<std::int64_t>(all.size());
    for (const auto index : shown.value()) page.projects.push_back(parts.organisation_project(index));
    page.next_cursor = next_cursor(offset, page.projects.size(), all.size());
    return page;
}

base::Result<Graph> PageService::graph(const Asker& asker, const std::string& id, std::size_t size) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const View view = knowledge_.view(asker);
    const auto centre = view.snapshot->picture->find_organisation(id);
    if (!centre) return record_not_found(RecordKind::Organisation, id, asker.language);
    const Views views(view, asker.language);
    network::GraphLimits limits;
    limits.first_ring = static_cast<std::uint32_t>((size + 1) / 2);
    limits.second_ring = static_cast<std::uint32_t>(size / 2);
    const network::Graph found = network::neighbourhood(*view.snapshot->picture, *centre, limits);
    Graph out;
    out.centre = id;
    for (const network::GraphNode& node : found.nodes) {
        const network::Organisation organisation = view.snapshot->picture->at(node.organisation);
        views.note(RecordKind::Organisation, organisation.id);
        out.nodes.push_back({std::string(organisation.id), std::string(organisation.name),
                             std::string(model::word(organisation.kind)),
                             std::string(organisation.country.text()), node.ring});
    }
    for (const network::GraphLink& link : found.links) {
        const network::Cooperation& joint = link.to;
        const char* type = joint.projects > 0      ? "project"
                           : joint.memberships > 0 ? "membership"
                                                   : "agreement";
        const network::Tie& tie = view.snapshot->picture->at(joint.strongest);
        std::string label;
        if (tie.kind == network::TieKind::Project) label = views.ref(network::ProjectIndex(tie.record)).name;
        if (tie.kind == network::TieKind::Agreement)
            label = views.ref(network::AgreementIndex(tie.record)).name;
        if (tie.kind == network::TieKind::Delegation)
            label = views.ref(network::DelegationIndex(tie.record)).name;
        out.links.push_back({std::string(view.snapshot->picture->at(link.from).id),
                             std::string(view.snapshot->picture->at(joint.partner).id), type, joint.projects,
                             network::year_of(joint.latest), std::move(label)});
    }
    return out;
}

}  // namespace kontor::service
