// SPDX-License-Identifier: EUPL-1.2
// What Kontor asks of the web (of an identity provider, of a feed): one request, one answer. An interface, so
// that a test can answer anything; CurlClient is the real one. Implementations may be called from several
// threads at once and give up after a limited time.
#pragma once

#include <string>
#include <string_view>

#include "base/error.hpp"

namespace kontor::identity {

struct WebRequest {
    std::string address;
    std::string form;           // posted as application/x-www-form-urlencoded; a plain GET when empty
    std::string authorization;  // the header of this name; none when empty
    std::string accept = "application/json";
    std::string if_none_match = {};  // headers of these names; none when empty
    std::string if_modified_since = {};
};

struct WebAnswer {
    long status = 0;
    std::string body;
    std::string etag = {};           // as the server said it
    std::string last_modified = {};  // as the server said it
};

class WebClient {
public:
    virtual ~WebClient() = default;
    /// The answer, whatever its status. Redirects are answers, never followed. identity-provider-unreachable
    /// with its `reason` when there is no answer within the limits of time and size.
    [[nodiscard]] virtual base::Result<WebAnswer> send(const WebRequest& request) const = 0;
};

/// How far an address may be trusted with secrets.
enum class Reach {
    Refused,   // unreadable, http to another machine, with a user name or a fragment, or over 2,000 octets
    Loopback,  // http to this machine: localhost, 127.0.0.1, [::1]
    Secure     // https
};
[[nodiscard]] Reach reach_of(std::string_view address);

/// "host:port" of an address in lower case, the port always said; empty when it cannot be read.
[[nodiscard]] std::string host_and_port(std::string_view address);

/// `text` with everything but letters, digits and -._~ as %XX (RFC 3986).
[[nodiscard]] std::string percent_encoded(std::string_view text);

}  // namespace kontor::identity
