// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <memory>

#include "cli/columns.hpp"
#include "cli/stop_signal.hpp"
#include "cli/verbs/import_report.hpp"
#include "cli/verbs/verbs.hpp"
#include "codec/json_text.hpp"
#include "service/import_service.hpp"
#include "service/shipped_data.hpp"

namespace kontor::cli {
namespace {

using service::BulkRequest;
using service::ImportReport;
using service::ImportService;
using service::Phrase;

struct ImportOptions {
    BulkRequest bulk;
    service::MemberListRequest list;
    std::vector<std::string> mapping;
    bool dry_run = false;
    bool again = false;
    bool json = false;
};

using Bulk = base::Result<ImportReport> (ImportService::*)(const service::Asker&, const BulkRequest&,
                                                           base::Progress&);

int show_report(const Context& context, const ImportOptions& options, const ImportReport& report) {
    if (options.json) {
        context.print_line(codec::json_text(report));
    } else {
        print_report(context, report, options.dry_run ? service::Effect::DryRun : service::Effect::Write);
    }
    return Context::done();
}

base::Result<std::unique_ptr<ImportService>> open_imports(Context& context) {
    const auto store = context.open_store(store::OpenMode::Create);
    if (!store) return store.errors();
    auto splitter = service::load_splitter(context.globals().data, *store.value());
    if (!splitter) return splitter.errors();
    return std::make_unique<ImportService>(*store.value(), context.clock(), std::move(splitter).value());
}

int run_bulk(Context& context, ImportOptions options, Bulk import) {
    options.bulk.effect = options.dry_run ? service::Effect::DryRun : service::Effect::Write;
    options.bulk.repetition = options.again ? service::Repetition::ReadAgain : service::Repetition::Skip;
    const StopSignal stop;
    const auto imports = open_imports(context);
    if (!imports) return context.fail(imports.errors());
    auto progress = context.progress();
    const auto report = (imports.value().get()->*import)(context.asker(), options.bulk, *progress);
    progress.reset();
    if (!report) return context.fail(report.errors());
    return show_report(context, options, report.value());
}

int run_organisations(Context& context, ImportOptions options) {
    for (const std::string& pair : options.mapping) {
        options.list.mapping += (options.list.mapping.empty() ? "" : ",") + pair;
    }
    options.list.name = options.bulk.files.front();
    const StopSignal stop;
    const auto imports = open_imports(context);
    if (!imports) return context.fail(imports.errors());
    auto progress = context.progress();
    if (options.dry_run) {
        const auto preview = imports.value()->preview(context.asker(), options.list, *progress);
        progress.reset();
        if (!preview) return context.fail(preview.errors());
        if (options.json) {
            context.print_line(codec::json_text(preview.value()));
        } else {
            print_preview(context, preview.value());
        }
        return Context::done();
    }
    const auto report = imports.value()->organisations(context.asker(), options.list, *progress);
    progress.reset();
    if (!report) return context.fail(report.errors());
    return show_report(context, options, report.value());
}

CLI::App* add_one(CLI::App& parent, Verbs& verbs, const std::string& name, Phrase description,
                  const std::shared_ptr<ImportOptions>& options) {
    CLI::App* verb = verbs.add(parent, name, description);
    verb->add_option("FILE", options->bulk.files, verbs.help(Phrase::HelpFiles))->required();
    verb->add_flag("--dry-run", options->dry_run, verbs.help(Phrase::HelpDryRun));
    verb->add_flag("--json", options->json, verbs.help(Phrase::HelpJson));
    return verb;
}

void add_bulk(CLI::App& parent, Verbs& verbs, const std::string& name, Phrase description, Bulk import) {
    const auto options = std::make_shared<ImportOptions>();
    CLI::App* verb = add_one(parent, verbs, name, description, options);
    verb->add_flag("--again", options->again, verbs.help(Phrase::HelpAgain));
    verb->callback([&verbs, options, import] {
        verbs.chosen = [options, import](Context& context) { return run_bulk(context, *options, import); };
    });
}

void add_organisations(CLI::App& parent, Verbs& verbs) {
    const auto options = std::make_shared<ImportOptions>();
    CLI::App* verb = add_one(parent, verbs, "organisations", Phrase::HelpImportOrganisations, options);
    verb->get_option("FILE")->expected(1);
    verb->add_option("--cluster", options->list.cluster, verbs.help(Phrase::HelpCluster));
    verb->add_option("--country", options->list.country, verbs.help(Phrase::HelpDefaultCountry));
    verb->add_option("--map", options->mapping, verbs.help(Phrase::HelpMap))->take_all();
    verb->add_option("--skip", options->list.skip, verbs.help(Phrase::HelpSkip))->delimiter(',');
    verb->add_option("--separate", options->list.separate, verbs.help(Phrase::HelpSeparate))->delimiter(',');
    verb->callback([&verbs, options] {
        verbs.chosen = [options](Context& context) { return run_organisations(context, *options); };
    });
}

}  // namespace

void add_import_verbs(CLI::App& app, Verbs& verbs) {
    CLI::App* import = verbs.add(app, "import", Phrase::HelpImport);
    import->require_subcommand(1);
    add_bulk(*import, verbs, "cordis", Phrase::HelpImportCordis, &ImportService::cordis);
    add_organisations(*import, verbs);
    add_bulk(*import, verbs, "vocabulary", Phrase::HelpImportVocabulary, &ImportService::vocabulary);
    add_bulk(*import, verbs, "records", Phrase::HelpImportRecords, &ImportService::records);
}

}  // namespace kontor::cli
