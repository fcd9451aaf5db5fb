// SPDX-License-Identifier: EUPL-1.2
// Feeds of a press desk: which addresses are asked at all, by whom, and what a subscription remembers.
#include "service/press_feeds.hpp"

#include <gmock/gmock.h>

#include "support/sample_records.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using model::Role;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Web final : public identity::WebClient {
public:
    base::Result<identity::WebAnswer> send(const identity::WebRequest& request) const override {
        asked.push_back(request);
        if (answer.status == 0)
            return base::Error{ErrorCode::IdentityProviderUnreachable, {{"reason", "timeout"}}, {}, {}};
        return answer;
    }
    mutable std::vector<identity::WebRequest> asked;
    identity::WebAnswer answer{200, "<rss/>", "\"1\"", "Mon, 01 Jan 2024 00:00:00 GMT"};
};

class PressFeeds : public testing::Test {
protected:
    void SetUp() override {
        store::WriteBatch batch{.actor = "test"};
        batch.puts = {support::organisation("north", "North"), support::organisation("south", "South")};
        ASSERT_TRUE(store_->write(batch).ok());
        base::SilentProgress progress;
        ASSERT_TRUE(knowledge_.load(progress).ok());
    }
    static Asker member_of(const std::string& at) {
        return {.standing = Standing::User,
                .actor = "u-" + at,
                .roles = {{Role::ClusterManager, at}},
                .session = "session"};
    }
    ErrorCode refused(const std::string& url) {
        const auto made = feeds_.subscribe(member_of("north"), {"north", url, {}});
        return made ? ErrorCode{} : made.errors().front().code;
    }
    std::string subscribed(const std::string& at, const std::string& url) {
        const auto made = feeds_.subscribe(member_of(at), {at, url, {}});
        EXPECT_TRUE(made.ok());
        return made ? made.value().id : std::string();
    }

