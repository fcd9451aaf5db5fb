// SPDX-License-Identifier: EUPL-1.2
#include "program/serve.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "cli/context.hpp"
#include "cli/stop_signal.hpp"
#include "service/import_service.hpp"
#include "service/shipped_data.hpp"

namespace kontor::program {
namespace {

/// Idempotent: the ledger knows the files that are in.
base::Outcome load_demo(const cli::Context& context, store::Store& store) {
    const auto files = service::demo_files(context.globals().data);
    if (!files) return files.errors();
    auto splitter = service::load_splitter(context.globals().data, store);
    if (!splitter) return splitter.errors();
    service::ImportService imports(store, context.clock(), std::move(splitter).value());
    const auto progress = context.progress();
    const auto report = imports.records(context.asker(), {.files = files.value()}, *progress);
    if (!report) return report.errors();
    return base::Done{};
}

}  // namespace

int serve(const cli::ServeOptions& options) {
    const cli::StopSignal stop;
    cli::Context context({options.database, options.data, options.language});
    const auto store = context.open_store(store::OpenMode::Create);
    if (!store) return context.fail(store.errors());
    if (options.demo) {
        if (auto loaded = load_demo(context, *store.value()); !loaded) return context.fail(loaded.errors());
    }
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    context.note(fmt::format("{}: {}", options.database, knowledge.value()->current()->sequence));
    return cli::Context::done();
}

}  // namespace kontor::program
