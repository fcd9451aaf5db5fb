// SPDX-License-Identifier: EUPL-1.2
// The web front end's files and its pages: files are read once, compressed once and served from memory; pages
// are the front end's document with title, language, description and schema.org data put into its head, so
// that they can be mailed, found and previewed without a script. Immutable after loading, any number of
// threads.
#pragma once

#include <memory>
#include <string>

#include "http/message.hpp"
#include "http/router.hpp"
#include "service/page_service.hpp"

namespace kontor::http {

class Site {
public:
    /// `directory` is the built front end (index.html, assets/…), `documents` holds api-docs.html,
    /// api-docs.css and openapi.json. Missing files are answered with an error page, not at start. `pages`
    /// must outlive the site.
    Site(const std::string& directory, const std::string& documents, const service::PageService& pages);
    ~Site();

    /// Answers every GET outside the API.
    [[nodiscard]] Response get(const Request& request) const;

private:
    struct Files;
    std::unique_ptr<const Files> files_;
    const service::PageService& pages_;
};

}  // namespace kontor::http
