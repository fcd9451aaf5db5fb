// SPDX-License-Identifier: EUPL-1.2
#include "service/page_parts.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "service/claim_text.hpp"
#include "service/phrases.hpp"
#include "text/countries.hpp"
#include "text/dates.hpp"
#include "text/fold.hpp"

namespace kontor::service {

std::string name_in(const model::Organisation& organisation, std::string_view language) {
    const auto& names = organisation.names;
    if (names.empty() || names.front().lang == "und") return model::display_name(organisation);
    const auto found = std::find_if(names.begin(), names.end(), [&](const model::Name& name) {
        return name.lang == language && name.type == names.front().type;
    });
    return found == names.end() ? model::display_name(organisation) : found->text;
}

base::Error record_not_found(model::RecordKind kind, const std::string& id, std::string_view language) {
    return {base::ErrorCode::RecordNotFound,
            {{"kind", code_label("kind", model::word(kind), language)}, {"id", id}},
            {.file = {}, .field = "id"},
            {}};
}

std::vector<std::int64_t> phase_numbers(std::uint32_t bits) {
    std::vector<std::int64_t> out;
    for (std::int64_t number = 1; bits != 0; ++number, bits >>= 1U) {
        if ((bits & 1U) != 0) out.push_back(number);
    }
    return out;
}

SourceView PageParts::source(const std::string& id) {
    if (id.empty()) return {};
    const auto known = sources_.find(id);
    if (known != sources_.end()) return known->second;
    const auto found = read<model::Source>(id);
    return sources_.emplace(id, found ? source_view(found.value()) : SourceView{}).first->second;
}

base::Result<std::vector<Figure>> PageParts::figures(model::RecordKind kind, const std::string& id) {
    auto found = store_.referring(model::RecordKind::Claim, "subject", id);
    if (!found) return found.errors();
    std::map<std::pair<std::string, int>, std::vector<model::Claim>> grouped;
    for (model::Record& record : found.value()) {
        auto& claim = std::get<model::Claim>(record);
        const bool is_told =
            claim.review == model::ClaimReview::NotNeeded || claim.review == model::ClaimReview::Accepted;
        if (claim.subject_kind != kind || !is_told) continue;
        grouped[{claim.predicate, claim.phase}].push_back(std::move(claim));
    }
    std::vector<Figure> out;
    for (auto& [key, claims] : grouped) {
        std::stable_sort(claims.begin(), claims.end(),
                         [](const auto& a, const auto& b) { return a.as_of > b.as_of; });
        Figure figure;
        figure.predicate = key.first;
        figure.label = code_label("figure", key.first, language());
        std::set<std::pair<std::string, std::string>> values;
        for (const model::Claim& claim : claims) {
            values.emplace(claim.value, claim.unit);
            figure.claims.push_back({claim.value, claim_text(claim, views_), claim.unit,
                                     std::string(model::word(claim.status)), claim.approximate,
                                     claim.as_of.text(), claim.phase, source(claim.source)});
        }
        // Plan and outcome may differ without contradiction, yet the reader wants to see both: it is the
        // status of each claim that tells, not this flag.
        figure.conflicting = values.size() > 1;
        out.push_back(std::move(figure));
    }
    return out;
}

base::Result<std::vector<AgreementView>> PageParts::agreements(
    const std::vector<network::AgreementIndex>& list) {
    std::vector<AgreementView> out;
    for (const network::AgreementIndex index : list) {
        const auto found = read<model::Agreement>(std::string(views_.picture().at(index).id));
        if (!found) return found.errors();
        const model::Agreement& agreement = found.value();
        AgreementView view;
        view.id = agreement.id;
        view.type = model::word(agreement.type);
        view.title = text(agreement.titles);
        for (const std::string& party : agreement.parties)
            view.parties.push_back(views_.organisation_ref(party));
        view.signed_on = agreement.signed_on.text();
        view.valid_to = agreement.valid_to.text();
        view.source = source(agreement.source);
        out.push_back(std::move(view));
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const auto& a, const auto& b) { return a.signed_on > b.signed_on; });
    return out;
}

