// SPDX-License-Identifier: EUPL-1.2
// News: what the list gives under which filters, how items of one story stand together, and that nobody
// learns from a list, a facet or a page what they may not see.
#include "service/news_service.hpp"

#include <gmock/gmock.h>

#include "codec/json_document.hpp"
#include "codec/record_json.hpp"
#include "service/page_service.hpp"
#include "service/record_service.hpp"
#include "support/sample_records.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using model::RecordKind;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

const base::FixedClock kClock{std::chrono::sys_seconds{std::chrono::seconds{1'795'000'000}}};
const Asker kPublic;
const Asker kHouse{.standing = Standing::Operator, .actor = "test"};

model::News item(const std::string& id, const std::string& title, const std::string& published) {
    model::News out;
    out.id = id;
    out.titles = support::text("en", title);
    out.published = model::Date::parse(published).value_or(model::Date{});
    return out;
}

class News : public testing::Test {
protected:
    void SetUp() override {
        store::WriteBatch batch{.actor = "test"};
        model::Topic narrow = support::topic("lasers", "Lasers");
        narrow.parent = "light";
        model::Topic wide = support::topic("light", "Light");
        wide.labels = {{"en", "Light"}, {"de", "Licht"}};
        batch.puts = {wide, narrow, support::organisation("north", "North"),
                      support::organisation("south", "South"), support::project("bridge", "Bridge")};
        model::Programme fund;
        fund.id = "fund";
        fund.names = support::text("en", "Fund");
        batch.puts.emplace_back(fund);
        model::News joint = item("joint", "North and South build a bridge", "2019-03-04");
        joint.organisations = {"north", "south"};
        joint.projects = {"bridge"};
        joint.programmes = {"fund"};
        joint.topics = {"lasers"};
        joint.countries = {"DE", "FI"};
        joint.publisher = "Herald";
        joint.keeper = "north";
        model::News echo = item("echo", "A bridge between North and South", "2019-03-06");
        echo.organisations = {"north"};
        echo.countries = {"DE"};
        echo.group = "joint";
        model::News other = item("other", "South opens an office", "2021-05");
        other.organisations = {"south"};
        other.countries = {"FI"};
        other.keeper = "south";
        batch.puts.emplace_back(joint);
        batch.puts.emplace_back(echo);
        batch.puts.emplace_back(other);
        batch.puts.emplace_back(item("undated", "Something happened", ""));
        ASSERT_TRUE(store_->write(batch).ok());
        base::SilentProgress progress;
        ASSERT_TRUE(knowledge_.load(progress).ok());
    }

    NewsPage page(const NewsQuery& query, const Asker& asker = kPublic) {
        auto found = news_.list(asker, query);
        EXPECT_TRUE(found.ok());
        return found ? std::move(found).value() : NewsPage{};
    }
    static std::vector<std::string> ids(const NewsPage& page) {
        std::vector<std::string> out;
        for (const NewsBrief& one : page.items) out.push_back(one.id);
        return out;
    }
    static std::vector<std::pair<std::string, std::int64_t>> facet(const NewsPage& page,
                                                                   const std::string& name) {
        std::vector<std::pair<std::string, std::int64_t>> out;
        for (const NewsFacet& one : page.facets) {
            if (one.name != name) continue;
            for (const NewsFacetValue& value : one.values) out.emplace_back(value.value, value.count);
        }
        return out;
    }
    void hide(RecordKind kind, const std::string& id, const std::string& owner) {
        model::Disclosure rule;
        rule.id = "rule-" + id;
        rule.subject_kind = kind;
        rule.subject = id;
        rule.owner = owner;
        rule.visibility = model::Visibility::Own;
        ASSERT_TRUE(knowledge_.write({.puts = {rule}, .actor = "test"}).ok());
    }

    std::unique_ptr<store::Store> store_ =
        store::open_sqlite(":memory:", store::OpenMode::Create, kClock).value();
    Knowledge knowledge_{*store_, kClock, nullptr};
    NewsService news_{knowledge_};
};

TEST_F(News, StandNewestFirstOneItemForEachStory) {
    const NewsPage all = page({});
    EXPECT_THAT(ids(all), ElementsAre("other", "echo", "undated"));
    EXPECT_EQ(all.total, 3);
    EXPECT_EQ(all.items[1].same, 1);
    EXPECT_EQ(all.items[0].same, 0);
    EXPECT_EQ(all.next_cursor, "");
}

TEST_F(News, AreGivenPageByPage) {
    NewsQuery query;
    query.limit = 2;
    const NewsPage first = page(query);
    EXPECT_THAT(ids(first), ElementsAre("other", "echo"));
    query.cursor = first.next_cursor;
    EXPECT_THAT(ids(page(query)), ElementsAre("undated"));
}

TEST_F(News, AreFilteredAndAFilterCountsWhatOthersLeave) {
    NewsQuery query;
    query.countries = {"FI"};
    const NewsPage finnish = page(query);
    EXPECT_THAT(ids(finnish), ElementsAre("other", "joint"));
    EXPECT_THAT(facet(finnish, "country"), UnorderedElementsAre(Pair("FI", 2), Pair("DE", 1)));
    EXPECT_THAT(facet(finnish, "topic"), UnorderedElementsAre(Pair("lasers", 1), Pair("light", 1)));
    query.organisations = {"north"};
    EXPECT_THAT(ids(page(query)), ElementsAre("joint"));
}

TEST_F(News, OfANarrowerTopicAreOfTheBroaderOneToo) {
    NewsQuery query;
    query.topics = {"light"};
    EXPECT_THAT(ids(page(query)), ElementsAre("joint"));
    query.topics = {"nothing"};
    EXPECT_THAT(ids(page(query)), IsEmpty());
}

TEST_F(News, AreFoundByWordsAndByTopicsOfAnotherLanguage) {
    NewsQuery query;
    query.words = "office";
    EXPECT_THAT(ids(page(query)), ElementsAre("other"));
    query.words = "Licht";
    EXPECT_THAT(ids(page(query)), ElementsAre("joint"));
    query.words = "\"unclosed";
    EXPECT_FALSE(news_.list(kPublic, query).ok());
}

TEST_F(News, AreFromADayToADayAsFarAsTheyAreDated) {
    NewsQuery query;
    query.from = "2019-03-05";
    query.to = "2019";
    EXPECT_THAT(ids(page(query)), ElementsAre("echo"));
    query.from = "2021-05-20";
    query.to = "";
    EXPECT_THAT(ids(page(query)), ElementsAre("other"));
    query.from = "soon";
    query.to = "2019-02-30";
    const auto refused = news_.list(kPublic, query);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.errors().size(), 2U);
    query.from = "2020";
    query.to = "2019";
    EXPECT_EQ(news_.list(kPublic, query).errors().front().code, ErrorCode::DatesReversed);
}

TEST_F(News, ShowTheSameStoryElsewhere) {
    const auto found = news_.item(kPublic, "joint");
    ASSERT_TRUE(found.ok());
    EXPECT_EQ(found.value().same_story.size(), 1U);
    EXPECT_EQ(found.value().same_story[0].id, "echo");
    EXPECT_EQ(found.value().brief.publisher, "Herald");
    EXPECT_EQ(found.value().projects.front().id, "bridge");
    EXPECT_FALSE(found.value().may_edit);
    EXPECT_EQ(news_.item(kPublic, "nowhere").errors().front().code, ErrorCode::RecordNotFound);
}

TEST_F(News, StandOnPagesOfWhatTheyName) {
    const PageService pages(knowledge_);
    EXPECT_EQ(pages.organisation(kPublic, "south").value().news_total, 2);
    EXPECT_EQ(pages.project(kPublic, "bridge").value().news.front().id, "joint");
    EXPECT_EQ(pages.topic(kPublic, "light").value().news_total, 1);
}

TEST_F(News, ThatAreHiddenAreInNoListNoCountAndNoPage) {
    hide(RecordKind::News, "other", "south");
    const NewsPage seen = page({});
    EXPECT_THAT(ids(seen), ElementsAre("echo", "undated"));
    EXPECT_THAT(facet(seen, "country"), UnorderedElementsAre(Pair("DE", 1), Pair("FI", 1)));
    NewsQuery query;
    query.words = "office";
    EXPECT_THAT(ids(page(query)), IsEmpty());
    EXPECT_FALSE(news_.item(kPublic, "other").ok());
    EXPECT_EQ(PageService(knowledge_).organisation(kPublic, "south").value().news_total, 1);
    EXPECT_EQ(page({}, kHouse).total, 3);
}

TEST_F(News, DoNotTellOfAHiddenOrganisation) {
    hide(RecordKind::Organisation, "south", "south");
    NewsQuery query;
    query.organisations = {"south"};
    EXPECT_THAT(ids(page(query)), IsEmpty());
    const NewsPage seen = page({});
    EXPECT_THAT(facet(seen, "organisation"), ElementsAre(Pair("north", 1)));
    const auto found = news_.item(kPublic, "joint");
    ASSERT_TRUE(found.ok());
    ASSERT_EQ(found.value().brief.organisations.size(), 1U);
    EXPECT_EQ(found.value().brief.organisations[0].id, "north");
}

TEST_F(News, ThatAreWrittenJoinTheStoryTheyTell) {
    RecordService records(knowledge_);
    const std::string sentence =
        "The harbour cluster and its partners in the north have signed an agreement on joint research into "
        "light for surgery, which will run for three years";
    const auto put = [&](const std::string& id, const std::string& title, const std::string& day) {
        model::News made = item(id, title, day);
        made.summary = support::text("en", sentence);
        RecordForm form;
        form.record.text = codec::to_text(codec::to_json(made));
        EXPECT_TRUE(records.create(kHouse, "news", form).ok()) << id;
        return std::get<model::News>(*store_->read(RecordKind::News, id).value()).group;
    };
    EXPECT_EQ(put("first", "Signed", "2022-01-10"), "");
    EXPECT_EQ(put("second", "Agreement signed", "2022-01-20"), "first");
    EXPECT_EQ(put("third", "An agreement", "2022-01-31"), "first");
    EXPECT_EQ(put("late", "Agreement signed", "2022-06-01"), "");
    EXPECT_EQ(page({}).items[1].id, "third");
}

TEST(NewsShelf, ComparesWithTheFirstOfAStoryOnly) {
    std::vector<SharedNewsRow> rows;
    model::News first =
        item("n-00000", "One and the same announcement of a new partner in the north", "2024-02-01");
    rows.push_back(std::make_shared<const NewsRow>(news_row(first)));
    for (int i = 1; i < 10'000; ++i) {
        model::News next = first;
        next.id = "n-" + std::to_string(i);
        next.group = story_told_by(next, rows);
        ASSERT_EQ(next.group, first.id);
        if (i % 100 == 0) rows.push_back(std::make_shared<const NewsRow>(news_row(next)));
    }
    EXPECT_EQ(NewsShelf(rows).rows().size(), 100U);
}

}  // namespace
}  // namespace kontor::service
