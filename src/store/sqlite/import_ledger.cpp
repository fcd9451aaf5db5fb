// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/import_ledger.hpp"

#include <fmt/format.h>

#include <array>

#include "store/sqlite/connection.hpp"
#include "store/sqlite/failure.hpp"

namespace kontor::store::sqlite {
namespace {

constexpr std::string_view kColumns =
    "\"id\", \"kind\", \"file\", \"fingerprint\", \"state\", \"stage\", \"done\", \"started\", \"finished\", "
    "\"report\"";
constexpr std::array<std::string_view, 3> kStates{"running", "finished", "failed"};

std::string_view state_word(ImportState state) {
    return kStates[static_cast<std::size_t>(state)];
}

ImportState state_of(std::string_view word) {
    for (std::size_t i = 0; i < kStates.size(); ++i) {
        if (kStates[i] == word) return static_cast<ImportState>(i);
    }
    throw Failure("import of unknown state " + std::string(word), {});
}

ImportRun read_run(const Statement& row) {
    return {.id = std::string(row.text(0)),
            .kind = std::string(row.text(1)),
            .file = std::string(row.text(2)),
            .fingerprint = std::string(row.text(3)),
            .state = state_of(row.text(4)),
            .stage = std::string(row.text(5)),
            .done = static_cast<std::uint64_t>(row.integer(6)),
            .started = row.integer(7),
            .finished = row.integer(8),
            .report = std::string(row.text(9))};
}

}  // namespace

ImportRun ImportLedger::begin(std::string_view kind, std::string_view file, std::string_view fingerprint,
                              std::int64_t now) {
    Statement find(
        connection_,
        fmt::format("SELECT {} FROM \"import_run\" WHERE \"kind\" = ?1 AND \"fingerprint\" = ?2 AND "
                    "\"state\" = 'running' ORDER BY \"id\" LIMIT 1",
                    kColumns));
    find.bind(1, kind);
    find.bind(2, fingerprint);
    if (find.step()) return read_run(find);

    const auto number = connection_.integer("SELECT count(*) + 1 FROM \"import_run\"");
    ImportRun run{.id = fmt::format("import-{:06}", number),
                  .kind = std::string(kind),
                  .file = std::string(file),
                  .fingerprint = std::string(fingerprint),
                  .state = ImportState::Running,
                  .stage = {},
                  .done = 0,
                  .started = now,
                  .finished = 0,
                  .report = {}};
    Statement insert(connection_,
                     fmt::format("INSERT INTO \"import_run\" ({}) VALUES (?1, ?2, ?3, ?4, ?5, '', 0, "
                                 "?6, 0, '')",
                                 kColumns));
    insert.bind(1, std::string_view(run.id));
    insert.bind(2, kind);
    insert.bind(3, file);
    insert.bind(4, fingerprint);
    insert.bind(5, state_word(run.state));
    insert.bind(6, now);
    insert.run();
    return run;
}

bool ImportLedger::mark(const ImportMark& mark) {
    Statement update(
        connection_,
        "UPDATE \"import_run\" SET \"stage\" = ?2, \"done\" = ?3 WHERE \"id\" = ?1 AND \"state\" = "
        "'running'");
    update.bind(1, std::string_view(mark.run));
    update.bind(2, std::string_view(mark.stage));
    update.bind(3, static_cast<std::int64_t>(mark.done));
    update.run();
    return connection_.changed_rows() > 0;
}

bool ImportLedger::finish(const ImportRun& run, std::int64_t now) {
    Statement update(
        connection_,
        "UPDATE \"import_run\" SET \"state\" = ?2, \"stage\" = ?3, \"done\" = ?4, \"finished\" = ?5, "
        "\"report\" = ?6 WHERE \"id\" = ?1");
    update.bind(1, std::string_view(run.id));
    update.bind(2, state_word(run.state));
    update.bind(3, std::string_view(run.stage));
    update.bind(4, static_cast<std::int64_t>(run.done));
    update.bind(5, now);
    update.bind(6, std::string_view(run.report));
    update.run();
    return connection_.changed_rows() > 0;
}

std::vector<ImportRun> ImportLedger::all() {
    Statement select(connection_, fmt::format("SELECT {} FROM \"import_run\" ORDER BY \"id\"", kColumns));
    std::vector<ImportRun> runs;
    while (select.step()) runs.push_back(read_run(select));
    return runs;
}

}  // namespace kontor::store::sqlite
