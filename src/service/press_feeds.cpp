// SPDX-License-Identifier: EUPL-1.2
#include "service/press_feeds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "base/limits.hpp"
#include "service/account_desk.hpp"
#include "service/import_answers.hpp"
#include "service/page_parts.hpp"
#include "service/permission.hpp"
#include "service/phrases.hpp"
#include "service/press_desk.hpp"
#include "text/utf8.hpp"

namespace kontor::service {
namespace {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Outcome;
using base::Result;
using model::DeskKind;

constexpr std::size_t kFeedsPerOrganisation = 100;
constexpr std::size_t kTitleCharacters = 200;
constexpr std::int64_t kDueSeconds = 20 * 3'600;
constexpr std::int64_t kPausedAfter = 10;
constexpr long kOk = 200;
constexpr long kNotModified = 304;

Error unknown_feed(const std::string& id) {
    return {ErrorCode::RecordNotFound, {{"kind", "press-feed"}, {"id", id}}, {}, {}};
}

Error unreachable(const std::string& address, std::string reason) {
    return {ErrorCode::FeedUnreachable, {{"address", address}, {"reason", std::move(reason)}}, {}, {}};
}

/// "https://news.example.org/…" → "news.example.org"; what cannot be read as it is.
std::string host_of(const std::string& address) {
    const std::string whole = identity::host_and_port(address);
    return whole.empty() ? address : whole.substr(0, whole.rfind(':'));
}

std::int64_t now(const Knowledge& knowledge) {
    return knowledge.clock().now().time_since_epoch().count();
}

std::string reason_of(const base::Errors& errors) {
    for (const auto& [name, value] : errors.front().arguments) {
        if (std::string_view(name) == "reason") return value;
    }
    return base::sentence(errors.front(), "en");
}

bool may_read_press_of(const Asker& asker, const std::string& organisation) {
    return permit(asker, Action::Press, std::vector<std::string>{organisation}).ok();
}

Outcome check_title(const std::string& title) {
    const auto refused = [](ErrorCode code, base::ErrorArguments arguments) {
        return Error{code, std::move(arguments), {.file = {}, .field = "/title"}, {}};
    };
    if (text::first_utf8_fault(title)) return refused(ErrorCode::EncodingBroken, {});
    if (const auto control = text::first_control_character(title, text::Whitespace::TabsAndLines))
        return refused(ErrorCode::ControlCharacter, {{"code", text::code_point_name(control->code)}});
    const std::size_t characters = text::character_count(title);
    if (characters > kTitleCharacters) {
        return refused(ErrorCode::TextTooLong, {{"found", std::to_string(characters)},
                                                {"maximum", std::to_string(kTitleCharacters)}});
    }
    return Done{};
}

}  // namespace

BringFeed bringing_to(PressDesk& desk) {
    return [&desk](const Asker& asker, const std::string& organisation, const std::string& name,
                   std::string_view bytes) -> Result<FeedIntake> {
        const auto brought = desk.bring_file(asker, organisation, name, bytes);
        if (!brought) return brought.errors();
        FeedIntake out;
        for (const auto& one : brought.value().items) ++(one.was_known ? out.known : out.taken);
        out.unreadable = static_cast<std::int64_t>(brought.value().faults.size());
        return out;
    };
}

identity::CurlLimits feed_limits() {
    identity::CurlLimits limits;
    limits.body_bytes = 5'000'000;
    limits.total = std::chrono::seconds(20);
    limits.peers = identity::Peers::Public;
    return limits;
}

PressFeedService::PressFeedService(const Knowledge& knowledge, const identity::WebClient& web,
                                   std::vector<std::string> hosts, BringFeed bring)
    : knowledge_(knowledge), web_(web), hosts_(std::move(hosts)), bring_(std::move(bring)) {
    for (std::string& host : hosts_) {
        std::transform(host.begin(), host.end(), host.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    }
    std::sort(hosts_.begin(), hosts_.end());
    hosts_.erase(std::unique(hosts_.begin(), hosts_.end()), hosts_.end());
}

bool PressFeedService::allows(const std::string& address) const {
    const std::string whole = identity::host_and_port(address);
    if (whole.empty()) return false;
    return std::any_of(hosts_.begin(), hosts_.end(),
                       [&](const std::string& host) { return whole == host || whole == host + ":443"; });
}

Outcome PressFeedService::check(const std::string& address) const {
    if (identity::reach_of(address) == identity::Reach::Refused) {
        return Error{ErrorCode::FeedAddressRefused,
                     {{"address", address.substr(0, 200)}, {"reason", "https"}},
                     {.file = {}, .field = "/url"},
                     {}};
    }
    if (allows(address)) return Done{};
    return Error{
        ErrorCode::FeedHostNotAllowed, {{"host", host_of(address)}}, {.file = {}, .field = "/url"}, {}};
}

PressFeedView PressFeedService::view(const Asker& asker, const model::PressFeed& feed) const {
    const View seen = knowledge_.view(asker);
    PressFeedView out;
    out.id = feed.id;
    out.organisation = Views(seen, asker.language).organisation_ref(feed.organisation);
    out.url = feed.url;
    out.title = feed.title.empty() ? host_of(feed.url) : feed.title;
    out.state = model::word(feed.state);
    if (feed.read_at > 0) out.read_at = iso_time(feed.read_at);
    if (feed.changed_at > 0) out.changed_at = iso_time(feed.changed_at);
    if (!feed.last_error.empty())
        out.last_error = base::sentence(unreachable(feed.url, feed.last_error), asker.language);
    out.allowed = allows(feed.url);
    return out;
}

Result<PressFeedList> PressFeedService::feeds(const Asker& asker, const std::string& organisation) const {
    if (!asker.is_signed_in()) return Error{ErrorCode::SignInRequired, {}, {}, {}};
    if (!organisation.empty()) {
        if (auto permitted = permit(asker, Action::Press, std::vector<std::string>{organisation}); !permitted)
            return permitted.errors();
    }
    const auto all = knowledge_.store().all_desk(DeskKind::PressFeed);
    if (!all) return all.errors();
    PressFeedList out;
    for (const model::DeskRecord& record : all.value()) {
        const auto& feed = std::get<model::PressFeed>(record);
        if (!organisation.empty() && feed.organisation != organisation) continue;
        if (may_read_press_of(asker, feed.organisation)) out.feeds.push_back(view(asker, feed));
    }
    std::stable_sort(out.feeds.begin(), out.feeds.end(),
                     [](const PressFeedView& a, const PressFeedView& b) { return a.title < b.title; });
    out.hosts = hosts_;
    return out;
}

Result<PressFeedView> PressFeedService::subscribe(const Asker& asker, const PressFeedForm& form) const {
    if (!asker.is_signed_in()) return Error{ErrorCode::SignInRequired, {}, {}, {}};
    if (auto permitted = permit(asker, Action::Press, std::vector<std::string>{form.organisation});
        !permitted)
        return permitted.errors();
    const View seen = knowledge_.view(asker);
    if (!seen.snapshot->picture->find_organisation(form.organisation))
        return record_not_found(model::RecordKind::Organisation, form.organisation, asker.language);
    base::Errors faults;
    for (const Outcome& outcome : {check(form.url), check_title(form.title.value_or(""))}) {
        if (!outcome) faults.insert(faults.end(), outcome.errors().begin(), outcome.errors().end());
    }
    if (!faults.empty()) return faults;
    const auto known = knowledge_.store().desk_where(DeskKind::PressFeed, "organisation", form.organisation);
    if (!known) return known.errors();
    if (known.value().size() >= kFeedsPerOrganisation)
        return Error{ErrorCode::FeedTooMany, {{"maximum", std::to_string(kFeedsPerOrganisation)}}, {}, {}};
    for (const model::DeskRecord& record : known.value()) {
        if (std::get<model::PressFeed>(record).url != form.url) continue;
        const Ref organisation = Views(seen, asker.language).organisation_ref(form.organisation);
        return Error{ErrorCode::FeedKnown,
                     {{"organisation", organisation.name}, {"address", form.url}},
                     {.file = {}, .field = "/url"},
                     {}};
    }
    model::PressFeed feed;
    feed.id = new_desk_id("feed");
    feed.organisation = form.organisation;
    feed.url = form.url;
    feed.title = form.title.value_or("");
    feed.created = now(knowledge_);
    feed.created_by = asker.actor;
    if (auto written = write(asker, feed, action_of(AuditEvent::FeedSubscribed)); !written)
        return written.errors();
    return view(asker, feed);
}

Result<model::PressFeed> PressFeedService::feed(const Asker& asker, const std::string& id) const {
    if (!asker.is_signed_in()) return Error{ErrorCode::SignInRequired, {}, {}, {}};
    const auto found = knowledge_.store().read_desk(DeskKind::PressFeed, id);
    if (!found) return found.errors();
    if (!found.value()) return unknown_feed(id);
    const auto& feed = std::get<model::PressFeed>(*found.value());
    if (!may_read_press_of(asker, feed.organisation)) return unknown_feed(id);
    return feed;
}

Outcome PressFeedService::unsubscribe(const Asker& asker, const std::string& id) const {
    const auto known = feed(asker, id);
    if (!known) return known.errors();
    store::AuditEntry entry;
    entry.action = action_of(AuditEvent::FeedUnsubscribed);
    entry.subject_kind = model::word(DeskKind::PressFeed);
    entry.subject = id;
    entry.organisation = known.value().organisation;
    const auto written = knowledge_.store().write(
        {.actor = asker.actor, .desk_erasures = {{DeskKind::PressFeed, id}}, .audit = {entry}});
    if (!written) return written.errors();
    return Done{};
}

Outcome PressFeedService::write(const Asker& asker, model::PressFeed feed, const std::string& action) const {
    store::WriteBatch batch;
    batch.actor = asker.actor;
    if (!action.empty()) {
        store::AuditEntry entry;
        entry.action = action;
        entry.subject_kind = model::word(DeskKind::PressFeed);
        entry.subject = feed.id;
        entry.organisation = feed.organisation;
        batch.audit.push_back(std::move(entry));
    }
    batch.desk_puts.emplace_back(std::move(feed));
    const auto written = knowledge_.store().write(batch);
    if (!written) return written.errors();
    return Done{};
}

/// Says in `feed` how it went; the caller writes it.
Result<FeedIntake> PressFeedService::fetch(const Asker& asker, model::PressFeed& feed) const {
    if (auto allowed = check(feed.url); !allowed) return allowed.errors();
    feed.read_at = now(knowledge_);
    const auto answer = web_.send(
        {.address = feed.url,
         .form = {},
         .authorization = {},
         .accept = "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9",
         .if_none_match = feed.etag,
         .if_modified_since = feed.last_modified});
    if (!answer) return unreachable(feed.url, reason_of(answer.errors()));
    const identity::WebAnswer& got = answer.value();
    if (got.status == kNotModified) return FeedIntake{};
    if (got.status != kOk) return unreachable(feed.url, fmt::format("HTTP {}", got.status));
    if (!bring_) return unreachable(feed.url, "no press desk");
    auto intake = bring_(asker, feed.organisation, "feed.xml", got.body);
    if (!intake) return intake.errors();
    feed.etag = got.etag;
    feed.last_modified = got.last_modified;
    if (intake.value().taken > 0) feed.changed_at = feed.read_at;
    return intake;
}

Result<PressFeedReading> PressFeedService::read(const Asker& asker, const std::string& id) const {
    auto known = feed(asker, id);
    if (!known) return known.errors();
    model::PressFeed feed = std::move(known).value();
    const auto intake = fetch(asker, feed);
    feed.last_error = intake ? std::string() : reason_of(intake.errors());
    feed.failures = intake ? 0 : feed.failures + 1;
    if (intake) feed.state = model::FeedState::Active;
    if (auto written = write(asker, feed, action_of(AuditEvent::FeedRead)); !written) return written.errors();
    if (!intake) return intake.errors();
    const FeedIntake& got = intake.value();
    PressFeedReading out;
    out.feed = view(asker, feed);
    out.entries = got.taken + got.known + got.unreadable;
    out.taken = got.taken;
    out.known = got.known;
    out.unreadable = got.unreadable;
    return out;
}

Outcome PressFeedService::read_due(const Asker& house, const std::stop_token& stop) const {
    if (hosts_.empty()) return Done{};
    const auto all = knowledge_.store().all_desk(DeskKind::PressFeed);
    if (!all) return all.errors();
    for (const model::DeskRecord& record : all.value()) {
        model::PressFeed feed = std::get<model::PressFeed>(record);
        const bool is_due = feed.state == model::FeedState::Active && allows(feed.url) &&
                            now(knowledge_) - feed.read_at >= kDueSeconds;
        if (!is_due) continue;
        if (stop.stop_requested()) return Done{};
        const auto intake = fetch(house, feed);
        feed.last_error = intake ? std::string() : reason_of(intake.errors());
        feed.failures = intake ? 0 : feed.failures + 1;
        if (feed.failures >= kPausedAfter) feed.state = model::FeedState::Paused;
        if (auto written = write(house, std::move(feed), {}); !written) return written;
    }
    return Done{};
}

}  // namespace kontor::service
