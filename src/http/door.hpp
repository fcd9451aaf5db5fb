// SPDX-License-Identifier: EUPL-1.2
// What the handlers of the API have in common: finding out who asks, reading a body, writing an answer. Built
// once; the handlers it makes may run on any number of threads.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "codec/json_document.hpp"
#include "codec/json_text.hpp"
#include "codec/value_reader.hpp"
#include "http/problem.hpp"
#include "http/router.hpp"
#include "service/asker.hpp"

namespace kontor::http {

/// Who a request comes from, by its cookie or token; an error is the answer to it.
using AskerSource = std::function<base::Result<service::Asker>(const Request&)>;

/// Whether the request says that it is JSON. A form on a foreign page cannot, so the browser asks first and
/// is refused.
[[nodiscard]] inline base::Outcome is_json(const Request& request) {
    if (request.content_type.starts_with("application/json")) return base::Done{};
    return base::Error{base::ErrorCode::MediaTypeUnsupported,
                       {{"found", std::string(request.content_type)}, {"allowed", "application/json"}},
                       {},
                       {}};
}

/// The request's body as a T of the contract, with all its faults at once; bodies must be application/json.
template <class T>
[[nodiscard]] base::Result<T> body_of(const Request& request) {
    if (auto json = is_json(request); !json) return json.errors();
    const auto json = codec::parse_json(request.body, {});
    if (!json) return json.errors();
    codec::ValueReader reader({});
    T value{};
    reader.read(json.value(), value);
    if (!reader.faults().empty()) return reader.faults();
    return value;
}

/// 200 with the value as JSON, or the problem.
template <class T>
[[nodiscard]] Response answer(const base::Result<T>& result, const Request& request) {
    if (!result) return problem(result.errors(), request.language);
    Response response;
    response.body = codec::json_text(result.value());
    response.headers = {{"Content-Language", request.language}, {"Cache-Control", "no-cache"}};
    return response;
}

/// 204, or the problem.
[[nodiscard]] inline Response answer(const base::Outcome& outcome, const Request& request) {
    if (!outcome) return problem(outcome.errors(), request.language);
    Response response;
    response.status = 204;
    response.content_type.clear();
    return response;
}

class Door {
public:
    Door(Router& router, AskerSource askers) : router_(router), askers_(std::move(askers)) {}

    /// An operation whose answer is one call: call(asker, request) gives a Result or an Outcome.
    template <class Call>
    void add(std::string_view id, Call call, Pace pace = Pace::Quick) {
        respond(
            id,
            [call](const service::Asker& asker, const Request& request) {
                return answer(call(asker, request), request);
            },
            pace);
    }

    /// An operation that makes its response itself.
    template <class Call>
    void respond(std::string_view id, Call call, Pace pace = Pace::Quick) {
        router_.operation(
            id,
            [askers = askers_, call](const Request& request) {
                auto asker = askers(request);
                if (!asker) return problem(asker.errors(), request.language);
                asker.value().seen_as = request.parameters.text("as");
                return call(asker.value(), request);
            },
            pace);
    }

private:
    Router& router_;
    AskerSource askers_;
};

}  // namespace kontor::http
