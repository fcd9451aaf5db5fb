// SPDX-License-Identifier: EUPL-1.2
#include "ingest/cordis_projects.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "ingest/import_text.hpp"
#include "ingest/numbers.hpp"

namespace kontor::ingest::cordis {
namespace {

namespace limits = base::limits;
using base::ErrorCode;

class ProjectRow {
public:
    ProjectRow(std::span<const std::string_view> cells, const CellNotice& notice)
        : cells_(cells), notice_(notice) {}

    void fill(model::Project& out) const {
        out.acronym = text(ProjectColumn::Acronym, limits::kNameBytes);
        out.status = status_of();
        out.start = date(ProjectColumn::Start);
        out.end = date(ProjectColumn::End);
        if (out.start.known() && out.end.known() && out.end < out.start) {
            tell(ProjectColumn::End, ErrorCode::DatesReversed,
                 {{"from", out.start.text()}, {"to", out.end.text()}});
            out.end = {};
        }
        out.funding_scheme = text(ProjectColumn::Scheme, limits::kNameBytes);
        out.total_cost = amount(ProjectColumn::TotalCost);
        out.eu_contribution = amount(ProjectColumn::Contribution);
        if (out.total_cost || out.eu_contribution) out.currency = "EUR";
        const std::string objective = text(ProjectColumn::Objective, limits::kTextBytes);
        if (!objective.empty()) out.objective = {{"en", objective, model::TextOrigin::Import}};
        out.as_of = date(ProjectColumn::Updated);
        fill_keywords(out);
        fill_titles(out);
    }

    [[nodiscard]] std::string_view cell(ProjectColumn column) const {
        return cells_[static_cast<std::size_t>(column)];
    }

private:
    void tell(ProjectColumn column, ErrorCode code, base::ErrorArguments arguments) const {
        notice_(static_cast<std::size_t>(column), code, std::move(arguments));
    }

    [[nodiscard]] std::string text(ProjectColumn column, std::size_t maximum_bytes) const {
        const std::string_view raw = cell(column);
        if (raw.empty()) return {};
        return clean_text(raw, maximum_bytes, [&](ErrorCode code, base::ErrorArguments arguments) {
            tell(column, code, std::move(arguments));
        });
    }

    [[nodiscard]] model::Date date(ProjectColumn column) const {
        const std::string_view raw = cell(column);
        if (raw.empty()) return {};
        const auto found = day(raw);
        if (!found) tell(column, ErrorCode::DateInvalid, {{"value", std::string(raw)}});
        return found.value_or(model::Date{});
    }

    [[nodiscard]] std::optional<double> amount(ProjectColumn column) const {
        return euros(cell(column), static_cast<std::size_t>(column), notice_);
    }

    [[nodiscard]] model::ProjectStatus status_of() const {
        const std::string_view raw = cell(ProjectColumn::Status);
        const auto found = status(raw);
        if (!found) {
            tell(ProjectColumn::Status, ErrorCode::ValueNotAllowed,
                 {{"value", std::string(raw)}, {"allowed", "SIGNED, CLOSED, TERMINATED"}});
        }
        return found.value_or(model::ProjectStatus::Unknown);
    }

    // Without a title of its own a call's or topic's identifier is a keyword, no record.
    void fill_keywords(model::Project& out) const {
        for (const ProjectColumn column : {ProjectColumn::Keywords, ProjectColumn::Topics,
                                           ProjectColumn::MasterCall, ProjectColumn::SubCall}) {
            for (std::string& part : parts(text(column, limits::kTextBytes))) {
                const bool known =
                    std::find(out.keywords.begin(), out.keywords.end(), part) != out.keywords.end();
                if (!known && out.keywords.size() < limits::kListItems)
                    out.keywords.push_back(std::move(part));
            }
        }
    }

    void fill_titles(model::Project& out) const {
        const std::string title = text(ProjectColumn::Title, limits::kTextBytes);
        if (!title.empty()) {
            out.titles = {{"en", title, model::TextOrigin::Import}};
        } else if (!out.acronym.empty()) {
            out.titles = {{"und", out.acronym, model::TextOrigin::Import}};
        } else {
            const std::string stand_in =
                std::string(cell(ProjectColumn::Framework)) + " " + std::string(cell(ProjectColumn::Id));
            tell(ProjectColumn::Title, ErrorCode::ProjectUntitled, {{"taken", stand_in}});
            out.titles = {{"und", stand_in, model::TextOrigin::Machine}};
        }
    }

    std::span<const std::string_view> cells_;
    const CellNotice& notice_;
};

}  // namespace

std::optional<double> euros(std::string_view text, std::size_t column, const CellNotice& notice) {
    if (says_nothing(text)) return std::nullopt;
    const auto number = parse_decimal(text);
    if (!number) notice(column, ErrorCode::NumberInvalid, {{"value", std::string(text)}});
    if (!number) return std::nullopt;
    return number->value;
}

model::Project project_record(std::span<const std::string_view> cells, const Framework& framework,
                              const std::string& source, const CellNotice& notice) {
    const ProjectRow row(cells, notice);
    const std::string id(row.cell(ProjectColumn::Id));
    const std::string rcn(row.cell(ProjectColumn::Rcn));
    model::Project out;
    out.id = framework.prefix + "-" + id;
    out.programme = framework.programme;
    out.source = source;
    if (id != rcn) out.identifiers.push_back({"GA", id});
    if (!rcn.empty()) out.identifiers.push_back({"RCN", rcn});
    out.url = id != rcn ? "https://cordis.europa.eu/project/id/" + id
                        : "https://cordis.europa.eu/project/rcn/" + rcn;
    row.fill(out);
    return out;
}

}  // namespace kontor::ingest::cordis
