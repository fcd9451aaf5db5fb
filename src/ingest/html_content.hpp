// SPDX-License-Identifier: EUPL-1.2
// Which blocks of a page are its own text. What pages say themselves (<main>, <article>) comes first; then
// the blocks' words and links decide, after Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection using
// Shallow Text Features" (WSDM 2010), and the innermost element that holds nearly all of them is taken whole,
// so that short lines between paragraphs stay. Pure; linear.
#pragma once

#include <vector>

#include "ingest/html_blocks.hpp"

namespace kontor::ingest {

/// The page's own blocks, in order, of all its `blocks`; those of its chrome dropped.
[[nodiscard]] std::vector<HtmlBlock> main_content(const xmlNode* root, std::vector<HtmlBlock> blocks);

}  // namespace kontor::ingest
