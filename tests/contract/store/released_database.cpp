// SPDX-License-Identifier: EUPL-1.2
// Makes the database that a release leaves behind in tests/data/released (see the README there).
#include <cstdio>

#include "store/store.hpp"
#include "support/sample_records.hpp"

int main(int count, char** words) {
    using namespace kontor;
    if (count != 2) {
        std::fputs("usage: released_database NEW_DATABASE\n", stderr);
        return 2;
    }
    const base::FixedClock clock{std::chrono::sys_seconds{std::chrono::seconds{1'700'000'000}}};
    auto store = store::open_sqlite(words[1], store::OpenMode::Create, clock);
    if (!store) {
        std::fputs((base::located_sentence(store.errors().front(), "en") + "\n").c_str(), stderr);
        return 1;
    }
    const auto written = store.value()->write(
        {.puts = support::sample_records(), .erasures = {}, .actor = "system", .mark = std::nullopt});
    return written.ok() ? 0 : 1;
}
