// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <set>

#include "service/editable.hpp"
#include "service/news_service.hpp"
#include "service/page_parts.hpp"
#include "service/page_service.hpp"
#include "service/permission.hpp"

namespace kontor::service {
namespace {

using base::Errors;
using model::RecordKind;

class ProjectPageMaker {
public:
    ProjectPageMaker(const View& view, std::string_view language)
        : view_(view), store_(view.records), parts_(view, language), picture_(*view.snapshot->picture) {}

    base::Result<ProjectPage> make(const std::string& id) {
        const auto found = parts_.read<model::Project>(id);
        if (!found) return found.errors();
        const auto index = picture_.find_project(id);
        if (!index) return record_not_found(RecordKind::Project, id, parts_.language());
        profile(found.value());
        structure(found.value());
        participants(id);
        for (const network::ProjectIndex other : picture_.predecessors(*index)) {
            page_.predecessors.push_back(parts_.views().ref(other));
        }
        for (const network::ProjectIndex other : picture_.successors(*index)) {
            page_.successors.push_back(parts_.views().ref(other));
        }
        around(*index);
        take(parts_.figures(RecordKind::Project, id), page_.figures, errors_);
        news(id);
        page_.source = parts_.source(found.value().source);
        if (!errors_.empty()) return errors_;
        return std::move(page_);
    }

private:
    void news(const std::string& id) {
        NewsFilters filters;
        filters.projects = {id};
        NewsSection section;
        take(newest_news(view_, parts_, filters), section, errors_);
        page_.news = std::move(section.stories);
        page_.news_total = section.total;
    }
    void profile(const model::Project& r) {
        page_.id = r.id;
        page_.acronym = r.acronym;
        page_.title = parts_.text(r.titles);
        page_.title_lang = parts_.text_language(r.titles);
        if (!r.programme.empty()) page_.programme = parts_.views().programme_ref(r.programme);
        if (!r.call.empty()) {
            const auto call = parts_.read<model::Call>(r.call);
            if (call) {
                page_.call =
                    Ref{"call", r.call, parts_.text(call.value().titles), parts_.call_detail(call.value())};
            }
        }
        page_.status = model::word(r.status);
        page_.start = r.start.text();
        page_.end = r.end.text();
        page_.funding_scheme = r.funding_scheme;
        page_.total_cost = r.total_cost;
        page_.eu_contribution = r.eu_contribution;
        page_.currency = r.currency;
        page_.objective = parts_.text(r.objective);
        page_.objective_lang = parts_.text_language(r.objective);
        page_.topics = parts_.views().vocabulary().refs(r.topics, parts_.language());
        page_.keywords = r.keywords;
        page_.identifiers = PageParts::identifiers(r.identifiers);
        page_.url = r.url;
        page_.as_of = r.as_of.text();
    }

    void structure(const model::Project& r) {
        for (const model::Phase& phase : r.phases) {
            page_.phases.push_back(
                {phase.number, parts_.text(phase.name), phase.from.text(), phase.to.text(), phase.budget});
        }
        for (const model::Strand& strand : r.strands) {
            page_.strands.push_back({parts_.text(strand.name), parts_.text(strand.description)});
        }
        page_.target_regions = parts_.target_regions(r.target_regions);
    }

    void participants(const std::string& id) {
        auto records = store_.referring(RecordKind::Participation, "project", id);
        if (!records) {
            errors_.insert(errors_.end(), records.errors().begin(), records.errors().end());
            return;
        }
        for (const model::Record& record : records.value()) {
            const auto& r = std::get<model::Participation>(record);
            const auto organisation = picture_.find_organisation(r.organisation);
            if (!organisation) continue;
            ProjectParticipant view;
            view.organisation = parts_.views().brief(*organisation);
            view.role = model::word(r.role);
            for (const int phase : r.phases) view.phases.push_back(phase);
            view.from = r.from.text();
            view.to = r.to.text();
            view.contribution = r.contribution;
            if (r.contribution) view.currency = r.currency;
            view.source = parts_.source(r.source);
            page_.participants.push_back(std::move(view));
        }
        const auto rank = [](const ProjectParticipant& p) {
            return static_cast<int>(model::from_word<model::ParticipationRole>(p.role).value());
        };
        std::stable_sort(
            page_.participants.begin(), page_.participants.end(), [&](const auto& a, const auto& b) {
                return std::pair(rank(a), a.organisation.name) < std::pair(rank(b), b.organisation.name);
            });
    }

    /// Agreements and delegations that name this project.
    void around(network::ProjectIndex index) {
        std::set<network::AgreementIndex> agreements;
        std::set<network::DelegationIndex> delegations;
        for (const network::Participation& participation : picture_.participations(index)) {
            for (const auto agreement : picture_.agreements(participation.organisation)) {
                if (picture_.at(agreement).project == index) agreements.insert(agreement);
            }
            for (const auto delegation : picture_.delegations(participation.organisation))
                delegations.insert(delegation);
        }
        take(parts_.agreements({agreements.begin(), agreements.end()}), page_.agreements, errors_);
        std::vector<network::DelegationIndex> own;
        for (const auto delegation : delegations) {
            const auto record = parts_.read<model::Delegation>(std::string(picture_.at(delegation).id));
            if (record && record.value().project == page_.id) own.push_back(delegation);
        }
        take(parts_.delegations(own), page_.delegations, errors_);
    }

    const View& view_;
    const store::Reader& store_;
    PageParts parts_;
    const network::Picture& picture_;
    ProjectPage page_;
    Errors errors_;
};

}  // namespace

base::Result<ProjectPage> PageService::project(const Asker& asker, const std::string& id) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const View view = knowledge_.view(asker);
    auto page = ProjectPageMaker(view, asker.language).make(id);
    if (!page) return page;
    const auto told = tell_editable(knowledge_, asker, page.value().agreements, page.value().delegations);
    if (!told) return told.errors();
    return page;
}

}  // namespace kontor::service
