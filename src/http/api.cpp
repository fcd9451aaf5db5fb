// SPDX-License-Identifier: EUPL-1.2
#include "http/api.hpp"

#include "codec/json_text.hpp"
#include "http/problem.hpp"
#include "service/answer_csv.hpp"
#include "service/linked_data.hpp"

namespace kontor::http {
namespace {

using service::Asker;

/// A CSV file holds at most as many rows as people read; more is what `kontor export` is for.
constexpr std::size_t kSearchRows = 1'000;
constexpr std::size_t kPartnerRows = 100;

template <class T>
Response answer(const base::Result<T>& result, const Request& request) {
    if (!result) return problem(result.errors(), request.language);
    Response response;
    response.body = codec::json_text(result.value());
    response.headers = {{"Content-Language", request.language}, {"Cache-Control", "no-cache"}};
    return response;
}

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
    out.weights = parameters.text("weights");
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
    Api(Router& router, const Services& services, service::Role role)
        : router_(router), services_(services), role_(role) {}

    void add_all() {
        add_search();
        add_pages();
        add_partners();
        add_imports();
        add_system();
    }

private:
    [[nodiscard]] Asker asker(const Request& request) const {
        return {role_, request.language, role_ == service::Role::Operator ? "web" : "public"};
    }

    /// An operation whose answer is one call of a service.
    template <class Call>
    void add(std::string_view id, Call call, Pace pace = Pace::Quick) {
        router_.operation(
            id,
            [this_asker = *this, call](const Request& request) {
                return answer(call(this_asker.asker(request), request), request);
            },
            pace);
    }

    void add_search() {
        const auto& search = services_.search;
        add("search", [&search](const Asker& asker, const Request& request) {
            return search.search(asker, search_request(request.parameters));
        });
        add("suggest", [&search](const Asker& asker, const Request& request) {
            return search.suggest(asker, std::string(request.parameters.text("q")),
                                  request.parameters.list("kind"), limit(request.parameters));
        });
        add("map", [&search](const Asker& asker, const Request& request) {
            return search.map(asker, search_request(request.parameters));
        });
        router_.operation(
            "searchCsv",
            [self = *this, &search](const Request& request) {
                const auto page =
                    search.search_rows(self.asker(request), search_request(request.parameters), kSearchRows);
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
        router_.operation(operation, [self = *this, page, json_ld](const Request& request) {
            const std::string id(request.parameters.text("id"));
            const service::PageService& pages = self.services_.pages;
            if (request.accept.find("application/ld+json") == std::string_view::npos) {
                return answer((pages.*page)(self.asker(request), id), request);
            }
            const auto linked_data = json_ld(pages, self.asker(request), id);
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
        add_page("project", &service::PageService::project, service::project_json_ld);
        add("members", [&pages, id](const Asker& a, const Request& r) {
            return pages.members(a, id(r), page_range(r.parameters));
        });
        add("organisationProjects", [&pages, id](const Asker& a, const Request& r) {
            return pages.organisation_projects(a, id(r), page_range(r.parameters));
        });
        add("graph", [&pages, id](const Asker& a, const Request& r) {
            return pages.graph(a, id(r), static_cast<std::size_t>(r.parameters.integer("size").value_or(30)));
        });
        add("programme",
            [&pages, id](const Asker& a, const Request& r) { return pages.programme(a, id(r)); });
        add("call", [&pages, id](const Asker& a, const Request& r) { return pages.call(a, id(r)); });
        add("topic", [&pages, id](const Asker& a, const Request& r) { return pages.topic(a, id(r)); });
        add("topics", [&pages](const Asker& a, const Request& r) {
            return pages.topics(a, std::string(r.parameters.text("parent")));
        });
        add("country", [&pages](const Asker& a, const Request& r) {
            return pages.country(a, std::string(r.parameters.text("code")));
        });
    }

    void add_partners() {
        const auto& partners = services_.partners;
        add("partners", [&partners](const Asker& asker, const Request& request) {
            return partners.partners(asker, partner_query(request.parameters));
        });
        router_.operation(
            "partnersCsv",
            [self = *this, &partners](const Request& request) {
                service::PartnerQuery query = partner_query(request.parameters);
                query.limit = kPartnerRows;
                const auto page = partners.partners(self.asker(request), query);
                if (!page) return problem(page.errors(), request.language);
                return csv(service::partners_csv(page.value(), request.language, ""), "kontor-partners.csv",
                           request);
            },
            Pace::Slow);
    }

    void add_imports() {
        auto& imports = services_.imports;
        add("imports", [&imports](const Asker& asker, const Request&) { return imports.imports(asker); });
        add(
            "previewOrganisations",
            [&imports](const Asker& asker, const Request& request) -> base::Result<service::ImportPreview> {
                if (const base::Errors faults = upload_faults(request); !faults.empty()) return faults;
                base::SilentProgress progress;
                return imports.preview(asker, member_list(request), progress);
            },
            Pace::Slow);
        add(
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
        add("status", [&maintenance](const Asker& asker, const Request&) {
            return maintenance.status(asker, service::Exposure::Loopback);
        });
        router_.operation("errors", [](const Request& request) {
            service::ErrorCatalogue catalogue;
            for (const base::ErrorEntry& entry : base::error_catalogue()) {
                catalogue.errors.push_back({std::string(entry.slug), entry.status,
                                            std::string(request.language == "de" ? entry.de : entry.en)});
            }
            return answer(base::Result<service::ErrorCatalogue>(std::move(catalogue)), request);
        });
    }

    Router& router_;
    Services services_;
    service::Role role_;
};

}  // namespace

void add_api(Router& router, const Services& services, service::Role role) {
    Api(router, services, role).add_all();
}

}  // namespace kontor::http
