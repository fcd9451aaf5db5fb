// SPDX-License-Identifier: EUPL-1.2
#include "service/path_service.hpp"

#include <algorithm>

#include "network/paths.hpp"
#include "service/named_organisations.hpp"
#include "service/permission.hpp"
#include "service/phrases.hpp"
#include "service/tie_view.hpp"
#include "service/views.hpp"

namespace kontor::service {
namespace {

using network::OrganisationIndex;
using network::Picture;

PathLink link_view(const network::PathLink& link, const Views& views) {
    PathLink out;
    out.from = views.ref(link.from);
    out.to = views.ref(link.to);
    out.text = tie_sentence(link.tie, {link.from, link.to}, views);
    if (link.joint_projects > 1) {
        out.text += " " + say(Phrase::PathProjects, views.language(),
                              {{"count", std::to_string(link.joint_projects)}});
    }
    out.records = tie_records(link.tie, views);
    out.strength = link.strength;
    out.latest = iso_date(link.latest);
    out.latest_text = spoken_day(link.latest, views.language());
    out.joint_projects = link.joint_projects;
    return out;
}

ConnectingPath path_view(const network::WarmPath& path, const Views& views) {
    ConnectingPath out;
    out.strength = path.strength;
    out.oldest = iso_date(path.oldest);
    out.oldest_text = spoken_day(path.oldest, views.language());
    for (const network::PathLink& link : path.links) out.links.push_back(link_view(link, views));
    return out;
}

bool is_alone(const Picture& picture, OrganisationIndex organisation) {
    const auto ties = picture.ties(organisation);
    return std::none_of(ties.begin(), ties.end(), [&picture](network::TieIndex tie) {
        return picture.at(tie).strength > 0 && picture.organisations(tie).size() > 1;
    });
}

/// Why there is no chain between the two.
std::string no_path(OrganisationIndex from, OrganisationIndex to, const Views& views) {
    const base::ErrorArguments names{{"from", views.ref(from).name}, {"to", views.ref(to).name}};
    if (from == to) return say(Phrase::PathSame, views.language(), names);
    for (const OrganisationIndex one : {from, to}) {
        if (is_alone(views.picture(), one)) {
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
    const Views views(view, asker.language);
    PathList out;
    out.from = views.brief(from);
    out.to = views.brief(to);
    network::PathLimits limits;
    limits.paths = static_cast<std::uint32_t>(query.limit);
    for (const network::WarmPath& path : network::warm_paths(views.picture(), from, to, limits)) {
        out.paths.push_back(path_view(path, views));
    }
    if (out.paths.empty()) out.reason = no_path(from, to, views);
    return out;
}

}  // namespace kontor::service
