// SPDX-License-Identifier: EUPL-1.2
#include "cli/verbs/import_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/columns.hpp"

namespace kontor::cli {
namespace {

using service::FaultView;
using service::Phrase;

constexpr std::size_t kShownOfAKind = 5;

std::string located(const FaultView& fault) {
    std::string out = fault.file;
    if (fault.line > 0) out += fmt::format("{}{}", out.empty() ? "" : ":", fault.line);
    if (fault.column > 0) out += fmt::format(":{}", fault.column);
    if (!fault.field.empty()) out += fmt::format("{}{}", out.empty() ? "" : ": ", fault.field);
    return out + (out.empty() ? "" : ": ") + fault.text;
}

/// The first faults of every kind, so that one frequent kind does not hide the others.
void note_faults(const Context& context, const std::vector<FaultView>& faults, std::int64_t total) {
    std::map<std::string, std::size_t> shown;
    std::int64_t said = 0;
    for (const FaultView& fault : faults) {
        if (++shown[fault.code] > kShownOfAKind) continue;
        context.note(located(fault));
        ++said;
    }
    if (total <= said) return;
    const std::string more = count_text(static_cast<std::uint64_t>(total - said), context.language());
    context.note(context.say(Phrase::CliMoreFaults, {{"count", more}}));
}

std::string counted(const Context& context, std::int64_t count, Phrase what) {
    return count_text(static_cast<std::uint64_t>(count), context.language()) + " " + context.say(what);
}

std::string count_word(const Context& context, std::int64_t count) {
    return count_text(static_cast<std::uint64_t>(count), context.language());
}

}  // namespace

void print_report(const Context& context, const service::ImportReport& report, service::Effect effect) {
    if (report.repeated) {
        context.print_line(
            context.say(Phrase::CliImportRepeated, {{"file", report.file}, {"id", report.id}}));
        return;
    }
    Columns rows(
        {Align::Left, Align::Left, Align::Right, Align::Right, Align::Right, Align::Right, Align::Right},
        context.width());
    for (const service::ImportReportFile& file : report.files) {
        const auto label = service::phrase_from_slug("stage-" + file.contents);
        rows.add({file.file, label ? context.say(*label) : file.contents,
                  counted(context, file.rows, Phrase::CliRows),
                  counted(context, file.taken, Phrase::CliTaken),
                  counted(context, file.merged, Phrase::CliMerged),
                  counted(context, file.unchanged, Phrase::CliUnchanged),
                  counted(context, file.refused, Phrase::CliRefused)});
    }
    context.print(rows.text());
    const base::ErrorArguments counts{{"inserted", count_word(context, report.inserted)},
                                      {"updated", count_word(context, report.updated)},
                                      {"unchanged", count_word(context, report.unchanged)}};
    context.print_line(context.say(
        effect == service::Effect::DryRun ? Phrase::CliImportDry : Phrase::CliImportDone, counts));
    std::int64_t noticed = 0;
    for (const service::ImportReportFile& file : report.files) noticed += file.noticed;
    note_faults(context, report.faults, report.refused);
    note_faults(context, report.notices, noticed);
}

void print_preview(const Context& context, const service::ImportPreview& preview) {
    Columns columns({Align::Left, Align::Left, Align::Left}, context.width());
    for (const service::ImportPreviewColumn& column : preview.columns) {
        const auto field = std::find_if(preview.fields.begin(), preview.fields.end(),
                                        [&](const auto& each) { return each.field == column.field; });
        columns.add(
            {column.column,
             fmt::format("→ {} ({})", column.field, field == preview.fields.end() ? "" : field->label),
             column.sample});
    }
    context.print_line(context.bold(context.say(Phrase::CliColumns)));
    context.print(columns.text());
    context.print_line("");
    Columns rows({Align::Right, Align::Left, Align::Left, Align::Left, Align::Left, Align::Left},
                 context.width());
    for (const service::ImportPreviewRow& row : preview.rows) {
        const auto action = service::phrase_from_slug("cli-action-" + row.action);
        std::string note = row.known ? "= " + row.known->name + " [" + row.known->id + "]" : "";
        if (!row.note.empty()) note += (note.empty() ? "" : "; ") + row.note;
        rows.add({std::to_string(row.line), action ? context.say(*action) : row.action, row.name, row.city,
                  row.country, note});
    }
    context.print(rows.text());
    context.print_line(
        context.say(Phrase::CliPreview, {{"rows", count_word(context, preview.row_total)},
                                         {"new", count_word(context, preview.new_total)},
                                         {"known", count_word(context, preview.known_total)},
                                         {"merged", count_word(context, preview.merged_total)},
                                         {"refused", count_word(context, preview.refused_total)}}));
    note_faults(context, preview.faults, static_cast<std::int64_t>(preview.faults.size()));
}

}  // namespace kontor::cli
