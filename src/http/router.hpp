// SPDX-License-Identifier: EUPL-1.2
// Finds the handler of a request and checks its parameters against the contract before the handler sees them.
// Built once, then immutable: any number of threads may ask. Cost: a scan of the few dozen routes.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "http/message.hpp"
#include "http/operations.hpp"

namespace kontor::http {

using Handler = std::function<Response(const Request&)>;

/// Slow handlers run beside the threads that serve quick ones.
enum class Pace { Quick, Slow };

class Router {
public:
    struct Route {
        const Operation* operation = nullptr;  // nullptr: a page or file, any parameter goes
        std::string method;
        std::vector<std::string> segments;  // "{name}" takes one segment
        Handler handler;
        Pace pace = Pace::Quick;
    };

    /// Handler of an operation of the contract. Naming one that the contract does not have is a bug and
    /// aborts.
    void operation(std::string_view id, Handler handler, Pace pace = Pace::Quick);
    /// Slow handler of a GET of exactly `path`, outside the contract's paths.
    void page(const std::string& path, Handler handler);
    /// Handler of every other GET outside the contract's paths: pages and files.
    void pages(Handler handler);

    /// Operations of the contract without a handler; empty when the server is complete.
    [[nodiscard]] std::vector<std::string> missing_operations() const;

    /// The route of a request, whose handler is then called with it; nullptr after filling `answer` with the
    /// problem. Fills path, parameters and language.
    [[nodiscard]] const Route* find(Request& request, Response& answer) const;

private:
    [[nodiscard]] const Route* find_page(const Request& request, Response& answer) const;
    static void refuse(const Request& request, const std::string& allowed, Response& answer);
    static base::Errors read_parameters(const Route& route, std::string_view query,
                                        const std::vector<std::string>& path, Request& request);

    std::vector<Route> routes_;
    std::map<std::string, Route> single_pages_;
    Route pages_;
};

/// The language of an answer: `lang` if it is one of ours, else the best of Accept-Language, else "en".
[[nodiscard]] std::string negotiated_language(std::string_view lang, std::string_view accept_language);

/// The `lang` of an undecoded address, when it is one of ours; for refusals before parameters are read.
[[nodiscard]] std::string_view asked_language(std::string_view target);

/// The language of a request that was refused while it was read, from as much of it as has come.
[[nodiscard]] std::string early_language(std::string_view head);

}  // namespace kontor::http
