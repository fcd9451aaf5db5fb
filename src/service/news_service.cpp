// SPDX-License-Identifier: EUPL-1.2
#include "service/news_service.hpp"

#include <algorithm>

#include "search/searcher.hpp"
#include "service/page_service.hpp"
#include "service/permission.hpp"
#include "service/search_service.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using base::Errors;
using base::Result;
using model::RecordKind;

constexpr std::size_t kOnPages = 5;
constexpr std::size_t kFacetValues = 12;
constexpr std::size_t kSameStory = 100;

model::Date date_of(const std::string& text, const char* field, Errors& errors) {
    if (text.empty()) return {};
    const auto date = model::Date::parse(text);
    if (!date)
        errors.push_back({ErrorCode::DateInvalid, {{"value", text}}, {.file = {}, .field = field}, {}});
    return date.value_or(model::Date{});
}

/// The ids that the words find among what the asker may see.
Result<std::set<std::string>> found_by(const std::string& words, const View& view,
                                       std::string_view language) {
    search::Request request;
    request.query = words;
    request.language = language;
    request.kinds = {RecordKind::News};
    const auto keys = search::Searcher().matching(*view.snapshot->index, request);
    if (!keys) return keys.errors();
    std::set<std::string> out;
    for (const search::DocumentKey& key : keys.value()) {
        if (key.kind == RecordKind::News) out.insert(key.id);
    }
    return out;
}

Result<NewsFilters> filters_of(const NewsQuery& query, const View& view, std::string_view language) {
    Errors errors;
    NewsFilters out{query.topics,
                    query.countries,
                    query.organisations,
                    query.projects,
                    query.programmes,
                    date_of(query.from, "from", errors),
                    date_of(query.to, "to", errors),
                    {}};
    if (out.from.known() && out.to.known() && out.to.text() < out.from.text() &&
        !out.from.text().starts_with(out.to.text())) {
        errors.push_back({ErrorCode::DatesReversed,
                          {{"from", out.from.text()}, {"to", out.to.text()}},
                          {.file = {}, .field = "to"},
                          {}});
    }
    if (query.words.find_first_not_of(" \t\n") != std::string::npos) {
        auto found = found_by(query.words, view, language);
        if (found) {
            out.found = std::move(found).value();
        } else {
            errors.insert(errors.end(), found.errors().begin(), found.errors().end());
        }
    }
    if (!errors.empty()) return errors;
    return out;
}

class NewsViews {
public:
    NewsViews(const View& view, PageParts& parts) : view_(view), parts_(parts) {}

    [[nodiscard]] NewsBrief brief(const model::News& news, std::int64_t same) const {
        NewsBrief out;
        out.id = news.id;
        out.title = parts_.text(news.titles);
        out.title_lang = parts_.text_language(news.titles);
        out.summary = parts_.text(news.summary);
        out.summary_lang = parts_.text_language(news.summary);
        const model::Text* summary = model::best_text(news.summary, parts_.language());
        out.summary_origin = model::word(summary == nullptr ? model::TextOrigin::Person : summary->origin);
        out.published = news.published.text();
        out.publisher = news.publisher;
        out.url = news.url;
        out.topics = view_.snapshot->vocabulary->refs(news.topics, parts_.language());
        for (const std::string& code : news.countries)
            out.countries.push_back({code, parts_.views().country(code)});
        for (const std::string& id : news.organisations)
            out.organisations.push_back(parts_.views().organisation_ref(id));
        out.same = same;
        return out;
    }

    [[nodiscard]] Result<NewsBrief> brief(const NewsRow& row, const NewsStories& stories) const {
        const auto news = parts_.read<model::News>(row.id);
        if (!news) return news.errors();
        const auto size = stories.sizes.find(row.story);
        return brief(news.value(), size == stories.sizes.end() ? 0 : size->second - 1);
    }

    [[nodiscard]] NewsFacet facet(const char* name, const NewsCounts& counts,
                                  const std::vector<std::string>& chosen) const {
        const bool is_year = std::string_view(name) == "year";
        std::vector<std::pair<std::string, std::int64_t>> sorted(counts.begin(), counts.end());
        for (const std::string& value : chosen) {
            if (counts.count(value) == 0) sorted.emplace_back(value, 0);
        }
        std::stable_sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) {
            return is_year ? a.first > b.first : a.second > b.second;
        });
        NewsFacet out;
        out.name = name;
        out.distinct = static_cast<std::int64_t>(counts.size());
        for (const auto& [value, count] : sorted) {
            const bool is_chosen = std::find(chosen.begin(), chosen.end(), value) != chosen.end();
            if (out.values.size() >= kFacetValues && !is_chosen) continue;
            out.values.push_back({value, label(name, value), count, is_chosen});
        }
        return out;
    }

private:
    [[nodiscard]] std::string label(std::string_view facet, const std::string& value) const {
        const Views& views = parts_.views();
        if (facet == "country") return views.country(value).empty() ? value : views.country(value);
        if (facet == "organisation") return views.organisation_ref(value).name;
        if (facet == "programme") return views.programme_ref(value).name;
        if (facet == "topic") {
            const auto refs = view_.snapshot->vocabulary->refs({value}, parts_.language());
            return refs.empty() ? value : refs.front().name;
        }
        return value;
    }

    const View& view_;
    PageParts& parts_;
};

