// SPDX-License-Identifier: EUPL-1.2
// A search request as the doors hand it over, and what is refused in it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/codes.hpp"

namespace kontor::search {

/// LastWord: the last word may be unfinished (type-ahead).
enum class Prefix { None, LastWord };

/// `query`: words, "quoted phrases", -excluded words or phrases, and filters `field:value` with the fields
/// country, kind (record or organisation kind), topic (id or label in any language), programme, year (2018 or
/// 2015..2018); land, art, thema, programm, jahr are the same in German. Filters in the query and below are
/// joined; several values of one field mean "one of them".
struct Request {
    std::string query;
    std::string language = "en";  // of the reader
    Prefix prefix = Prefix::None;
    std::vector<model::RecordKind> kinds;
    std::vector<std::string> countries;           // ISO 3166-1 alpha-2
    std::vector<std::string> organisation_kinds;  // words of model::OrganisationKind
    std::vector<std::string> topics;              // ids; a topic includes its narrower ones
    std::vector<std::string> programmes;
    std::optional<int> year_from;
    std::optional<int> year_to;
    std::size_t offset = 0;
    std::size_t limit = 20;
    std::size_t facet_limit = 20;  // values per facet, selected ones always included; 0 counts no facets
};

}  // namespace kontor::search
