// SPDX-License-Identifier: EUPL-1.2
#include "ingest/html_tree.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include <limits>

namespace kontor::ingest {

void begin_libxml() {
    static const bool begun = [] {
        xmlInitParser();
        return true;
    }();
    static_cast<void>(begun);
}

HtmlTree parsed_html(std::string_view utf8) {
    begin_libxml();
    if (utf8.empty() || utf8.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return {};
    constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                             HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT;
    return HtmlTree(htmlReadMemory(utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8", kOptions));
}

const xmlNode* next_node(const xmlNode* node, const xmlNode* root, Into into) {
    if (into == Into::Children && node->type == XML_ELEMENT_NODE && node->children != nullptr) {
        return node->children;
    }
    while (node != root && node != nullptr) {
        if (node->next != nullptr) return node->next;
        node = node->parent;
    }
    return nullptr;
}

std::string attribute(const xmlNode* node, const char* name) {
    for (const xmlAttr* one = node->properties; one != nullptr; one = one->next) {
        if (as_text(one->name) != name) continue;
        return one->children == nullptr ? std::string() : std::string(as_text(one->children->content));
    }
    return {};
}

bool has_attribute(const xmlNode* node, const char* name) {
    for (const xmlAttr* one = node->properties; one != nullptr; one = one->next) {
        if (as_text(one->name) == name) return true;
    }
    return false;
}

std::string text_below(const xmlNode* node) {
    std::string out;
    for (const xmlNode* at = node; at != nullptr; at = next_node(at, node, Into::Children)) {
        if (at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE) out += as_text(at->content);
    }
    return out;
}

}  // namespace kontor::ingest
