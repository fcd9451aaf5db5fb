// SPDX-License-Identifier: EUPL-1.2
// match note, notes, withdraw: what came of possible partners, noted at the terminal.
#include <memory>

#include "cli/verbs/verbs.hpp"
#include "codec/json_text.hpp"
#include "service/partner_note_service.hpp"

namespace kontor::cli {
namespace {

using service::Phrase;

struct Options {
    service::PartnerNoteForm form;
    service::PartnerNotesQuery query;
    std::string id;
    bool json = false;
};

/// Runs `answer(notes, asker)` as whoever asks and prints what it gives.
template <class Answer>
int run_as_reader(Context& context, const Answer& answer) {
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    const service::PartnerNoteService notes(*knowledge.value());
    const auto reader = context.reader();
    if (!reader) return context.fail(reader.errors());
    return answer(notes, reader.value());
}

base::ErrorArguments words_of(const service::PartnerNote& note) {
    return {{"id", note.id},
            {"partner", note.partner.name},
            {"outcome", note.outcome_text},
            {"day", note.day},
            {"noted_by", note.noted_by}};
}

int run_note(Context& context, const Options& options) {
    return run_as_reader(context, [&](const service::PartnerNoteService& notes, const service::Asker& asker) {
        const auto made = notes.note(asker, options.form);
        if (!made) return context.fail(made.errors());
        context.print_line(options.json ? codec::json_text(made.value())
                                        : context.say(Phrase::CliNoteMade, words_of(made.value())));
        return Context::done();
    });
}

int run_notes(Context& context, const Options& options) {
    return run_as_reader(context, [&](const service::PartnerNoteService& notes, const service::Asker& asker) {
        const auto list = notes.notes(asker, options.query);
        if (!list) return context.fail(list.errors());
        if (options.json) {
            context.print_line(codec::json_text(list.value()));
            return Context::done();
        }
        for (const service::PartnerNote& note : list.value().notes) {
            context.print_line(context.say(Phrase::CliNote, words_of(note)));
            if (!note.text.empty()) context.print_line("    " + note.text);
        }
        if (list.value().total == 0) context.print_line(context.say(Phrase::CliNotesNone));
        return Context::done();
    });
}

int run_withdraw(Context& context, const Options& options) {
    return run_as_reader(context, [&](const service::PartnerNoteService& notes, const service::Asker& asker) {
        const auto done = notes.withdraw(asker, options.id);
        if (!done) return context.fail(done.errors());
        if (!options.json) context.print_line(context.say(Phrase::CliNoteWithdrawn, {{"id", options.id}}));
        return Context::done();
    });
}

}  // namespace

void add_note_verbs(CLI::App& match, Verbs& verbs) {
    const auto made = std::make_shared<Options>();
    CLI::App* note = add_json_verb(match, verbs, {"note", Phrase::HelpMatchNote, run_note}, made);
    note->add_option("--for", made->form.subject, verbs.help(Phrase::HelpNoteFor))->required();
    note->add_option("--partner", made->form.partner, verbs.help(Phrase::HelpNotePartner))->required();
    note->add_option("--outcome", made->form.outcome, verbs.help(Phrase::HelpNoteOutcome))->required();
    note->add_option("--day", made->form.day, verbs.help(Phrase::HelpNoteDay));
    note->add_option("--text", made->form.text, verbs.help(Phrase::HelpNoteText));
    const auto asked = std::make_shared<Options>();
    service::PartnerNotesQuery& query = asked->query;
    CLI::App* notes = add_json_verb(match, verbs, {"notes", Phrase::HelpMatchNotes, run_notes}, asked);
    notes->add_option("--for", query.subject, verbs.help(Phrase::HelpNoteFor));
    notes->add_option("--partner", query.partner, verbs.help(Phrase::HelpNotePartner));
    notes->add_option("--limit", query.limit, verbs.help(Phrase::HelpLimit))
        ->check(CLI::Range(std::size_t{1}, base::limits::kPageSize));
    notes->add_option("--cursor", query.cursor, verbs.help(Phrase::HelpCursor));
    const auto ended = std::make_shared<Options>();
    CLI::App* withdraw =
        add_json_verb(match, verbs, {"withdraw", Phrase::HelpMatchWithdraw, run_withdraw}, ended);
    withdraw->add_option("NOTE", ended->id, verbs.help(Phrase::HelpNoteId))->required();
}

}  // namespace kontor::cli
