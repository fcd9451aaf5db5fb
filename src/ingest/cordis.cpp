// SPDX-License-Identifier: EUPL-1.2
#include "ingest/cordis.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "ingest/cordis_participations.hpp"
#include "ingest/cordis_projects.hpp"
#include "ingest/cordis_register.hpp"
#include "ingest/digest.hpp"
#include "ingest/organisation_merge.hpp"
#include "ingest/places.hpp"

namespace kontor::ingest {
namespace {

using base::Error;
using base::ErrorCode;
using cordis::ExportTable;
using cordis::OrganisationColumn;
using cordis::ProjectColumn;
using cordis::Register;
using cordis::TableKind;

/// A participation that was given away; a later row of the same pair is compared with it.
struct GivenParticipation {
    std::uint64_t line = 0;
    std::uint64_t digest = 0;  // of role, contribution and end
};

}  // namespace

struct CordisReader::State {
    std::vector<Input> inputs;
    cordis::ExportTables found;
    std::string fingerprint;
    Enrich enrich;
};

namespace {

/// The second pass: gives the records away and accounts for every row.
class Giver {
public:
    struct Parts {
        const std::vector<Input>& inputs;
        const cordis::ExportTables& found;
        const CordisReader::Enrich& enrich;
        RecordSink& sink;
        const CordisReader::Known& known;
        base::Progress& progress;
    };
    Giver(const Parts& parts, Register& learnt) : parts_(parts), learnt_(learnt) {
        for (std::size_t table = 0; table < tables().size(); ++table) {
            FileReport file;
            file.file = tables()[table].file;
            file.contents = tables()[table].kind == TableKind::Projects ? "projects" : "organisations";
            file.notices.add(tables()[table].unknown_columns);
            report_.files.push_back(std::move(file));
        }
        for (const Error& ignored : parts.found.ignored) {
            FileReport file;
            file.file = ignored.place.file;
            file.contents = "ignored";
            file.notices.add(ignored);
            report_.files.push_back(std::move(file));
        }
    }

    base::Result<ImportReport> give_all() {
        if (auto given = give_sources(); !given) return given.errors();
        if (auto given = give_programmes(); !given) return given.errors();
        if (auto given = give_rows(TableKind::Projects); !given) return given.errors();
        if (auto given = give_organisations(); !given) return given.errors();
        if (auto given = give_rows(TableKind::Organisations); !given) return given.errors();
        return std::move(report_);
    }

private:
    [[nodiscard]] const std::vector<ExportTable>& tables() const { return parts_.found.tables; }

    base::Outcome give(model::Record record, const base::Place& place) {
        ++report_.records;
        return parts_.sink.accept(std::move(record), place);
    }

    void refuse(std::size_t table, Error error) {
        ++report_.files[table].counts.refused;
        report_.files[table].refusals.add(std::move(error));
    }

    base::Outcome give_sources() {
        for (std::size_t table = 0; table < tables().size(); ++table) {
            const auto& about = learnt_.sources()[table];
            if (std::find(report_.sources.begin(), report_.sources.end(), about.source) !=
                report_.sources.end())
                continue;
            report_.sources.push_back(about.source);
            model::Source source;
            source.id = about.source;
            source.title = parts_.inputs[tables()[table].input].name();
            source.kind = model::SourceKind::File;
            source.url = "https://cordis.europa.eu/";
            source.publisher = "European Commission, CORDIS";
            source.as_of = about.as_of;
            source.licence = "CC BY 4.0";
            const base::Place place = in_file(source.title);
            if (auto given = give(std::move(source), place); !given) return given;
        }
        return base::Done{};
    }

    base::Outcome give_programmes() {
        std::vector<std::string> given_ids;
        for (const cordis::KnownFramework& framework : learnt_.frameworks()) {
            const std::string& id = framework.ids.programme;
            if (std::find(given_ids.begin(), given_ids.end(), id) != given_ids.end()) continue;
            given_ids.push_back(id);
            const auto& about = learnt_.sources().front();
            auto given = give(cordis::programme_record(framework.word, about.source), in_file(about.file));
            if (!given) return given;
        }
        return base::Done{};
    }

