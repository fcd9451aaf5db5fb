// SPDX-License-Identifier: EUPL-1.2
#include "http/api.hpp"

#include "http/problem.hpp"
#include "service/answer_csv.hpp"
#include "service/linked_data.hpp"

namespace kontor::http {
namespace {

using service::Asker;

/// A CSV file holds at most as many rows as people read; more is what `kontor export` is for.
constexpr std::size_t kSearchRows = 1'000;
constexpr std::size_t kPartnerRows = 100;

Response csv(const std::string& text, const std::string& name, const Request& request) {
    Response response;
    response.content_type = "text/csv; charset=utf-8";
    response.body = text;
    response.headers = {{"Content-Language", request.language},
                        {"Cache-Control", "no-cache"},
                        {"Content-Disposition", "attachment; filename=\"" + name + "\""}};
    return response;
}

std::optional<int> year(const Parameters& parameters, std::string_view name) {
    const auto number = parameters.integer(name);
    return number ? std::optional<int>(static_cast<int>(*number)) : std::nullopt;
}

std::size_t limit(const Parameters& parameters) {
    return static_cast<std::size_t>(parameters.integer("limit").value_or(base::limits::kDefaultPageSize));
}

service::SearchRequest search_request(const Parameters& parameters) {
    service::SearchRequest out;
    out.query = parameters.text("q");
    out.kinds = parameters.list("kind");
    out.organisation_kinds = parameters.list("organisation_kind");
    out.countries = parameters.list("country");
    out.topics = parameters.list("topic");
    out.programmes = parameters.list("programme");
    out.year_from = year(parameters, "year_from");
    out.year_to = year(parameters, "year_to");
    out.limit = limit(parameters);
    out.cursor = parameters.text("cursor");
    return out;
}

service::PartnerQuery partner_query(const Parameters& parameters) {
    service::PartnerQuery out;
    out.subject = parameters.text("for");
    out.need = parameters.text("need");
    out.countries = parameters.list("country");
    out.organisation_kinds = parameters.list("organisation_kind");
    out.topics = parameters.list("topic");
    out.excluded = parameters.list("exclude");
    if (parameters.has("existing")) out.existing = parameters.text("existing");
    if (parameters.has("preset")) out.preset = parameters.text("preset");
    if (parameters.has("asked")) out.asked = parameters.text("asked");
    out.weights = parameters.text("weights");
    if (parameters.has("spread")) out.spread = parameters.text("spread");
    out.limit = limit(parameters);
    out.cursor = parameters.text("cursor");
    return out;
}

service::TeamQuery team_query(const Parameters& parameters) {
    service::TeamQuery out;
    out.members = parameters.list("member");
    out.programme = parameters.text("programme");
    out.countries = parameters.list("country");
    out.organisation_kinds = parameters.list("organisation_kind");
    out.excluded = parameters.list("exclude");
    out.limit = limit(parameters);
    out.cursor = parameters.text("cursor");
    return out;
}

service::PageRange page_range(const Parameters& parameters) {
    return {limit(parameters), std::string(parameters.text("cursor"))};
}

std::vector<std::uint64_t> lines(const Parameters& parameters, std::string_view name) {
    std::vector<std::uint64_t> out;
    for (const std::string& line : parameters.list(name)) out.push_back(std::stoull(line));
    return out;
}

service::MemberListRequest member_list(const Request& request) {
    service::MemberListRequest out;
    out.name = request.parameters.text("filename");
    out.bytes = request.body;
    out.cluster = request.parameters.text("cluster");
    out.country = request.parameters.text("country");
    out.mapping = request.parameters.text("mapping");
    out.skip = lines(request.parameters, "skip");
    out.separate = lines(request.parameters, "separate");
    return out;
}

/// Uploads must say that they are bytes: a form on a foreign page cannot, so the browser asks first and is
/// refused.
base::Errors upload_faults(const Request& request) {
    if (request.content_type != "application/octet-stream") {
        return {{base::ErrorCode::MediaTypeUnsupported,
                 {{"found", std::string(request.content_type)}, {"allowed", "application/octet-stream"}},
                 {},
                 {}}};
    }
    if (request.body.empty()) return {{base::ErrorCode::FileEmpty, {}, {}, {}}};
    return {};
}

class Api {
public:
    Api(Door& door, const Services& services) : door_(door), services_(services) {}

    void add_all() {
        add_search();
        add_pages();
        add_partners();
        add_imports();
        add_system();
    }

private:
    void add_search() {
        const auto& search = services_.search;
        door_.add("search", [&search](const Asker& asker, const Request& request) {
            return search.search(asker, search_request(request.parameters));
        });
        door_.add("suggest", [&search](const Asker& asker, const Request& request) {
            return search.suggest(asker, std::string(request.parameters.text("q")),
                                  request.parameters.list("kind"), limit(request.parameters));
        });
        door_.add("map", [&search](const Asker& asker, const Request& request) {
            return search.map(asker, search_request(request.parameters));
        });
        door_.respond(
            "searchCsv",
            [&search](const Asker& asker, const Request& request) {
                const auto page = search.search_rows(asker, search_request(request.parameters), kSearchRows);
                if (!page) return problem(page.errors(), request.language);
                return csv(service::search_csv(page.value(), request.language, ""), "kontor-search.csv",
                           request);
            },
            Pace::Slow);
    }

