// SPDX-License-Identifier: EUPL-1.2
#include "service/press_application.hpp"

#include "service/account_desk.hpp"
#include "service/import_answers.hpp"

namespace kontor::service {

using base::Result;

Result<std::vector<resolve::Candidate>> PressApplication::candidates(const PaperName& name) const {
    const auto kind = record_kind(name.kind);
    const bool is_sought = kind == model::RecordKind::Organisation || kind == model::RecordKind::Project ||
                           kind == model::RecordKind::Programme;
    if (!is_sought || !senses_.find) return std::vector<resolve::Candidate>();
    resolve::NameQuery query{.name = name.name, .aliases = name.aliases, .country = name.country};
    return senses_.find(edit_.view(), *kind, query);
}

Result<std::vector<PressClaim>> PressApplication::claim_views(const Utf16Offsets& offsets) {
    const std::string& language = edit_.asker().language;
    const auto said = [this](const std::string& id) {
        const PaperName* name = paper_.name(id);
        return name == nullptr ? id : name->name;
    };
    std::vector<PressClaim> out;
    for (const PaperClaim& claim : paper_.claims) {
        PressClaim view;
        view.id = claim.desk.id;
        view.sentence = offsets.of(claim.fact.sentence);
        view.quote = paper_.quote(claim.fact);
        view.subject = claim.fact.subject;
        view.predicate = model::word(claim.fact.predicate);
        view.predicate_text = code_label("desk-predicate", view.predicate, language);
        view.object = claim.fact.object;
        view.value = claim.fact.value;
        for (const PaperQualifier& each : claim.fact.qualifiers)
            view.qualifiers.push_back(
                {each.name, code_label("desk-qualifier", each.name, language), each.value});
        view.confidence = claim.desk.confidence;
        view.certainty = model::word(claim.fact.certainty);
        view.certainty_text = code_label("desk-certainty", view.certainty, language);
        const bool is_withdrawn = paper_.item.state == model::PressState::Withdrawn && claim.is_accepted();
        view.state = is_withdrawn ? "withdrawn" : std::string(model::word(claim.desk.state));
        view.state_text = code_label("desk-claim", view.state, language);
        if (claim.desk.decided > 0) {
            view.decided_by = actor_name(knowledge_.store(), claim.desk.decided_by, language);
            view.decided = iso_time(claim.desk.decided);
        }
        view.text = said(view.subject) + " " + view.predicate_text + " " +
                    (view.object.empty() ? view.value : said(view.object));
        out.push_back(std::move(view));
    }
    return out;
}

Result<std::vector<PaperEffect>> PressApplication::accept(const PaperClaim& claim) {
    static_cast<void>(claim);
    return std::vector<PaperEffect>();
}

PressEffect PressApplication::effect_view(const PaperEffect& effect, Tense) const {
    return {std::string(model::word(effect.action)), effect.note, {}};
}

}  // namespace kontor::service
