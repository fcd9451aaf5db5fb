// SPDX-License-Identifier: EUPL-1.2
#include "identity/id_token.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <utility>
#include <vector>

#include "base/limits.hpp"
#include "identity/json_members.hpp"
#include "identity/octets.hpp"

namespace kontor::identity {
namespace {

constexpr std::size_t kTokenOctets = 16'384;
constexpr std::size_t kSubjectOctets = 255;

base::Error refused(std::string reason) {
    return {base::ErrorCode::IdentityRefused, {{"reason", std::move(reason)}}, {}, {}};
}

bool is_jwt_type(std::string_view type) {
    constexpr std::string_view kJwt = "jwt";
    return std::equal(type.begin(), type.end(), kJwt.begin(), kJwt.end(), [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
    });
}

/// Who the token is for: one text or a list of texts; nothing when it is neither.
std::optional<std::vector<std::string>> audience(const boost::json::object& claims) {
    const boost::json::value* found = claims.if_contains("aud");
    if (found == nullptr) return std::nullopt;
    if (found->is_string()) return std::vector<std::string>{std::string(found->get_string())};
    if (!found->is_array()) return std::nullopt;
    std::vector<std::string> out;
    for (const boost::json::value& entry : found->get_array()) {
        if (!entry.is_string()) return std::nullopt;
        out.emplace_back(entry.get_string());
    }
    return out;
}

/// The half of the access token's digest that at_hash is (section 3.1.3.6); all our algorithms use SHA-256.
std::string access_hash(std::string_view access_token) {
    return base64url(sha256(access_token).substr(0, 16));
}

class ClaimCheck {
public:
    ClaimCheck(const boost::json::object& claims, const Expectation& expected)
        : claims_(claims), expected_(expected), now_(expected.now.time_since_epoch().count()) {}

    base::Errors faults() {
        check_parties();
        check_times();
        require(equal_in_constant_time(text_member(claims_, "nonce").value_or(""), expected_.nonce) &&
                    !expected_.nonce.empty(),
                "the nonce is another one");
        if (claims_.contains("at_hash") && !expected_.access_token.empty()) {
            require(equal_in_constant_time(text_member(claims_, "at_hash").value_or(""),
                                           access_hash(expected_.access_token)),
                    "it belongs to another access token");
        }
        const std::string subject = text_member(claims_, "sub").value_or("");
        require(!subject.empty() && subject.size() <= kSubjectOctets, "the subject is missing or too long");
        return std::move(faults_);
    }

private:
    void require(bool holds, const char* otherwise) {
        if (!holds) faults_.push_back(refused(otherwise));
    }

    void check_parties() {
        require(text_member(claims_, "iss") == expected_.issuer, "the issuer is another one");
        const auto audiences = audience(claims_).value_or(std::vector<std::string>{});
        require(std::find(audiences.begin(), audiences.end(), expected_.client_id) != audiences.end(),
                "it was issued for somebody else");
        const bool has_party = claims_.contains("azp");
        require(has_party || audiences.size() <= 1, "several recipients and no authorised one");
        require(!has_party || text_member(claims_, "azp") == expected_.client_id,
                "another party is authorised");
    }

    void check_times() {
        const auto expires = time_member(claims_, "exp");
        const auto issued = time_member(claims_, "iat");
        require(expires && now_ < *expires + kClockSkew.count(), expires ? "expired" : "the end is missing");
        require(issued.has_value(), "the time of issue is missing");
        if (issued) {
            require(*issued <= now_ + kClockSkew.count(), "issued in the future");
            require(*issued >= now_ - kTokenAge.count(), "issued too long ago");
        }
        if (!claims_.contains("nbf")) return;
        const auto begins = time_member(claims_, "nbf");
        require(begins && *begins <= now_ + kClockSkew.count(), "not valid yet");
    }

    const boost::json::object& claims_;
    const Expectation& expected_;
    std::int64_t now_;
    base::Errors faults_;
};

std::string short_member(const boost::json::object& claims, std::string_view name) {
    std::string out = text_member(claims, name).value_or("");
    return out.size() <= base::limits::kNameBytes ? out : std::string();
}

}  // namespace

base::Result<SignedToken> read_signed_token(std::string_view text) {
    if (text.size() > kTokenOctets) return refused("too long");
    const std::size_t first = text.find('.');
    const std::size_t second =
        first == std::string_view::npos ? std::string_view::npos : text.find('.', first + 1);
    if (second == std::string_view::npos || text.find('.', second + 1) != std::string_view::npos)
        return refused("not three parts");
    const auto header = from_base64url(text.substr(0, first));
    auto claims = from_base64url(text.substr(first + 1, second - first - 1));
    auto signature = from_base64url(text.substr(second + 1));
    if (!header || !claims || !signature) return refused("not base64url");
    const auto members = parsed_object(*header);
    if (!members) return refused("the header is not JSON");
    const auto algorithm = algorithm_named(text_member(*members, "alg").value_or(""));
    if (!algorithm) return refused("the algorithm is not RS256, PS256 or ES256");
    if (members->contains("crit")) return refused("it asks for extensions");
    if (members->contains("typ") && !is_jwt_type(text_member(*members, "typ").value_or("")))
        return refused("a token of another type");
    if (members->contains("kid") && !text_member(*members, "kid"))
        return refused("the key's id is not a text");
    return SignedToken{.algorithm = *algorithm,
                       .key_id = text_member(*members, "kid"),
                       .signed_part = std::string(text.substr(0, second)),
                       .claims = *std::move(claims),
                       .signature = *std::move(signature)};
}

base::Result<ExternalIdentity> verified_identity(const SignedToken& token, const KeySet& keys,
                                                 const Expectation& expected) {
    const PublicKey* key = keys.find(token.key_id, token.algorithm);
    if (key == nullptr) return refused("the key is unknown");
    if (!key->verifies(token.algorithm, token.signed_part, token.signature))
        return refused("the signature is wrong");
    const auto claims = parsed_object(token.claims);
    if (!claims) return refused("the claims are not JSON");
    if (base::Errors faults = ClaimCheck(*claims, expected).faults(); !faults.empty()) return faults;
    const boost::json::value* verified = claims->if_contains("email_verified");
    return ExternalIdentity{
        .issuer = expected.issuer,
        .subject = text_member(*claims, "sub").value_or(""),
        .email = short_member(*claims, "email"),
        .is_email_verified = verified != nullptr && verified->is_bool() && verified->get_bool(),
        .name = short_member(*claims, "name")};
}

}  // namespace kontor::identity
