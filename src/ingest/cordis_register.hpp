// SPDX-License-Identifier: EUPL-1.2
// What the first pass over a CORDIS export learns: which projects there are, what is said of the
// organisations, how long the tables are and to which day they speak. One thread. Memory: distinct projects
// and organisations.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/progress.hpp"
#include "ingest/cordis_organisations.hpp"
#include "ingest/cordis_tables.hpp"
#include "ingest/cordis_values.hpp"
#include "ingest/table.hpp"

namespace kontor::ingest::cordis {

struct KnownProject {
    std::uint32_t table = 0;
    std::uint32_t framework = 0;  // index into frameworks()
    std::uint64_t line = 0;
    std::uint64_t digest = 0;  // of its cells
    bool refused = false;
};

struct KnownFramework {
    std::string word;  // as in the files
    Framework ids;
};

[[nodiscard]] std::string_view cell(const Table& row, ProjectColumn column);
[[nodiscard]] std::string_view cell(const Table& row, OrganisationColumn column);

/// Equal for rows with equal cells; for comparisons within one run only.
[[nodiscard]] std::uint64_t digest_of(std::span<const std::string_view> cells);

/// Every few thousand steps: tells the progress and returns Stopped when it asks.
[[nodiscard]] base::Outcome step(base::Progress& progress, std::string_view stage, std::uint64_t done,
                                 std::uint64_t total);

class Register {
public:
    /// Both must outlive the register.
    Register(const std::vector<Input>& inputs, const std::vector<ExportTable>& tables, std::size_t groups);

    /// Errors: of the inputs, Stopped.
    [[nodiscard]] base::Outcome learn(base::Progress& progress);

    /// A fresh reading of a table, with its columns selected.
    [[nodiscard]] base::Result<std::unique_ptr<Table>> open(std::size_t table) const;

    /// Nothing when no row of this table's group has the project, or when it was refused.
    [[nodiscard]] std::optional<std::uint32_t> project(std::size_t table, std::string_view id) const;
    [[nodiscard]] KnownProject& known_project(std::uint32_t project) { return projects_[project]; }
    [[nodiscard]] const Framework& framework_of(std::uint32_t project) const {
        return frameworks_[projects_[project].framework].ids;
    }
    [[nodiscard]] const std::vector<KnownFramework>& frameworks() const { return frameworks_; }
    [[nodiscard]] const OrganisationCollector& organisations() const { return organisations_; }
    /// By table.
    [[nodiscard]] const std::vector<OrganisationCollector::TableSource>& sources() const { return sources_; }
    [[nodiscard]] std::uint64_t row_count(std::size_t table) const { return row_counts_[table]; }

private:
    [[nodiscard]] base::Outcome learn_projects(std::size_t table, base::Progress& progress);
    [[nodiscard]] base::Outcome learn_organisations(std::size_t table, base::Progress& progress);
    void learn_day(std::size_t table, const std::optional<model::Date>& day);
    void learn_sources();
    [[nodiscard]] std::uint32_t framework_number(std::string_view word, const Framework& ids);

    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Numbers = std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>>;

    const std::vector<Input>& inputs_;
    const std::vector<ExportTable>& tables_;
    std::vector<Numbers> numbers_;  // of projects, by group
    std::vector<KnownProject> projects_;
    std::vector<KnownFramework> frameworks_;
    OrganisationCollector organisations_;
    std::vector<OrganisationCollector::TableSource> sources_;
    std::vector<std::uint64_t> row_counts_;
    std::vector<model::Date> latest_days_;  // by input
};

}  // namespace kontor::ingest::cordis
