// SPDX-License-Identifier: EUPL-1.2
#include "http/api_review.hpp"

namespace kontor::http {
namespace {

using service::Asker;

std::size_t limit_of(const Request& request) {
    return static_cast<std::size_t>(
        request.parameters.integer("limit").value_or(base::limits::kDefaultPageSize));
}

/// An operation that takes a form: call(asker, form) gives a Result.
template <class Form, class Call>
void add_form(Door& door, std::string_view operation, Call call) {
    using Answer = std::invoke_result_t<Call, const Asker&, const Form&>;
    door.add(operation, [call](const Asker& asker, const Request& request) -> Answer {
        const auto form = body_of<Form>(request);
        if (!form) return form.errors();
        return call(asker, form.value());
    });
}

void add_claims(Door& door, service::ReviewService& review) {
    door.add("review", [&review](const Asker& asker, const Request& request) {
        return review.waiting(asker, std::string(request.parameters.text("organisation")),
                              {limit_of(request), std::string(request.parameters.text("cursor"))});
    });
    add_form<service::DecisionForm>(door, "decide",
                                    [&review](const Asker& asker, const service::DecisionForm& form) {
                                        return review.decide(asker, form);
                                    });
    add_form<service::SuggestionForm>(door, "suggestValue",
                                      [&review](const Asker& asker, const service::SuggestionForm& form) {
                                          return review.suggest(asker, form);
                                      });
}

void add_confirmations(Door& door, service::ConfirmationService& confirmations) {
    door.add("dueConfirmations", [&confirmations](const Asker& asker, const Request& request) {
        return confirmations.due(asker, limit_of(request));
    });
    door.add(
        "confirmProfile",
        [&confirmations](const Asker& asker, const Request& request) -> base::Result<service::RecordView> {
            if (auto json = is_json(request); !json) return json.errors();
            return confirmations.confirm(asker, std::string(request.parameters.text("id")));
        });
}

}  // namespace

void add_review_api(Door& door, const ReviewServices& services) {
    add_claims(door, services.review);
    add_confirmations(door, services.confirmations);
    service::MergeService& merges = services.merges;
    add_form<service::MergeForm>(
        door, "mergeOrganisations",
        [&merges](const Asker& asker, const service::MergeForm& form) { return merges.merge(asker, form); });
    service::UndoService& undo = services.undo;
    add_form<service::UndoForm>(door, "undo", [&undo](const Asker& asker, const service::UndoForm& form) {
        // No batch has a number below one.
        return undo.undo(asker, form.batch > 0 ? static_cast<std::uint64_t>(form.batch) : 0);
    });
}

}  // namespace kontor::http
