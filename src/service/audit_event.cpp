// SPDX-License-Identifier: EUPL-1.2
#include "service/audit_event.hpp"

#include <algorithm>
#include <map>

#include "codec/json_document.hpp"
#include "codec/value_reader.hpp"
#include "service/account_desk.hpp"
#include "service/phrases.hpp"

namespace kontor::service {
namespace {

std::string slug_of(std::string_view stem, std::string_view word) {
    std::string slug = std::string(stem) + std::string(word);
    std::replace_if(
        slug.begin(), slug.end(), [](char c) { return c == '.' || c == '_'; }, '-');
    return slug;
}

std::string said(std::string_view stem, std::string_view word, std::string_view language) {
    const auto phrase = phrase_from_slug(slug_of(stem, word));
    return phrase ? say(*phrase, language) : std::string(word);
}

std::string value_words(std::string_view key, const std::string& value, std::string_view language) {
    if (key == "purpose") return said("link-purpose-", value, language);
    const auto role = key == "role" ? model::from_word<model::Role>(value) : std::nullopt;
    return role ? role_name(*role, language) : value;
}

std::string particular(Phrase phrase, const std::string& value, std::string_view language) {
    return say(phrase, language, {{"value", value}});
}

}  // namespace

std::string action_name(std::string_view action, std::string_view language) {
    return said("audit-", action, language);
}

std::string detail_words(std::string_view detail, std::string_view language,
                         const std::function<std::string(const std::string&)>& name_of) {
    if (detail.empty()) return {};
    if (detail.front() != '{') {
        // A merge keeps the ids of the roles that went along, with a space between them.
        const auto count = std::count(detail.begin(), detail.end(), ' ') + 1;
        return particular(Phrase::AuditAboutRoles, std::to_string(count), language);
    }
    std::map<std::string, std::string> particulars;
    codec::ValueReader reader({});
    if (const auto json = codec::parse_json(detail, {})) reader.read(json.value(), particulars);
    std::string out;
    for (const auto& [key, value] : particulars) {
        const auto phrase = phrase_from_slug(slug_of("audit-about-", key));
        if (!phrase) continue;
        std::string named = (key == "giver" || key == "taker") && name_of ? name_of(value) : std::string();
        if (named.empty()) named = value_words(key, value, language);
        out += (out.empty() ? "" : ", ") + particular(*phrase, named, language);
    }
    return out;
}

}  // namespace kontor::service
