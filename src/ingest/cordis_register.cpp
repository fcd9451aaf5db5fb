// SPDX-License-Identifier: EUPL-1.2
#include "ingest/cordis_register.hpp"

#include <algorithm>

namespace kontor::ingest::cordis {

using base::Error;
using base::ErrorCode;

std::string_view cell(const Table& row, ProjectColumn column) {
    return row.cells()[static_cast<std::size_t>(column)];
}

std::string_view cell(const Table& row, OrganisationColumn column) {
    return row.cells()[static_cast<std::size_t>(column)];
}

std::uint64_t digest_of(std::span<const std::string_view> cells) {
    std::uint64_t digest = cells.size();
    for (const std::string_view text : cells) {
        digest = digest * 0x9E3779B97F4A7C15U + std::hash<std::string_view>{}(text);
    }
    return digest;
}

base::Outcome step(base::Progress& progress, std::string_view stage, std::uint64_t done,
                   std::uint64_t total) {
    constexpr std::uint64_t kStepsPerReport = 4096;
    if (done % kStepsPerReport != 0) return base::Done{};
    progress.report(stage, done, total);
    if (!progress.stop_requested()) return base::Done{};
    return Error{ErrorCode::Stopped, {}, {}, {}};
}

Register::Register(const std::vector<Input>& inputs, const std::vector<ExportTable>& tables,
                   std::size_t groups)
    : inputs_(inputs),
      tables_(tables),
      numbers_(groups),
      row_counts_(tables.size()),
      latest_days_(inputs.size()) {}

base::Outcome Register::learn(base::Progress& progress) {
    for (std::size_t table = 0; table < tables_.size(); ++table) {
        const bool is_projects = tables_[table].kind == TableKind::Projects;
        auto learnt = is_projects ? learn_projects(table, progress) : learn_organisations(table, progress);
        if (!learnt) return learnt;
    }
    learn_sources();
    return base::Done{};
}

base::Result<std::unique_ptr<Table>> Register::open(std::size_t table) const {
    auto opened = open_table(inputs_[tables_[table].input], tables_[table].entry, {});
    if (opened) opened.value()->select(columns(tables_[table].kind));
    return opened;
}

base::Outcome Register::learn_projects(std::size_t table, base::Progress& progress) {
    auto opened = open(table);
    if (!opened) return opened.errors();
    Table& row = *opened.value();
    while (row.next()) {
        if (auto go_on = step(progress, "reading", row_counts_[table]++, 0); !go_on) return go_on;
        const std::string_view word = cell(row, ProjectColumn::Framework);
        const auto ids = framework(word);
        const std::string id(cell(row, ProjectColumn::Id));
        if (!ids || id.empty() || !model::is_id(ids->prefix + "-" + id)) continue;
        const auto number = static_cast<std::uint32_t>(projects_.size());
        if (!numbers_[tables_[table].group].try_emplace(id, number).second) continue;
        projects_.push_back({static_cast<std::uint32_t>(table), framework_number(word, *ids), row.line(),
                             digest_of(row.cells()), false});
        learn_day(table, day(cell(row, ProjectColumn::Updated)));
    }
    if (row.broken_off()) return row.faults().kept();
    return base::Done{};
}

base::Outcome Register::learn_organisations(std::size_t table, base::Progress& progress) {
    auto opened = open(table);
    if (!opened) return opened.errors();
    Table& row = *opened.value();
    while (row.next()) {
        if (auto go_on = step(progress, "reading", row_counts_[table]++, 0); !go_on) return go_on;
        const auto id = organisation_id(cell(row, OrganisationColumn::Organisation));
        const bool known_project = project(table, cell(row, OrganisationColumn::Project)).has_value();
        if (!id || !known_project || !role(cell(row, OrganisationColumn::Role))) continue;
        const auto updated = day(cell(row, OrganisationColumn::Updated));
        learn_day(table, updated);
        organisations_.add(*id, row.cells().first(kOrganisationCells),
                           updated ? std::string_view(updated->text()) : std::string_view{},
                           {static_cast<std::uint32_t>(table), static_cast<std::uint32_t>(row.line())});
    }
    if (row.broken_off()) return row.faults().kept();
    return base::Done{};
}

void Register::learn_day(std::size_t table, const std::optional<model::Date>& day) {
    model::Date& latest = latest_days_[tables_[table].input];
    if (day && *day > latest) latest = *day;
}

// A file speaks to the day of its latest update; where it tells none, to the day the archive gives.
void Register::learn_sources() {
    for (const ExportTable& table : tables_) {
        const Input& input = inputs_[table.input];
        model::Date as_of = latest_days_[table.input];
        for (const ExportTable& other : tables_) {
            if (latest_days_[table.input].known() || other.input != table.input) continue;
            as_of = std::max(as_of, input.entries()[other.entry].modified);
        }
        constexpr std::size_t kFingerprintDigits = 16;
        sources_.push_back(
            {table.file, "cordis-" + input.fingerprint().substr(0, kFingerprintDigits), as_of});
    }
}

std::uint32_t Register::framework_number(std::string_view word, const Framework& ids) {
    const auto known = std::find_if(frameworks_.begin(), frameworks_.end(),
                                    [&](const KnownFramework& framework) { return framework.word == word; });
    if (known != frameworks_.end()) return static_cast<std::uint32_t>(known - frameworks_.begin());
    frameworks_.push_back({std::string(word), ids});
    return static_cast<std::uint32_t>(frameworks_.size() - 1);
}

std::optional<std::uint32_t> Register::project(std::size_t table, std::string_view id) const {
    const Numbers& numbers = numbers_[tables_[table].group];
    const auto found = numbers.find(id);
    if (found == numbers.end() || projects_[found->second].refused) return std::nullopt;
    return found->second;
}

}  // namespace kontor::ingest::cordis
