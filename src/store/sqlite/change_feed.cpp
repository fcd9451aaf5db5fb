// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/change_feed.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

#include "codec/record_json.hpp"
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

/// The bound of what is read backwards; 0 begins at the end.
std::int64_t below(std::uint64_t sequence) {
    return as_parameter(sequence == 0 ? std::numeric_limits<std::uint64_t>::max() : sequence);
}

Change change_in(const Statement& row) {
    const auto kind = model::from_word<model::RecordKind>(row.text(1));
    if (!kind) throw Failure("change of unknown kind " + std::string(row.text(1)), {});
    return {.sequence = static_cast<std::uint64_t>(row.integer(0)),
            .kind = *kind,
            .id = std::string(row.text(2)),
            .type = row.text(3) == kErased ? ChangeType::Erased : ChangeType::Put,
            .actor = std::string(row.text(4)),
            .at = row.integer(5)};
}

Step step_in(const Statement& row) {
    Step step{.change = change_in(row), .batch = static_cast<std::uint64_t>(row.integer(6)), .before = {}};
    if (row.is_null(7)) return step;
    auto before = codec::record_from_own_text(row.text(7));
    if (!before) throw Failure("an earlier version of " + step.change.id + " is unreadable", {});
    step.before = std::move(before).value();
    return step;
}

std::vector<Step> steps_in(Statement& rows) {
    std::vector<Step> steps;
    while (rows.step()) steps.push_back(step_in(rows));
    return steps;
}

}  // namespace

void ChangeFeed::append(const Change& change, std::uint64_t batch, std::string_view before) {
    Statement& statement = append_.in(connection_);
    const StatementScope scope(statement);
    statement.bind(1, as_parameter(change.sequence));
    statement.bind(2, model::word(change.kind));
    statement.bind(3, std::string_view(change.id));
    statement.bind(4, change.type == ChangeType::Put ? kPut : kErased);
    statement.bind(5, std::string_view(change.actor));
    statement.bind(6, change.at);
    statement.bind(7, as_parameter(batch));
    if (before.empty()) {
        statement.bind_null(8);
    } else {
        statement.bind(8, before);
    }
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
    while (statement.step()) changes.push_back(change_in(statement));
    return changes;
}

std::vector<Change> ChangeFeed::before(std::uint64_t sequence, std::size_t limit, std::string_view actor) {
    Statement& statement = (actor.empty() ? before_ : before_of_actor_).in(connection_);
    const StatementScope scope(statement);
    statement.bind(1, below(sequence));
    statement.bind(2, as_parameter(limit));
    if (!actor.empty()) statement.bind(3, actor);
    std::vector<Change> changes;
    while (statement.step()) changes.push_back(change_in(statement));
    return changes;
}

std::uint64_t ChangeFeed::version(model::RecordKind kind, std::string_view id) {
    Statement& statement = version_.in(connection_);
    const StatementScope scope(statement);
    statement.bind(1, model::word(kind));
    statement.bind(2, id);
    if (!statement.step() || statement.text(1) == kErased) return 0;
    return static_cast<std::uint64_t>(statement.integer(0));
}

std::vector<Step> ChangeFeed::history(model::RecordKind kind, std::string_view id) {
    Statement& statement = history_.in(connection_);
    const StatementScope scope(statement);
    statement.bind(1, model::word(kind));
    statement.bind(2, id);
    return steps_in(statement);
}

std::vector<Step> ChangeFeed::batch(std::uint64_t batch, std::size_t limit) {
    Statement& statement = batch_.in(connection_);
    const StatementScope scope(statement);
    statement.bind(1, as_parameter(batch));
    statement.bind(2, as_parameter(limit));
    return steps_in(statement);
}

void ChangeFeed::forget(model::RecordKind kind, std::string_view id) {
    Statement& statement = forget_.in(connection_);
    const StatementScope scope(statement);
    statement.bind(1, model::word(kind));
    statement.bind(2, id);
    statement.step();
}

void ChangeFeed::redact(const Redaction& redaction) {
    for (Step& step : history(redaction.kind, redaction.id)) {
        if (!step.before) continue;
        const model::Record said = *step.before;
        redaction.rewrite(*step.before);
        if (*step.before == said) continue;
        Statement& statement = redact_.in(connection_);
        const StatementScope scope(statement);
        statement.bind(1, as_parameter(step.change.sequence));
        const std::string text = codec::to_text(codec::to_json(*step.before));
        statement.bind(2, std::string_view(text));
        statement.step();
    }
}

std::vector<Erasure> ChangeFeed::earlier_where(const std::function<bool(std::string_view json)>& is_wanted) {
    Statement& rows = earlier_.in(connection_);
    const StatementScope scope(rows);
    std::set<std::pair<model::RecordKind, std::string>> found;
    while (rows.step()) {
        const auto kind = model::from_word<model::RecordKind>(rows.text(0));
        if (kind && is_wanted(rows.text(2))) found.emplace(*kind, rows.text(1));
    }
    std::vector<Erasure> records;
    for (const auto& [kind, id] : found) records.push_back({kind, id});
    return records;
}

}  // namespace kontor::store::sqlite
