// SPDX-License-Identifier: EUPL-1.2
// A request as handlers see it and the answer they give: no socket, no parser. Plain values; one per request.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kontor::http {

/// Path and query parameters that passed the contract's checks, decoded.
class Parameters {
public:
    void add(std::string name, std::string value) { list_.emplace_back(std::move(name), std::move(value)); }
    /// The first value, empty when absent.
    [[nodiscard]] std::string_view text(std::string_view name) const;
    /// All values; `a=1,2&a=3` gives three.
    [[nodiscard]] std::vector<std::string> list(std::string_view name) const;
    [[nodiscard]] std::optional<std::int64_t> integer(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const;

private:
    std::vector<std::pair<std::string, std::string>> list_;
};

struct Request {
    std::string_view method;
    std::string_view target;  // as sent
    std::string path;         // decoded
    std::string_view accept;
    std::string_view accept_language;
    std::string_view if_none_match;
    std::string_view if_match;
    std::string_view accept_encoding;
    std::string_view content_type;
    std::string_view host;
    std::string_view body;
    std::string_view cookie;
    std::string_view authorization;
    std::string_view origin;
    std::string_view fetch_site;  // Sec-Fetch-Site
    std::string_view form_token;  // X-Kontor-Form
    std::string_view user_agent;
    std::string_view forwarded_for;  // X-Forwarded-For; anybody may write it
    std::string address;             // of the network, of whoever opened the connection
    Parameters parameters;
    std::string language = "en";  // of the answer: `lang`, else Accept-Language, else English
};

struct Response {
    unsigned status = 200;
    std::string content_type = "application/json; charset=utf-8";
    std::string body;
    /// Set instead of `body` for what is kept in memory for many requests.
    std::shared_ptr<const std::string> shared_body;
    std::vector<std::pair<std::string, std::string>> headers;

    [[nodiscard]] const std::string& content() const { return shared_body ? *shared_body : body; }
};

}  // namespace kontor::http
