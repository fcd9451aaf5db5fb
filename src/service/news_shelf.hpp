// SPDX-License-Identifier: EUPL-1.2
// The news of a snapshot as lists need them, newest first: what each is tagged with, without its texts.
// Immutable; rows are shared between one shelf and the next, so that a change costs a pointer for each row.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/records.hpp"
#include "text/near_duplicates.hpp"

namespace kontor::service {

struct NewsRow {
    std::string id;
    std::string published;  // a model::Date as text; empty when unknown
    std::vector<std::string> topics;
    std::vector<std::string> countries;
    std::vector<std::string> organisations;
    std::vector<std::string> projects;
    std::vector<std::string> programmes;
    std::string story;  // the id that all items of one story share: the group, else the item's own
    std::vector<text::NearSignature> signatures;  // of title and summary in each language
};
using SharedNewsRow = std::shared_ptr<const NewsRow>;

[[nodiscard]] NewsRow news_row(const model::News& news);

class NewsShelf {
public:
    NewsShelf() = default;
    /// In any order.
    explicit NewsShelf(std::vector<SharedNewsRow> rows);

    /// Newest first, undated ones last; those of a day by id.
    [[nodiscard]] const std::vector<SharedNewsRow>& rows() const { return rows_; }

    /// With `put` in place of the rows of the same ids, and without `erased`.
    [[nodiscard]] NewsShelf with(std::vector<SharedNewsRow> put,
                                 const std::vector<std::string>& erased) const;

private:
    std::vector<SharedNewsRow> rows_;
};

/// The story among `rows` that `news` tells as well: near-duplicates that were published within three weeks
/// of one another; empty when it is a new one. Only the first item of each story is compared: many items of
/// one story cost no more than one.
[[nodiscard]] std::string story_told_by(const model::News& news, const std::vector<SharedNewsRow>& rows);

}  // namespace kontor::service
