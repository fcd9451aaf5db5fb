// SPDX-License-Identifier: EUPL-1.2
#include "ingest/cordis_tables.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "ingest/places.hpp"
#include "ingest/table.hpp"

namespace kontor::ingest::cordis {
namespace {

using base::Error;
using base::ErrorCode;

// Columns of the export that are read over: known, but of no use to the records.
constexpr std::array<std::string_view, 20> kUnread{"ecSignatureDate",
                                                   "nature",
                                                   "grantDoi",
                                                   "legalBasis",
                                                   "projectAcronym",
                                                   "contactForm",
                                                   "rcn",
                                                   "netEcContribution",
                                                   "totalCost",
                                                   "active",
                                                   "order",
                                                   "topics",
                                                   "keywords",
                                                   "masterCall",
                                                   "subCall",
                                                   "fundingSchemeShort",
                                                   "cordisUrl",
                                                   "programme",
                                                   "collectionRelease",
                                                   "contentUpdateDate"};

// Columns that no other table of the export has.
constexpr std::array<std::string_view, 9> kProjectMarks{
    "acronym",   "startDate",     "endDate",        "totalCost", "ecMaxContribution", "frameworkProgramme",
    "objective", "fundingScheme", "ecSignatureDate"};
constexpr std::array<std::string_view, 9> kOrganisationMarks{
    "organisationID", "vatNumber", "shortName", "activityType",  "organizationURL",
    "nutsCode",       "postCode",  "role",      "ecContribution"};

bool contains(const std::vector<std::string>& header, std::string_view name) {
    return std::find(header.begin(), header.end(), name) != header.end();
}

template <std::size_t N>
std::size_t count(const std::vector<std::string>& header, const std::array<std::string_view, N>& names) {
    return static_cast<std::size_t>(std::count_if(
        names.begin(), names.end(), [&](std::string_view name) { return contains(header, name); }));
}

/// `enough` marks of a table in the header, or its very name, say what it is.
std::optional<TableKind> recognise(const std::vector<std::string>& header, std::string_view entry,
                                   std::size_t enough) {
    const std::string_view name = entry.substr(entry.find_last_of('/') + 1);
    const std::string_view stem = name.substr(0, name.find('.'));
    if (stem == "project") return TableKind::Projects;
    if (stem == "organization" || stem == "organisation") return TableKind::Organisations;
    const std::size_t projects = count(header, kProjectMarks);
    const std::size_t organisations = count(header, kOrganisationMarks);
    if (projects < enough && organisations < enough) return std::nullopt;
    return projects > organisations ? TableKind::Projects : TableKind::Organisations;
}

std::string joined(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
    return out;
}

base::Errors missing_columns(TableKind kind, const std::vector<std::string>& header,
                             const std::string& file) {
    const std::vector<std::string> required =
        kind == TableKind::Projects ? std::vector<std::string>{"id", "frameworkProgramme"}
                                    : std::vector<std::string>{"projectID", "organisationID", "name"};
    base::Errors errors;
    for (const std::string& name : required) {
        if (contains(header, name)) continue;
        errors.push_back({ErrorCode::ColumnMissing,
                          {{"column", name}, {"present", joined(header)}},
                          on_line(file, 1),
                          {}});
    }
    return errors;
}

base::Errors unknown_columns(TableKind kind, const std::vector<std::string>& header,
                             const std::string& file) {
    base::Errors errors;
    for (const std::string& name : header) {
        const bool unread = std::find(kUnread.begin(), kUnread.end(), name) != kUnread.end();
        if (unread || name.empty() || contains(columns(kind), name)) continue;
        errors.push_back({ErrorCode::ColumnUnknown,
                          {{"column", name}, {"known", joined(columns(kind))}},
                          on_line(file, 1, name),
                          {}});
    }
    return errors;
}

/// Goes through the inputs and sorts out what is what.
class Finder {
public:
    explicit Finder(const std::vector<Input>& inputs) : inputs_(inputs) {}

