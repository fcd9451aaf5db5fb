// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/change_feed.hpp"

#include <algorithm>
#include <limits>

#include "store/sqlite/connection.hpp"
#include "store/sqlite/failure.hpp"

namespace kontor::store::sqlite {
namespace {

constexpr std::string_view kPut = "put";
constexpr std::string_view kErased = "erased";

std::int64_t as_parameter(std::uint64_t number) {
    constexpr auto kMaximum = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    return static_cast<std::int64_t>(std::min(number, kMaximum));
}

}  // namespace

void ChangeFeed::append(const Change& change) {
    Statement& statement = append_.in(connection_);
    const StatementScope scope(statement);
    statement.bind(1, as_parameter(change.sequence));
    statement.bind(2, model::word(change.kind));
    statement.bind(3, std::string_view(change.id));
    statement.bind(4, change.type == ChangeType::Put ? kPut : kErased);
    statement.bind(5, std::string_view(change.actor));
    statement.bind(6, change.at);
    statement.step();
}

std::uint64_t ChangeFeed::last() {
    Statement& statement = last_.in(connection_);
    const StatementScope scope(statement);
    return statement.step() ? static_cast<std::uint64_t>(statement.integer(0)) : 0;
}

std::vector<Change> ChangeFeed::since(std::uint64_t after, std::size_t limit) {
    Statement& statement = since_.in(connection_);
    const StatementScope scope(statement);
    statement.bind(1, as_parameter(after));
    statement.bind(2, as_parameter(limit));
    std::vector<Change> changes;
    while (statement.step()) {
        const auto kind = model::from_word<model::RecordKind>(statement.text(1));
        if (!kind) throw Failure("change of unknown kind " + std::string(statement.text(1)), {});
        changes.push_back({.sequence = static_cast<std::uint64_t>(statement.integer(0)),
                           .kind = *kind,
                           .id = std::string(statement.text(2)),
                           .type = statement.text(3) == kErased ? ChangeType::Erased : ChangeType::Put,
                           .actor = std::string(statement.text(4)),
                           .at = statement.integer(5)});
    }
    return changes;
}

}  // namespace kontor::store::sqlite