base::Result<std::vector<DelegationView>> PageParts::delegations(
    const std::vector<network::DelegationIndex>& list) {
    std::vector<DelegationView> out;
    for (const network::DelegationIndex index : list) {
        const auto found = read<model::Delegation>(std::string(views_.picture().at(index).id));
        if (!found) return found.errors();
        const model::Delegation& delegation = found.value();
        DelegationView view;
        view.id = delegation.id;
        view.title = text(delegation.titles);
        view.from = delegation.from.text();
        view.to = delegation.to.text();
        for (const model::Stop& stop : delegation.stops) {
            view.stops.push_back(
                {stop.city, stop.country, stop.zone, stop.from.text(), stop.to.text(), text(stop.purpose)});
        }
        for (const std::string& id : delegation.organisers)
            view.organisers.push_back(views_.organisation_ref(id));
        for (const std::string& id : delegation.participants)
            view.participants.push_back(views_.organisation_ref(id));
        view.source = source(delegation.source);
        out.push_back(std::move(view));
    }
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.from > b.from; });
    return out;
}

MembershipView PageParts::membership(network::MembershipIndex index, network::OrganisationIndex shown) {
    const network::Membership found = views_.picture().at(index);
    MembershipView view;
    view.organisation = views_.brief(shown);
    view.type = model::word(found.type);
    view.from = iso_date(found.from);
    view.to = iso_date(found.to);
    view.current = found.standing == network::Standing::Current;
    const auto record = read<model::Membership>(std::string(found.id));
    if (record) view.source = source(record.value().source);
    return view;
}

std::vector<network::MembershipIndex> PageParts::ordered_members(network::OrganisationIndex cluster) const {
    const network::Picture& picture = views_.picture();
    const auto all = picture.members(cluster);
    std::vector<network::MembershipIndex> out(all.begin(), all.end());
    std::sort(out.begin(), out.end(), [&](network::MembershipIndex a, network::MembershipIndex b) {
        const auto key = [&](network::MembershipIndex index) {
            const network::Membership found = picture.at(index);
            return std::tuple(found.standing != network::Standing::Current, picture.at(found.member).name,
                              index);
        };
        return key(a) < key(b);
    });
    return out;
}

SourceView PageParts::participation_source(const network::Participation& participation) {
    const network::Picture& picture = views_.picture();
    const std::string project(picture.at(participation.project).id);
    const auto found = store_.referring(model::RecordKind::Participation, "project", project);
    if (!found) return {};
    for (const model::Record& record : found.value()) {
        const auto& r = std::get<model::Participation>(record);
        if (r.organisation == picture.at(participation.organisation).id && r.role == participation.role)
            return source(r.source);
    }
    return {};
}

OrganisationProject PageParts::organisation_project(network::ParticipationIndex index) {
    const network::Participation& found = views_.picture().at(index);
    const network::Project project = views_.picture().at(found.project);
    OrganisationProject view;
    view.project = views_.ref(found.project);
    view.acronym = project.acronym;
    view.role = model::word(found.role);
    view.phases = phase_numbers(found.phases);
    view.start = iso_date(project.start);
    view.end = iso_date(project.end);
    if (project.programme.valid()) view.programme_name = views_.ref(project.programme).name;
    const auto topics = views_.picture().topics(found.project);
    view.topics = views_.topics(topics.first(std::min<std::size_t>(topics.size(), 4)));
    view.source = participation_source(found);
    return view;
}

std::vector<network::ParticipationIndex> PageParts::ordered_projects(
    network::OrganisationIndex organisation) const {
    const network::Picture& picture = views_.picture();
    const auto all = picture.participations(organisation);
    std::vector<network::ParticipationIndex> out(all.begin(), all.end());
    std::sort(out.begin(), out.end(), [&](network::ParticipationIndex a, network::ParticipationIndex b) {
        const network::Day first = picture.at(picture.at(a).project).start;
        const network::Day second = picture.at(picture.at(b).project).start;
        return first != second ? first > second : a < b;
    });
    return out;
}