    base::Result<ExportTables> find() {
        for (std::size_t i = 0; i < inputs_.size(); ++i) look_into(i);
        if (!errors_.empty()) return errors_;
        if (found_.tables.empty()) {
            const std::string file = inputs_.empty() ? std::string{} : inputs_.front().name();
            base::Errors errors{{ErrorCode::FormatUnknown,
                                 {{"formats", "project.csv, organization.csv"}},
                                 in_file(file),
                                 {}}};
            std::copy_if(found_.ignored.begin(), found_.ignored.end(), std::back_inserter(errors),
                         [&](const Error& error) { return error.place.file != file; });
            return errors;
        }
        group();
        std::stable_sort(found_.tables.begin(), found_.tables.end(),
                         [](const ExportTable& a, const ExportTable& b) { return a.kind < b.kind; });
        return std::move(found_);
    }

private:
    void look_into(std::size_t input) {
        const Input& in = inputs_[input];
        const std::size_t count = in.kind() == InputKind::Spreadsheet ? 1 : in.entries().size();
        for (std::size_t entry = 0; entry < count; ++entry) {
            const std::string file = in.entry_name(entry);
            auto table = open_table(in, entry, {});
            if (!table) {
                // Papers beside the tables do no harm; a lone file, or one whose bytes cannot be had, does.
                const ErrorCode code = table.errors().front().code;
                const bool is_other = code == ErrorCode::FormatUnknown || code == ErrorCode::FileEmpty;
                if (code == ErrorCode::ArchiveNested) {
                    found_.ignored.push_back(table.errors().front());
                } else if (is_other && in.kind() == InputKind::Zip) {
                    ignore(in, entry);
                } else {
                    errors_.insert(errors_.end(), table.errors().begin(), table.errors().end());
                }
                continue;
            }
            const std::vector<std::string>& header = table.value()->header();
            const auto kind = recognise(header, in.entries()[entry].name, in.entries().size() == 1 ? 1 : 3);
            if (!kind) {
                ignore(in, entry);
                continue;
            }
            const base::Errors missing = missing_columns(*kind, header, file);
            errors_.insert(errors_.end(), missing.begin(), missing.end());
            found_.tables.push_back({*kind, input, entry, 0, file, in.entries()[entry].size_bytes,
                                     unknown_columns(*kind, header, file)});
        }
    }

    void ignore(const Input& in, std::size_t entry) {
        found_.ignored.push_back({ErrorCode::EntryIgnored,
                                  {{"entry", in.entries()[entry].name}},
                                  in_file(in.entry_name(entry)),
                                  {}});
    }

    // A zip with a project table of its own is a group; everything else is one.
    void group() {
        std::vector<std::optional<std::size_t>> own(inputs_.size());
        found_.groups = 1;
        for (ExportTable& table : found_.tables) {
            const bool is_zip = inputs_[table.input].kind() == InputKind::Zip;
            if (is_zip && table.kind == TableKind::Projects && !own[table.input])
                own[table.input] = found_.groups++;
        }
        for (ExportTable& table : found_.tables) table.group = own[table.input].value_or(0);
    }

    const std::vector<Input>& inputs_;
    ExportTables found_;
    base::Errors errors_;
};

}  // namespace

const std::vector<std::string>& columns(TableKind kind) {
    static const std::vector<std::string> projects{"id",
                                                   "frameworkProgramme",
                                                   "acronym",
                                                   "status",
                                                   "title",
                                                   "startDate",
                                                   "endDate",
                                                   "totalCost",
                                                   "ecMaxContribution",
                                                   "topics",
                                                   "masterCall",
                                                   "subCall",
                                                   "fundingScheme",
                                                   "objective",
                                                   "contentUpdateDate",
                                                   "rcn",
                                                   "keywords"};
    static const std::vector<std::string> organisations{
        "name",         "shortName",      "vatNumber",         "SME",
        "activityType", "street",         "postCode",          "city",
        "country",      "nutsCode",       "geolocation",       "organizationURL",
        "projectID",    "organisationID", "contentUpdateDate", "order",
        "role",         "ecContribution", "endOfParticipation"};
    return kind == TableKind::Projects ? projects : organisations;
}

base::Result<ExportTables> find_tables(const std::vector<Input>& inputs) {
    return Finder(inputs).find();
}

}  // namespace kontor::ingest::cordis
