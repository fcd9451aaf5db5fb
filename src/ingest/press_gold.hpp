// SPDX-License-Identifier: EUPL-1.2
// Reads what people wrote down about press items, to measure readings by: facts with their entities (one JSON
// object for each item) and short notes (JSON Lines), as docs/press.md shows them. Plain texts; what they
// mean is the caller's business. One thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace kontor::ingest {

struct GoldEntity {
    std::string id;
    std::string kind;
    std::string name;
    std::vector<std::string> aliases;
    std::string country;
};

struct GoldFact {
    std::string subject;  // id of an entity, or "document"
    std::string predicate;
    std::string object;  // id of an entity, or a value
    std::map<std::string, std::string> texts;
    std::map<std::string, std::int64_t> numbers;
    std::map<std::string, bool> truths;
    std::string certainty;
};

struct GoldItem {
    std::string document;  // file name of the text
    std::string language;
    std::string published;
    std::vector<GoldEntity> entities;
    std::vector<GoldFact> facts;
};

/// A note with its own text.
struct GoldNote {
    std::string id;
    std::string title;
    std::string text;
    std::string language;
    std::string published;
    std::string publisher;
    std::vector<std::string> organisations;
    std::vector<std::string> countries;
    std::vector<std::string> programmes;
    std::vector<std::string> projects;
    std::string start;
    std::string end;
};

/// One item, or several under "documents". `name` is what faults call the text. Faults of the JSON text;
/// members that are absent or of another type are empty.
[[nodiscard]] base::Result<std::vector<GoldItem>> read_gold_items(std::string_view text,
                                                                  const std::string& name);
/// One note for each line.
[[nodiscard]] base::Result<std::vector<GoldNote>> read_gold_notes(std::string_view text,
                                                                  const std::string& name);

}  // namespace kontor::ingest
