// SPDX-License-Identifier: EUPL-1.2
// A page as a row of blocks (paragraphs, headings, list items, table rows) with what tells a page's own text
// from its chrome: how many of a block's words are links, and whether they lead elsewhere. Blocks point into
// the tree, which must outlive them. Linear.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_tree.hpp"

namespace kontor::ingest {

enum class BlockKind { Paragraph, Heading, ListItem, Row };

struct HtmlBlock {
    BlockKind kind = BlockKind::Paragraph;
    int level = 0;                     // of a heading, 1 to 6
    std::string text = {};             // tidy; a line feed where the page breaks the line
    std::size_t words = 0;             // separated by spaces
    std::size_t link_words = 0;        // of these, inside links
    bool leads_elsewhere = false;      // some link goes to another site that is no social network
    const xmlNode* element = nullptr;  // that it stands in
};

/// Drop leaves out navigation, banners, forms and what names itself so, unless it holds most of the page.
enum class Chrome { Keep, Drop };

/// The blocks below `root`; scripts, styles and hidden elements never count.
[[nodiscard]] std::vector<HtmlBlock> html_blocks(const xmlNode* root, Chrome chrome);

/// Joined into a text: blank lines between blocks, list items and rows on lines of their own.
[[nodiscard]] std::string joined_blocks(const std::vector<HtmlBlock>& blocks);

}  // namespace kontor::ingest
