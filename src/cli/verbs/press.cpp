// SPDX-License-Identifier: EUPL-1.2
// press read: what texts tell about whom, for people and as JSON.
#include "cli/verbs/press.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include "cli/columns.hpp"
#include "cli/verbs/verbs.hpp"
#include "service/press_document.hpp"
#include "service/press_wording.hpp"
#include "text/utf8.hpp"

namespace kontor::cli {
namespace {

using service::Phrase;

struct ReadOptions {
    std::vector<std::string> files;
    std::string language;
    std::string published;
    bool without_network = false;
    bool json = false;
};

struct Document {
    std::string name;
    std::string text;
};

base::Result<Document> document_of(const std::string& file) {
    Document out{std::filesystem::path(file).filename().string(), {}};
    if (file == "-") {
        out.text.assign(std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>());
    } else {
        std::ifstream in(file, std::ios::binary);
        if (!in)
            return base::Error{base::ErrorCode::FileUnreadable, {{"file", file}, {"reason", "open"}}, {}, {}};
        out.text.assign(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    if (text::first_utf8_fault(out.text)) out.text = text::utf8_from_windows_1252(out.text);
    return out;
}

void print_reading(const Context& context, const Document& document, const press::Reading& reading,
                   std::string_view text) {
    const std::string& language = context.language();
    context.print_line(context.bold(document.name));
    if (!reading.language_read) {
        return context.print_line(context.say(Phrase::CliPressLanguageUnread,
                                              {{"file", document.name}, {"language", reading.language}}));
    }
    if (reading.facts.empty())
        return context.print_line(context.say(Phrase::CliPressNothing, {{"file", document.name}}));
    press::Range shown{};
    for (const press::Fact& fact : reading.facts) {
        if (fact.sentence != shown) {
            shown = fact.sentence;
            const auto words = text.substr(shown.begin, shown.end - shown.begin);
            context.print_line("\n" + wrapped(service::collapsed(words), context.width(), 0));
        }
        context.print_line(fmt::format("  {:>3.0f} %  {}", 100 * fact.confidence,
                                       service::fact_sentence(reading, fact, language)));
    }
}

int run_read(Context& context, const ReadOptions& options) {
    const service::PressReaders readers(context.globals().data);
    const auto reader =
        press_reader(context, readers, options.without_network ? NetworkNames::LeftOut : NetworkNames::Known);
    if (!reader) return context.fail(reader.errors());
    const auto published = model::Date::parse(options.published);
    if (!options.published.empty() && !published)
        return context.fail({{base::ErrorCode::DateInvalid, {{"value", options.published}}, {}, {}}});
    const auto label = [&readers](std::string_view topic) { return readers.topic_label(topic); };
    std::string documents;
    base::Errors faults;
    for (const std::string& file : options.files) {
        const auto document = document_of(file);
        if (!document) {
            faults.insert(faults.end(), document.errors().begin(), document.errors().end());
            continue;
        }
        const press::PressText item{.text = document.value().text,
                                    .publisher = {},
                                    .language = options.language,
                                    .published = published.value_or(model::Date())};
        const press::Reading reading = reader.value()->read(item);
        const std::string text = press::text_as_read(item);
        if (options.json) {
            documents += (documents.empty() ? "" : ",\n") +
                         service::press_document(reading, text, document.value().name, label);
        } else {
            print_reading(context, document.value(), reading, text);
        }
    }
    if (options.json)
        context.print_line(options.files.size() == 1 ? documents : "{\"documents\":[" + documents + "]}");
    return faults.empty() ? Context::done() : context.fail(faults);
}

}  // namespace

base::Result<service::PressReader> press_reader(Context& context, const service::PressReaders& readers,
                                                NetworkNames names) {
    std::error_code failed;
    const bool has_database = std::filesystem::exists(context.globals().database, failed);
    if (names == NetworkNames::LeftOut || !has_database) return readers.without_network();
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return knowledge.errors();
    const auto asker = context.reader();
    if (!asker) return asker.errors();
    return readers.reader(knowledge.value()->view(asker.value()));
}

void add_press_verbs(CLI::App& app, Verbs& verbs) {
    CLI::App* press = verbs.add(app, "press", Phrase::HelpPress);
    press->require_subcommand(1);
    const auto options = std::make_shared<ReadOptions>();
    CLI::App* read = verbs.add(*press, "read", Phrase::HelpPressRead);
    read->add_option("FILE", options->files, verbs.help(Phrase::HelpPressFiles))->required();
    read->add_option("--text-lang", options->language, verbs.help(Phrase::HelpPressLanguage));
    read->add_option("--published", options->published, verbs.help(Phrase::HelpPressPublished));
    read->add_flag("--without-network", options->without_network,
                   verbs.help(Phrase::HelpPressWithoutNetwork));
    read->add_flag("--json", options->json, verbs.help(Phrase::HelpJson));
    read->callback([&verbs, options] {
        verbs.chosen = [options](Context& context) { return run_read(context, *options); };
    });
    add_press_desk_verbs(*press, verbs);
    add_feed_verbs(*press, verbs);
}

}  // namespace kontor::cli
