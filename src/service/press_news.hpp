// SPDX-License-Identifier: EUPL-1.2
// From the press desk to the news: an item of the desk becomes a news record, tagged with what its names mean
// by now. Thread-safe; each call is one transaction.
#pragma once

#include <string>

#include "service/answers.hpp"
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

/// The id of the news that a press item becomes.
[[nodiscard]] std::string news_id_of(const std::string& press_item);

}  // namespace kontor::service
