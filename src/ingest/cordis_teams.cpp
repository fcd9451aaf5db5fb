// SPDX-License-Identifier: EUPL-1.2
#include "ingest/cordis_teams.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "ingest/cordis_organisations.hpp"
#include "ingest/cordis_register.hpp"
#include "ingest/cordis_tables.hpp"
#include "ingest/cordis_values.hpp"
#include "ingest/table.hpp"

namespace kontor::ingest {
namespace {

using cordis::cell;
using cordis::ExportTable;
using cordis::OrganisationCell;
using cordis::OrganisationColumn;
using cordis::ProjectColumn;
using cordis::TableKind;

class Skeleton {
public:
    Skeleton(const std::vector<Input>& inputs, const cordis::ExportTables& found, Texts texts,
             base::Progress& progress)
        : inputs_(inputs), found_(found), texts_(texts), progress_(progress), projects_(found.groups) {}

    base::Result<CordisSkeleton> read() {
        for (const ExportTable& table : found_.tables) {
            auto opened = open_table(inputs_[table.input], table.entry, {});
            if (!opened) return opened.errors();
            Table& row = *opened.value();
            row.select(cordis::columns(table.kind));
            std::uint64_t rows = 0;
            while (row.next()) {
                if (auto go_on = cordis::step(progress_, "reading", rows++, 0); !go_on) return go_on.errors();
                const bool taken = table.kind == TableKind::Projects ? take_project(row, table.group)
                                                                     : take_participation(row, table.group);
                if (!taken) ++out_.passed_over;
            }
            if (row.broken_off()) return row.faults().kept();
            out_.passed_over += row.refused_rows();
        }
        place_undated();
        return std::move(out_);
    }

private:
    bool take_project(const Table& row, std::size_t group) {
        const std::string id(cell(row, ProjectColumn::Id));
        const std::string_view word = cell(row, ProjectColumn::Framework);
        const auto framework = cordis::framework(word);
        if (id.empty() || !framework) return false;
        if (!projects_[group].try_emplace(id, static_cast<std::uint32_t>(out_.projects.size())).second)
            return false;
        SkeletonProject project;
        project.id = framework->prefix + "-" + id;
        project.start = cordis::day(cell(row, ProjectColumn::Start)).value_or(model::Date{});
        project.parts = cordis::parts(cell(row, ProjectColumn::Keywords));
        if (texts_ == Texts::Read) project.text = text_of(row);
        if (!project.start.known()) {
            undated_[std::string(word)].push_back(static_cast<std::uint32_t>(out_.projects.size()));
        }
        out_.projects.push_back(std::move(project));
        return true;
    }

    static std::string text_of(const Table& row) {
        const std::string_view title = cell(row, ProjectColumn::Title);
        const std::string_view objective = cell(row, ProjectColumn::Objective);
        if (title.empty() || objective.empty()) return std::string(title) + std::string(objective);
        return std::string(title) + ". " + std::string(objective);
    }

    bool take_participation(const Table& row, std::size_t group) {
        const auto project = projects_[group].find(std::string(cell(row, OrganisationColumn::Project)));
        const auto id = cordis::organisation_id(cell(row, OrganisationColumn::Organisation));
        if (project == projects_[group].end() || !id) return false;
        const auto [at, is_new] =
            organisations_.try_emplace(*id, static_cast<std::uint32_t>(out_.organisations.size()));
        if (is_new) {
            out_.organisations.emplace_back();
            out_.organisations.back().id = *id;
        }
        describe(row, out_.organisations[at->second]);
        auto& members = out_.projects[project->second].members;
        if (std::find(members.begin(), members.end(), at->second) != members.end()) return false;
        members.push_back(at->second);
        ++out_.participations;
        return true;
    }

    static void describe(const Table& row, SkeletonOrganisation& organisation) {
        const auto text = [&row](OrganisationCell column) {
            return row.cells()[static_cast<std::size_t>(column)];
        };
        if (organisation.name.empty()) organisation.name = text(OrganisationCell::Name);
        if (organisation.city.empty()) organisation.city = text(OrganisationCell::City);
        if (organisation.country.empty()) organisation.country = text(OrganisationCell::Country);
        if (organisation.activity == model::ActivityType::Unknown) {
            organisation.activity = cordis::activity_type(text(OrganisationCell::ActivityType))
                                        .value_or(model::ActivityType::Unknown);
        }
    }

    void place_undated() {
        for (auto& [word, projects] : undated_) {
            const model::Programme programme = cordis::programme_record(word, {});
            const int first = programme.from.first_day();
            const int last = std::max(first, programme.to.first_day());
            // Numbers of equal length compare as their digits do; longer ones are later.
            std::sort(projects.begin(), projects.end(), [this](std::uint32_t left, std::uint32_t right) {
                const std::string& one = out_.projects[left].id;
                const std::string& other = out_.projects[right].id;
                return std::pair(one.size(), std::string_view(one)) <
                       std::pair(other.size(), std::string_view(other));
            });
            for (std::size_t i = 0; i < projects.size(); ++i) {
                const double share = static_cast<double>(i) / static_cast<double>(projects.size());
                out_.projects[projects[i]].stand_in = first + static_cast<int>(share * (last - first));
            }
        }
    }

    const std::vector<Input>& inputs_;
    const cordis::ExportTables& found_;
    Texts texts_;
    base::Progress& progress_;
    CordisSkeleton out_;
    std::vector<std::unordered_map<std::string, std::uint32_t>> projects_;  // by group
    std::unordered_map<std::string, std::uint32_t> organisations_;
    std::map<std::string, std::vector<std::uint32_t>> undated_;
};

}  // namespace

base::Result<CordisSkeleton> read_skeleton(const std::vector<Input>& inputs, Texts texts,
                                           base::Progress& progress) {
    const auto found = cordis::find_tables(inputs);
    if (!found) return found.errors();
    return Skeleton(inputs, found.value(), texts, progress).read();
}

}  // namespace kontor::ingest
