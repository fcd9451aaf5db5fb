// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

#include "cli/stop_signal.hpp"
#include "cli/verbs/verbs.hpp"
#include "service/export_service.hpp"

namespace kontor::cli {
namespace {

using base::ErrorCode;
using service::Phrase;

struct ExportOptions {
    service::ExportRequest request;
    std::string output;
};

base::Error unwritable(const std::string& file, int reason) {
    return {ErrorCode::FileUnreadable, {{"file", file}, {"reason", std::strerror(reason)}}, {}, {}};
}

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

/// What the reader may see. The operator sees everything, and needs no network in memory for that.
base::Result<service::VisibleRecords> records_for(Context& context, const service::Asker& reader) {
    if (reader.standing != service::Standing::Operator) {
        const auto knowledge = context.load_knowledge();
        if (!knowledge) return knowledge.errors();
        return knowledge.value()->view(reader).records;
    }
    const auto store = context.open_store(store::OpenMode::Existing);
    if (!store) return store.errors();
    service::Sight everything(std::make_shared<const service::AccessRules>(), {.is_operator = true});
    return service::VisibleRecords(*store.value(), std::move(everything));
}

/// An export is over when it stands in the log who has it.
base::Outcome write_reveals(Context& context) {
    if (context.globals().token.empty()) return base::Done{};
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return knowledge.errors();
    return knowledge.value()->write_reveals();
}

int export_to(Context& context, const service::ExportRequest& request, std::FILE* out) {
    const auto reader = context.reader();
    if (!reader) return context.fail(reader.errors());
    const auto records = records_for(context, reader.value());
    if (!records) return context.fail(records.errors());
    const service::ExportService exports(records.value());
    auto progress = context.progress();
    bool is_broken = false;
    const auto take = [&](std::string_view line) {
        is_broken =
            std::fwrite(line.data(), 1, line.size(), out) != line.size() || std::fputc('\n', out) == EOF;
        return !is_broken;
    };
    const auto count = exports.records(reader.value(), request, take, *progress);
    is_broken = is_broken || std::fflush(out) != 0;
    progress.reset();
    if (is_broken) return context.fail({unwritable("-", errno)});
    if (!count) return context.fail(count.errors());
    if (const auto noted = write_reveals(context); !noted) return context.fail(noted.errors());
    context.note(
        context.say(Phrase::CliExported, {{"count", count_text(count.value(), context.language())}}));
    return Context::done();
}

/// Written beside its place first, so that the name never stands for half an export.
int run_export(Context& context, const ExportOptions& options) {
    const StopSignal stop;
    if (options.output.empty()) return export_to(context, options.request, stdout);
    std::error_code failed;
    if (std::filesystem::exists(options.output, failed)) {
        return context.fail({{ErrorCode::TargetExists, {{"target", options.output}}, {}, {}}});
    }
    const std::string unfinished = options.output + ".part";
    std::unique_ptr<std::FILE, CloseFile> out(std::fopen(unfinished.c_str(), "wb"));
    if (out == nullptr) return context.fail({unwritable(unfinished, errno)});
    const int code = export_to(context, options.request, out.get());
    out.reset();
    if (code == Context::done()) {
        std::filesystem::rename(unfinished, options.output, failed);
    } else {
        std::filesystem::remove(unfinished, failed);
    }
    return code;
}

}  // namespace

void add_export_verb(CLI::App& app, Verbs& verbs) {
    const auto options = std::make_shared<ExportOptions>();
    CLI::App* verb = verbs.add(app, "export", Phrase::HelpExport);
    verb->add_option("--kind", options->request.kinds, verbs.help(Phrase::HelpExportKind))->delimiter(',');
    verb->add_option("--id", options->request.ids, verbs.help(Phrase::HelpExportId))->delimiter(',');
    verb->add_option("-o,--output", options->output, verbs.help(Phrase::HelpOutput));
    verb->callback([&verbs, options] {
        verbs.chosen = [options](Context& context) { return run_export(context, *options); };
    });
}

}  // namespace kontor::cli
