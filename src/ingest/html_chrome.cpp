// SPDX-License-Identifier: EUPL-1.2
#include "ingest/html_chrome.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace kontor::ingest {
namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

// Words of class and id hold one of these ("CybotCookiebotDialog") …
constexpr std::array<std::string_view, 2> kParts{"cookie", "consent"};
// … or begin with one of these (programs that ask for consent among them) …
constexpr std::array<std::string_view, 31> kBeginnings{
    "newsletter",    "breadcrumb",   "sidebar",      "navigation", "navbar",     "pagination", "skiplink",
    "sharing",       "socialmedia",  "sharebutton",  "subscri",    "brotkrumen", "fusszeile",  "comments",
    "adsbygoogle",   "advert",       "megamenu",     "offcanvas",  "searchform", "gdpr",       "dsgvo",
    "onetrust",      "usercentrics", "didomi",       "axeptio",    "klaro",      "borlabs",    "iubenda",
    "tarteaucitron", "complianz",    "privacybanner"};
// … or are one of these.
constexpr std::array<std::string_view, 31> kWords{
    "nav",     "menu",    "footer",  "social",      "share",   "teilen",   "related",   "pager",
    "respond", "toolbar", "popup",   "modal",       "overlay", "lightbox", "print",     "drucken",
    "login",   "suche",   "search",  "cmplz",       "banner",  "ads",      "metanav",   "subnav",
    "mainnav", "topnav",  "sitemap", "recommended", "comment", "partager", "siteheader"};

bool names_chrome(std::string_view names) {
    const std::string small = lowered(names);
    std::size_t begin = 0;
    const auto is_word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    while (begin < small.size()) {
        std::size_t end = begin;
        while (end < small.size() && is_word(small[end])) ++end;
        const std::string_view word = std::string_view(small).substr(begin, end - begin);
        begin = end + 1;
        if (std::find(kWords.begin(), kWords.end(), word) != kWords.end()) return true;
        const auto begins = [&](std::string_view start) { return word.starts_with(start); };
        const auto has = [&](std::string_view part) { return word.find(part) != std::string_view::npos; };
        if (std::any_of(kBeginnings.begin(), kBeginnings.end(), begins)) return true;
        if (std::any_of(kParts.begin(), kParts.end(), has)) return true;
    }
    return false;
}

bool has_chrome_role(const xmlNode* element) {
    constexpr std::array<std::string_view, 7> kRoles{"navigation", "banner",      "contentinfo", "search",
                                                     "dialog",     "alertdialog", "menu"};
    return std::find(kRoles.begin(), kRoles.end(), attribute(element, "role")) != kRoles.end();
}

bool holds(const xmlNode* element, std::string_view name) {
    for (const xmlNode* at = element; at != nullptr; at = next_node(at, element, Into::Children)) {
        if (element_name(at) == name) return true;
    }
    return false;
}

bool stands_in(const xmlNode* element, std::string_view name) {
    for (const xmlNode* at = element->parent; at != nullptr; at = at->parent) {
        if (element_name(at) == name) return true;
    }
    return false;
}

// The head of the page has its navigation in it; the head of an article its title and lead.
bool is_page_edge(const xmlNode* element, std::string_view name) {
    if (stands_in(element, "article") || stands_in(element, "main")) return false;
    if (name == "footer") return true;
    return name == "header" && !holds(element, "h1");
}

std::size_t shown_bytes(const xmlNode* element) {
    std::size_t bytes = 0;
    const xmlNode* at = element;
    while (at != nullptr) {
        const bool hidden = !element_name(at).empty() && is_never_shown(at);
        if (at->type == XML_TEXT_NODE) bytes += as_text(at->content).size();
        at = next_node(at, element, hidden ? Into::Skip : Into::Children);
    }
    return bytes;
}

std::string own_host(const xmlNode* root) {
    for (const xmlNode* at = root; at != nullptr; at = next_node(at, root, Into::Children)) {
        if (element_name(at) == "body") break;
        if (element_name(at) == "link" && attribute(at, "rel") == "canonical") {
            return host_of(attribute(at, "href"));
        }
        if (element_name(at) == "meta" && attribute(at, "property") == "og:url") {
            return host_of(attribute(at, "content"));
        }
    }
    return {};
}

}  // namespace

bool is_never_shown(const xmlNode* element) {
    static const std::unordered_set<std::string_view> kNames{
        "script",   "style",  "noscript", "template", "svg",    "iframe", "object",
        "embed",    "canvas", "audio",    "video",    "button", "select", "input",
        "textarea", "head",   "map",      "datalist", "math"};
    const std::string_view name = element_name(element);
    if (kNames.contains(name)) return true;
    if (name == "html" || name == "body") return false;
    if (has_attribute(element, "hidden") || attribute(element, "aria-hidden") == "true") return true;
    std::string style = lowered(attribute(element, "style"));
    style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
    return style.find("display:none") != std::string::npos ||
           style.find("visibility:hidden") != std::string::npos;
}

PageChrome::PageChrome(const xmlNode* root)
    : root_(root), host_(own_host(root)), text_bytes_(shown_bytes(root)) {}

bool PageChrome::is_chrome(const xmlNode* element) const {
    const std::string_view name = element_name(element);
    if (name == "body" || name == "main" || name == "html" || element == root_) return false;
    const bool by_element = name == "nav" || name == "form" || name == "menu" || is_page_edge(element, name);
    const bool by_name =
        name != "article" && (has_chrome_role(element) || names_chrome(attribute(element, "class")) ||
                              names_chrome(attribute(element, "id")));
    if (!by_element && !by_name) return false;
    return shown_bytes(element) * 2 < text_bytes_ || name == "nav";
}

bool PageChrome::leads_elsewhere(const xmlNode* link) const {
    static const std::unordered_set<std::string_view> kSocial{
        "facebook.com",    "twitter.com",      "x.com",         "linkedin.com",  "xing.com",
        "whatsapp.com",    "youtube.com",      "instagram.com", "pinterest.com", "t.me",
        "flickr.com",      "api.whatsapp.com", "wa.me",         "reddit.com",    "addthis.com",
        "mastodon.social", "bsky.app"};
    const std::string host = host_of(attribute(link, "href"));
    return !host.empty() && host != host_ && !kSocial.contains(host);
}

std::string host_of(std::string_view url) {
    std::string small = lowered(url.substr(0, 300));
    const std::size_t scheme = small.starts_with("https://") ? 8 : small.starts_with("http://") ? 7 : 0;
    if (scheme == 0) return {};
    std::string host = small.substr(scheme, small.find_first_of("/?#:", scheme) - scheme);
    if (host.starts_with("www.")) host.erase(0, 4);
    return host;
}

}  // namespace kontor::ingest
