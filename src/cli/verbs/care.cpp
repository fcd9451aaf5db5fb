// SPDX-License-Identifier: EUPL-1.2
// care: who takes care of records, decided at the terminal.
#include <memory>

#include "cli/verbs/verbs.hpp"
#include "codec/json_text.hpp"
#include "service/care_service.hpp"

namespace kontor::cli {
namespace {

using service::Phrase;

struct Options {
    std::string kind;
    std::string id;
    std::string organisation;
    bool json = false;
};

int run_list(Context& context, const Options& options) {
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    const service::AccountSettings settings;
    const service::AccountDesk desk(*knowledge.value(), settings);
    const service::CareService care(*knowledge.value(), desk);
    const auto list = care.offers(context.asker());
    if (!list) return context.fail(list.errors());
    if (options.json) {
        context.print_line(codec::json_text(list.value()));
        return Context::done();
    }
    for (const service::CareOffer& offer : list.value().offers) {
        context.print_line(context.say(Phrase::CliCareOffer, {{"record", offer.record.name},
                                                              {"giver", offer.giver.name},
                                                              {"taker", offer.taker.name},
                                                              {"offered", offer.offered.substr(0, 10)},
                                                              {"offered_by", offer.offered_by}}));
    }
    if (list.value().offers.empty()) context.print_line(context.say(Phrase::CliNothingWaits));
    return Context::done();
}

int run_set(Context& context, const Options& options) {
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    const service::AccountSettings settings;
    const service::AccountDesk desk(*knowledge.value(), settings);
    service::CareService care(*knowledge.value(), desk);
    service::CareForm form{.organisation = options.organisation};
    form.at_once = true;
    const auto done = care.offer(context.asker(), {options.kind, options.id}, form);
    if (!done) return context.fail(done.errors());
    context.print_line(options.json
                           ? codec::json_text(done.value())
                           : context.say(Phrase::CliCareSet, {{"record", options.kind + " " + options.id},
                                                              {"organisation", options.organisation}}));
    return Context::done();
}

}  // namespace

void add_care_verbs(CLI::App& app, Verbs& verbs) {
    CLI::App* care = verbs.add(app, "care", Phrase::HelpCare);
    care->require_subcommand(1);
    add_json_verb(*care, verbs, {"list", Phrase::HelpCareList, run_list}, std::make_shared<Options>());
    const auto options = std::make_shared<Options>();
    CLI::App* set = add_json_verb(*care, verbs, {"set", Phrase::HelpCareSet, run_set}, options);
    set->add_option("KIND", options->kind, verbs.help(Phrase::HelpCareKind))->required();
    set->add_option("ID", options->id, verbs.help(Phrase::HelpCareId))->required();
    set->add_option("ORGANISATION", options->organisation, verbs.help(Phrase::HelpCareOrganisation))
        ->required();
}

}  // namespace kontor::cli
