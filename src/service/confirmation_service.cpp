// SPDX-License-Identifier: EUPL-1.2
#include "service/confirmation_service.hpp"

#include <algorithm>
#include <set>

#include "identity/secret_token.hpp"
#include "service/audit_event.hpp"
#include "service/page_parts.hpp"
#include "service/record_service.hpp"

namespace kontor::service {
namespace {

using base::Result;
using model::RecordKind;
using network::OrganisationIndex;

base::Error no_link() {
    return {
        base::ErrorCode::RecordNotFound, {{"kind", "link"}, {"id", ""}}, {.file = {}, .field = "/token"}, {}};
}

bool is_due(const network::Picture& picture, OrganisationIndex index) {
    const network::Day day = picture.at(index).as_of;
    return day == network::kUnknownDay || picture.today() - day > ConfirmationService::kDueDays;
}

/// Those that the asker may take care of: all for who cares for the whole Kontor, else their own
/// organisations and the members of these.
std::vector<OrganisationIndex> candidates(const Asker& asker, const network::Picture& picture) {
    std::vector<OrganisationIndex> all;
    if (permit(asker, Action::Administer)) {
        for (std::size_t i = 0; i < picture.organisation_count(); ++i) all.emplace_back(i);
        return all;
    }
    std::set<OrganisationIndex> found;
    for (const std::string& own : organisations_for(asker, Action::EditProfile)) {
        const auto index = picture.find_organisation(own);
        if (!index) continue;
        found.insert(*index);
        for (const network::MembershipIndex member : picture.members(*index))
            found.insert(picture.at(member).member);
    }
    return {found.begin(), found.end()};
}

}  // namespace

Result<ConfirmationList> ConfirmationService::due(const Asker& asker, std::size_t limit) const {
    if (!asker.is_signed_in()) return base::Error{base::ErrorCode::SignInRequired, {}, {}, {}};
    const Edit edit(knowledge_, asker);
    const network::Picture& picture = *edit.view().snapshot->picture;
    std::vector<OrganisationIndex> due;
    for (const OrganisationIndex index : candidates(edit.asker(), picture)) {
        if (is_due(picture, index)) due.push_back(index);
    }
    std::stable_sort(due.begin(), due.end(), [&](OrganisationIndex a, OrganisationIndex b) {
        return picture.at(a).as_of < picture.at(b).as_of;
    });
    const Views views(edit.view(), asker.language);
    ConfirmationList list;
    for (const OrganisationIndex index : due) {
        if (list.organisations.size() >= limit) break;
        const auto record = edit.stored(RecordKind::Organisation, std::string(picture.at(index).id));
        if (!record) return record.errors();
        if (record.value() && edit.may(Action::EditProfile, *record.value()))
            list.organisations.push_back(views.brief(index));
    }
    return list;
}

Result<RecordView> ConfirmationService::confirm(const Asker& asker, const std::string& id) {
    Edit edit(knowledge_, asker);
    if (const auto seen = edit.visible(RecordKind::Organisation, id); !seen) return seen.errors();
    auto stored = edit.stored(RecordKind::Organisation, id);
    if (!stored) return stored.errors();
    if (!stored.value()) return record_not_found(RecordKind::Organisation, id, asker.language);
    if (auto permitted = edit.may(Action::EditProfile, *stored.value()); !permitted)
        return permitted.errors();
    if (auto expected = edit.expect_present(RecordKind::Organisation, id); !expected)
        return expected.errors();
    std::get<model::Organisation>(*stored.value()).as_of = knowledge_.today();
    edit.batch().audit.push_back({.action = action_of(AuditEvent::ProfileConfirmed),
                                  .subject_kind = "organisation",
                                  .subject = id,
                                  .organisation = id});
    edit.put(std::move(*stored.value()));
    const auto written = edit.write();
    if (!written) return written.errors();
    auto view = record_view(knowledge_, edit.asker(), RecordKind::Organisation, id);
    if (view) view.value().batch = static_cast<std::int64_t>(written.value().batch);
    return view;
}

Result<Ref> ConfirmationService::use_link(const Asker& asker, const std::string& token) {
    if (identity::token_kind(token) != identity::TokenKind::Link) return no_link();
    store::Store& store = knowledge_.store();
    const auto found = store.read_desk(model::DeskKind::Link, identity::fingerprint(token));
    if (!found) return found.errors();
    if (!found.value()) return no_link();
    auto link = std::get<model::Link>(*found.value());
    const std::int64_t now = knowledge_.clock().now().time_since_epoch().count();
    const bool is_valid =
        link.purpose == model::LinkPurpose::Confirmation && link.used == 0 && now < link.expires;
    if (!is_valid) return no_link();
    const auto stored = store.read(RecordKind::Organisation, link.organisation);
    if (!stored) return stored.errors();
    if (!stored.value()) return no_link();
    auto organisation = std::get<model::Organisation>(*stored.value());
    const auto version = store.version(RecordKind::Organisation, organisation.id);
    if (!version) return version.errors();
    organisation.as_of = knowledge_.today();
    link.used = now;
    // Who clicks speaks as whom the link was made for, not as whoever happens to be signed in.
    store::WriteBatch batch{.actor = link.user.empty() ? "confirmation-link" : link.user};
    batch.expected.push_back({RecordKind::Organisation, organisation.id, version.value()});
    batch.audit.push_back({.action = action_of(AuditEvent::ProfileConfirmed),
                           .subject_kind = "organisation",
                           .subject = organisation.id,
                           .organisation = organisation.id});
    batch.desk_puts.emplace_back(link);
    Ref ref{"organisation", organisation.id, name_of(organisation, asker.language)};
    batch.puts.emplace_back(std::move(organisation));
    const auto written = knowledge_.write(batch);
    if (!written) return written.errors();
    return ref;
}

}  // namespace kontor::service
