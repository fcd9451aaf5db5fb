// SPDX-License-Identifier: EUPL-1.2
#include "identity/json_members.hpp"

#include "codec/json_document.hpp"

namespace kontor::identity {

std::optional<boost::json::object> parsed_object(std::string_view json) {
    auto document = codec::parse_json(json, {});
    if (!document || !document.value().is_object()) return std::nullopt;
    return std::move(document.value().get_object());
}

std::optional<std::string> text_member(const boost::json::object& json, std::string_view name) {
    const boost::json::value* found = json.if_contains(name);
    if (found == nullptr || !found->is_string()) return std::nullopt;
    return std::string(found->get_string());
}

std::optional<std::int64_t> time_member(const boost::json::object& json, std::string_view name) {
    constexpr std::int64_t kYear10000 = 253'402'300'800;
    const boost::json::value* found = json.if_contains(name);
    if (found == nullptr || !found->is_number()) return std::nullopt;
    const auto seconds = found->to_number<double>();
    if (!(seconds >= 0 && seconds < static_cast<double>(kYear10000))) return std::nullopt;
    return static_cast<std::int64_t>(seconds);
}

}  // namespace kontor::identity
