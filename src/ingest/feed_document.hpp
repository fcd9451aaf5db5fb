// SPDX-License-Identifier: EUPL-1.2
// A feed (RSS 2.0, RSS 1.0, Atom) entry by entry. libxml2 reads it as a stream: no external entity, nothing
// fetched, memory that of one entry beside the bytes themselves. One thread each; about 15 MB/s.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/press_documents.hpp"

namespace kontor::ingest {

class FeedReader {
public:
    explicit FeedReader(std::string_view bytes);
    FeedReader(const FeedReader&) = delete;
    FeedReader& operator=(const FeedReader&) = delete;
    ~FeedReader();

    /// The next entry, whose text may be empty; nothing at the end, or where the feed breaks off.
    [[nodiscard]] std::optional<DocumentText> next();
    /// FeedBroken with its line, once next() has given nothing.
    [[nodiscard]] const std::optional<base::Error>& fault() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace kontor::ingest