    base::Outcome give_rows(TableKind kind) {
        const std::string_view stage = kind == TableKind::Projects ? "projects" : "participations";
        for (std::size_t table = 0; table < tables().size(); ++table) {
            if (tables()[table].kind != kind) continue;
            auto opened = learnt_.open(table);
            if (!opened) return opened.errors();
            Table& row = *opened.value();
            RowCounts& counts = report_.files[table].counts;
            while (row.next()) {
                auto go_on = cordis::step(parts_.progress, stage, counts.rows++, learnt_.row_count(table));
                if (!go_on) return go_on;
                auto given =
                    kind == TableKind::Projects ? give_project(row, table) : give_participation(row, table);
                if (!given) return given;
            }
            if (row.broken_off()) return row.faults().kept();
            counts.rows += row.refused_rows();
            counts.refused += row.refused_rows();
            report_.files[table].refusals.add(row.faults());
        }
        return base::Done{};
    }

    // Notices about cells of the row at hand.
    cordis::CellNotice notices_of(const Table& row, std::size_t table) {
        return [&row, &file = report_.files[table]](std::size_t column, ErrorCode code,
                                                    base::ErrorArguments arguments) {
            file.notices.add({code, std::move(arguments), row.place(column), {}});
        };
    }

    base::Outcome give_project(const Table& row, std::size_t table) {
        const std::string id(cell(row, ProjectColumn::Id));
        const auto framework = cordis::framework(cell(row, ProjectColumn::Framework));
        const auto refuse_cell = [&](ProjectColumn column, ErrorCode code, base::ErrorArguments arguments) {
            refuse(table, {code, std::move(arguments), row.place(static_cast<std::size_t>(column)), {}});
            return base::Outcome(base::Done{});
        };
        if (id.empty()) return refuse_cell(ProjectColumn::Id, ErrorCode::ValueMissing, {});
        if (!framework) return refuse_cell(ProjectColumn::Framework, ErrorCode::ValueMissing, {});
        const auto number = learnt_.project(table, id);
        if (!number) return refuse_cell(ProjectColumn::Id, ErrorCode::IdInvalid, {{"value", id}});
        const cordis::KnownProject& known = learnt_.known_project(*number);
        if (known.table != table || known.line != row.line()) {
            if (known.digest != cordis::digest_of(row.cells())) {
                return refuse_cell(ProjectColumn::Id, ErrorCode::IdDuplicate,
                                   {{"id", id}, {"line", std::to_string(known.line)}});
            }
            ++report_.files[table].counts.unchanged;
            return base::Done{};
        }
        return give_sound_project(row, table, *number);
    }

    base::Outcome give_sound_project(const Table& row, std::size_t table, std::uint32_t number) {
        const auto& about = learnt_.sources()[table];
        model::Project project = cordis::project_record(row.cells(), learnt_.framework_of(number),
                                                        about.source, notices_of(row, table));
        if (!project.as_of.known()) project.as_of = about.as_of;
        if (parts_.enrich) parts_.enrich(project);
        model::Record record(std::move(project));
        base::Place place = on_line(about.file, row.line());
        if (base::Errors faults = model::validate(record); !faults.empty()) {
            learnt_.known_project(number).refused = true;
            place.field = faults.front().place.field;
            refuse(table, {faults.front().code, faults.front().arguments, std::move(place), {}});
            return base::Done{};
        }
        ++report_.files[table].counts.taken;
        return give(std::move(record), place);
    }

    base::Outcome give_organisations() {
        const std::uint64_t count = learnt_.organisations().size();
        report_.organisations = count;
        for (std::uint32_t number = 0; number < count; ++number) {
            if (auto go_on = cordis::step(parts_.progress, "organisations", number, count); !go_on)
                return go_on;
            if (auto given = give_organisation(number); !given) return given;
        }
        return base::Done{};
    }

    base::Outcome give_organisation(std::uint32_t number) {
        const auto notice = [this](std::uint32_t table, Error error) {
            report_.files[table].notices.add(std::move(error));
        };
        model::Organisation record = learnt_.organisations().record(number, learnt_.sources(), notice);
        const cordis::DescriptionPlace met = learnt_.organisations().first_place(number);
        const std::string& file = learnt_.sources()[met.table].file;
        const auto stored = parts_.known ? parts_.known(record.id) : std::nullopt;
        if (stored) {
            ++report_.organisations_known;
            model::Organisation both = merge(*stored, record);
            if (!stored->country.empty() && !record.country.empty() && stored->country != record.country) {
                notice(met.table, {ErrorCode::OrganisationCountries,
                                   {{"id", record.id},
                                    {"countries", stored->country + ", " + record.country},
                                    {"taken", both.country}},
                                   on_line(file, met.line, "country"),
                                   {}});
            }
            record = std::move(both);
        }
        return give(std::move(record), on_line(file, met.line));
    }

