// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <memory>

#include "cli/verbs/record_pages.hpp"
#include "cli/verbs/verbs.hpp"
#include "codec/json_text.hpp"
#include "service/page_service.hpp"
#include "service/record_service.hpp"

namespace kontor::cli {
namespace {

using service::PageService;
using service::Phrase;

struct ShowOptions {
    std::string kind;
    std::string id;
    bool history = false;
    bool json = false;
};

template <class Page>
int show(const Context& context, const base::Result<Page>& page, const ShowOptions& options) {
    if (!page) return context.fail(page.errors());
    if (options.json) {
        context.print_line(codec::json_text(page.value()));
    } else {
        print_page(context, page.value());
    }
    return Context::done();
}

/// Change by change, the newest first: when, who, and each field with what it said before and after.
int show_history(const Context& context, service::Knowledge& knowledge, const ShowOptions& options) {
    const service::RecordService records(knowledge);
    const auto history = records.history(context.asker(), {options.kind, options.id});
    if (!history) return context.fail(history.errors());
    if (options.json) {
        context.print_line(codec::json_text(history.value()));
        return Context::done();
    }
    context.print_line(context.bold(history.value().name));
    for (const service::HistoryStep& step : history.value().steps) {
        const auto words = service::phrase_from_slug("audit-record-" + step.change);
        context.print_line(fmt::format("{}  {}  {}  ({})", step.at, words ? context.say(*words) : step.change,
                                       step.actor, step.batch));
        for (const service::FieldChange& field : step.fields)
            context.print_line(fmt::format("    {}: {} → {}", field.field, field.before, field.after));
    }
    return Context::done();
}

int run_show(Context& context, const ShowOptions& options) {
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    if (options.history) return show_history(context, *knowledge.value(), options);
    const PageService pages(*knowledge.value());
    const auto reader = context.reader();
    if (!reader) return context.fail(reader.errors());
    const service::Asker& asker = reader.value();
    if (options.kind == "organisation") return show(context, pages.organisation(asker, options.id), options);
    if (options.kind == "project") return show(context, pages.project(asker, options.id), options);
    if (options.kind == "programme") return show(context, pages.programme(asker, options.id), options);
    if (options.kind == "call") return show(context, pages.call(asker, options.id), options);
    if (options.kind == "topic") return show(context, pages.topic(asker, options.id), options);
    if (options.kind == "country") return show(context, pages.country(asker, options.id), options);
    if (options.kind == "region") return show(context, pages.region(asker, options.id), options);
    return context.fail({{base::ErrorCode::ValueNotAllowed,
                          {{"value", options.kind},
                           {"allowed", "organisation, project, programme, call, topic, country, region"}},
                          {.file = {}, .field = "KIND"},
                          {}}});
}

}  // namespace

void add_show_verb(CLI::App& app, Verbs& verbs) {
    const auto options = std::make_shared<ShowOptions>();
    CLI::App* verb = verbs.add(app, "show", Phrase::HelpShow);
    verb->add_option("KIND", options->kind, verbs.help(Phrase::HelpShowKind))->required();
    verb->add_option("ID", options->id, verbs.help(Phrase::HelpShowId))->required();
    verb->add_flag("--history", options->history, verbs.help(Phrase::HelpShowHistory));
    verb->add_flag("--json", options->json, verbs.help(Phrase::HelpJson));
    verb->callback([&verbs, options] {
        verbs.chosen = [options](Context& context) { return run_show(context, *options); };
    });
}

}  // namespace kontor::cli
