// SPDX-License-Identifier: EUPL-1.2
#include "http/problem.hpp"

#include "codec/json_text.hpp"
#include "service/faults.hpp"

namespace kontor::http {

Response problem(const base::Errors& errors, std::string_view language) {
    const base::ErrorEntry& entry = base::entry_of(errors.front().code);
    service::Problem body;
    body.type = "/api/problems#" + std::string(entry.slug);
    body.title = base::title(errors.front().code, language);
    body.status = entry.status;
    for (const base::Error& error : errors) {
        if (!body.detail.empty()) body.detail += ' ';
        body.detail += base::located_sentence(error, language);
    }
    body.faults = service::fault_views(errors, language);
    Response response;
    response.status = static_cast<unsigned>(entry.status);
    response.content_type = "application/problem+json; charset=utf-8";
    response.body = codec::json_text(body);
    response.headers = {{"Content-Language", std::string(language)}, {"Cache-Control", "no-store"}};
    return response;
}

}  // namespace kontor::http
