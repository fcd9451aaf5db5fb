// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "cli/columns.hpp"
#include "cli/stop_signal.hpp"
#include "cli/verbs/import_report.hpp"
#include "cli/verbs/verbs.hpp"
#include "codec/json_text.hpp"
#include "service/import_service.hpp"
#include "service/maintenance_service.hpp"
#include "service/shipped_data.hpp"

namespace kontor::cli {
namespace {

using service::Phrase;

struct Output {
    bool json = false;
};

void print_records(const Context& context, const std::vector<service::StatusRecord>& records) {
    Columns rows({Align::Left, Align::Right}, context.width());
    for (const service::StatusRecord& record : records) {
        rows.add({record.kind, count_text(static_cast<std::uint64_t>(record.count), context.language())});
    }
    context.print(rows.text());
}

int run_status(Context& context, const Output& output) {
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    const service::MaintenanceService maintenance(*knowledge.value());
    const auto reader = context.reader();
    if (!reader) return context.fail(reader.errors());
    const auto status = maintenance.status(reader.value());
    if (!status) return context.fail(status.errors());
    if (output.json) {
        context.print_line(codec::json_text(status.value()));
    } else {
        print_records(context, status.value().records);
    }
    return Context::done();
}

void print_checks(const Context& context, const service::DoctorReport& report) {
    Columns rows({Align::Left, Align::Left}, context.width());
    for (const service::DoctorCheck& check : report.checks) {
        const auto state = service::phrase_from_slug("cli-state-" + check.state);
        rows.add({state ? context.say(*state) : check.state, check.text});
        for (const std::string& finding : check.findings) rows.add({"", "  " + finding});
    }
    context.print(rows.text());
    context.print_line(context.say(report.sound ? Phrase::CliSound : Phrase::CliUnsound));
}

int run_doctor(Context& context, const Output& output) {
    const StopSignal stop;
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    const service::MaintenanceService maintenance(*knowledge.value());
    auto progress = context.progress();
    const auto report =
        maintenance.doctor(context.asker(), {context.globals().database, context.globals().data}, *progress);
    progress.reset();
    if (!report) return context.fail(report.errors());
    if (output.json) {
        context.print_line(codec::json_text(report.value()));
    } else {
        print_records(context, report.value().records);
        context.print_line("");
        print_checks(context, report.value());
    }
    return Context::done(report.value().sound ? ExitCode::Ok : ExitCode::Internal);
}

int run_backup(Context& context, const std::string& file) {
    const StopSignal stop;
    const auto store = context.open_store(store::OpenMode::Existing);
    if (!store) return context.fail(store.errors());
    auto progress = context.progress();
    const auto done = service::backup(context.asker(), *store.value(), file, *progress);
    progress.reset();
    if (!done) return context.fail(done.errors());
    context.print_line(context.say(Phrase::CliBackedUp, {{"file", file}}));
    return Context::done();
}

int run_restore(Context& context, const std::string& file) {
    const std::string& database = context.globals().database;
    std::error_code ignored;
    const auto folder = std::filesystem::path(database).parent_path();
    if (!folder.empty()) std::filesystem::create_directories(folder, ignored);
    const auto done = service::restore(context.asker(), file, database);
    if (!done) return context.fail(done.errors());
    context.print_line(context.say(Phrase::CliRestored, {{"file", database}}));
    return Context::done();
}

int run_demo_load(Context& context, const Output& output) {
    const StopSignal stop;
    const auto files = service::demo_files(context.globals().data);
    if (!files) return context.fail(files.errors());
    const auto store = context.open_store(store::OpenMode::Create);
    if (!store) return context.fail(store.errors());
    auto splitter = service::load_splitter(context.globals().data, *store.value());
    if (!splitter) return context.fail(splitter.errors());
    service::ImportService imports(*store.value(), context.clock(), std::move(splitter).value());
    auto progress = context.progress();
    const auto report = imports.records(context.asker(), {.files = files.value()}, *progress);
    progress.reset();
    if (!report) return context.fail(report.errors());
    if (output.json) {
        context.print_line(codec::json_text(report.value()));
    } else {
        print_report(context, report.value(), service::Effect::Write);
    }
    return Context::done();
}

/// A verb whose only option is --json.
void add_simple(CLI::App& parent, Verbs& verbs, const std::string& name, Phrase description,
                int (*run)(Context&, const Output&)) {
    const auto output = std::make_shared<Output>();
    CLI::App* verb = verbs.add(parent, name, description);
    verb->add_flag("--json", output->json, verbs.help(Phrase::HelpJson));
    verb->callback([&verbs, output, run] {
        verbs.chosen = [output, run](Context& context) { return run(context, *output); };
    });
}

void add_with_file(CLI::App& parent, Verbs& verbs, const std::string& name, Phrase description,
                   int (*run)(Context&, const std::string&)) {
    const auto file = std::make_shared<std::string>();
    CLI::App* verb = verbs.add(parent, name, description);
    verb->add_option("FILE", *file, verbs.help(Phrase::HelpBackupFile))->required();
    verb->callback([&verbs, file, run] {
        verbs.chosen = [file, run](Context& context) { return run(context, *file); };
    });
}

}  // namespace

void add_maintenance_verbs(CLI::App& app, Verbs& verbs) {
    add_simple(app, verbs, "status", Phrase::HelpStatus, run_status);
    add_simple(app, verbs, "doctor", Phrase::HelpDoctor, run_doctor);
    add_with_file(app, verbs, "backup", Phrase::HelpBackup, run_backup);
    add_with_file(app, verbs, "restore", Phrase::HelpRestore, run_restore);
    CLI::App* demo = verbs.add(app, "demo", Phrase::HelpDemo);
    demo->require_subcommand(1);
    add_simple(*demo, verbs, "load", Phrase::HelpDemoLoad, run_demo_load);
    CLI::App* version = verbs.add(app, "version", Phrase::HelpVersion);
    version->callback([&verbs] {
        verbs.chosen = [](Context& context) {
            context.print_line(fmt::format("kontor {}", service::program_version()));
            return Context::done();
        };
    });
}

}  // namespace kontor::cli
