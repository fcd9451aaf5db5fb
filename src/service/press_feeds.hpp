// SPDX-License-Identifier: EUPL-1.2
// Feeds (RSS, Atom) that an organisation's press desk reads: subscribing, reading now, and once a day what is
// due. Only hosts that the operator allows are asked, by https (http on this machine alone), and only when
// they are on the public internet; what comes is handed to the press desk as a file. Thread-safe; reading
// blocks its thread for at most some ten seconds.
#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "identity/curl_client.hpp"
#include "identity/web_client.hpp"
#include "service/answers.hpp"
#include "service/knowledge.hpp"

namespace kontor::service {

/// What the press desk made of a feed's bytes.
struct FeedIntake {
    std::int64_t taken = 0;       // new items
    std::int64_t known = 0;       // entries that were there already
    std::int64_t unreadable = 0;  // entries without a text
};
using BringFeed = std::function<base::Result<FeedIntake>(const Asker&, const std::string& organisation,
                                                         const std::string& name, std::string_view bytes)>;

class PressDesk;  // service/press_desk.hpp

/// What a feed brings is read like a file of somebody. `desk` must outlive it.
[[nodiscard]] BringFeed bringing_to(PressDesk& desk);

/// The time and the size that a feed is given; only public machines.
[[nodiscard]] identity::CurlLimits feed_limits();

class PressFeedService {
public:
    /// `hosts`: "host" (port 443) or "host:port", as the operator allows them. `knowledge` and `web` must
    /// outlive it.
    PressFeedService(const Knowledge& knowledge, const identity::WebClient& web,
                     std::vector<std::string> hosts, BringFeed bring);

    /// By title. Without an organisation, of all whose desk one may read. SignInRequired,
    /// OperationNotPermitted.
    [[nodiscard]] base::Result<PressFeedList> feeds(const Asker& asker,
                                                    const std::string& organisation) const;
    /// FeedAddressRefused, FeedHostNotAllowed, FeedKnown, FeedTooMany, TextTooLong, ControlCharacter.
    [[nodiscard]] base::Result<PressFeedView> subscribe(const Asker& asker, const PressFeedForm& form) const;
    /// RecordNotFound when there is none that the asker may end.
    [[nodiscard]] base::Outcome unsubscribe(const Asker& asker, const std::string& id) const;
    /// FeedHostNotAllowed, FeedUnreachable and what the press desk finds; the subscription remembers it.
    [[nodiscard]] base::Result<PressFeedReading> read(const Asker& asker, const std::string& id) const;
    /// Those not looked at for most of a day; a feed that fails ten times in a row is paused. `house` asks.
    [[nodiscard]] base::Outcome read_due(const Asker& house, const std::stop_token& stop) const;

private:
    [[nodiscard]] base::Result<model::PressFeed> feed(const Asker& asker, const std::string& id) const;
    [[nodiscard]] base::Outcome check(const std::string& address) const;
    [[nodiscard]] bool allows(const std::string& address) const;
    [[nodiscard]] base::Result<FeedIntake> fetch(const Asker& asker, model::PressFeed& feed) const;
    [[nodiscard]] PressFeedView view(const Asker& asker, const model::PressFeed& feed) const;
    [[nodiscard]] base::Outcome write(const Asker& asker, model::PressFeed feed,
                                      const std::string& action) const;

    const Knowledge& knowledge_;
    const identity::WebClient& web_;
    std::vector<std::string> hosts_;
    BringFeed bring_;
};

}  // namespace kontor::service
