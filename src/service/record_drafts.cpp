// SPDX-License-Identifier: EUPL-1.2
// The drafts of RecordService.
#include <algorithm>

#include "codec/record_fields.hpp"
#include "codec/record_json.hpp"
#include "identity/secret_token.hpp"
#include "service/import_answers.hpp"
#include "service/record_service.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using base::Result;
using model::Draft;

base::Error no_draft(const std::string& id) {
    return {ErrorCode::RecordNotFound, {{"kind", "draft"}, {"id", id}}, {.file = {}, .field = "id"}, {}};
}

/// A draft belongs to an account; the operator at the machine has none.
base::Outcome may_draft(const Asker& asker) {
    if (asker.standing != Standing::User) return base::Error{ErrorCode::SignInRequired, {}, {}, {}};
    return permit(asker, Action::Suggest);
}

Result<DraftView> view_of(const Draft& draft, const store::Store& store) {
    const auto version = store.version(draft.subject_kind, draft.subject);
    if (!version) return version.errors();
    DraftView view;
    view.id = draft.id;
    view.kind = model::word(draft.subject_kind);
    view.subject = draft.subject;
    view.base = draft.base;
    view.version = static_cast<std::int64_t>(version.value());
    view.changed = iso_time(draft.changed);
    view.content.text = draft.content;
    return view;
}

Result<std::vector<Draft>> drafts_of(const Asker& asker, const store::Store& store) {
    auto found = store.desk_where(model::DeskKind::Draft, "author", asker.actor);
    if (!found) return found.errors();
    std::vector<Draft> drafts;
    for (model::DeskRecord& record : found.value()) drafts.push_back(std::get<Draft>(std::move(record)));
    std::stable_sort(drafts.begin(), drafts.end(),
                     [](const Draft& a, const Draft& b) { return a.changed > b.changed; });
    return drafts;
}

}  // namespace

Result<DraftList> RecordService::drafts(const Asker& asker) const {
    if (auto permitted = may_draft(asker); !permitted) return permitted.errors();
    const auto own = drafts_of(asker, knowledge_.store());
    if (!own) return own.errors();
    DraftList list;
    for (const Draft& draft : own.value()) {
        auto view = view_of(draft, knowledge_.store());
        if (!view) return view.errors();
        list.drafts.push_back(std::move(view).value());
    }
    return list;
}

Result<Draft> RecordService::own_draft(const Asker& asker, const std::string& id) const {
    if (auto permitted = may_draft(asker); !permitted) return permitted.errors();
    const auto found = knowledge_.store().read_desk(model::DeskKind::Draft, id);
    if (!found) return found.errors();
    if (!found.value()) return no_draft(id);
    auto draft = std::get<Draft>(*found.value());
    if (draft.author != asker.actor) return no_draft(id);
    return draft;
}

Result<DraftView> RecordService::save_draft(const Asker& asker, const DraftForm& form) {
    if (auto permitted = may_draft(asker); !permitted) return permitted.errors();
    const auto kind = kind_of_word(form.kind);
    if (!kind) return kind.errors();
    const auto own = drafts_of(asker, knowledge_.store());
    if (!own) return own.errors();
    Draft draft;
    if (form.id) {
        auto known = own_draft(asker, *form.id);
        if (!known) return known.errors();
        draft = std::move(known).value();
    } else if (own.value().size() >= kDrafts) {
        return base::Error{ErrorCode::TooManyItems, {{"maximum", std::to_string(kDrafts)}}, {}, {}};
    } else {
        draft.id = derived_id("draft", {identity::new_token(identity::TokenKind::Link)});
    }
    if (form.content.text.size() > kDraftBytes) {
        return base::Error{ErrorCode::FieldTooLong,
                           {{"maximum", std::to_string(kDraftBytes)}},
                           {.file = {}, .field = "/content"},
                           {}};
    }
    draft.author = asker.actor;
    draft.subject_kind = kind.value();
    draft.subject = form.subject.value_or("");
    draft.base = form.base;
    draft.content = form.content.text;
    draft.changed = knowledge_.clock().now().time_since_epoch().count();
    const auto written = knowledge_.store().write({.actor = asker.actor, .desk_puts = {draft}});
    if (!written) return written.errors();
    return view_of(draft, knowledge_.store());
}

base::Outcome RecordService::delete_draft(const Asker& asker, const std::string& id) {
    const auto draft = own_draft(asker, id);
    if (!draft) return draft.errors();
    const auto written =
        knowledge_.store().write({.actor = asker.actor, .desk_erasures = {{model::DeskKind::Draft, id}}});
    if (!written) return written.errors();
    return base::Done{};
}

Result<RecordView> RecordService::publish_draft(const Asker& asker, const std::string& id) {
    const auto draft = own_draft(asker, id);
    if (!draft) return draft.errors();
    auto sent = codec::sent_record(draft.value().content, draft.value().subject_kind, "/content");
    if (!sent) return sent.errors();
    Edit edit(knowledge_, asker);
    const bool is_new = draft.value().subject.empty();
    if (is_new) {
        if (auto named = edit.name(sent.value()); !named) return named.errors();
    } else {
        std::visit([&](auto& r) { r.id = draft.value().subject; }, sent.value().record);
    }
    model::Record record = std::move(sent.value().record);
    if (model::kind_of(record) != draft.value().subject_kind) return no_draft(id);
    const AccessRules::Key key{model::kind_of(record), model::id_of(record)};
    const auto done = is_new ? edit.create(std::move(record), "")
                             : edit.change(std::move(record), static_cast<std::uint64_t>(draft.value().base));
    if (!done) return done.errors();
    edit.batch().desk_erasures.push_back({model::DeskKind::Draft, id});
    const auto written = edit.write();
    if (!written) return written.errors();
    return after(edit, written.value(), key);
}

}  // namespace kontor::service
