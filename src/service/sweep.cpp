// SPDX-License-Identifier: EUPL-1.2
#include "service/sweep.hpp"

#include <algorithm>
#include <set>

#include "service/partner_notes.hpp"
#include "service/sign_in_service.hpp"

namespace kontor::service {
namespace {

using model::DeskKind;

bool is_over(const model::Session& one, std::int64_t now) {
    return now >= one.expires || now - one.seen >= kSessionIdleSeconds;
}
bool is_over(const model::Link& one, std::int64_t now) {
    if (one.purpose == model::LinkPurpose::Confirmation) return now >= one.created + kAskAgainSeconds;
    return now >= one.expires;
}
bool is_over(const model::ApiToken& one, std::int64_t now) {
    return now >= one.expires + kEndedTokenSeconds;
}
bool is_over(const model::Grant& one, std::int64_t now) {
    return !is_held(one) && now >= one.offered_until + kEndedOfferSeconds;
}
bool is_over(const model::Mail& one, std::int64_t now) {
    if (one.state == model::MailState::Waiting) return false;
    return now >= one.created + (one.state == model::MailState::Sent ? kSentMailSeconds : kFailedMailSeconds);
}

bool is_over(const model::PressItem& one, std::int64_t now) {
    const std::int64_t since = one.withdrawn > 0 ? one.withdrawn : one.arrived;
    return one.state == model::PressState::Withdrawn && now >= since + kWithdrawnPressSeconds;
}

class Sweep {
public:
    explicit Sweep(const AccountDesk& desk) : desk_(desk) {}

    [[nodiscard]] base::Result<std::size_t> run() {
        const auto turn = desk_.turn();
        base::Outcome done = base::Done{};
        const auto then = [&done](base::Outcome next) {
            if (done) done = std::move(next);
        };
        then(clear<model::Session>());
        then(clear<model::Link>());
        then(clear<model::ApiToken>());
        then(clear<model::Grant>());
        then(clear<model::Mail>());
        then(clear_users());
        then(clear_notes());
        then(clear_press());
        if (!done) return done.errors();
        const std::size_t count = batch_.desk_erasures.size();
        if (count == 0) return count;
        batch_.audit.push_back(
            account_event(AuditEvent::DeskSwept, "", {{"records", std::to_string(count)}}));
        if (auto written = desk_.write(batch_); !written) return written.errors();
        return count;
    }

private:
    template <class R>
    [[nodiscard]] base::Outcome clear() {
        const auto all = desk_.store().all_desk(R::kKind);
        if (!all) return all.errors();
        for (const model::DeskRecord& record : all.value()) {
            const auto& one = std::get<R>(record);
            if (is_over(one, desk_.now())) {
                batch_.desk_erasures.push_back({R::kKind, one.id});
            } else if constexpr (requires { one.user; }) {
                needed_.insert(one.user);
            }
        }
        return base::Done{};
    }

    /// Accounts that were only ever an address somebody typed, and that nothing hangs on any more.
    [[nodiscard]] base::Outcome clear_users() {
        const auto all = desk_.store().all_desk(DeskKind::User);
        if (!all) return all.errors();
        for (const model::DeskRecord& record : all.value()) {
            const auto& user = std::get<model::User>(record);
            const bool is_fresh = desk_.now() < user.created + kEndedOfferSeconds;
            if (user.state != model::UserState::Invited || is_fresh || needed_.count(user.id) > 0) continue;
            batch_.desk_erasures.push_back({DeskKind::User, user.id});
        }
        return base::Done{};
    }

    [[nodiscard]] base::Outcome clear_notes() {
        const auto orphans = orphaned_notes(desk_.store(), desk_.now());
        if (!orphans) return orphans.errors();
        for (const std::string& id : orphans.value())
            batch_.desk_erasures.push_back({DeskKind::PartnerNote, id});
        return base::Done{};
    }

    /// With all that it claims; what it had made and what stayed for others is told by their records.
    [[nodiscard]] base::Outcome clear_press() {
        const auto all = desk_.store().all_desk(DeskKind::PressItem);
        if (!all) return all.errors();
        for (const model::DeskRecord& record : all.value()) {
            const auto& item = std::get<model::PressItem>(record);
            if (!is_over(item, desk_.now())) continue;
            const auto claims = desk_.store().desk_where(DeskKind::PressClaim, "item", item.id);
            if (!claims) return claims.errors();
            for (const model::DeskRecord& claim : claims.value())
                batch_.desk_erasures.push_back({DeskKind::PressClaim, model::id_of(claim)});
            batch_.desk_erasures.push_back({DeskKind::PressItem, item.id});
        }
        return base::Done{};
    }

    const AccountDesk& desk_;
    store::WriteBatch batch_{.actor = "system"};
    std::set<std::string> needed_;
};

}  // namespace

base::Result<std::size_t> sweep(const AccountDesk& desk) {
    return Sweep(desk).run();
}

}  // namespace kontor::service