    base::Outcome give_participation(const Table& row, std::size_t table) {
        const auto project = learnt_.project(table, cell(row, OrganisationColumn::Project));
        if (auto fault = cordis::participation_fault(row, project.has_value())) {
            refuse(table, {fault->code, std::move(fault->arguments), row.place(fault->column), {}});
            return base::Done{};
        }
        const auto& about = learnt_.sources()[table];
        const std::string project_id =
            learnt_.framework_of(*project).prefix + "-" + std::string(cell(row, OrganisationColumn::Project));
        model::Participation record =
            cordis::participation_record(row, project_id, about.source, notices_of(row, table));
        const auto number = learnt_.organisations().find(record.organisation);
        const std::uint64_t pair = (static_cast<std::uint64_t>(*project) << 32U) | number.value_or(0);
        const std::vector<std::string_view> facts{cell(row, OrganisationColumn::Role),
                                                  cell(row, OrganisationColumn::Contribution),
                                                  cell(row, OrganisationColumn::EndOfParticipation)};
        const std::uint64_t digest = cordis::digest_of(facts);
        const auto [first, is_first] = given_.try_emplace(pair, GivenParticipation{row.line(), digest});
        if (!is_first && first->second.digest == digest) {
            ++report_.files[table].counts.merged;
            return base::Done{};
        }
        if (!is_first && !gets_own_id(row, record)) {
            refuse(table, {ErrorCode::IdDuplicate,
                           {{"id", record.id}, {"line", std::to_string(first->second.line)}},
                           row.place(static_cast<std::size_t>(OrganisationColumn::Organisation)),
                           {}});
            return base::Done{};
        }
        ++report_.files[table].counts.taken;
        return give(std::move(record), on_line(about.file, row.line()));
    }

    // The same organisation a second time in the same project: under another name alone it is merged; in
    // another role or with money of its own it is a participation of its own, told apart by its order number.
    bool gets_own_id(const Table& row, model::Participation& record) {
        const std::string_view order = cell(row, OrganisationColumn::Order);
        const std::string id = record.id + "." + std::string(order);
        if (order.empty() || !model::is_id(id) || !repeated_ids_.insert(id).second) return false;
        record.id = id;
        return true;
    }

    Parts parts_;
    Register& learnt_;
    ImportReport report_;
    std::unordered_map<std::uint64_t, GivenParticipation> given_;
    std::set<std::string> repeated_ids_;
};

}  // namespace

CordisReader::CordisReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
CordisReader::CordisReader(CordisReader&&) noexcept = default;
CordisReader& CordisReader::operator=(CordisReader&&) noexcept = default;
CordisReader::~CordisReader() = default;

base::Result<CordisReader> CordisReader::open(std::vector<Input> inputs) {
    auto found = cordis::find_tables(inputs);
    if (!found) return found.errors();
    auto state = std::make_unique<State>();
    state->found = std::move(found).value();
    Sha256 digest;
    for (const Input& input : inputs) digest.add(input.fingerprint());
    state->fingerprint = inputs.size() == 1 ? inputs.front().fingerprint() : digest.hex();
    state->inputs = std::move(inputs);
    return CordisReader(std::move(state));
}

void CordisReader::set_enrich(Enrich enrich) {
    state_->enrich = std::move(enrich);
}

base::Result<ImportReport> CordisReader::read(RecordSink& sink, const Known& known,
                                              base::Progress& progress) {
    Register learnt(state_->inputs, state_->found.tables, state_->found.groups);
    if (auto done = learnt.learn(progress); !done) return done.errors();
    return Giver({state_->inputs, state_->found, state_->enrich, sink, known, progress}, learnt).give_all();
}

const std::string& CordisReader::fingerprint() const {
    return state_->fingerprint;
}

}  // namespace kontor::ingest
