// SPDX-License-Identifier: EUPL-1.2
// RDF statements out of Turtle text; serd does the parsing. One thread. Cost: about 50 MB/s.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace kontor::ingest {

struct TurtleStatement {
    std::string_view subject;    // full IRI, or "_:…"
    std::string_view predicate;  // full IRI
    std::string_view object;     // full IRI, "_:…", or the literal's text
    std::string_view language;   // of a literal; may be empty
    bool is_literal = false;
};

/// Calls `take` with every statement of `text`, in file order; the views live for the call. Errors:
/// TurtleSyntax with line and column (the first one; what came before it has been taken), TurtleSyntax when
/// brackets are nested too deeply.
[[nodiscard]] base::Outcome read_turtle(std::string_view text, const std::string& file,
                                        const std::function<void(const TurtleStatement&)>& take);

}  // namespace kontor::ingest
