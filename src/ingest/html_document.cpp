// SPDX-License-Identifier: EUPL-1.2
#include "ingest/html_document.hpp"

#include <algorithm>

#include "ingest/decoded_text.hpp"
#include "ingest/html_content.hpp"
#include "ingest/html_facts.hpp"

namespace kontor::ingest {
namespace {

// The charset that the page declares near its start.
std::string declared_charset(std::string_view bytes) {
    const std::string_view start = bytes.substr(0, 4096);
    const std::size_t at = start.find("charset=");
    if (at == std::string_view::npos) return {};
    std::string_view rest = start.substr(at + 8);
    while (rest.starts_with('"') || rest.starts_with('\'') || rest.starts_with(' ')) rest.remove_prefix(1);
    return std::string(rest.substr(0, std::min<std::size_t>(rest.find_first_of("\"' />;\r\n"), 40)));
}

void drop_title(std::vector<HtmlBlock>& blocks, const std::string& title) {
    for (std::size_t i = 0; i < std::min<std::size_t>(blocks.size(), 5); ++i) {
        if (blocks[i].kind != BlockKind::Heading || tidy_line(blocks[i].text) != title) continue;
        blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(i));
        return;
    }
}

}  // namespace

base::Result<DocumentText> read_html(std::string_view bytes, const std::string& charset) {
    const base::Error without_text{base::ErrorCode::DocumentWithoutText, {}, {}, {}};
    const HtmlTree tree =
        parsed_html(decoded_text(bytes, charset.empty() ? declared_charset(bytes) : charset));
    const xmlNode* root = tree == nullptr ? nullptr : xmlDocGetRootElement(tree.get());
    if (root == nullptr) return without_text;
    PageFacts facts = page_facts(root);
    std::vector<HtmlBlock> blocks = main_content(root, html_blocks(root, Chrome::Drop));
    drop_title(blocks, facts.title);
    DocumentText document;
    document.kind = DocumentKind::Html;
    document.title = std::move(facts.title);
    document.text = joined_blocks(blocks);
    document.publisher = std::move(facts.publisher);
    document.language = std::move(facts.language);
    document.published = facts.published;
    document.url = std::move(facts.url);
    if (document.text.empty()) return without_text;
    return document;
}

std::string text_of_markup(std::string_view utf8) {
    const HtmlTree tree = parsed_html(utf8);
    const xmlNode* root = tree == nullptr ? nullptr : xmlDocGetRootElement(tree.get());
    return root == nullptr ? std::string() : joined_blocks(html_blocks(root, Chrome::Keep));
}

}  // namespace kontor::ingest
