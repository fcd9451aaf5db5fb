// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "service/faults.hpp"
#include "service/member_list.hpp"
#include "service/phrases.hpp"

namespace kontor::service {
namespace {

using ingest::MemberRow;
using ingest::MemberVerdict;

constexpr std::size_t kShownRows = 500;

std::string_view action_of(MemberVerdict verdict) {
    switch (verdict) {
        case MemberVerdict::New:
        case MemberVerdict::Ambiguous:
            return "new";
        case MemberVerdict::Update:
            return "known";
        case MemberVerdict::Merged:
            return "merged";
        case MemberVerdict::Refused:
            return "refused";
    }
    return "refused";
}

/// Faults or notices as one text, and what the row may be.
std::string note_of(const MemberRow& row, const MemberList& list, std::string_view language) {
    std::string note;
    const auto add = [&](const std::string& sentence) { note += (note.empty() ? "" : " ") + sentence; };
    for (const base::Errors* errors : {&row.faults, &row.notices}) {
        for (const base::Error& error : *errors) add(base::sentence(error, language));
    }
    if (row.verdict == MemberVerdict::Ambiguous && !row.matches.empty()) {
        add(say(Phrase::ImportMayBe, language, {{"name", row.matches.front().name}}));
    }
    if (list.left.count(row.line) > 0) add(say(Phrase::ImportWaitsForReview, language));
    return note;
}

ImportPreviewRow shown(const MemberRow& row, const MemberList& list, const Vocabulary& vocabulary,
                       std::string_view language) {
    ImportPreviewRow out;
    out.line = static_cast<std::int64_t>(row.line);
    if (!row.organisation.names.empty()) out.name = model::display_name(row.organisation);
    out.city = row.organisation.city;
    out.country = row.organisation.country;
    out.topics = vocabulary.refs(row.organisation.topics, language);
    out.action = list.is_skipped(row) ? "skipped" : action_of(row.verdict);
    const bool is_alike = row.verdict == MemberVerdict::Update || row.verdict == MemberVerdict::Ambiguous;
    if (is_alike && !row.matches.empty()) {
        out.known = Ref{"organisation", row.matches.front().organisation, row.matches.front().name};
    }
    out.note = note_of(row, list, language);
    return out;
}

std::vector<ImportPreviewField> mappable_fields(std::string_view language) {
    std::vector<ImportPreviewField> out;
    for (int i = 0; i <= static_cast<int>(ingest::MemberField::MemberNumber); ++i) {
        const std::string word = field_word(static_cast<ingest::MemberField>(i));
        std::string slug = "member-field-" + word;
        std::replace(slug.begin(), slug.end(), '_', '-');
        const auto phrase = phrase_from_slug(slug);
        out.push_back({word, phrase ? say(*phrase, language) : word});
    }
    return out;
}

base::Errors all_faults(const MemberList& list) {
    base::Errors faults = list.rows.file_faults.kept();
    for (const MemberRow& row : list.rows.rows) {
        if (faults.size() >= base::limits::kFaultsReported) break;
        faults.insert(faults.end(), row.faults.begin(), row.faults.end());
    }
    return faults;
}

base::Errors all_notices(const MemberList& list) {
    base::Errors notices;
    for (const MemberRow& row : list.rows.rows) {
        if (notices.size() >= base::limits::kFaultsReported) break;
        notices.insert(notices.end(), row.notices.begin(), row.notices.end());
    }
    return notices;
}

/// Rows of the file, those without a table row included.
std::int64_t row_total(const MemberList& list) {
    const auto refused_in_table = static_cast<std::uint64_t>(
        std::count_if(list.rows.rows.begin(), list.rows.rows.end(),
                      [](const MemberRow& row) { return row.verdict == MemberVerdict::Refused; }));
    const std::uint64_t outside =
        list.rows.count_refused > refused_in_table ? list.rows.count_refused - refused_in_table : 0;
    return static_cast<std::int64_t>(list.rows.rows.size() + outside);
}

}  // namespace

ImportPreview preview_answer(const MemberList& list, const Vocabulary& vocabulary,
                             std::string_view language) {
    ImportPreview out;
    out.format = list.form.format;
    out.encoding = list.form.encoding;
    out.delimiter = list.form.delimiter;
    for (std::size_t i = 0; i < list.rows.mapping.size(); ++i) {
        const ingest::ColumnMapping& column = list.rows.mapping[i];
        out.columns.push_back({column.column, field_word(column.field),
                               i < list.form.samples.size() ? list.form.samples[i] : ""});
    }
    out.fields = mappable_fields(language);
    out.row_total = row_total(list);
    out.new_total = static_cast<std::int64_t>(list.rows.count_new + list.rows.count_ambiguous);
    out.known_total = static_cast<std::int64_t>(list.rows.count_update);
    out.merged_total = static_cast<std::int64_t>(list.rows.count_merged);
    out.refused_total = static_cast<std::int64_t>(list.rows.count_refused);
    for (const MemberRow& row : list.rows.rows) {
        if (out.rows.size() == kShownRows) break;
        out.rows.push_back(shown(row, list, vocabulary, language));
    }
    out.faults = fault_views(all_faults(list), language);
    return out;
}

base::Result<ImportReport> report_answer(const MemberList& list, const store::Store& before,
                                         std::string_view language) {
    ImportReport out;
    ImportReportFile file;
    for (const MemberRow& row : list.rows.rows) {
        if (row.verdict == MemberVerdict::Refused) continue;
        if (row.verdict == MemberVerdict::Merged) {
            ++file.merged;
            continue;
        }
        if (list.is_skipped(row)) {
            ++file.refused;
            continue;
        }
        ++file.taken;
        if (list.left.count(row.line) > 0) {
            out.waiting = out.waiting.value_or(0) + static_cast<std::int64_t>(row.claims.size());
            ++out.unchanged;
            continue;
        }
        const auto stored = before.read(model::RecordKind::Organisation, row.organisation.id);
        if (!stored) return stored.errors();
        if (!stored.value()) {
            ++out.inserted;
        } else if (*stored.value() == model::Record(row.organisation)) {
            ++out.unchanged;
        } else {
            ++out.updated;
        }
    }
    file.file = list.name;
    file.contents = "organisations";
    file.rows = row_total(list);
    file.refused += static_cast<std::int64_t>(list.rows.count_refused);
    out.file = list.name;
    out.rows = file.rows;
    out.merged = file.merged;
    out.refused = file.refused;
    out.faults = fault_views(all_faults(list), language);
    out.notices = fault_views(all_notices(list), language);
    file.noticed = static_cast<std::int64_t>(out.notices.size());
    out.files.push_back(std::move(file));
    return out;
}

}  // namespace kontor::service
