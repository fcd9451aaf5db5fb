// SPDX-License-Identifier: EUPL-1.2
#include "service/comparison_service.hpp"

#include <algorithm>

#include "match/comparison.hpp"
#include "match/partners.hpp"
#include "service/compared_items.hpp"
#include "service/evidence_view.hpp"
#include "service/matching_models.hpp"
#include "service/named_organisations.hpp"
#include "service/partner_presets.hpp"
#include "service/partner_view.hpp"
#include "service/permission.hpp"

namespace kontor::service {
namespace {

using network::OrganisationIndex;

template <class Item, class View>
std::vector<ComparedItem> items(const std::vector<Item>& list, const View& view) {
    std::vector<ComparedItem> out;
    for (const Item& one : list) out.push_back(view(one));
    return out;
}

std::vector<Ref> refs(const std::vector<OrganisationIndex>& list, const Views& views) {
    std::vector<Ref> out;
    for (const OrganisationIndex one : list) out.push_back(views.ref(one));
    return out;
}

void add_judgement(Comparison& out, const match::PartnerRequest& request, OrganisationIndex theirs,
                   const Views& views) {
    const auto judged = match::judge_pair(views.picture(), request, theirs);
    if (!judged) return;
    Partner partner = partner_view(judged.value(), 0, views);
    out.score = partner.score;
    out.parts = std::move(partner.parts);
    out.counter_reasons = std::move(partner.counter_reasons);
}

Comparison sheet(const match::PartnerRequest& request, OrganisationIndex theirs, const Views& views) {
    const OrganisationIndex ours = request.subject;
    const network::Picture& picture = views.picture();
    const match::Comparison found = match::compare(picture, ours, theirs);
    const auto brought = [&views](const match::Brought& one) { return brought_view(one, views); };
    const auto need = [&views](const match::ComparedNeed& one) { return need_view(one, views); };
    const auto target = [&](TargetOf whose, network::CountryCode country) {
        return [&views, whose, country](const match::ComparedRegion& one) {
            return target_view(one, whose, country, views);
        };
    };
    Comparison out;
    out.with = views.brief(theirs);
    add_judgement(out, request, theirs, views);
    out.we_bring = items(found.sides[0].brings, brought);
    out.they_bring = items(found.sides[1].brings, brought);
    out.we_need = items(found.sides[0].needs, need);
    out.they_need = items(found.sides[1].needs, need);
    out.shared_topics =
        items(found.shared, [&views](const match::SharedField& one) { return shared_view(one, views); });
    out.our_end_users = refs(found.sides[0].end_users, views);
    out.their_end_users = refs(found.sides[1].end_users, views);
    out.bridges =
        items(found.bridges, [&views](const match::Bridge& one) { return bridge_view(one, views); });
    out.joint_projects = items(found.joint_projects,
                               [&views](const match::JointProject& one) { return project_view(one, views); });
    out.common_targets = items(found.common_targets, target(TargetOf::Both, {}));
    out.our_targets_there =
        items(found.sides[0].targets_there, target(TargetOf::Ours, picture.country(theirs)));
    out.their_targets_here =
        items(found.sides[1].targets_there, target(TargetOf::Theirs, picture.country(ours)));
    return out;
}

}  // namespace

base::Result<ComparisonList> ComparisonService::compare(const Asker& asker,
                                                        const ComparisonQuery& query) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const View view = knowledge_.view(asker);
    NamedOrganisations named(*view.snapshot->picture, asker.language);
    const OrganisationIndex ours = named.find(query.subject, "for");
    if (query.against.empty()) named.add(base::ErrorCode::ValueMissing, {{"field", "with"}}, "with");
    std::vector<OrganisationIndex> others;
    for (const std::string& id : query.against) {
        const OrganisationIndex one = named.find(id, "with");
        if (one.valid() && one == ours) {
            named.add(base::ErrorCode::ComparedWithItself, {{"organisation", id}}, "with");
        }
        if (std::find(others.begin(), others.end(), one) == others.end()) others.push_back(one);
    }
    if (others.size() > kMostCompared) {
        named.add(base::ErrorCode::TooManyItems, {{"maximum", std::to_string(kMostCompared)}}, "with");
    }
    if (!named.faults().empty()) return named.faults();
    const Views views(view, asker.language);
    ComparisonList out;
    out.subject = views.brief(ours);
    match::PartnerRequest request;
    apply(Preset::Usual, usual_weights(knowledge_.store()).usual, request);
    request.subject = ours;
    for (const OrganisationIndex one : others) out.comparisons.push_back(sheet(request, one, views));
    return out;
}

}  // namespace kontor::service
