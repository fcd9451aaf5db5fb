// SPDX-License-Identifier: EUPL-1.2
#include "service/press_news.hpp"

#include "service/edit.hpp"
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

/// The source that accepted claims have, or one of its own.
base::Outcome settle_source(Edit& edit, const PressPaper& paper, model::News& news) {
    if (!paper.item.source.empty()) {
        const auto known = edit.stored(RecordKind::Source, paper.item.source);
        if (!known) return known.errors();
        if (known.value()) {
            news.source = paper.item.source;
            return base::Done{};
        }
    }
    SourceForm form;
    form.title = news.titles.empty() ? paper.item.id : news.titles.front().text;
    if (!news.url.empty()) form.url = news.url;
    if (news.published.known()) form.as_of = news.published.text();
    edit.set_origin(form);
    return base::Done{};
}

}  // namespace

std::string news_id_of(const std::string& press_item) {
    return derived_id("news", {press_item});
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
        Edit edit(knowledge_, asker);
        if (auto settled = settle_source(edit, open, news); !settled) return settled.errors();
        if (auto created = edit.create(news, open.item.organisation); !created) return created.errors();
        if (const auto written = edit.write(); !written) return written.errors();
    }
    return NewsService(knowledge_).item(asker, id);
}

}  // namespace kontor::service
