// SPDX-License-Identifier: EUPL-1.2
#include "http/router.hpp"

#include <algorithm>
#include <cstdlib>

#include "base/limits.hpp"
#include "http/parameter_checks.hpp"
#include "http/problem.hpp"

namespace kontor::http {
namespace {

using base::ErrorCode;

constexpr std::string_view kContractPrefix = "/api/v1";

std::vector<std::string> segments_of(std::string_view path) {
    std::vector<std::string> out;
    while (!path.empty()) {
        path.remove_prefix(1);  // the slash
        const std::size_t end = std::min(path.find('/'), path.size());
        out.emplace_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return out;
}

bool is_variable(std::string_view segment) {
    return segment.starts_with('{');
}

bool matches(const std::vector<std::string>& pattern, const std::vector<std::string>& path) {
    return pattern.size() == path.size() && std::equal(pattern.begin(), pattern.end(), path.begin(),
                                                       [](const auto& expected, const auto& found) {
                                                           return is_variable(expected) || expected == found;
                                                       });
}

NameValues path_values(const std::vector<std::string>& pattern, const std::vector<std::string>& path) {
    NameValues out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (is_variable(pattern[i])) out.emplace_back(pattern[i].substr(1, pattern[i].size() - 2), path[i]);
    }
    return out;
}

}  // namespace

std::string negotiated_language(std::string_view lang, std::string_view accept_language) {
    if (lang == "de" || lang == "en") return std::string(lang);
    // The order of Accept-Language is its preference in all browsers; quality values only repeat it.
    for (std::size_t at = 0; at < accept_language.size();) {
        const std::string_view rest = accept_language.substr(at);
        if (rest.starts_with("de")) return "de";
        if (rest.starts_with("en")) return "en";
        const std::size_t comma = rest.find(',');
        if (comma == std::string_view::npos) break;
        at += comma + 1;
        while (at < accept_language.size() && accept_language[at] == ' ') ++at;
    }
    return "en";
}

std::string_view asked_language(std::string_view target) {
    constexpr std::string_view kName = "lang=";
    for (std::size_t at = target.find(kName); at != target.npos; at = target.find(kName, at + 1)) {
        if (at == 0 || (target[at - 1] != '?' && target[at - 1] != '&')) continue;
        const std::string_view lang = target.substr(at + kName.size());
        const std::string_view value = lang.substr(0, lang.find('&'));
        if (value == "de" || value == "en") return value;
    }
    return {};
}

std::string early_language(std::string_view head) {
    const std::string_view line = head.substr(0, head.find_first_of("\r\n"));
    const std::size_t target = std::min(line.find(' '), line.size());
    const std::string_view asked = asked_language(line.substr(target, line.rfind(" HTTP/") - target));
    constexpr std::string_view kHeader = "\nAccept-Language: ";
    const std::size_t at = head.find(kHeader);
    if (at == head.npos) return negotiated_language(asked, {});
    const std::string_view wanted = head.substr(at + kHeader.size());
    return negotiated_language(asked, wanted.substr(0, wanted.find('\r')));
}

void Router::operation(std::string_view id, Handler handler, Pace pace) {
    const auto all = operations();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Operation& o) { return o.id == id; });
    if (found == all.end()) std::abort();
    Route route;
    route.operation = &*found;
    route.method = found->method;
    route.segments = segments_of(found->path);
    route.handler = std::move(handler);
    route.pace = pace;
    routes_.push_back(std::move(route));
}

void Router::page(const std::string& path, Handler handler) {
    Route& route = single_pages_[path];
    route.method = "GET";
    route.handler = std::move(handler);
    route.pace = Pace::Slow;
}

void Router::pages(Handler handler) {
    pages_.method = "GET";
    pages_.handler = std::move(handler);
}

std::vector<std::string> Router::missing_operations() const {
    std::vector<std::string> out;
    for (const Operation& operation : operations()) {
        const bool found = std::any_of(routes_.begin(), routes_.end(),
                                       [&](const Route& route) { return route.operation == &operation; });
        if (!found) out.emplace_back(operation.id);
    }
    return out;
}

const Router::Route* Router::find(Request& request, Response& answer) const {
    const std::size_t question = std::min(request.target.find('?'), request.target.size());
    const std::string_view query = request.target.substr(std::min(question + 1, request.target.size()));
    request.language = negotiated_language(asked_language(request.target), request.accept_language);
    auto path = decoded(request.target.substr(0, question), "");
    if (!path || !path.value().starts_with('/')) {
        const base::Error bad{ErrorCode::RequestMalformed, {{"reason", "path"}}, {}, {}};
        answer = problem(path ? base::Errors{bad} : path.errors(), request.language);
        return nullptr;
    }
    request.path = std::move(path).value();
    if (!request.path.starts_with(kContractPrefix)) return find_page(request, answer);

    const std::vector<std::string> segments = segments_of(request.path);
    std::string allowed;
    for (const Route& route : routes_) {
        if (!matches(route.segments, segments)) continue;
        const bool same =
            route.method == request.method || (route.method == "GET" && request.method == "HEAD");
        if (!same) {
            allowed += (allowed.empty() ? "" : ", ") + route.method;
            continue;
        }
        const base::Errors errors = read_parameters(route, query, segments, request);
        if (errors.empty()) return &route;
        answer = problem(errors, request.language);
        return nullptr;
    }
    refuse(request, allowed, answer);
    return nullptr;
}

const Router::Route* Router::find_page(const Request& request, Response& answer) const {
    const auto single = single_pages_.find(request.path);
    if (request.method == "GET" && single != single_pages_.end()) return &single->second;
    if ((request.method == "GET" || request.method == "HEAD") && pages_.handler) return &pages_;
    refuse(request, pages_.handler ? "GET" : "", answer);
    return nullptr;
}

void Router::refuse(const Request& request, const std::string& allowed, Response& answer) {
    if (allowed.empty()) {
        answer = problem({{ErrorCode::PathNotFound, {{"path", request.path}}, {}, {}}}, request.language);
        return;
    }
    answer = problem({{ErrorCode::MethodNotAllowed,
                       {{"method", std::string(request.method)}, {"allowed", allowed}},
                       {},
                       {}}},
                     request.language);
    answer.headers.emplace_back("Allow", allowed);
}

base::Errors Router::read_parameters(const Route& route, std::string_view query,
                                     const std::vector<std::string>& path, Request& request) {
    auto given = decoded_query(query);
    if (!given) return given.errors();
    base::Errors errors =
        check_parameters(*route.operation, In::Path, path_values(route.segments, path), request.parameters);
    const base::Errors more =
        check_parameters(*route.operation, In::Query, given.value(), request.parameters);
    errors.insert(errors.end(), more.begin(), more.end());
    request.language = negotiated_language(request.parameters.text("lang"), request.accept_language);
    return errors;
}

}  // namespace kontor::http
