// SPDX-License-Identifier: EUPL-1.2
// One sign-in by hand, for provider.test.mjs:
//   identity_sign_in ISSUER CLIENT SECRET REDIRECT ATTACK   prints where to send the browser, reads "STATE
//   CODE ISS" of its
//                                                           return, prints "accepted SUBJECT EMAIL" or
//                                                           "refused SLUG REASON"
//   identity_sign_in fetch ADDRESS                          prints "answer STATUS BYTES" or "refused SLUG
//   REASON"
// ATTACK is what happens between provider and judge: none, signature, claims, algorithm-none, hs256, nonce,
// state, verifier, late, replay.
#include <fmt/format.h>

#include <iostream>
#include <span>

#include "base/clock.hpp"
#include "identity/curl_client.hpp"
#include "identity/octets.hpp"
#include "identity/oidc.hpp"

namespace kontor::identity {
namespace {

constexpr std::string_view kField = "\"id_token\":\"";

/// `token` as the attack leaves it.
std::string attacked(const std::string& token, const std::string& attack) {
    const std::size_t first = token.find('.');
    const std::size_t second = token.find('.', first + 1);
    const std::string claims = token.substr(first + 1, second - first - 1);
    const std::string signature = token.substr(second);
    if (attack == "signature") {
        std::string changed = token;
        changed[second + 20] = changed[second + 20] == 'A' ? 'B' : 'A';
        return changed;
    }
    if (attack == "claims") {
        std::string text = from_base64url(claims).value_or("");
        text.insert(1, "\"email_verified_by_us\":true,");
        return token.substr(0, first + 1) + base64url(text) + signature;
    }
    if (attack == "algorithm-none") return base64url(R"({"alg":"none","typ":"JWT"})") + '.' + claims + '.';
    if (attack == "hs256") {
        const std::string part = base64url(R"({"alg":"HS256","typ":"JWT"})") + '.' + claims;
        return part + '.' + base64url(hmac_sha256("a secret that the client knows as well", part));
    }
    return token;
}

/// The real web, with somebody in the middle of the answers.
class AttackedWeb final : public WebClient {
public:
    explicit AttackedWeb(std::string attack) : attack_(std::move(attack)) {}
    [[nodiscard]] base::Result<WebAnswer> send(const WebRequest& request) const override {
        auto answer = web_.send(request);
        if (!answer) return answer;
        std::string& body = answer.value().body;
        const std::size_t field = body.find(kField);
        if (field == std::string::npos) return answer;
        const std::size_t start = field + kField.size();
        const std::size_t length = body.find('"', start) - start;
        body.replace(start, length, attacked(body.substr(start, length), attack_));
        return answer;
    }

private:
    CurlClient web_;
    std::string attack_;
};

void print_refusal(const base::Errors& faults) {
    for (const base::Error& error : faults) {
        std::cout << "refused " << base::entry_of(error.code).slug << ' '
                  << (error.arguments.empty() ? "" : error.arguments.back().second) << std::endl;
    }
}

int fetch(const std::string& address) {
    const CurlClient web({.connect = std::chrono::seconds(2),
                          .total = std::chrono::seconds(2),
                          .body_bytes = 10'000,
                          .authorities = {}});
    const auto answer = web.send({.address = address, .form = {}, .authorization = {}});
    if (answer) {
        std::cout << "answer " << answer.value().status << ' ' << answer.value().body.size() << std::endl;
    } else {
        print_refusal(answer.errors());
    }
    return 0;
}

int sign_in(const ProviderSettings& settings, const std::string& attack) {
    const AttackedWeb web(attack);
    RelyingParty party(settings, web);
    const auto now = base::SystemClock().now();
    const auto start = party.start(now);
    if (!start) {
        print_refusal(start.errors());
        return 0;
    }
    std::cout << start.value().address << std::endl;
    SignInAttempt attempt = start.value().attempt;
    SignInReturn back;
    std::cin >> back.state >> back.code >> back.issuer;
    if (attack == "nonce") attempt.nonce = base64url(random_octets(32));
    if (attack == "state") attempt.state = base64url(random_octets(32));
    if (attack == "verifier") attempt.verifier = base64url(random_octets(32));
    if (attack == "replay") static_cast<void>(party.finish(attempt, back, now));
    const auto identity = party.finish(attempt, back, attack == "late" ? now + kSignInTime : now);
    if (identity) {
        std::cout << "accepted " << identity.value().subject << ' ' << identity.value().email << std::endl;
    } else {
        print_refusal(identity.errors());
    }
    return 0;
}

}  // namespace
}  // namespace kontor::identity

int main(int count, char** arguments) {
    const std::span given(arguments, static_cast<std::size_t>(count));
    if (given.size() == 3 && std::string_view(given[1]) == "fetch") return kontor::identity::fetch(given[2]);
    if (given.size() != 6) return 2;
    return kontor::identity::sign_in({.name = "Test",
                                      .issuer = given[1],
                                      .client_id = given[2],
                                      .client_secret = given[3],
                                      .redirect_address = given[4]},
                                     given[5]);
}
