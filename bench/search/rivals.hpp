// SPDX-License-Identifier: EUPL-1.2
// The engines measured beside ours, each holding title and text of the same documents in one table.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "search/document.hpp"

namespace kontor::bench {

enum class Words { All, Any };

class Rival {
public:
    virtual ~Rival() = default;
    [[nodiscard]] virtual std::string name() const = 0;
    /// Positions of the best 20 documents, best first.
    virtual std::vector<std::size_t> best(const std::string& query, Words words) = 0;
    /// Ids of the best 20 and how many there are in all, as a result page needs.
    virtual std::size_t search(const std::string& query, Words words) = 0;
    /// The same page with counts by kind, country and year over all matches.
    virtual std::size_t search_with_facets(const std::string& query, Words words) = 0;
};

[[nodiscard]] std::unique_ptr<Rival> make_fts5(const std::vector<search::Document>& documents);
/// Null, with a line on the error output, when the server cannot be used or the library was absent when
/// built.
[[nodiscard]] std::unique_ptr<Rival> make_postgres(const std::string& url,
                                                   const std::vector<search::Document>& documents);

/// All texts of a document of the given weight: titles and names, or the rest.
[[nodiscard]] std::string title_text(const search::Document& document);
[[nodiscard]] std::string body_text(const search::Document& document);

}  // namespace kontor::bench