    base::FixedClock clock_{std::chrono::sys_seconds{std::chrono::seconds{1'795'000'000}}};
    std::unique_ptr<store::Store> store_ =
        store::open_sqlite(":memory:", store::OpenMode::Create, clock_).value();
    Knowledge knowledge_{*store_, clock_, nullptr};
    Web web_;
    std::vector<std::string> brought_;
    PressFeedService feeds_{knowledge_,
                            web_,
                            {"News.example.org", "127.0.0.1:8099"},
                            [this](const Asker&, const std::string& organisation, const std::string&,
                                   std::string_view bytes) -> base::Result<FeedIntake> {
                                brought_.push_back(organisation + " " + std::string(bytes));
                                return FeedIntake{2, 1, 0};
                            }};
};

TEST_F(PressFeeds, AreReadFromHostsThatTheOperatorAllows) {
    EXPECT_EQ(refused("http://news.example.org/feed"), ErrorCode::FeedAddressRefused);
    EXPECT_EQ(refused("file:///etc/passwd"), ErrorCode::FeedAddressRefused);
    EXPECT_EQ(refused("https://user@news.example.org/feed"), ErrorCode::FeedAddressRefused);
    EXPECT_EQ(refused("https://news.example.org.evil.example/feed"), ErrorCode::FeedHostNotAllowed);
    EXPECT_EQ(refused("https://evil.example/?news.example.org"), ErrorCode::FeedHostNotAllowed);
    EXPECT_EQ(refused("https://news.example.org:8443/feed"), ErrorCode::FeedHostNotAllowed);
    EXPECT_EQ(refused("http://127.0.0.1:22/feed"), ErrorCode::FeedHostNotAllowed);
    EXPECT_THAT(web_.asked, IsEmpty());
    subscribed("north", "https://NEWS.example.org/feed");
    subscribed("north", "http://127.0.0.1:8099/feed");
    EXPECT_EQ(refused("http://127.0.0.1:8099/feed"), ErrorCode::FeedKnown);
}

TEST_F(PressFeeds, AreAHundredAtMost) {
    store::WriteBatch batch{.actor = "test"};
    for (int i = 0; i < 100; ++i) {
        model::PressFeed feed;
        feed.id = "feed-" + std::to_string(i);
        feed.organisation = "north";
        feed.url = "https://news.example.org/" + std::to_string(i);
        batch.desk_puts.emplace_back(feed);
    }
    ASSERT_TRUE(store_->write(batch).ok());
    EXPECT_EQ(refused("https://news.example.org/feed"), ErrorCode::FeedTooMany);
    subscribed("south", "https://news.example.org/feed");
}

TEST_F(PressFeeds, AreTheOrganisationsOwn) {
    const std::string id = subscribed("north", "https://news.example.org/feed");
    EXPECT_EQ(feeds_.feeds(member_of("north"), "").value().feeds.size(), 1U);
    EXPECT_THAT(feeds_.feeds(member_of("south"), "").value().feeds, IsEmpty());
    EXPECT_EQ(feeds_.feeds(member_of("south"), "north").errors().front().code,
              ErrorCode::OperationNotPermitted);
    EXPECT_EQ(feeds_.feeds({}, "").errors().front().code, ErrorCode::SignInRequired);
    EXPECT_EQ(feeds_.read(member_of("south"), id).errors().front().code, ErrorCode::RecordNotFound);
    EXPECT_FALSE(feeds_.unsubscribe(member_of("south"), id).ok());
    EXPECT_TRUE(feeds_.unsubscribe(member_of("north"), id).ok());
    EXPECT_THAT(feeds_.feeds(member_of("north"), "").value().feeds, IsEmpty());
}

TEST_F(PressFeeds, GoToTheDeskAndAreAskedForNewsOnlyTheNextTime) {
    const std::string id = subscribed("north", "https://news.example.org/feed");
    const auto read = feeds_.read(member_of("north"), id);
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read.value().entries, 3);
    EXPECT_EQ(read.value().taken, 2);
    EXPECT_NE(read.value().feed.changed_at, "");
    EXPECT_THAT(brought_, ElementsAre("north <rss/>"));
    web_.answer = {304, "", "", ""};
    ASSERT_TRUE(feeds_.read(member_of("north"), id).ok());
    EXPECT_EQ(web_.asked.back().if_none_match, "\"1\"");
    EXPECT_EQ(web_.asked.back().if_modified_since, "Mon, 01 Jan 2024 00:00:00 GMT");
    EXPECT_EQ(brought_.size(), 1U);
}

TEST_F(PressFeeds, RememberWhatWentWrong) {
    const std::string id = subscribed("north", "https://news.example.org/feed");
    web_.answer = {302, "elsewhere", "", ""};
    EXPECT_EQ(feeds_.read(member_of("north"), id).errors().front().code, ErrorCode::FeedUnreachable);
    web_.answer = {0, "", "", ""};
    EXPECT_FALSE(feeds_.read(member_of("north"), id).ok());
    EXPECT_THAT(feeds_.feeds(member_of("north"), "").value().feeds.front().last_error, HasSubstr("timeout"));
    EXPECT_THAT(brought_, IsEmpty());
}

TEST_F(PressFeeds, ThatAreDueAreReadOnceADayAndPausedWhenTheyKeepFailing) {
    subscribed("north", "https://news.example.org/feed");
    const Asker house{.standing = Standing::Operator, .actor = "system"};
    ASSERT_TRUE(feeds_.read_due(house, {}).ok());
    ASSERT_TRUE(feeds_.read_due(house, {}).ok());
    EXPECT_EQ(web_.asked.size(), 1U);
    auto record = std::get<model::PressFeed>(store_->all_desk(model::DeskKind::PressFeed).value().front());
    record.read_at = 0;
    record.failures = 9;
    ASSERT_TRUE(store_->write({.actor = "test", .desk_puts = {record}}).ok());
    web_.answer = {500, "", "", ""};
    ASSERT_TRUE(feeds_.read_due(house, {}).ok());
    EXPECT_EQ(feeds_.feeds(member_of("north"), "").value().feeds.front().state, "paused");
}

}  // namespace
}  // namespace kontor::service
