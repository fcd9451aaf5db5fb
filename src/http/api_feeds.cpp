// SPDX-License-Identifier: EUPL-1.2
#include "http/api_feeds.hpp"

namespace kontor::http {

using service::Asker;

void add_feed_api(Door& door, const service::PressFeedService& feeds, const service::PressNewsService& news) {
    const auto text = [](const Request& request, std::string_view name) {
        return std::string(request.parameters.text(name));
    };
    door.add("pressFeeds", [&feeds, text](const Asker& asker, const Request& request) {
        return feeds.feeds(asker, text(request, "organisation"));
    });
    door.add("subscribePressFeed",
             [&feeds](const Asker& asker, const Request& request) -> base::Result<service::PressFeedView> {
                 const auto form = body_of<service::PressFeedForm>(request);
                 if (!form) return form.errors();
                 return feeds.subscribe(asker, form.value());
             });
    door.add("unsubscribePressFeed", [&feeds, text](const Asker& asker, const Request& request) {
        return feeds.unsubscribe(asker, text(request, "feed"));
    });
    door.add("publishPressItem",
             [&news, text](const Asker& asker, const Request& request) -> base::Result<service::NewsItem> {
                 if (auto json = is_json(request); !json) return json.errors();
                 return news.publish(asker, text(request, "item"));
             });
    door.add(
        "readPressFeed",
        [&feeds, text](const Asker& asker,
                       const Request& request) -> base::Result<service::PressFeedReading> {
            if (auto json = is_json(request); !json) return json.errors();
            return feeds.read(asker, text(request, "feed"));
        },
        Pace::Slow);
}

}  // namespace kontor::http