    /// A record page that is also given as JSON-LD to whoever asks for that.
    template <class Page>
    void add_page(std::string_view operation,
                  base::Result<Page> (service::PageService::*page)(const Asker&, const std::string&) const,
                  base::Result<std::string> (*json_ld)(const service::PageService&, const Asker&,
                                                       const std::string&)) {
        const service::PageService& pages = services_.pages;
        door_.respond(operation, [&pages, page, json_ld](const Asker& asker, const Request& request) {
            const std::string id(request.parameters.text("id"));
            if (request.accept.find("application/ld+json") == std::string_view::npos) {
                return answer((pages.*page)(asker, id), request);
            }
            const auto linked_data = json_ld(pages, asker, id);
            if (!linked_data) return problem(linked_data.errors(), request.language);
            Response response;
            response.content_type = "application/ld+json; charset=utf-8";
            response.body = linked_data.value();
            response.headers = {{"Content-Language", request.language}, {"Vary", "Accept"}};
            return response;
        });
    }

    void add_pages() {
        const auto& pages = services_.pages;
        const auto id = [](const Request& request) { return std::string(request.parameters.text("id")); };
        add_page("organisation", &service::PageService::organisation, service::organisation_json_ld);
        add_page("news", &service::PageService::news, service::news_json_ld);
        add_page("project", &service::PageService::project, service::project_json_ld);
        door_.add("members", [&pages, id](const Asker& a, const Request& r) {
            return pages.members(a, id(r), page_range(r.parameters));
        });
        door_.add("organisationProjects", [&pages, id](const Asker& a, const Request& r) {
            return pages.organisation_projects(a, id(r), page_range(r.parameters));
        });
        door_.add("graph", [&pages, id](const Asker& a, const Request& r) {
            return pages.graph(a, id(r), static_cast<std::size_t>(r.parameters.integer("size").value_or(30)));
        });
        door_.add("programme",
                  [&pages, id](const Asker& a, const Request& r) { return pages.programme(a, id(r)); });
        door_.add("call", [&pages, id](const Asker& a, const Request& r) { return pages.call(a, id(r)); });
        door_.add("topic", [&pages, id](const Asker& a, const Request& r) { return pages.topic(a, id(r)); });
        door_.add("topics", [&pages](const Asker& a, const Request& r) {
            return pages.topics(a, std::string(r.parameters.text("parent")));
        });
        door_.add("country", [&pages](const Asker& a, const Request& r) {
            return pages.country(a, std::string(r.parameters.text("code")));
        });
        door_.add("region", [&pages](const Asker& a, const Request& r) {
            return pages.region(a, std::string(r.parameters.text("code")));
        });
        door_.add("regionOrganisations", [&pages](const Asker& a, const Request& r) {
            return pages.region_organisations(a, std::string(r.parameters.text("code")),
                                              page_range(r.parameters));
        });
    }

    void add_partners() {
        const auto& partners = services_.partners;
        door_.add("partners", [&partners](const Asker& asker, const Request& request) {
            return partners.partners(asker, partner_query(request.parameters));
        });
        const auto& explanations = services_.explanations;
        door_.add("partnerExplanation", [&explanations](const Asker& asker, const Request& request) {
            return explanations.explain(asker, partner_query(request.parameters),
                                        std::string(request.parameters.text("candidate")));
        });
        door_.respond(
            "partnersCsv",
            [&partners](const Asker& asker, const Request& request) {
                service::PartnerQuery query = partner_query(request.parameters);
                query.limit = kPartnerRows;
                const auto page = partners.partners(asker, query);
                if (!page) return problem(page.errors(), request.language);
                return csv(service::partners_csv(page.value(), request.language, ""), "kontor-partners.csv",
                           request);
            },
            Pace::Slow);
        const auto& teams = services_.teams;
        door_.add(
            "teamCandidates",
            [&teams](const Asker& asker, const Request& request) {
                return teams.candidates(asker, team_query(request.parameters));
            },
            Pace::Slow);
    }

    void add_imports() {
        auto& imports = services_.imports;
        door_.add("imports",
                  [&imports](const Asker& asker, const Request&) { return imports.imports(asker); });
        door_.add(
            "previewOrganisations",
            [&imports](const Asker& asker, const Request& request) -> base::Result<service::ImportPreview> {
                if (const base::Errors faults = upload_faults(request); !faults.empty()) return faults;
                base::SilentProgress progress;
                return imports.preview(asker, member_list(request), progress);
            },
            Pace::Slow);
        door_.add(
            "importOrganisations",
            [&imports](const Asker& asker, const Request& request) -> base::Result<service::ImportReport> {
                if (const base::Errors faults = upload_faults(request); !faults.empty()) return faults;
                base::SilentProgress progress;
                return imports.organisations(asker, member_list(request), progress);
            },
            Pace::Slow);
    }

    void add_system() {
        auto& maintenance = services_.maintenance;
        door_.add("status",
                  [&maintenance](const Asker& asker, const Request&) { return maintenance.status(asker); });
        door_.respond("errors", [](const Asker&, const Request& request) {
            service::ErrorCatalogue catalogue;
            for (const base::ErrorEntry& entry : base::error_catalogue()) {
                catalogue.errors.push_back({std::string(entry.slug), entry.status,
                                            std::string(request.language == "de" ? entry.de : entry.en)});
            }
            return answer(base::Result<service::ErrorCatalogue>(std::move(catalogue)), request);
        });
    }

    Door& door_;
    Services services_;
};

}  // namespace

void add_api(Door& door, const Services& services) {
    Api(door, services).add_all();
}

}  // namespace kontor::http
