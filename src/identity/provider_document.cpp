// SPDX-License-Identifier: EUPL-1.2
#include "identity/provider_document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <utility>

#include "identity/json_members.hpp"
#include "identity/web_client.hpp"

namespace kontor::identity {
namespace {

enum class Listed { Yes, No, NotTold };

Listed listed(const boost::json::object& json, std::string_view name, std::string_view word) {
    const boost::json::value* found = json.if_contains(name);
    if (found == nullptr || !found->is_array()) return Listed::NotTold;
    const boost::json::array& words = found->get_array();
    const bool is_there = std::any_of(words.begin(), words.end(), [&](const boost::json::value& entry) {
        return entry.is_string() && std::string_view(entry.get_string()) == word;
    });
    return is_there ? Listed::Yes : Listed::No;
}

class DocumentReader {
public:
    DocumentReader(const boost::json::object& json, std::string_view issuer)
        : json_(json), reach_(reach_of(issuer)) {
        if (text_member(json, "issuer") != issuer) add("the issuer is another one");
    }

    std::string endpoint(std::string_view name) {
        const std::string address = text_member(json_, name).value_or("");
        const Reach reach = reach_of(address);
        if (reach == Reach::Refused || (reach == Reach::Loopback && reach_ != Reach::Loopback))
            add(fmt::format("{} is missing or not https", name));
        return address;
    }

    void add(std::string reason) {
        faults_.push_back({base::ErrorCode::IdentityProviderAnswer, {{"reason", std::move(reason)}}, {}, {}});
    }

    [[nodiscard]] const base::Errors& faults() const { return faults_; }

private:
    const boost::json::object& json_;
    Reach reach_;
    base::Errors faults_;
};

}  // namespace

std::string provider_document_address(std::string_view issuer) {
    while (!issuer.empty() && issuer.back() == '/') issuer.remove_suffix(1);
    return fmt::format("{}/.well-known/openid-configuration", issuer);
}

base::Result<ProviderDocument> read_provider_document(std::string_view json, std::string_view issuer) {
    const auto members = parsed_object(json);
    if (!members) {
        return base::Error{
            base::ErrorCode::IdentityProviderAnswer, {{"reason", "its description is not JSON"}}, {}, {}};
    }
    DocumentReader reader(*members, issuer);
    ProviderDocument out;
    out.authorization_endpoint = reader.endpoint("authorization_endpoint");
    out.token_endpoint = reader.endpoint("token_endpoint");
    out.keys_address = reader.endpoint("jwks_uri");
    if (listed(*members, "code_challenge_methods_supported", "S256") == Listed::No)
        reader.add("no PKCE with S256");
    constexpr std::string_view kProofs = "token_endpoint_auth_methods_supported";
    if (listed(*members, kProofs, "client_secret_basic") == Listed::No &&
        listed(*members, kProofs, "client_secret_post") == Listed::Yes) {
        out.client_proof = ClientProof::Form;
    }
    const boost::json::value* names_itself =
        members->if_contains("authorization_response_iss_parameter_supported");
    out.names_itself = names_itself != nullptr && names_itself->is_bool() && names_itself->get_bool();
    if (!reader.faults().empty()) return reader.faults();
    return out;
}

}  // namespace kontor::identity
