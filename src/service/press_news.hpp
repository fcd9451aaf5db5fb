// SPDX-License-Identifier: EUPL-1.2
// From the press desk to the news: an item of the desk becomes a news record, tagged with what its names mean
// by now. Thread-safe; each call is one transaction.
#pragma once

#include <string>

#include "service/answers.hpp"
#include "service/edit.hpp"
#include "service/knowledge.hpp"

namespace kontor::service {

class PressNewsService {
public:
    /// `knowledge` must outlive it.
    explicit PressNewsService(Knowledge& knowledge) : knowledge_(knowledge) {}

    /// The news item of the press item; the one that is there when it was published before. What the public
    /// may not see is not tagged. RecordNotFound when there is no such item that the asker may read,
    /// PressItemWithdrawn, OperationNotPermitted without a role that may write news of the organisation.
    [[nodiscard]] base::Result<NewsItem> publish(const Asker& asker, const std::string& item) const;

private:
    Knowledge& knowledge_;
};

/// Puts the erasure of the news into the edit; when other news tell the same story, the oldest of them
/// stands for it from then on.
[[nodiscard]] base::Outcome take_out_news(const store::Store& store, Edit& edit, const model::News& news);
/// Puts news that was taken out back as it was; what it names and is no more is left out. `json`: of the
/// record. Nothing when somebody has published the item again meanwhile.
[[nodiscard]] base::Outcome put_back_news(Edit& edit, const std::string& json);

/// The id of the news that a press item becomes.
[[nodiscard]] std::string news_id_of(const std::string& press_item);

}  // namespace kontor::service
