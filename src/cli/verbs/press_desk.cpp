// SPDX-License-Identifier: EUPL-1.2
// press items, show, add, accept, reject, name, rule, withdraw, restore: the press desk at the terminal.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include "cli/columns.hpp"
#include "cli/verbs/verbs.hpp"
#include "codec/json_text.hpp"
#include "service/press_rules.hpp"
#include "service/press_senses.hpp"
#include "service/press_view.hpp"

namespace kontor::cli {
namespace {

using service::Phrase;

struct Options {
    service::PressItemsQuery query;
    std::string organisation;
    std::string item;
    std::vector<std::string> files;
    std::vector<std::string> claims;
    service::PressNameForm name;
    std::string words;
    service::PressRuleForm rule;
    bool turns_on = false;
    bool turns_off = false;
    bool is_trial = false;
    bool duplicates = false;
    bool json = false;
};

/// Runs `answer(desk, asker)` as whoever asks; it gives the exit code.
template <class Answer>
int run_at_desk(Context& context, const Answer& answer) {
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    const service::PressReaders readers(context.globals().data);
    service::NameResolution resolution(knowledge.value()->store());
    const service::PlaceService places(*knowledge.value());
    service::PressDesk desk(*knowledge.value(), service::press_senses(readers, resolution, places));
    const auto reader = context.reader();
    if (!reader) return context.fail(reader.errors());
    return answer(desk, reader.value());
}

void print_item(const Context& context, const service::PressItemBrief& item) {
    std::string alike;
    if (item.alike)
        alike = "  " + context.say(Phrase::CliPressAlike, {{"count", std::to_string(*item.alike)}});
    context.print_line(fmt::format("{}  {}  {} {}, {} {}  {}{}", item.id, item.state_text, item.claims.total,
                                   context.say(Phrase::CliPressColumnClaims), item.claims.waiting,
                                   context.say(Phrase::CliPressColumnWaiting), item.title, alike));
}

int run_items(Context& context, const Options& options) {
    return run_at_desk(context, [&](service::PressDesk& desk, const service::Asker& asker) {
        const auto page = desk.items(asker, options.query);
        if (!page) return context.fail(page.errors());
        if (options.json) {
            context.print_line(codec::json_text(page.value()));
            return Context::done();
        }
        for (const service::PressItemBrief& item : page.value().items) print_item(context, item);
        if (page.value().total == 0) context.print_line(context.say(Phrase::CliPressNone));
        return Context::done();
    });
}

void print_claim(const Context& context, const service::PressClaim& claim) {
    context.print_line(
        fmt::format("\n{}  {:.0f} %  {}", context.bold(claim.id), 100 * claim.confidence, claim.state_text));
    context.print_line(wrapped(claim.text, context.width(), 2));
    context.print_line(wrapped("“" + claim.quote + "”", context.width(), 4));
    for (const service::PressEffect& effect : claim.effects)
        context.print_line(wrapped("→ " + effect.text, context.width(), 4));
}

int run_show(Context& context, const Options& options) {
    return run_at_desk(context, [&](service::PressDesk& desk, const service::Asker& asker) {
        const auto item = desk.item(asker, options.item);
        if (!item) return context.fail(item.errors());
        if (options.json) {
            context.print_line(codec::json_text(item.value()));
            return Context::done();
        }
        print_item(context, item.value().brief);
        if (!item.value().note.empty()) context.print_line(item.value().note);
        for (const service::PressClaim& claim : item.value().claims) print_claim(context, claim);
        return Context::done();
    });
}

base::Result<std::string> bytes_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return base::Error{base::ErrorCode::FileUnreadable, {{"file", file}, {"reason", "open"}}, {}, {}};
    return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

int run_add(Context& context, const Options& options) {
    return run_at_desk(context, [&](service::PressDesk& desk, const service::Asker& asker) {
        base::Errors faults;
        bool has_refused = false;
        for (const std::string& file : options.files) {
            const auto bytes = bytes_of(file);
            const auto taken =
                bytes ? desk.bring_file(asker, options.organisation,
                                        std::filesystem::path(file).filename().string(), bytes.value())
                      : base::Result<service::PressIntake>(bytes.errors());
            if (!taken) {
                faults.insert(faults.end(), taken.errors().begin(), taken.errors().end());
                continue;
            }
            if (options.json) {
                context.print_line(codec::json_text(taken.value()));
                continue;
            }
            for (const auto& item : taken.value().items) print_item(context, item.item);
            for (const service::FaultView& fault : taken.value().faults) {
                context.note(fmt::format("{}: {}", fault.file, fault.text));
                has_refused = true;
            }
        }
        if (!faults.empty()) return context.fail(faults);
        return Context::done(has_refused ? ExitCode::Input : ExitCode::Ok);
    });
}

int run_decision(Context& context, const Options& options, const std::string& decision) {
    return run_at_desk(context, [&](service::PressDesk& desk, const service::Asker& asker) {
        service::PressDecisionForm form;
        std::vector<std::string> claims = options.claims;
        if (claims.empty()) {
            const auto item = desk.item(asker, options.item);
            if (!item) return context.fail(item.errors());
            for (const service::PressClaim& claim : item.value().claims) {
                if (claim.state == "waiting") claims.push_back(claim.id);
            }
        }
        for (const std::string& claim : claims) form.claims.push_back({.claim = claim, .decision = decision});
        const auto report = desk.decide(asker, options.item, form);
        if (!report) return context.fail(report.errors());
        if (options.json) {
            context.print_line(codec::json_text(report.value()));
            return Context::done();
        }
        context.print_line(
            context.say(Phrase::CliPressDecided, {{"accepted", std::to_string(report.value().accepted)},
                                                  {"corrected", std::to_string(report.value().corrected)},
                                                  {"rejected", std::to_string(report.value().rejected)}}));
        for (const service::PressEffect& effect : report.value().effects)
            context.print_line(wrapped("→ " + effect.text, context.width(), 2));
        return Context::done();
    });
}

int run_accept(Context& context, const Options& options) {
    return run_decision(context, options, "accept");
}
int run_reject(Context& context, const Options& options) {
    return run_decision(context, options, "reject");
}

void print_withdrawal(const Context& context, const service::PressWithdrawal& report, bool is_trial) {
    const auto print = [&context](Phrase heading, const std::vector<service::PressRemainder>& list) {
        if (list.empty()) return;
        context.print_line(context.bold(context.say(heading)));
        for (const service::PressRemainder& each : list)
            context.print_line(wrapped(each.record.name + ": " + each.text, context.width(), 2));
    };
    print(is_trial ? Phrase::CliPressWouldGo : Phrase::CliPressGone, report.gone);
    print(is_trial ? Phrase::CliPressWouldStay : Phrase::CliPressStayed, report.stayed);
    if (report.gone.empty() && report.stayed.empty())
        context.print_line(context.say(Phrase::CliPressNothingGoes));
}

/// All of them; each call of the desk takes some.
int withdraw_duplicates(Context& context, const Options& options, service::PressDesk& desk,
                        const service::Asker& asker) {
    service::PressDuplicates all;
    do {
        const auto some = desk.withdraw_duplicates(asker, options.item);
        if (!some) return context.fail(some.errors());
        all.withdrawn += some.value().withdrawn;
        all.left = some.value().left;
    } while (all.left > 0);
    context.print_line(
        options.json ? codec::json_text(all)
                     : context.say(Phrase::CliPressDuplicates, {{"count", std::to_string(all.withdrawn)}}));
    return Context::done();
}

int run_withdraw(Context& context, const Options& options) {
    return run_at_desk(context, [&](service::PressDesk& desk, const service::Asker& asker) {
        if (options.duplicates) return withdraw_duplicates(context, options, desk, asker);
        const auto report = options.is_trial ? desk.preview_withdrawal(asker, options.item)
                                             : desk.withdraw(asker, options.item);
        if (!report) return context.fail(report.errors());
        if (options.json) context.print_line(codec::json_text(report.value()));
        if (!options.json) print_withdrawal(context, report.value(), options.is_trial);
        return Context::done();
    });
}

/// Where `words` stand first, in UTF-16 code units.
std::optional<service::PressRange> place_of(const std::string& text, const std::string& words) {
    const std::size_t begin = words.empty() ? std::string::npos : text.find(words);
    if (begin == std::string::npos) return std::nullopt;
    const auto from = static_cast<std::int64_t>(begin);
    return service::Utf16Offsets(text).of({from, from + static_cast<std::int64_t>(words.size())});
}

int run_name(Context& context, const Options& options) {
    return run_at_desk(context, [&](service::PressDesk& desk, const service::Asker& asker) {
        const auto item = desk.item(asker, options.item);
        if (!item) return context.fail(item.errors());
        const auto place = place_of(item.value().text, options.words);
        if (!place) {
            context.note(context.say(Phrase::CliPressTextMissing, {{"name", options.words}}));
            return Context::done(ExitCode::Input);
        }
        service::PressNameForm form = options.name;
        form.begin = place->begin;
        form.end = place->end;
        const auto read = desk.add_name(asker, options.item, form);
        if (!read) return context.fail(read.errors());
        if (options.json) {
            context.print_line(codec::json_text(read.value()));
            return Context::done();
        }
        print_item(context, read.value().brief);
        for (const service::PressClaim& claim : read.value().claims) print_claim(context, claim);
        return Context::done();
    });
}

int run_rule(Context& context, const Options& options) {
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    const auto asker = context.reader();
    if (!asker) return context.fail(asker.errors());
    const service::PressRuleService rules(*knowledge.value());
    if (options.turns_on || options.turns_off) {
        service::PressRuleForm form = options.rule;
        form.is_on = options.turns_on;
        const auto set = rules.set(asker.value(), options.organisation, form);
        if (!set) return context.fail(set.errors());
    }
    const auto list = rules.rules(asker.value(), options.organisation);
    if (!list) return context.fail(list.errors());
    if (options.json) {
        context.print_line(codec::json_text(list.value()));
        return Context::done();
    }
    for (const service::PressRule& rule : list.value().rules) {
        std::string predicates;
        for (const std::string& each : rule.predicates) predicates += (predicates.empty() ? "" : ", ") + each;
        context.print_line(context.say(rule.is_on ? Phrase::CliPressRuleOn : Phrase::CliPressRuleOff,
                                       {{"organisation", rule.organisation.name},
                                        {"minimum", fmt::format("{:.0f}", 100 * rule.minimum)},
                                        {"predicates", predicates}}));
    }
    return Context::done();
}

int run_restore(Context& context, const Options& options) {
    return run_at_desk(context, [&](service::PressDesk& desk, const service::Asker& asker) {
        const auto report = desk.restore(asker, options.item);
        if (!report) return context.fail(report.errors());
        if (options.json) context.print_line(codec::json_text(report.value()));
        if (!options.json) print_item(context, report.value().item.brief);
        return Context::done();
    });
}

}  // namespace

void add_press_desk_verbs(CLI::App& press, Verbs& verbs) {
    const auto add = [&](const NewVerb<Options>& made) {
        const auto options = std::make_shared<Options>();
        CLI::App* verb = add_json_verb(press, verbs, made, options);
        return std::pair{verb, options};
    };
    const auto [items, asked] = add({"items", Phrase::HelpPressItems, run_items});
    items->add_option("--organisation", asked->query.organisation, verbs.help(Phrase::HelpPressOrganisation));
    items->add_flag("--once", asked->query.is_once, verbs.help(Phrase::HelpPressOnce));
    items->add_option("--limit", asked->query.limit, verbs.help(Phrase::HelpLimit))
        ->check(CLI::Range(std::size_t{1}, base::limits::kPageSize));
    items->add_option("--cursor", asked->query.cursor, verbs.help(Phrase::HelpCursor));
    const auto [bring, brought] = add({"add", Phrase::HelpPressAdd, run_add});
    bring->add_option("--organisation", brought->organisation, verbs.help(Phrase::HelpPressOrganisation))
        ->required();
    bring->add_option("FILE", brought->files, verbs.help(Phrase::HelpPressFiles))->required();
    const auto [ruling, ruled] = add({"rule", Phrase::HelpPressRule, run_rule});
    ruled->rule.minimum = 0.95;
    ruling->add_option("--organisation", ruled->organisation, verbs.help(Phrase::HelpPressOrganisation))
        ->required();
    ruling->add_flag("--on", ruled->turns_on, verbs.help(Phrase::HelpPressRuleOn));
    ruling->add_flag("--off", ruled->turns_off, verbs.help(Phrase::HelpPressRuleOff))->excludes("--on");
    ruling->add_option("--minimum", ruled->rule.minimum, verbs.help(Phrase::HelpPressRuleMinimum));
    ruling->add_option("PREDICATE", ruled->rule.predicates, verbs.help(Phrase::HelpPressRulePredicates));
    const NewVerb<Options> about[] = {{"show", Phrase::HelpPressShow, run_show},
                                      {"accept", Phrase::HelpPressAccept, run_accept},
                                      {"reject", Phrase::HelpPressReject, run_reject},
                                      {"name", Phrase::HelpPressName, run_name},
                                      {"withdraw", Phrase::HelpPressWithdraw, run_withdraw},
                                      {"restore", Phrase::HelpPressRestore, run_restore}};
    for (const NewVerb<Options>& made : about) {
        const auto [verb, options] = add(made);
        verb->add_option("ITEM", options->item, verbs.help(Phrase::HelpPressItem))->required();
        const bool takes_claims = made.run == run_accept || made.run == run_reject;
        if (takes_claims) verb->add_option("CLAIM", options->claims, verbs.help(Phrase::HelpPressClaims));
        if (made.run == run_withdraw) {
            verb->add_flag("--duplicates", options->duplicates, verbs.help(Phrase::HelpPressDuplicates));
            verb->add_flag("--dry-run", options->is_trial, verbs.help(Phrase::HelpPressDryRun))
                ->excludes("--duplicates");
        }
        if (made.run != run_name) continue;
        verb->add_option("TEXT", options->words, verbs.help(Phrase::HelpPressNameText))->required();
        verb->add_option("--kind", options->name.kind, verbs.help(Phrase::HelpPressNameKind));
        verb->add_option("--record", options->name.record, verbs.help(Phrase::HelpPressNameRecord));
        verb->add_option("--record-kind", options->name.record_kind, verbs.help(Phrase::HelpPressNameKind));
    }
}

}  // namespace kontor::cli
