// SPDX-License-Identifier: EUPL-1.2
// What of a page is not its text, by element, role and the names that pages give such parts in class and id
// (general words of web design in English, German and French; no site is known). One per page, not
// thread-safe.
#pragma once

#include <string>

#include "ingest/html_tree.hpp"

namespace kontor::ingest {

/// Scripts, styles, pictures, and what is hidden.
[[nodiscard]] bool is_never_shown(const xmlNode* element);

class PageChrome {
public:
    explicit PageChrome(const xmlNode* root);
    /// Navigation, banners for consent, forms, share buttons, footers; not when it holds half of the page.
    [[nodiscard]] bool is_chrome(const xmlNode* element) const;
    /// Whether the link goes to another site that is no social network.
    [[nodiscard]] bool leads_elsewhere(const xmlNode* link) const;

private:
    const xmlNode* root_;
    std::string host_;            // of the page itself, as its canonical address tells; may be empty
    std::size_t text_bytes_ = 0;  // of the page
};

/// "www.example.org" of "https://www.example.org/news", without "www."; empty for a relative address.
[[nodiscard]] std::string host_of(std::string_view url);

}  // namespace kontor::ingest
