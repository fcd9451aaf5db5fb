// SPDX-License-Identifier: EUPL-1.2
// Members of the JSON documents that providers send. Reading is strict about the document
// (codec/json_document.hpp) and calm about its members: what is missing or has another type is absent. Pure
// and thread-safe.
#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kontor::identity {

/// The object that `json` is; nothing when it is no sound JSON, no object, or has a member twice.
[[nodiscard]] std::optional<boost::json::object> parsed_object(std::string_view json);

[[nodiscard]] std::optional<std::string> text_member(const boost::json::object& json, std::string_view name);

/// Seconds since 1970 (NumericDate of RFC 7519), cut to whole ones, within the years 1970 to 9999.
[[nodiscard]] std::optional<std::int64_t> time_member(const boost::json::object& json, std::string_view name);

}  // namespace kontor::identity
