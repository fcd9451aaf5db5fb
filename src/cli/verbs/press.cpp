// SPDX-License-Identifier: EUPL-1.2
// press read: what texts tell about whom, for people and as JSON.
#include "cli/verbs/press.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <memory>
#include <utility>

#include "base/limits.hpp"
#include "cli/columns.hpp"
#include "cli/stop_signal.hpp"
#include "cli/verbs/verbs.hpp"
#include "ingest/press_documents.hpp"
#include "service/press_document.hpp"
#include "service/press_wording.hpp"

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

void print_reading(const Context& context, const std::string& name, const press::Reading& reading,
                   std::string_view text) {
    const std::string& language = context.language();
    context.print_line(context.bold(name));
    if (!reading.language_read) {
        return context.print_line(
            context.say(Phrase::CliPressLanguageUnread, {{"file", name}, {"language", reading.language}}));
    }
    if (reading.facts.empty())
        return context.print_line(context.say(Phrase::CliPressNothing, {{"file", name}}));
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

/// Reads each document as it arrives and prints what it tells, so that memory does not grow with their
/// number.
class Printer final : public ingest::DocumentSink {
public:
    Printer(const Context& context, const ReadOptions& options, const service::PressReaders& readers,
            service::PressReader reader)
        : context_(context), options_(options), readers_(readers), reader_(std::move(reader)) {}

    base::Outcome accept(ingest::DocumentText&& document) override {
        const auto given = model::Date::parse(options_.published);
        const press::PressText item{
            .title = std::move(document.title),
            .text = std::move(document.text),
            .publisher = std::move(document.publisher),
            .language = options_.language.empty() ? document.language : options_.language,
            .published = given ? *given : document.published};
        std::string name = std::filesystem::path(document.file).filename().string();
        if (!document.part.empty()) name += "/" + document.part;
        const press::Reading reading = reader_->read(item);
        const std::string text = press::text_as_read(item);
        if (options_.json) {
            add_json(reading, text, name);
        } else {
            print_reading(context_, name, reading, text);
        }
        return base::Done{};
    }
    void refuse(base::Error&& error) override { faults_.push_back(std::move(error)); }

    [[nodiscard]] const base::Errors& faults() const { return faults_; }

    /// One object for one document, "documents" for several; to be called when all have been read.
    void finish() {
        if (!options_.json) return;
        if (!first_.empty()) return context_.print_line(first_);
        if (several_) return context_.print_line("]}");
        if (options_.files.size() > 1) context_.print_line(R"({"documents":[]})");
    }

private:
    void add_json(const press::Reading& reading, const std::string& text, const std::string& name) {
        const auto label = [this](std::string_view topic) { return readers_.topic_label(topic); };
        std::string json = service::press_document(reading, text, name, label);
        if (!several_ && first_.empty() && options_.files.size() == 1) {
            first_ = std::move(json);
            return;
        }
        if (!several_) {
            context_.print(R"({"documents":[)");
            several_ = true;
            if (!first_.empty()) context_.print_line(std::exchange(first_, {}) + ",");
        } else {
            context_.print_line(",");
        }
        context_.print(json);
    }

    const Context& context_;
    const ReadOptions& options_;
    const service::PressReaders& readers_;
    service::PressReader reader_;
    base::Errors faults_;
    std::string first_;  // the only document so far
    bool several_ = false;
};

base::Outcome read_file(const std::string& file, Printer& printer, base::Progress& progress) {
    if (file != "-") return ingest::read_press_documents(file, printer, progress);
    std::string bytes(base::limits::kDocumentBytes + 1, '\0');
    std::cin.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(std::cin.gcount()));
    return ingest::read_press_bytes("-", bytes, printer, progress);
}

/// Whether there is anything to wait for: several files, a folder, an archive.
bool is_long(const std::vector<std::string>& files) {
    std::error_code failed;
    return files.size() > 1 || std::filesystem::is_directory(files.front(), failed) ||
           std::filesystem::path(files.front()).extension() == ".zip";
}

int run_read(Context& context, const ReadOptions& options) {
    const service::PressReaders readers(context.globals().data);
    const auto reader =
        press_reader(context, readers, options.without_network ? NetworkNames::LeftOut : NetworkNames::Known);
    if (!reader) return context.fail(reader.errors());
    if (!options.published.empty() && !model::Date::parse(options.published))
        return context.fail({{base::ErrorCode::DateInvalid, {{"value", options.published}}, {}, {}}});
    const StopSignal stop;
    // A single small file is read before anybody could look at a bar; a log wants none at all.
    const auto shown = context.progress();
    TerminalProgress silent(TerminalProgress::Style::Silent, context.language());
    base::Progress& progress = is_long(options.files) && shown->draws_bar() ? *shown : silent;
    Printer printer(context, options, readers, reader.value());
    for (const std::string& file : options.files) {
        if (const auto read = read_file(file, printer, progress); !read) return context.fail(read.errors());
    }
    printer.finish();
    return printer.faults().empty() ? Context::done() : context.fail(printer.faults());
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
