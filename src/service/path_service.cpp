// SPDX-License-Identifier: EUPL-1.2
#include "service/path_service.hpp"

#include <algorithm>

#include "network/paths.hpp"
#include "service/known_people.hpp"
#include "service/named_organisations.hpp"
#include "service/permission.hpp"
#include "service/phrases.hpp"
#include "service/tie_view.hpp"
#include "service/views.hpp"
#include "text/fold.hpp"

namespace kontor::service {
namespace {

using network::OrganisationIndex;
using network::Picture;

/// At most so many people are named at an organisation.
constexpr std::size_t kPeopleToAsk = 3;

Ref person_ref(const model::Person& person) {
    return {"person", person.id, person.name};
}

class Chains {
public:
    Chains(const View& view, const KnownPeople& people, std::string_view language)
        : records_(view.records), people_(people), views_(view, language) {}

    [[nodiscard]] const Views& views() const { return views_; }

    [[nodiscard]] ConnectingPath view(const network::WarmPath& path) const {
        ConnectingPath out;
        out.strength = path.strength;
        out.oldest = iso_date(path.oldest);
        out.oldest_text = spoken_day(path.oldest, views_.language());
        for (const network::PathLink& link : path.links) out.links.push_back(link_view(link));
        return out;
    }

private:
    [[nodiscard]] PathLink link_view(const network::PathLink& link) const {
        PathLink out;
        out.from = views_.ref(link.from);
        out.to = views_.ref(link.to);
        if (link.tie.valid()) {
            out.text = tie_sentence(link.tie, {link.from, link.to}, views_);
            out.records = tie_records(link.tie, views_);
        }
        if (link.joint_projects > 1) {
            out.text += " " + say(Phrase::PathProjects, views_.language(),
                                  {{"count", std::to_string(link.joint_projects)}});
        }
        if (link.acquaintance.valid()) add_acquaintance(link, out);
        add_people(out);
        out.strength = link.strength;
        out.latest = iso_date(link.latest);
        out.latest_text = spoken_day(link.latest, views_.language());
        out.joint_projects = link.joint_projects;
        return out;
    }

    void add_acquaintance(const network::PathLink& link, PathLink& out) const {
        const KnownPeople::Pair pair = people_.pair(link.acquaintance);
        const bool turned = pair.from.organisation != out.from.id;
        const model::Person& here = turned ? pair.to : pair.from;
        const model::Person& there = turned ? pair.from : pair.to;
        const bool one_name = text::folded(here.name) == text::folded(there.name);
        if (!out.text.empty()) out.text += " ";
        out.text +=
            say(one_name ? Phrase::PathPerson : Phrase::PathPersonAddress, views_.language(),
                {{"person", here.name}, {"other", there.name}, {"from", out.from.name}, {"to", out.to.name}});
        for (const model::Person* person : {&here, &there}) {
            records_.note(*person);
            out.records.push_back(person_ref(*person));
        }
    }

    void add_people(PathLink& out) const {
        const auto all = people_.at(out.to.id);
        for (const model::Person& person : all.first(std::min(all.size(), kPeopleToAsk))) {
            records_.note(person);
            out.people.push_back({person_ref(person), person.function});
        }
    }

    const VisibleRecords& records_;
    const KnownPeople& people_;
    Views views_;
};

struct Network {
    const Views& views;
    std::span<const network::Acquaintance> people;
};

bool is_alone(const Network& network, OrganisationIndex organisation) {
    const Picture& picture = network.views.picture();
    const auto ties = picture.ties(organisation);
    const bool is_tied = std::any_of(ties.begin(), ties.end(), [&picture](network::TieIndex tie) {
        return picture.at(tie).strength > 0 && picture.organisations(tie).size() > 1;
    });
    return !is_tied &&
           std::none_of(network.people.begin(), network.people.end(), [&](const network::Acquaintance& one) {
               return one.from == organisation || one.to == organisation;
           });
}

/// Why there is no chain between the two.
std::string no_path(OrganisationIndex from, OrganisationIndex to, const Network& network) {
    const Views& views = network.views;
    const base::ErrorArguments names{{"from", views.ref(from).name}, {"to", views.ref(to).name}};
    if (from == to) return say(Phrase::PathSame, views.language(), names);
    for (const OrganisationIndex one : {from, to}) {
        if (is_alone(network, one)) {
            return say(Phrase::PathAlone, views.language(), {{"organisation", views.ref(one).name}});
        }
    }
    return say(Phrase::PathNone, views.language(), names);
}

}  // namespace

base::Result<PathList> PathService::paths(const Asker& asker, const PathQuery& query) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const View view = knowledge_.view(asker);
    NamedOrganisations named(*view.snapshot->picture, asker.language);
    const OrganisationIndex from = named.find(query.from, "from");
    const OrganisationIndex to = named.find(query.to, "to");
    if (query.limit < 1 || query.limit > kMostPaths) {
        named.add(base::ErrorCode::ValueOutOfRange,
                  {{"value", std::to_string(query.limit)},
                   {"minimum", "1"},
                   {"maximum", std::to_string(kMostPaths)}},
                  "limit");
    }
    if (!named.faults().empty()) return named.faults();
    const auto people = KnownPeople::read(view, knowledge_.today());
    if (!people) return people.errors();
    const Chains chains(view, people.value(), asker.language);
    const Views& views = chains.views();
    PathList out;
    out.from = views.brief(from);
    out.to = views.brief(to);
    network::PathLimits limits;
    limits.paths = static_cast<std::uint32_t>(query.limit);
    const auto acquaintances = people.value().acquaintances();
    for (const network::WarmPath& path :
         network::warm_paths(views.picture(), from, to, limits, acquaintances)) {
        out.paths.push_back(chains.view(path));
    }
    if (out.paths.empty()) out.reason = no_path(from, to, {views, acquaintances});
    return out;
}

}  // namespace kontor::service
