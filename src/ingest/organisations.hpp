// SPDX-License-Identifier: EUPL-1.2
// A cluster's member list (CSV or XLSX) read into a preview: which column means what, what each row will
// become, which organisation it may already be, and every fault with its place. Nothing is written; the
// service shows the preview and writes its records. One thread. Memory: the list itself, at most kMemberRows
// rows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/progress.hpp"
#include "ingest/fault_list.hpp"
#include "ingest/table.hpp"
#include "model/records.hpp"

namespace kontor::text {
class TopicTagger;
}

namespace kontor::ingest {

/// What a column of a member list can mean.
enum class MemberField {
    Ignored,
    Name,
    ShortName,
    Street,
    Postcode,
    City,
    Country,
    Nuts,
    Web,
    Employees,
    Turnover,
    Founded,
    Topics,
    Description,
    MemberSince,
    MembershipType,
    Kind,
    Offers,
    Needs,
    Vat,
    Pic,
    Latitude,
    Longitude,
    MemberNumber
};

/// The word for a field in options, addresses and reports ("name", "member_since" …), and back.
[[nodiscard]] std::string_view word(MemberField field);
[[nodiscard]] std::optional<MemberField> member_field(std::string_view word);

/// What a column is taken for, and how sure that is (1: told by the user or the very word; 0: ignored).
struct ColumnMapping {
    std::string column;
    MemberField field = MemberField::Ignored;
    double confidence = 0;
};

/// An organisation that a row may be.
struct MemberCandidate {
    std::string organisation;  // id
    std::string name;
    double similarity = 0;  // 0 to 1
};

/// What is stored already, asked by the reader.
class KnownOrganisations {
public:
    virtual ~KnownOrganisations() = default;
    /// Organisations that may be the one of this name, best first, at most ten. `country` and `city` may be
    /// empty.
    [[nodiscard]] virtual std::vector<model::Organisation> candidates(const std::string& name,
                                                                      const std::string& country,
                                                                      const std::string& city) const = 0;
    /// The organisation that carries this identifier.
    [[nodiscard]] virtual std::optional<model::Organisation> by_identifier(
        const std::string& scheme, const std::string& value) const = 0;
    [[nodiscard]] virtual bool has(const std::string& id) const = 0;
};

struct Coordinates {
    double latitude = 0;
    double longitude = 0;
};

/// Where places are.
class Gazetteer {
public:
    virtual ~Gazetteer() = default;
    /// `country` is ISO 3166-1 alpha-2 or empty.
    [[nodiscard]] virtual std::optional<Coordinates> find(const std::string& city,
                                                          const std::string& country) const = 0;
};

struct MemberListOptions {
    TableOptions table;
    std::vector<std::pair<std::string, MemberField>> mapping;  // column → field; others are recognised
    std::string cluster;  // organisation id of the cluster: rows become members; empty: organisations only
    std::string default_country;  // for rows without one
    std::string source;           // id of the source record that the service will write
    model::Date as_of;
};

enum class MemberVerdict {
    New,        // becomes a new organisation
    Update,     // surely the organisation `matches.front()`, and will be merged with it
    Ambiguous,  // may be one of `matches`: becomes new unless the user chooses
    Merged,     // a second spelling of the row at `merged_into_line`
    Refused     // see `faults`
};
[[nodiscard]] std::string_view word(MemberVerdict verdict);

struct MemberRow {
    std::uint64_t line = 0;
    MemberVerdict verdict = MemberVerdict::Refused;
    model::Organisation
        organisation;  // the record to write, already merged with the known one; a merged row's own words
    std::optional<model::Membership> membership;  // when the options name a cluster
    std::vector<model::Claim> claims;             // turnover, employees: figures with their as-of date
    std::vector<MemberCandidate> matches;
    std::uint64_t merged_into_line = 0;
    base::Errors faults;   // why it is refused
    base::Errors notices;  // it is taken, but something about it is odd
};

struct MemberListPreview {
    TableOptions table;                  // as the file was read
    std::vector<ColumnMapping> mapping;  // one per column, in file order
    std::vector<MemberRow>
        rows;  // in file order; rows that are no table rows at all stand in file_faults only
    FaultList file_faults;
    std::uint64_t count_new = 0;
    std::uint64_t count_update = 0;
    std::uint64_t count_ambiguous = 0;
    std::uint64_t count_merged = 0;
    std::uint64_t count_refused = 0;  // rows of file_faults included
};

/// What the reader asks while it reads; `gazetteer` and `tagger` may be null.
struct MemberListContext {
    const KnownOrganisations& known;
    const Gazetteer* gazetteer = nullptr;
    const text::TopicTagger* tagger = nullptr;
};

/// Which field each header word is; German, English, French. A field is given once, to the column that fits
/// best; topics, description, offers and needs may be spread over several columns.
[[nodiscard]] std::vector<ColumnMapping> recognise_columns(const std::vector<std::string>& header,
                                                           const MemberListOptions& options);

/// Reads entry 0 of `input`. Errors: those of open_table and find_header, ColumnMissing (no column is a
/// name), ColumnUnknown (the given mapping names a column that is not there), ConflictMarker (both sides of a
/// merge would be taken), RowsMissing, TooManyItems, Stopped.
[[nodiscard]] base::Result<MemberListPreview> preview_member_list(const Input& input,
                                                                  const MemberListOptions& options,
                                                                  const MemberListContext& context,
                                                                  base::Progress& progress);

}  // namespace kontor::ingest
