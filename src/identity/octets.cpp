// SPDX-License-Identifier: EUPL-1.2
#include "identity/octets.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

#include <array>
#include <cstdint>
#include <cstdlib>

namespace kontor::identity {
namespace {

const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string text_of(const unsigned char* octets, std::size_t count) {
    return {reinterpret_cast<const char*>(octets), count};
}

std::string base64_text(std::string_view octets, int variant) {
    std::string out(sodium_base64_encoded_len(octets.size(), variant), '\0');
    sodium_bin2base64(out.data(), out.size(), bytes(octets), octets.size(), variant);
    out.pop_back();  // the library's terminating zero
    return out;
}

}  // namespace

std::string random_octets(std::size_t count) {
    if (sodium_init() < 0) std::abort();  // without randomness nothing here is safe
    std::string out(count, '\0');
    randombytes_buf(out.data(), out.size());
    return out;
}

std::string sha256(std::string_view octets) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int count = 0;
    if (EVP_Digest(octets.data(), octets.size(), digest.data(), &count, EVP_sha256(), nullptr) != 1)
        std::abort();
    return text_of(digest.data(), count);
}

std::string hmac_sha256(std::string_view key, std::string_view octets) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int count = 0;
    if (HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes(octets), octets.size(),
             digest.data(), &count) == nullptr) {
        std::abort();
    }
    return text_of(digest.data(), count);
}

std::string hex(std::string_view octets) {
    std::string out(octets.size() * 2 + 1, '\0');
    sodium_bin2hex(out.data(), out.size(), bytes(octets), octets.size());
    out.pop_back();
    return out;
}

std::string base64url(std::string_view octets) {
    return base64_text(octets, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

std::optional<std::string> from_base64url(std::string_view text) {
    std::string out(text.size() / 4 * 3 + 3, '\0');
    std::size_t count = 0;
    const char* end = nullptr;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(), text.size(),
                          nullptr, &count, &end, sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0 ||
        end != text.data() + text.size()) {
        return std::nullopt;
    }
    out.resize(count);
    return out;
}

std::string base64(std::string_view octets) {
    return base64_text(octets, sodium_base64_VARIANT_ORIGINAL);
}

std::string base32(std::string_view octets) {
    constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string out;
    std::uint32_t buffer = 0;
    unsigned bits = 0;
    for (const char octet : octets) {
        buffer = (buffer << 8U) | static_cast<unsigned char>(octet);
        for (bits += 8; bits >= 5; bits -= 5) out += kAlphabet[(buffer >> (bits - 5)) & 31U];
    }
    if (bits > 0) out += kAlphabet[(buffer << (5 - bits)) & 31U];
    return out;
}

std::optional<std::string> from_base32(std::string_view text) {
    std::string out;
    unsigned buffer = 0;
    unsigned bits = 0;
    for (const char c : text) {
        const bool is_letter = c >= 'A' && c <= 'Z';
        const bool is_digit = c >= '2' && c <= '7';
        if (!is_letter && !is_digit) return std::nullopt;
        buffer = (buffer << 5U) | static_cast<unsigned>(is_letter ? c - 'A' : c - '2' + 26);
        bits += 5;
        if (bits < 8) continue;
        bits -= 8;
        out += static_cast<char>((buffer >> bits) & 0xFFU);
    }
    if (base32(out) != text) return std::nullopt;
    return out;
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace kontor::identity
