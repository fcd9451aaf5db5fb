// SPDX-License-Identifier: EUPL-1.2
#include "service/news_list.hpp"

#include <algorithm>

namespace kontor::service {
namespace {

using model::RecordKind;
using Values = std::vector<std::string>;
using Dimension = NewsDimension;

template <class Keep>
bool is_whole(const Values& ids, Keep keep) {
    return std::all_of(ids.begin(), ids.end(), keep);
}

/// Dates are compared as far as both of them say something.
bool is_before(std::string_view day, std::string_view limit) {
    const std::size_t shared = std::min(day.size(), limit.size());
    return day.substr(0, shared) < limit.substr(0, shared);
}

bool is_one_of(const Values& wanted, const Values& values) {
    return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& value) {
        return std::find(values.begin(), values.end(), value) != values.end();
    });
}

/// A topic with all that is narrower.
std::set<std::string, std::less<>> with_narrower(const Values& topics, const network::Picture& picture) {
    std::set<std::string, std::less<>> all(topics.begin(), topics.end());
    for (const std::string& id : topics) {
        const auto index = picture.find_topic(id);
        if (!index) continue;
        for (const network::TopicIndex narrower : picture.closure(*index))
            all.emplace(picture.at(narrower).id);
    }
    return all;
}

class StoryCounter {
public:
    StoryCounter(const NewsFilters& filters, const network::Picture& picture)
        : filters_(filters), picture_(picture), topics_(with_narrower(filters.topics, picture)) {}

    void take(const NewsRow& row) {
        ++out_.sizes[row.story];
        if (filters_.found && filters_.found->count(row.id) == 0) return;
        if (!is_one_of(filters_.projects, row.projects) && !filters_.projects.empty()) return;
        if (!is_in_time(row)) return;
        const std::array<bool, kNewsDimensions> passes{
            has_topic(row), filters_.countries.empty() || is_one_of(filters_.countries, row.countries),
            filters_.organisations.empty() || is_one_of(filters_.organisations, row.organisations),
            filters_.programmes.empty() || is_one_of(filters_.programmes, row.programmes), true};
        const auto refused = std::count(passes.begin(), passes.end(), false);
        if (refused == 0 && shown_.insert(row.story).second) out_.leading.push_back(&row);
        for (std::size_t i = 0; i < kNewsDimensions; ++i) {
            if (refused == 0 || (refused == 1 && !passes[i])) count(static_cast<Dimension>(i), row);
        }
    }

    NewsStories finish() {
        for (std::size_t i = 0; i < kNewsDimensions; ++i) {
            for (const auto& [value, stories] : seen_[i])
                out_.counts[i].emplace(value, static_cast<std::int64_t>(stories.size()));
        }
        return std::move(out_);
    }

private:
    [[nodiscard]] bool has_topic(const NewsRow& row) const {
        return topics_.empty() || std::any_of(row.topics.begin(), row.topics.end(),
                                              [&](const auto& topic) { return topics_.count(topic) > 0; });
    }
    [[nodiscard]] bool is_in_time(const NewsRow& row) const {
        if (!filters_.from.known() && !filters_.to.known()) return true;
        if (row.published.empty()) return false;
        return !is_before(row.published, filters_.from.text()) &&
               !(filters_.to.known() && is_before(filters_.to.text(), row.published));
    }

    void count(Dimension dimension, const NewsRow& row) {
        switch (dimension) {
            case Dimension::Topic:
                return count_topics(row);
            case Dimension::Country:
                return count_all(dimension, row.countries, row);
            case Dimension::Organisation:
                return count_all(dimension, row.organisations, row);
            case Dimension::Programme:
                return count_all(dimension, row.programmes, row);
            case Dimension::Year:
                if (!row.published.empty()) add(dimension, row.published.substr(0, 4), row);
                return;
        }
    }
    /// As the filter does: a topic stands for those that are broader, too.
    void count_topics(const NewsRow& row) {
        for (const std::string& topic : row.topics) {
            add(Dimension::Topic, topic, row);
            const auto index = picture_.find_topic(topic);
            if (!index) continue;
            for (auto up = picture_.at(*index).parent; up.valid(); up = picture_.at(up).parent)
                add(Dimension::Topic, std::string(picture_.at(up).id), row);
        }
    }
    void count_all(Dimension dimension, const Values& values, const NewsRow& row) {
        for (const std::string& value : values) add(dimension, value, row);
    }
    void add(Dimension dimension, const std::string& value, const NewsRow& row) {
        seen_[static_cast<std::size_t>(dimension)][value].insert(row.story);
    }

    const NewsFilters& filters_;
    const network::Picture& picture_;
    std::set<std::string, std::less<>> topics_;
    std::set<std::string_view> shown_;
    std::array<std::map<std::string, std::set<std::string_view>, std::less<>>, kNewsDimensions> seen_;
    NewsStories out_;
};

}  // namespace

std::vector<SharedNewsRow> visible_news(const View& view) {
    const auto& rows = view.snapshot->news->rows();
    const Sight& sight = view.records.sight();
    if (sight.sees_everything() || sight.rules().all().empty()) return rows;
    std::vector<SharedNewsRow> out;
    out.reserve(rows.size());
    const auto sees_organisation = [&](const auto& id) { return sight.sees(RecordKind::Organisation, id); };
    const auto sees_project = [&](const auto& id) { return sight.sees(RecordKind::Project, id); };
    for (const SharedNewsRow& row : rows) {
        const bool is_plain = sight.rules().about(RecordKind::News, row->id) == nullptr &&
                              (row->story == row->id || sight.sees(RecordKind::News, row->story)) &&
                              is_whole(row->organisations, sees_organisation) &&
                              is_whole(row->projects, sees_project);
        if (is_plain) {
            out.push_back(row);
            continue;
        }
        auto whole = view.records.whole().read(RecordKind::News, row->id);
        if (!whole || !whole.value()) continue;
        const auto shown = sight.shown(std::move(*whole.value()));
        if (shown) out.push_back(std::make_shared<const NewsRow>(news_row(std::get<model::News>(*shown))));
    }
    return out;
}

NewsStories stories_of(const std::vector<SharedNewsRow>& rows, const NewsFilters& filters,
                       const network::Picture& picture) {
    StoryCounter counter(filters, picture);
    for (const SharedNewsRow& row : rows) counter.take(*row);
    return counter.finish();
}

}  // namespace kontor::service
