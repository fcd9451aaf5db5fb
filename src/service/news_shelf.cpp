// SPDX-License-Identifier: EUPL-1.2
#include "service/news_shelf.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace kontor::service {
namespace {

bool stands_before(const SharedNewsRow& a, const SharedNewsRow& b) {
    return a->published != b->published ? a->published > b->published : a->id < b->id;
}

}  // namespace

NewsRow news_row(const model::News& news) {
    return {news.id,
            news.published.text(),
            news.topics,
            news.countries,
            news.organisations,
            news.projects,
            news.programmes,
            news.group.empty() ? news.id : news.group};
}

NewsShelf::NewsShelf(std::vector<SharedNewsRow> rows) : rows_(std::move(rows)) {
    std::sort(rows_.begin(), rows_.end(), stands_before);
}

NewsShelf NewsShelf::with(std::vector<SharedNewsRow> put, const std::vector<std::string>& erased) const {
    std::set<std::string_view> gone(erased.begin(), erased.end());
    for (const SharedNewsRow& row : put) gone.insert(row->id);
    std::sort(put.begin(), put.end(), stands_before);
    std::vector<SharedNewsRow> kept;
    kept.reserve(rows_.size());
    std::copy_if(rows_.begin(), rows_.end(), std::back_inserter(kept),
                 [&](const SharedNewsRow& row) { return gone.count(row->id) == 0; });
    NewsShelf next;
    next.rows_.reserve(kept.size() + put.size());
    std::merge(kept.begin(), kept.end(), put.begin(), put.end(), std::back_inserter(next.rows_),
               stands_before);
    return next;
}

}  // namespace kontor::service
