// SPDX-License-Identifier: EUPL-1.2
// news: what was published about the network; press feeds, fetch: the subscriptions of press desks.
#include <memory>

#include "cli/columns.hpp"
#include "cli/verbs/verbs.hpp"
#include "codec/json_text.hpp"
#include "service/name_resolution.hpp"
#include "service/news_service.hpp"
#include "service/press_desk.hpp"
#include "service/press_feeds.hpp"
#include "service/press_reading.hpp"
#include "service/press_senses.hpp"

namespace kontor::cli {
namespace {

using service::Phrase;

struct NewsOptions {
    service::NewsQuery query;
    std::vector<std::string> words;
    bool json = false;
};

struct FeedOptions {
    std::vector<std::string> hosts;
    std::string organisation;
    std::string id;
    bool json = false;
};

void print_stories(const Context& context, const service::NewsPage& page) {
    if (page.items.empty()) return context.print_line(context.say(Phrase::CliNewsNone));
    Columns rows({Align::Left, Align::Left, Align::Left, Align::Left}, context.width());
    for (const service::NewsBrief& story : page.items)
        rows.add({story.published, story.title, story.publisher, story.id});
    context.print(rows.text());
    context.print_line(
        context.say(Phrase::CliHits,
                    {{"shown", std::to_string(page.items.size())},
                     {"total", count_text(static_cast<std::uint64_t>(page.total), context.language())}}));
}

int run_news(Context& context, const NewsOptions& options) {
    service::NewsQuery query = options.query;
    for (const std::string& word : options.words) query.words += (query.words.empty() ? "" : " ") + word;
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    const auto reader = context.reader();
    if (!reader) return context.fail(reader.errors());
    const auto page = service::NewsService(*knowledge.value()).list(reader.value(), query);
    if (!page) return context.fail(page.errors());
    if (options.json) {
        context.print_line(codec::json_text(page.value()));
    } else {
        print_stories(context, page.value());
    }
    return Context::done();
}

/// Runs `answer(feeds, asker)` as whoever asks.
template <class Answer>
int run_with_feeds(Context& context, const FeedOptions& options, const Answer& answer) {
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    const auto reader = context.reader();
    if (!reader) return context.fail(reader.errors());
    const service::PressReaders readers(context.globals().data);
    service::NameResolution resolution(knowledge.value()->store());
    const service::PlaceService places(*knowledge.value());
    service::PressDesk desk(*knowledge.value(), service::press_senses(readers, resolution, places));
    const identity::CurlClient web(service::feed_limits());
    const service::PressFeedService feeds(*knowledge.value(), web, options.hosts, service::bringing_to(desk));
    return answer(feeds, reader.value());
}

int run_feeds(Context& context, const FeedOptions& options) {
    return run_with_feeds(context, options, [&](const auto& feeds, const service::Asker& asker) {
        const auto list = feeds.feeds(asker, options.organisation);
        if (!list) return context.fail(list.errors());
        if (options.json) {
            context.print_line(codec::json_text(list.value()));
            return Context::done();
        }
        if (list.value().feeds.empty()) context.print_line(context.say(Phrase::CliFeedNone));
        Columns rows({Align::Left, Align::Left, Align::Left, Align::Left, Align::Left}, context.width());
        for (const service::PressFeedView& feed : list.value().feeds) {
            rows.add({feed.id, feed.title, feed.organisation.id,
                      feed.read_at.empty() ? context.say(Phrase::CliFeedNever) : feed.read_at,
                      feed.last_error.empty() ? feed.url : feed.last_error});
        }
        context.print(rows.text());
        return Context::done();
    });
}

int run_fetch(Context& context, const FeedOptions& options) {
    return run_with_feeds(context, options, [&](const auto& feeds, const service::Asker& asker) {
        std::vector<std::string> ids{options.id};
        if (options.id.empty()) {
            const auto list = feeds.feeds(asker, options.organisation);
            if (!list) return context.fail(list.errors());
            ids.clear();
            for (const service::PressFeedView& feed : list.value().feeds) ids.push_back(feed.id);
        }
        base::Errors faults;
        for (const std::string& id : ids) {
            const auto read = feeds.read(asker, id);
            if (!read) {
                faults.insert(faults.end(), read.errors().begin(), read.errors().end());
            } else if (options.json) {
                context.print_line(codec::json_text(read.value()));
            } else {
                context.print_line(
                    context.say(Phrase::CliFeedRead, {{"title", read.value().feed.title},
                                                      {"entries", std::to_string(read.value().entries)},
                                                      {"taken", std::to_string(read.value().taken)}}));
            }
        }
        if (ids.empty()) context.print_line(context.say(Phrase::CliFeedNone));
        return faults.empty() ? Context::done() : context.fail(faults);
    });
}

}  // namespace

void add_news_verb(CLI::App& app, Verbs& verbs) {
    const auto options = std::make_shared<NewsOptions>();
    service::NewsQuery& query = options->query;
    CLI::App* verb = add_json_verb(app, verbs, {"news", Phrase::HelpNews, run_news}, options);
    verb->add_option("WORDS", options->words, verbs.help(Phrase::HelpWords));
    verb->add_option("--topic", query.topics, verbs.help(Phrase::HelpTopic))->delimiter(',');
    verb->add_option("--country", query.countries, verbs.help(Phrase::HelpCountry))->delimiter(',');
    verb->add_option("--organisation", query.organisations, verbs.help(Phrase::HelpNewsOrganisation))
        ->delimiter(',');
    verb->add_option("--from", query.from, verbs.help(Phrase::HelpNewsFrom));
    verb->add_option("--to", query.to, verbs.help(Phrase::HelpNewsTo));
    verb->add_option("--limit", query.limit, verbs.help(Phrase::HelpLimit))
        ->check(CLI::Range(std::size_t{1}, base::limits::kPageSize));
    verb->add_option("--cursor", query.cursor, verbs.help(Phrase::HelpCursor));
}

void add_feed_verbs(CLI::App& press, Verbs& verbs) {
    const auto listed = std::make_shared<FeedOptions>();
    CLI::App* feeds = add_json_verb(press, verbs, {"feeds", Phrase::HelpPressFeeds, run_feeds}, listed);
    feeds->add_option("--organisation", listed->organisation, verbs.help(Phrase::HelpPressOrganisation));
    const auto read = std::make_shared<FeedOptions>();
    CLI::App* fetch = add_json_verb(press, verbs, {"fetch", Phrase::HelpPressFetch, run_fetch}, read);
    fetch->add_option("FEED", read->id, verbs.help(Phrase::HelpFeedId));
    fetch->add_option("--organisation", read->organisation, verbs.help(Phrase::HelpPressOrganisation));
    fetch->add_option("--feed-host", read->hosts, verbs.help(Phrase::HelpFeedHost));
}

}  // namespace kontor::cli
