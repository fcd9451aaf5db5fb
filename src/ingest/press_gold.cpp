// SPDX-License-Identifier: EUPL-1.2
#include "ingest/press_gold.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "codec/json_document.hpp"

namespace kontor::ingest {
namespace {

using boost::json::object;
using boost::json::value;

std::string text_of(const object& from, std::string_view key) {
    const value* found = from.if_contains(key);
    if (found == nullptr) return {};
    if (found->is_int64()) return std::to_string(found->get_int64());
    return found->is_string() ? std::string(found->get_string()) : std::string();
}

std::vector<std::string> texts_of(const object& from, std::string_view key) {
    std::vector<std::string> out;
    const value* found = from.if_contains(key);
    if (found == nullptr || !found->is_array()) return out;
    for (const value& one : found->get_array()) {
        if (one.is_string()) out.emplace_back(one.get_string());
    }
    return out;
}

template <class Visit>
void for_objects(const object& from, std::string_view key, Visit&& visit) {
    const value* found = from.if_contains(key);
    if (found == nullptr || !found->is_array()) return;
    for (const value& one : found->get_array()) {
        if (one.is_object()) visit(one.get_object());
    }
}

/// "A; B" names two.
std::vector<std::string> parted(const std::string& text) {
    std::vector<std::string> out;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find(';', at), text.size());
        const std::size_t first = text.find_first_not_of(' ', at);
        if (first < end) out.push_back(text.substr(first, end - first));
        at = end + 1;
    }
    return out;
}

GoldFact fact_of(const object& from) {
    GoldFact out{.subject = text_of(from, "subject"),
                 .predicate = text_of(from, "predicate"),
                 .object = text_of(from, "object"),
                 .texts = {},
                 .numbers = {},
                 .truths = {},
                 .certainty = text_of(from, "certainty")};
    const value* qualifiers = from.if_contains("qualifiers");
    if (qualifiers == nullptr || !qualifiers->is_object()) return out;
    for (const auto& member : qualifiers->get_object()) {
        const std::string name(member.key());
        if (member.value().is_string()) out.texts[name] = std::string(member.value().get_string());
        if (member.value().is_int64()) out.numbers[name] = member.value().get_int64();
        if (member.value().is_bool()) out.truths[name] = member.value().get_bool();
    }
    return out;
}

GoldItem item_of(const object& from) {
    GoldItem out{.document = text_of(from, "document"),
                 .language = text_of(from, "language"),
                 .published = text_of(from, "published"),
                 .entities = {},
                 .facts = {}};
    for_objects(from, "entities", [&](const object& one) {
        out.entities.push_back({text_of(one, "id"), text_of(one, "kind"), text_of(one, "name"),
                                texts_of(one, "aliases"), text_of(one, "country")});
    });
    for_objects(from, "facts", [&](const object& one) { out.facts.push_back(fact_of(one)); });
    return out;
}

GoldNote note_of(const object& from) {
    GoldNote out{.id = text_of(from, "id"),
                 .title = text_of(from, "title"),
                 .text = text_of(from, "text"),
                 .language = text_of(from, "lang"),
                 .published = text_of(from, "date"),
                 .publisher = text_of(from, "publisher"),
                 .organisations = {},
                 .countries = {},
                 .programmes = {},
                 .projects = {},
                 .start = {},
                 .end = {}};
    const value* found = from.if_contains("facts");
    if (found == nullptr || !found->is_object()) return out;
    const object& facts = found->get_object();
    out.organisations = texts_of(facts, "cluster_organisations");
    for (std::string& name : texts_of(facts, "other_organisations"))
        out.organisations.push_back(std::move(name));
    out.countries = texts_of(facts, "countries");
    out.programmes = parted(text_of(facts, "programme"));
    out.projects = parted(text_of(facts, "project"));
    out.start = text_of(facts, "start");
    out.end = text_of(facts, "end");
    return out;
}

base::Place place_of(const std::string& name, std::uint64_t line) {
    return {.file = name, .line = line, .column = 0, .field = {}};
}

}  // namespace

base::Result<std::vector<GoldItem>> read_gold_items(std::string_view text, const std::string& name) {
    const auto json = codec::parse_json(text, place_of(name, 1));
    if (!json) return json.errors();
    std::vector<GoldItem> out;
    if (!json.value().is_object()) return out;
    const object& top = json.value().get_object();
    if (top.contains("documents")) {
        for_objects(top, "documents", [&](const object& one) { out.push_back(item_of(one)); });
    } else {
        out.push_back(item_of(top));
    }
    return out;
}

base::Result<std::vector<GoldNote>> read_gold_notes(std::string_view text, const std::string& name) {
    std::vector<GoldNote> out;
    base::Errors faults;
    for (std::uint64_t line = 1; !text.empty(); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view one = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (one.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        const auto json = codec::parse_json(one, place_of(name, line));
        if (!json) {
            faults.insert(faults.end(), json.errors().begin(), json.errors().end());
        } else if (json.value().is_object()) {
            out.push_back(note_of(json.value().get_object()));
        }
    }
    if (!faults.empty()) return faults;
    return out;
}

}  // namespace kontor::ingest
