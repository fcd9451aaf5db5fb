// SPDX-License-Identifier: EUPL-1.2
// A cluster's member list on its way in: read with what the user chose, shown as a preview, or turned into
// the records to write. Plain values and functions; one thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/progress.hpp"
#include "ingest/input.hpp"
#include "ingest/organisations.hpp"
#include "service/answers.hpp"
#include "service/vocabulary.hpp"
#include "store/store.hpp"

namespace kontor::service {

/// A member list as a door hands it over.
struct MemberListRequest {
    std::string name;                     // of the file; a path when `bytes` is empty
    std::string bytes;                    // the upload
    std::string cluster;                  // organisation id; empty: organisations without membership
    std::string country;                  // ISO 3166-1 alpha-2 of rows that name none
    std::string mapping;                  // "column=field,…"; "ignore" leaves a column out
    std::vector<std::uint64_t> skip;      // lines that are left out
    std::vector<std::uint64_t> separate;  // lines that are new organisations although a known one looks alike
};

/// "Firma=name,Ort=city": a column may contain commas and equals signs, a field may not. Faults
/// (ValueNotAllowed, all at once) stand in the field "mapping".
[[nodiscard]] base::Result<std::vector<std::pair<std::string, ingest::MemberField>>> parse_mapping(
    std::string_view text);

/// The contract's word for a field: "name", "city" …, "ignore" for a column that is left out.
[[nodiscard]] std::string field_word(ingest::MemberField field);

/// How the file is written, for the preview.
struct FileForm {
    std::string format;                // "csv", "xlsx", "json"
    std::string encoding;              // "UTF-8", "Windows-1252" …; empty for a spreadsheet
    std::string delimiter;             // ";", "tab" …; CSV only
    std::vector<std::string> samples;  // per column the first value that is not empty
};
[[nodiscard]] base::Result<FileForm> form_of(const ingest::Input& input, const ingest::TableOptions& table);

/// A list that was read, with what the user chose.
struct MemberList {
    std::string name;  // the file's, without folders
    FileForm form;
    ingest::MemberListPreview rows;
    std::vector<std::uint64_t> skip;
    model::Source source;
    std::set<std::uint64_t> left;                     // lines whose organisations stay as they are
    std::map<std::uint64_t, model::Disclosure> care;  // by line: rules to write with the membership

    [[nodiscard]] bool is_skipped(const ingest::MemberRow& row) const;
};

/// Rows of `list` that are in `separate` and were taken for a known organisation become new ones.
/// `strangers` is the same list read without knowing anybody.
void set_apart(MemberList& list, const ingest::MemberListPreview& strangers,
               const std::vector<std::uint64_t>& separate);

/// The first 500 rows, all faults.
[[nodiscard]] ImportPreview preview_answer(const MemberList& list, const Vocabulary& vocabulary,
                                           std::string_view language);

/// Source, organisations, memberships and claims in one batch.
[[nodiscard]] store::WriteBatch batch_of(const MemberList& list, const std::string& actor);

/// Rows accounted for; `before` tells what is stored under an organisation's id.
[[nodiscard]] base::Result<ImportReport> report_answer(const MemberList& list, const store::Store& before,
                                                       std::string_view language);

}  // namespace kontor::service
