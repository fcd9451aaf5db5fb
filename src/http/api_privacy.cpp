// SPDX-License-Identifier: EUPL-1.2
#include "http/api_privacy.hpp"

namespace kontor::http {
namespace {

using service::Asker;

constexpr std::size_t kAuditRows = 1'000;

service::AuditRequest audit_request(const Request& request) {
    service::AuditRequest out;
    if (request.parameters.has("whose")) out.whose = request.parameters.text("whose");
    out.organisation = request.parameters.text("organisation");
    out.limit = static_cast<std::size_t>(
        request.parameters.integer("limit").value_or(base::limits::kDefaultPageSize));
    out.cursor = request.parameters.text("cursor");
    return out;
}

void add_audit(Door& door, const service::AuditService& audit) {
    door.add("audit", [&audit](const Asker& asker, const Request& request) {
        return audit.page(asker, audit_request(request));
    });
    door.respond(
        "auditCsv",
        [&audit](const Asker& asker, const Request& request) {
            service::AuditRequest wanted = audit_request(request);
            wanted.limit = kAuditRows;
            const auto page = audit.page(asker, wanted);
            if (!page) return problem(page.errors(), request.language);
            Response response;
            response.content_type = "text/csv; charset=utf-8";
            response.body = service::audit_csv(page.value(), request.language);
            response.headers = {{"Content-Language", request.language},
                                {"Cache-Control", "no-store"},
                                {"Content-Disposition", "attachment; filename=\"kontor-audit.csv\""}};
            return response;
        },
        Pace::Slow);
}

/// What is kept about somebody is for no cache.
template <class T>
Response unkept(const base::Result<T>& result, const Request& request) {
    Response response = answer(result, request);
    for (auto& [name, value] : response.headers) {
        if (name == "Cache-Control") value = "no-store";
    }
    return response;
}

}  // namespace

void add_privacy_api(Door& door, const PrivacyServices& services) {
    add_audit(door, services.audit);
    service::PrivacyService& privacy = services.privacy;
    const auto id = [](const Request& request) { return std::string(request.parameters.text("id")); };
    door.respond("personalData", [&privacy, id](const Asker& asker, const Request& request) {
        return unkept(privacy.about_person(asker, id(request)), request);
    });
    door.respond(
        "erasePerson",
        [&privacy, id](const Asker& asker, const Request& request) {
            return unkept(privacy.erase_person(asker, id(request), request.parameters.list("blank")),
                          request);
        },
        Pace::Slow);
    door.respond(
        "personMentions",
        [&privacy, id](const Asker& asker, const Request& request) {
            return unkept(privacy.mentions(asker, id(request)), request);
        },
        Pace::Slow);
    door.respond("ownData", [&privacy](const Asker& asker, const Request& request) {
        return unkept(privacy.about_oneself(asker), request);
    });
    door.add("processingRegister",
             [&privacy](const Asker& asker, const Request&) { return privacy.processing_register(asker); });
}

}  // namespace kontor::http
