// SPDX-License-Identifier: EUPL-1.2
#include "service/news_shelf.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <set>

namespace kontor::service {
namespace {

bool stands_before(const SharedNewsRow& a, const SharedNewsRow& b) {
    return a->published != b->published ? a->published > b->published : a->id < b->id;
}

/// One for each language; what is written in two languages is alike in neither with the other.
std::vector<text::NearSignature> signatures_of(const model::News& news) {
    std::vector<text::NearSignature> out;
    for (const model::Text& title : news.titles) {
        std::string whole = title.text;
        for (const model::Text& summary : news.summary) {
            if (summary.lang == title.lang) whole += "\n" + summary.text;
        }
        out.push_back(text::near_signature(whole));
    }
    return out;
}

bool are_alike(const std::vector<text::NearSignature>& some, const std::vector<text::NearSignature>& others) {
    return std::any_of(some.begin(), some.end(), [&](const text::NearSignature& one) {
        return std::any_of(others.begin(), others.end(),
                           [&](const text::NearSignature& other) { return text::similar(one, other); });
    });
}

bool is_within_weeks(const std::string& one, const model::Date& other) {
    constexpr int kDays = 21;
    const auto date = model::Date::parse(one);
    if (!date || !other.known()) return false;
    return std::abs(date->first_day() - other.first_day()) <= kDays;
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
            news.group.empty() ? news.id : news.group,
            signatures_of(news)};
}

NewsShelf::NewsShelf(std::vector<SharedNewsRow> rows) : rows_(std::move(rows)) {
    std::sort(rows_.begin(), rows_.end(), stands_before);
}

std::string story_told_by(const model::News& news, const std::vector<SharedNewsRow>& rows) {
    const auto signatures = signatures_of(news);
    const SharedNewsRow* first = nullptr;
    for (const SharedNewsRow& row : rows) {
        const bool leads = row->story == row->id && row->id != news.id;
        if (!leads || !is_within_weeks(row->published, news.published)) continue;
        if (are_alike(row->signatures, signatures)) first = &row;  // the oldest comes last
    }
    return first == nullptr ? std::string() : (*first)->id;
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