Ref PageParts::region(std::string_view code) const {
    const auto found = read<model::Region>(text::folded(code));
    return {"region", std::string(code), found ? found.value().name : std::string(code)};
}

std::vector<Ref> PageParts::regions_around(std::string_view code) const {
    constexpr std::size_t kCountryLength = 2;
    std::vector<Ref> out;
    for (; code.size() > kCountryLength; code.remove_suffix(1)) out.push_back(region(code));
    return out;
}

std::string PageParts::call_detail(const model::Call& call) const {
    const Phrase phrase = call.deadline.known() ? Phrase::CallDeadline : Phrase::CallOpens;
    const model::Date& date = call.deadline.known() ? call.deadline : call.opens;
    std::string out = call.identifier;
    if (!date.known()) return out;
    if (!out.empty()) out += " · ";
    return out + say(phrase, language(), {{"day", text::spoken_date(date, language())}});
}

std::string PageParts::text(const model::Texts& texts) const {
    const model::Text* best = model::best_text(texts, language());
    return best == nullptr ? std::string() : best->text;
}

std::string PageParts::text_language(const model::Texts& texts) const {
    const model::Text* best = model::best_text(texts, language());
    return best == nullptr ? std::string() : best->lang;
}

std::vector<CapabilityView> PageParts::capabilities(const std::vector<model::Capability>& list) const {
    std::vector<CapabilityView> out;
    for (const model::Capability& capability : list) {
        CapabilityView view;
        if (const auto ordinal = views_.vocabulary().ordinal(capability.topic)) {
            view.topic = views_.vocabulary().ref(*ordinal, language());
        }
        view.text = text(capability.text);
        view.trl = capability.trl;
        out.push_back(std::move(view));
    }
    return out;
}

std::vector<TargetRegionView> PageParts::target_regions(const std::vector<model::TargetRegion>& list) const {
    std::vector<TargetRegionView> out;
    for (const model::TargetRegion& region : list) {
        std::string name = text(region.name);
        if (name.empty()) name = views_.country(region.country);
        if (name.empty()) name = text::region_name(region.region, views_.language());
        out.push_back({region.country, std::move(name), region.priority});
    }
    return out;
}

std::vector<IdentifierView> PageParts::identifiers(const std::vector<model::Identifier>& list) {
    std::vector<IdentifierView> out;
    for (const model::Identifier& identifier : list) out.push_back({identifier.scheme, identifier.value});
    return out;
}

std::vector<TopicCount> topic_counts(const std::map<network::TopicIndex, std::int64_t>& counts,
                                     const Views& views, std::size_t limit) {
    std::vector<TopicCount> out;
    for (const auto& [topic, count] : counts) out.push_back({views.ref(topic), count});
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.count > b.count; });
    if (out.size() > limit) out.resize(limit);
    return out;
}

std::vector<Ref> newest_projects(std::span<const network::ProjectIndex> all, const Views& views,
                                 std::size_t limit) {
    std::vector<network::ProjectIndex> sorted(all.begin(), all.end());
    const auto newer = [&](network::ProjectIndex a, network::ProjectIndex b) {
        const network::Day first = views.picture().at(a).start;
        const network::Day second = views.picture().at(b).start;
        return first != second ? first > second : a < b;
    };
    constexpr std::size_t kYearLength = 4;
    const std::size_t count = std::min(limit, sorted.size());
    std::partial_sort(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(count), sorted.end(),
                      newer);
    std::vector<Ref> out;
    for (std::size_t i = 0; i < count; ++i) {
        const network::Project project = views.picture().at(sorted[i]);
        out.push_back(views.ref(sorted[i]));
        const std::string start = iso_date(project.start).substr(0, kYearLength);
        const std::string end = iso_date(project.end).substr(0, kYearLength);
        out.back().detail = start == end || end.empty() ? start : start + " – " + end;
    }
    return out;
}

}  // namespace kontor::service
