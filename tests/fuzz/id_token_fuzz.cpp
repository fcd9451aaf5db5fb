// SPDX-License-Identifier: EUPL-1.2
// The input is what a provider sends: a token, a key set or its description. Without a key nothing may be
// believed.
#include <cstdint>
#include <string_view>

#include "identity/id_token.hpp"
#include "identity/provider_document.hpp"
#include "identity/web_client.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace kontor::identity;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto keys = KeySet::read(text);
    const auto document = read_provider_document(text, "https://id.example.org");
    if (document && reach_of(document.value().token_endpoint) != Reach::Secure) __builtin_trap();
    const auto token = read_signed_token(text);
    if (!token) return 0;
    const Expectation expected{"https://id.example.org", "kontor", "n-1", "access",
                               std::chrono::sys_seconds{}};
    if (verified_identity(token.value(), KeySet(), expected)) __builtin_trap();
    return 0;
}
