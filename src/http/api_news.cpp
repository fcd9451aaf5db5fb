// SPDX-License-Identifier: EUPL-1.2
#include "http/api_news.hpp"

#include <iterator>

#include "service/answer_csv.hpp"

namespace kontor::http {
namespace {

using service::Asker;

constexpr std::size_t kCsvRows = 1'000;

service::NewsQuery query_of(const Parameters& given) {
    service::NewsQuery out;
    out.words = given.text("q");
    out.topics = given.list("topic");
    out.countries = given.list("country");
    out.organisations = given.list("organisation");
    out.projects = given.list("project");
    out.programmes = given.list("programme");
    out.from = given.text("from");
    out.to = given.text("to");
    return out;
}

Response as_file(std::string body, const Request& request) {
    Response response;
    response.content_type = "text/csv; charset=utf-8";
    response.body = std::move(body);
    response.headers = {{"Content-Language", request.language},
                        {"Cache-Control", "no-cache"},
                        {"Content-Disposition", "attachment; filename=\"kontor-news.csv\""}};
    return response;
}

}  // namespace

void add_news_api(Door& door, const service::NewsService& news) {
    door.add("newsList", [&news](const Asker& asker, const Request& request) {
        service::NewsQuery query = query_of(request.parameters);
        query.limit = static_cast<std::size_t>(
            request.parameters.integer("limit").value_or(base::limits::kDefaultPageSize));
        query.cursor = request.parameters.text("cursor");
        return news.list(asker, query);
    });
    door.respond(
        "newsCsv",
        [&news](const Asker& asker, const Request& request) {
            service::NewsQuery query = query_of(request.parameters);
            query.limit = kCsvRows;
            const auto page = news.list(asker, query);
            if (!page) return problem(page.errors(), request.language);
            return as_file(service::news_csv(page.value().items, request.language, ""), request);
        },
        Pace::Slow);
}

}  // namespace kontor::http
