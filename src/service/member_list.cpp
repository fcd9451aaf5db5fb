// SPDX-License-Identifier: EUPL-1.2
#include "service/member_list.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include "ingest/csv_reader.hpp"
#include "ingest/table.hpp"

namespace kontor::service {
namespace {

using base::Result;
using ingest::MemberRow;
using ingest::MemberVerdict;

constexpr std::string_view kIgnore = "ignore";

std::string known_fields() {
    std::string out;
    for (int i = 0; i <= static_cast<int>(ingest::MemberField::MemberNumber); ++i) {
        out += (out.empty() ? "" : ", ") + field_word(static_cast<ingest::MemberField>(i));
    }
    return out;
}

std::optional<ingest::MemberField> field_after_equals(std::string_view piece, std::size_t& equals) {
    equals = piece.rfind('=');
    if (equals == std::string_view::npos) return std::nullopt;
    const std::string_view word = piece.substr(equals + 1);
    if (word == kIgnore) return ingest::MemberField::Ignored;
    return ingest::member_field(word);
}

std::string encoding_word(ingest::Encoding encoding) {
    switch (encoding) {
        case ingest::Encoding::Windows1252:
        case ingest::Encoding::Latin1:
            return "Windows-1252";
        case ingest::Encoding::Utf16Le:
        case ingest::Encoding::Utf16Be:
            return "UTF-16";
        case ingest::Encoding::Detect:
        case ingest::Encoding::Utf8:
            return "UTF-8";
    }
    return "UTF-8";
}

bool begins_like_json(const std::string& start) {
    const std::size_t at = start.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return at != std::string::npos && (start[at] == '[' || start[at] == '{');
}

Result<std::string> first_bytes(const ingest::Input& input) {
    auto stream = input.open(0);
    if (!stream) return stream.errors();
    std::string start(256, '\0');
    const auto read = stream.value()->read(std::span<char>(start.data(), start.size()));
    if (!read) return read.errors();
    start.resize(read.value());
    return start;
}

Result<std::vector<std::string>> samples_of(const ingest::Input& input, const ingest::TableOptions& options) {
    constexpr int kSampledRows = 50;
    auto table = ingest::open_table(input, 0, options);
    if (!table) return table.errors();
    std::vector<std::string> samples(table.value()->header().size());
    for (int row = 0; row < kSampledRows && table.value()->next(); ++row) {
        const auto cells = table.value()->cells();
        for (std::size_t i = 0; i < std::min(cells.size(), samples.size()); ++i) {
            if (samples[i].empty()) samples[i] = std::string(cells[i]);
        }
    }
    return samples;
}

}  // namespace

Result<std::vector<std::pair<std::string, ingest::MemberField>>> parse_mapping(std::string_view text) {
    std::vector<std::pair<std::string, ingest::MemberField>> mapping;
    base::Errors faults;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin;
        std::size_t equals = 0;
        std::optional<ingest::MemberField> field;
        while (!field && end < text.size()) {
            const std::size_t comma = std::min(text.find(',', end), text.size());
            field = field_after_equals(text.substr(begin, comma - begin), equals);
            end = comma + 1;
        }
        if (!field) {
            const std::string_view piece = text.substr(begin);
            const std::size_t at = piece.rfind('=');
            const std::string value(at == std::string_view::npos ? piece : piece.substr(at + 1));
            faults.push_back({base::ErrorCode::ValueNotAllowed,
                              {{"value", value}, {"allowed", known_fields()}},
                              {.file = {}, .field = "mapping"},
                              {}});
            break;
        }
        mapping.emplace_back(text.substr(begin, equals), *field);
        begin = end;
    }
    if (!faults.empty()) return faults;
    return mapping;
}

std::string field_word(ingest::MemberField field) {
    return std::string(field == ingest::MemberField::Ignored ? kIgnore : ingest::word(field));
}

Result<FileForm> form_of(const ingest::Input& input, const ingest::TableOptions& table) {
    FileForm form;
    auto samples = samples_of(input, table);
    if (!samples) return samples.errors();
    form.samples = std::move(samples).value();
    if (input.kind() == ingest::InputKind::Spreadsheet) {
        form.format = "xlsx";
        return form;
    }
    const auto start = first_bytes(input);
    if (!start) return start.errors();
    form.format = begins_like_json(start.value()) ? "json" : "csv";
    auto stream = input.open(0);
    if (!stream) return stream.errors();
    ingest::CsvReader reader(std::move(stream).value(),
                             {.file = input.name(), .first_line = table.header_line});
    while (reader.next() && reader.encoding() == ingest::Encoding::Detect) {
    }
    form.encoding = encoding_word(reader.encoding());
    if (form.format == "csv") form.delimiter = std::string(1, reader.delimiter());
    if (form.delimiter == "\t") form.delimiter = "tab";
    return form;
}

bool MemberList::is_skipped(const MemberRow& row) const {
    return std::find(skip.begin(), skip.end(), row.line) != skip.end();
}

void set_apart(MemberList& list, const ingest::MemberListPreview& strangers,
               const std::vector<std::uint64_t>& separate) {
    std::set<std::string> ids;
    for (const MemberRow& row : list.rows.rows) ids.insert(row.organisation.id);
    std::unordered_map<std::uint64_t, const MemberRow*> by_line;
    for (const MemberRow& row : strangers.rows) by_line.emplace(row.line, &row);
    for (MemberRow& row : list.rows.rows) {
        const bool is_chosen = std::find(separate.begin(), separate.end(), row.line) != separate.end();
        const auto found = by_line.find(row.line);
        if (!is_chosen || row.verdict != MemberVerdict::Update || found == by_line.end()) continue;
        MemberRow apart = *found->second;
        if (apart.verdict != MemberVerdict::New) continue;
        if (ids.count(apart.organisation.id) > 0) {
            const std::string id = apart.organisation.id + "-" + std::to_string(row.line);
            apart.organisation.id = id;
            if (apart.membership) {
                apart.membership->id = apart.membership->cluster + "." + id;
                apart.membership->member = id;
            }
            for (model::Claim& claim : apart.claims) {
                claim.id = id + "." + claim.predicate;
                claim.subject = id;
            }
        }
        ids.insert(apart.organisation.id);
        row = std::move(apart);
        --list.rows.count_update;
        ++list.rows.count_new;
    }
}

store::WriteBatch batch_of(const MemberList& list, const std::string& actor) {
    store::WriteBatch batch;
    batch.actor = actor;
    batch.puts.emplace_back(list.source);
    const auto for_each_taken = [&](const auto& take) {
        for (const MemberRow& row : list.rows.rows) {
            const bool has_record =
                row.verdict != MemberVerdict::Merged && row.verdict != MemberVerdict::Refused;
            if (has_record && !list.is_skipped(row)) take(row);
        }
    };
    for_each_taken([&](const MemberRow& row) {
        if (list.left.count(row.line) == 0) batch.puts.emplace_back(row.organisation);
    });
    for_each_taken([&](const MemberRow& row) {
        if (row.membership) batch.puts.emplace_back(*row.membership);
        if (const auto rule = list.care.find(row.line); rule != list.care.end())
            batch.puts.emplace_back(rule->second);
    });
    for_each_taken([&](const MemberRow& row) {
        for (const model::Claim& claim : row.claims) batch.puts.emplace_back(claim);
    });
    return batch;
}

}  // namespace kontor::service
