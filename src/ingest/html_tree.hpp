// SPDX-License-Identifier: EUPL-1.2
// libxml2's tree of a page with what its readers ask of it. Not thread-safe; one per document.
#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

namespace kontor::ingest {

struct FreeTree {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using HtmlTree = std::unique_ptr<xmlDoc, FreeTree>;

/// libxml2 asks for this before several threads use it; cheap after the first time.
void begin_libxml();

/// Parses valid UTF-8, forgiving everything; nullptr when there is nothing to parse, or more than a million
/// tags. Of the attributes of an element only the first 300 are there. Reads no file and no address.
[[nodiscard]] HtmlTree parsed_html(std::string_view utf8);

/// The node after `node` in document order below `root`, without going into it when `into` is Skip; nullptr
/// at the end.
enum class Into { Children, Skip };
[[nodiscard]] const xmlNode* next_node(const xmlNode* node, const xmlNode* root, Into into);

[[nodiscard]] inline std::string_view as_text(const xmlChar* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}
/// Empty for what is no element.
[[nodiscard]] inline std::string_view element_name(const xmlNode* node) {
    return node->type == XML_ELEMENT_NODE ? as_text(node->name) : std::string_view();
}
/// Empty when it is not there.
[[nodiscard]] std::string attribute(const xmlNode* node, const char* name);
[[nodiscard]] bool has_attribute(const xmlNode* node, const char* name);
/// All text below, unchanged.
[[nodiscard]] std::string text_below(const xmlNode* node);

}  // namespace kontor::ingest
