// SPDX-License-Identifier: EUPL-1.2
#include <cstdint>
#include <string_view>

#include "identity/email_address.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using kontor::identity::EmailAddress;
    const auto once = EmailAddress::parse({reinterpret_cast<const char*>(data), size});
    if (!once) return 0;
    const std::string text = once.value().text();
    if (text.size() > 254 || text.find_first_of("\r\n\t ,;<>\"") != std::string::npos) __builtin_trap();
    const auto twice = EmailAddress::parse(text);
    if (!twice || twice.value().text() != text || twice.value().key() != once.value().key()) __builtin_trap();
    return 0;
}
