// SPDX-License-Identifier: EUPL-1.2
// The target of a request, and after a line break its Accept-Language, against every operation of the
// contract in every method. A refusal must be a problem in valid UTF-8 that stays in proportion to what was
// sent; what is let through must be valid UTF-8 in our languages.
#include <array>
#include <cstdint>

#include "http/router.hpp"
#include "text/utf8.hpp"

namespace {

using namespace kontor::http;

constexpr std::size_t kLongestProblem = 1'000'000;

void expect(bool holds) {
    if (!holds) __builtin_trap();
}

Router whole_contract() {
    Router router;
    const auto nothing = [](const Request&) { return Response{}; };
    for (const Operation& operation : operations()) router.operation(operation.id, nothing);
    router.pages(nothing);
    return router;
}

void expect_sound(const Router::Route& route, const Request& request) {
    expect(request.path.starts_with('/') && !kontor::text::first_utf8_fault(request.path));
    expect(request.language == "de" || request.language == "en");
    if (route.operation == nullptr) return;
    for (const Parameter& parameter : route.operation->parameters) {
        expect(!kontor::text::first_utf8_fault(request.parameters.text(parameter.name)));
        expect(!parameter.required || request.parameters.has(parameter.name));
        for (const std::string& value : request.parameters.list(parameter.name)) expect(!value.empty());
        static_cast<void>(request.parameters.integer(parameter.name));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Router kRouter = whole_contract();
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::size_t line = std::min(text.find('\n'), size);
    for (const std::string_view method : std::array<std::string_view, 4>{"GET", "HEAD", "POST", "BREW"}) {
        Request request;
        request.method = method;
        request.target = text.substr(0, line);
        request.accept_language = text.substr(std::min(line + 1, size));
        Response refusal;
        const Router::Route* route = kRouter.find(request, refusal);
        if (route != nullptr) {
            expect_sound(*route, request);
        } else {
            expect(refusal.status >= 400 && refusal.status < 500);
            expect(!kontor::text::first_utf8_fault(refusal.body));
            expect(refusal.body.size() <= kLongestProblem);
        }
    }
    return 0;
}
