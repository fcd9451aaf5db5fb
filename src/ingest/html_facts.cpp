// SPDX-License-Identifier: EUPL-1.2
#include "ingest/html_facts.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <map>
#include <vector>

#include "base/limits.hpp"
#include "ingest/decoded_text.hpp"
#include "ingest/html_chrome.hpp"
#include "text/utf8.hpp"

namespace kontor::ingest {
namespace {

constexpr std::size_t kUrlBytes = 2'000;

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

std::string named(std::string_view text) {
    return std::string(text::truncated(tidy_line(text), base::limits::kNameBytes));
}

/// What was met in the page, first of each name.
struct Found {
    std::map<std::string, std::string> metas;  // by property or name, in small letters
    std::string title;                         // <title>
    std::vector<std::string> headings;         // <h1>
    std::string time;                          // first <time datetime>
    std::string canonical;
    std::string headline;   // JSON-LD
    std::string json_date;  // JSON-LD
    std::string json_publisher;
};

std::string string_member(const boost::json::object& object, std::string_view name) {
    const auto* member = object.if_contains(name);
    return member != nullptr && member->is_string() ? std::string(member->get_string()) : std::string();
}

void take_object(const boost::json::object& object, Found& found) {
    if (found.json_date.empty()) found.json_date = string_member(object, "datePublished");
    if (found.headline.empty()) found.headline = string_member(object, "headline");
    const auto* publisher = object.if_contains("publisher");
    if (publisher != nullptr && publisher->is_object() && found.json_publisher.empty()) {
        found.json_publisher = string_member(publisher->get_object(), "name");
    }
}

// An object, a list of them, or a "@graph" of them.
void take_json(std::string_view source, Found& found) {
    boost::system::error_code failed;
    const boost::json::value value = boost::json::parse({source.data(), source.size()}, failed);
    if (failed) return;
    const auto take_list = [&](const boost::json::value& list) {
        for (const auto& one : list.get_array()) {
            if (one.is_object()) take_object(one.get_object(), found);
        }
    };
    if (value.is_array()) take_list(value);
    if (!value.is_object()) return;
    take_object(value.get_object(), found);
    const auto* graph = value.get_object().if_contains("@graph");
    if (graph != nullptr && graph->is_array()) take_list(*graph);
}

void take_meta(const xmlNode* node, Found& found) {
    std::string name = attribute(node, "property");
    if (name.empty()) name = attribute(node, "name");
    if (name.empty()) name = attribute(node, "itemprop");
    if (!name.empty()) found.metas.emplace(lowered(name), attribute(node, "content"));
}

Found found_in(const xmlNode* root) {
    Found found;
    for (const xmlNode* at = root; at != nullptr; at = next_node(at, root, Into::Children)) {
        const std::string_view name = element_name(at);
        if (name == "meta") take_meta(at, found);
        if (name == "title" && found.title.empty()) found.title = named(text_below(at));
        if (name == "h1" && found.headings.size() < 10) found.headings.push_back(named(text_below(at)));
        if (name == "time" && found.time.empty()) found.time = attribute(at, "datetime");
        if (name == "link" && attribute(at, "rel") == "canonical") found.canonical = attribute(at, "href");
        if (name == "script" && attribute(at, "type") == "application/ld+json") {
            take_json(text_below(at), found);
        }
    }
    return found;
}

std::string first_meta(const Found& found, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        const auto meta = found.metas.find(std::string(name));
        if (meta != found.metas.end() && !meta->second.empty()) return meta->second;
    }
    return {};
}

// "News of today | Example Cluster" without what follows the last separator, if it is the site or short.
std::string without_site(const std::string& title, std::string_view site) {
    constexpr std::array<std::string_view, 6> kSeparators{" | ", " – ", " — ", " - ", " :: ", " » "};
    std::size_t last = std::string::npos;
    std::size_t length = 0;
    for (const std::string_view separator : kSeparators) {
        const std::size_t at = title.rfind(separator);
        if (at == std::string::npos || (last != std::string::npos && at < last)) continue;
        last = at;
        length = separator.size();
    }
    if (last == std::string::npos) return title;
    const std::string_view rest = std::string_view(title).substr(last + length);
    const bool bar = title.compare(last, length, " | ") == 0;
    return bar || (!site.empty() && rest == site) ? title.substr(0, last) : title;
}

// The heading that the page's own title repeats; else the page's title.
std::string title_of(const Found& found, std::string_view site) {
    const std::string graph = named(first_meta(found, {"og:title", "twitter:title", "dc.title"}));
    for (const std::string& heading : found.headings) {
        const bool repeated =
            found.title.find(heading) != std::string::npos || graph.find(heading) != std::string::npos;
        if (!heading.empty() && heading != site && repeated) return heading;
    }
    if (found.headings.size() == 1 && found.headings.front().find(' ') != std::string::npos) {
        return found.headings.front();
    }
    for (const std::string& one : {graph, named(found.headline), found.title}) {
        if (!one.empty()) return without_site(one, site);
    }
    return found.headings.empty() ? std::string() : found.headings.front();
}

model::Date published(const Found& found) {
    const std::string meta =
        first_meta(found, {"article:published_time", "og:article:published_time", "datepublished", "date",
                           "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created",
                           "pubdate", "publish-date", "publication_date", "citation_publication_date"});
    for (const std::string_view one :
         {std::string_view(meta), std::string_view(found.json_date), std::string_view(found.time)}) {
        const model::Date day = day_of_timestamp(one);
        if (day.known()) return day;
    }
    return {};
}

}  // namespace

PageFacts page_facts(const xmlNode* root) {
    const Found found = found_in(root);
    PageFacts facts;
    const std::string site = first_meta(found, {"og:site_name"});
    facts.publisher = named(!site.empty() ? site : found.json_publisher);
    if (facts.publisher.empty()) {
        facts.publisher = named(first_meta(found, {"publisher", "dc.publisher", "dcterms.publisher"}));
    }
    facts.title = title_of(found, facts.publisher);
    facts.language = language_code(attribute(root, "lang"));
    if (facts.language.empty()) {
        facts.language = language_code(first_meta(found, {"og:locale", "dc.language", "language"}));
    }
    facts.url = web_address(found.canonical);
    if (facts.url.empty()) facts.url = web_address(first_meta(found, {"og:url"}));
    facts.published = published(found);
    return facts;
}

model::Date day_of_timestamp(std::string_view timestamp) {
    while (timestamp.starts_with(' ')) timestamp.remove_prefix(1);
    for (const std::size_t length : {std::size_t{10}, std::size_t{7}, std::size_t{4}}) {
        if (timestamp.size() < length) continue;
        if (length < 10 && timestamp.size() != length) continue;
        if (const auto date = model::Date::parse(timestamp.substr(0, length))) return *date;
    }
    return {};
}

std::string web_address(std::string_view url) {
    const bool plain = std::all_of(url.begin(), url.end(), [](char c) {
        return static_cast<unsigned char>(c) > ' ' && static_cast<unsigned char>(c) < 0x7F && c != '"' &&
               c != '<' && c != '>';
    });
    if (!plain || url.size() > kUrlBytes || host_of(url).empty()) return {};
    return std::string(url);
}

std::string language_code(std::string_view declared) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (declared.size() < 2 || !is_letter(declared[0]) || !is_letter(declared[1])) return {};
    if (declared.size() > 2 && is_letter(declared[2])) return {};
    return lowered(std::string(declared.substr(0, 2)));
}

}  // namespace kontor::ingest