std::vector<NewsFacet> facets_of(const NewsViews& views, const NewsStories& stories, const NewsQuery& query) {
    const auto of = [&](NewsDimension dimension) -> const NewsCounts& {
        return stories.counts[static_cast<std::size_t>(dimension)];
    };
    return {views.facet("topic", of(NewsDimension::Topic), query.topics),
            views.facet("country", of(NewsDimension::Country), query.countries),
            views.facet("organisation", of(NewsDimension::Organisation), query.organisations),
            views.facet("programme", of(NewsDimension::Programme), query.programmes),
            views.facet("year", of(NewsDimension::Year), {})};
}

std::vector<NewsText> texts_of(const model::Texts& texts) {
    std::vector<NewsText> out;
    for (const model::Text& text : texts)
        out.push_back({text.text, text.lang, std::string(model::word(text.origin))});
    return out;
}

/// The others of its story, oldest first.
Result<std::vector<NewsBrief>> same_story(const model::News& news, const View& view, const NewsViews& views,
                                          PageParts& parts) {
    const std::string story = news.group.empty() ? news.id : news.group;
    std::vector<NewsBrief> out;
    const auto rows = visible_news(view);
    for (auto row = rows.rbegin(); row != rows.rend() && out.size() < kSameStory; ++row) {
        if ((*row)->story != story || (*row)->id == news.id) continue;
        const auto other = parts.read<model::News>((*row)->id);
        if (!other) return other.errors();
        out.push_back(views.brief(other.value(), 0));
    }
    return out;
}

}  // namespace

Result<NewsSection> newest_news(const View& view, PageParts& parts, const NewsFilters& filters) {
    const auto rows = visible_news(view);
    const NewsStories stories = stories_of(rows, filters, *view.snapshot->picture);
    const NewsViews views(view, parts);
    NewsSection out;
    out.total = static_cast<std::int64_t>(stories.leading.size());
    for (std::size_t i = 0; i < std::min(kOnPages, stories.leading.size()); ++i) {
        auto brief = views.brief(*stories.leading[i], stories);
        if (!brief) return brief.errors();
        out.stories.push_back(std::move(brief).value());
    }
    return out;
}

Result<NewsPage> NewsService::list(const Asker& asker, const NewsQuery& query) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const View view = knowledge_.view(asker);
    const auto filters = filters_of(query, view, asker.language);
    const auto start = cursor_offset(query.cursor);
    if (!filters || !start) {
        Errors errors = filters ? Errors{} : filters.errors();
        if (!start) errors.insert(errors.end(), start.errors().begin(), start.errors().end());
        return errors;
    }
    const auto rows = visible_news(view);
    const NewsStories stories = stories_of(rows, filters.value(), *view.snapshot->picture);
    PageParts parts(view, asker.language);
    const NewsViews views(view, parts);
    NewsPage page;
    page.total = static_cast<std::int64_t>(stories.leading.size());
    const std::size_t offset = std::min(start.value(), stories.leading.size());
    const std::size_t end = std::min(stories.leading.size(), offset + query.limit);
    for (std::size_t i = offset; i < end; ++i) {
        auto brief = views.brief(*stories.leading[i], stories);
        if (!brief) return brief.errors();
        page.items.push_back(std::move(brief).value());
    }
    page.facets = facets_of(views, stories, query);
    page.next_cursor = next_cursor(offset, page.items.size(), stories.leading.size());
    return page;
}

Result<NewsItem> NewsService::item(const Asker& asker, const std::string& id) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const View view = knowledge_.view(asker);
    PageParts parts(view, asker.language);
    const auto found = parts.read<model::News>(id);
    if (!found) return found.errors();
    const model::News& news = found.value();
    const NewsViews views(view, parts);
    NewsItem out;
    auto others = same_story(news, view, views, parts);
    if (!others) return others.errors();
    out.same_story = std::move(others).value();
    out.brief = views.brief(news, static_cast<std::int64_t>(out.same_story.size()));
    out.titles = texts_of(news.titles);
    out.summaries = texts_of(news.summary);
    for (const std::string& project : news.projects)
        out.projects.push_back(parts.views().project_ref(project));
    for (const std::string& programme : news.programmes)
        out.programmes.push_back(parts.views().programme_ref(programme));
    for (const std::string& code : news.regions) out.regions.push_back(parts.region(code));
    if (!news.keeper.empty()) out.keeper = parts.views().organisation_ref(news.keeper);
    out.source = parts.source(news.source);
    const auto whole = knowledge_.store().read(RecordKind::News, id);
    if (!whole) return whole.errors();
    const auto current = knowledge_.current();
    out.may_edit =
        asker.is_signed_in() && whole.value() &&
        permit(asker, editing(RecordKind::News), keepers(*whole.value(), *current->picture, *current->rules))
            .ok();
    return out;
}

Result<NewsItem> PageService::news(const Asker& asker, const std::string& id) const {
    return NewsService(knowledge_).item(asker, id);
}

}  // namespace kontor::service
