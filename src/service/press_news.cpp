// SPDX-License-Identifier: EUPL-1.2
#include "service/press_news.hpp"

#include <algorithm>
#include <tuple>

#include "codec/record_json.hpp"
#include "service/news_desk.hpp"
#include "service/news_service.hpp"
#include "service/permission.hpp"
#include "service/press_desk.hpp"
#include "service/press_paper.hpp"

namespace kontor::service {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
using model::RecordKind;

NewsOrigin origin_of(const PressPaper& paper) {
    NewsOrigin origin;
    origin.title = paper.item.title;
    origin.text = paper.item.text;
    origin.language = paper.item.language;
    origin.publisher = paper.item.publisher;
    origin.url = paper.item.url;
    origin.published = paper.item.published;
    origin.keeper = paper.item.organisation;
    return origin;
}

/// Takes out of `ids` what is no more.
base::Outcome keep_known(const Edit& edit, RecordKind kind, std::vector<std::string>& ids) {
    std::vector<std::string> known;
    for (std::string& id : ids) {
        const auto found = edit.stored(kind, id);
        if (!found) return found.errors();
        if (found.value()) known.push_back(std::move(id));
    }
    ids = std::move(known);
    return base::Done{};
}

/// The story that another text of the same announcement has become; empty when none has.
Result<std::string> story_of_group(const store::Store& store, const View& seen,
                                   const model::PressItem& item) {
    if (item.group.empty()) return std::string();
    const auto others = store.desk_heads_where(model::DeskKind::PressItem, "group", item.group);
    if (!others) return others.errors();
    for (const model::DeskRecord& other : others.value()) {
        auto found = seen.records.read(RecordKind::News, news_id_of(model::id_of(other)));
        if (!found) return found.errors();
        if (!found.value()) continue;
        const auto& news = std::get<model::News>(*found.value());
        return news.group.empty() ? news.id : news.group;
    }
    return std::string();
}

}  // namespace

std::string news_id_of(const std::string& press_item) {
    return derived_id("news", {press_item});
}

base::Outcome take_out_news(const store::Store& store, Edit& edit, const model::News& news) {
    const auto told = store.referring(RecordKind::News, "group", news.id);
    if (!told) return told.errors();
    std::vector<model::News> others;
    for (const model::Record& record : told.value()) others.push_back(std::get<model::News>(record));
    std::sort(others.begin(), others.end(), [](const model::News& a, const model::News& b) {
        return std::tuple(a.published.text(), a.id) < std::tuple(b.published.text(), b.id);
    });
    for (std::size_t i = 0; i < others.size(); ++i) {
        others[i].group = i == 0 ? std::string() : others.front().id;
        if (auto expected = edit.expect_present(RecordKind::News, others[i].id); !expected) return expected;
        edit.put(others[i]);
    }
    return edit.remove(RecordKind::News, news.id);
}

base::Outcome put_back_news(Edit& edit, const std::string& json) {
    auto read = codec::record_from_own_text(json);
    if (!read) return read.errors();
    auto news = std::get<model::News>(std::move(read).value());
    const auto present = edit.stored(RecordKind::News, news.id);
    if (!present) return present.errors();
    if (present.value()) return base::Done{};
    for (const auto& [kind, ids] : {std::pair{RecordKind::Organisation, &news.organisations},
                                    {RecordKind::Project, &news.projects},
                                    {RecordKind::Programme, &news.programmes},
                                    {RecordKind::Topic, &news.topics}}) {
        if (auto kept = keep_known(edit, kind, *ids); !kept) return kept;
    }
    std::vector<std::string> group{news.group};
    if (auto kept = keep_known(edit, RecordKind::News, group); !kept) return kept;
    if (group.empty()) news.group.clear();
    const auto source = edit.source();
    if (!source) return source.errors();
    news.source = source.value();
    return edit.create(std::move(news), {});
}

Result<NewsItem> PressNewsService::publish(const Asker& asker, const std::string& item) const {
    if (!asker.is_signed_in()) return Error{ErrorCode::SignInRequired, {}, {}, {}};
    const auto paper = read_paper(knowledge_.store(), item);
    if (!paper) return paper.errors();
    if (!paper.value() || !reads_press_of(asker, paper.value()->item.organisation))
        return Error{ErrorCode::RecordNotFound, {{"kind", "press-item"}, {"id", item}}, {}, {}};
    const PressPaper& open = *paper.value();
    if (open.item.state == model::PressState::Withdrawn)
        return Error{ErrorCode::PressItemWithdrawn, {{"title", open.item.title}}, {}, {}};
    const std::string id = news_id_of(item);
    const auto known = knowledge_.store().read(RecordKind::News, id);
    if (!known) return known.errors();
    if (!known.value()) {
        // What the public sees is what everybody who reads the news may learn from its tags.
        const View open_to_all = knowledge_.view({.language = asker.language});
        model::News news = news_of(origin_of(open), open.reading(), {}, *open_to_all.snapshot);
        news.id = id;
        auto story = story_of_group(knowledge_.store(), open_to_all, open.item);
        if (!story) return story.errors();
        news.group = std::move(story).value();
        Edit edit(knowledge_, asker);
        model::PressItem origin = open.item;
        if (origin.source.empty()) origin.source = press_source_id(origin.id);
        edit.set_source(press_source(origin));
        if (auto created = edit.create(news, open.item.organisation); !created) return created.errors();
        if (const auto written = edit.write(); !written) return written.errors();
    }
    return NewsService(knowledge_).item(asker, id);
}

}  // namespace kontor::service
