// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/identifier_table.hpp"

#include <algorithm>

#include "store/sqlite/connection.hpp"

namespace kontor::store::sqlite {
namespace {

bool is_shared(std::string_view scheme) {
    return scheme == "VAT" || scheme == "NATIONAL" || scheme == "MEMBER";
}

}  // namespace

const std::vector<model::Identifier>* identifiers_of(const model::Record& record) {
    if (const auto* organisation = std::get_if<model::Organisation>(&record))
        return &organisation->identifiers;
    if (const auto* project = std::get_if<model::Project>(&record)) return &project->identifiers;
    return nullptr;
}

void IdentifierTable::replace(const model::Record* before, const model::Record* after) {
    const auto* old_ones = before == nullptr ? nullptr : identifiers_of(*before);
    const auto* new_ones = after == nullptr ? nullptr : identifiers_of(*after);
    if (old_ones != nullptr && new_ones != nullptr && *old_ones == *new_ones) return;
    if (old_ones != nullptr) {
        for (const model::Identifier& identifier : *old_ones) run(erase_, *before, identifier);
    }
    if (new_ones != nullptr) {
        for (const model::Identifier& identifier : *new_ones) run(insert_, *after, identifier);
    }
}

std::optional<std::string> IdentifierTable::find(model::RecordKind kind, std::string_view scheme,
                                                 std::string_view value) {
    std::vector<std::string> found = carriers(kind, {std::string(scheme), std::string(value)});
    if (found.size() != 1) return std::nullopt;
    return std::move(found.front());
}

void IdentifierTable::check(const model::Record& record, const Unseen& unseen, base::Errors& faults) {
    const auto* identifiers = identifiers_of(record);
    if (identifiers == nullptr) return;
    const std::string& id = model::id_of(record);
    for (std::size_t i = 0; i < identifiers->size(); ++i) {
        const model::Identifier& identifier = (*identifiers)[i];
        if (is_shared(identifier.scheme)) continue;
        const std::vector<std::string> found = carriers(model::kind_of(record), identifier);
        const auto other = std::find_if(found.begin(), found.end(), [&](const std::string& each) {
            return each != id && !(unseen && unseen(model::kind_of(record), each));
        });
        if (other == found.end()) continue;
        faults.push_back({base::ErrorCode::IdentifierTaken,
                          {{"scheme", identifier.scheme},
                           {"value", identifier.value},
                           {"id", id},
                           {"other", *other},
                           {"kind", std::string(model::word(model::kind_of(record)))}},
                          {.file = {}, .field = "/identifiers/" + std::to_string(i)},
                          {}});
    }
}

std::vector<std::string> IdentifierTable::carriers(model::RecordKind kind,
                                                   const model::Identifier& identifier) {
    Statement& statement = find_.in(connection_);
    const StatementScope scope(statement);
    statement.bind(1, model::word(kind));
    statement.bind(2, std::string_view(identifier.scheme));
    statement.bind(3, std::string_view(identifier.value));
    std::vector<std::string> found;
    while (statement.step()) found.emplace_back(statement.text(0));
    return found;
}

void IdentifierTable::run(LazyStatement& lazy, const model::Record& record,
                          const model::Identifier& identifier) {
    Statement& statement = lazy.in(connection_);
    const StatementScope scope(statement);
    statement.bind(1, model::word(model::kind_of(record)));
    statement.bind(2, std::string_view(identifier.scheme));
    statement.bind(3, std::string_view(identifier.value));
    statement.bind(4, std::string_view(model::id_of(record)));
    statement.step();
}

}  // namespace kontor::store::sqlite
