// SPDX-License-Identifier: EUPL-1.2
// Which record of the network a name means, as the asker may see the network: names of hidden records are
// neither found nor told apart from. Thread-safe. Cost: the first question after a change reads the names
// anew (a second per 50,000 organisations), every other below 2 ms.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <vector>

#include "base/error.hpp"
#include "model/codes.hpp"
#include "resolve/name_index.hpp"
#include "service/knowledge.hpp"

namespace kontor::service {

class NameResolution {
public:
    /// The names of one kind of records as one audience sees them; null for kinds that go by no name.
    /// `kind`: Organisation, Project or Programme. Hold it for the questions of one text.
    [[nodiscard]] base::Result<std::shared_ptr<const resolve::NameIndex>> names(const View& view,
                                                                                model::RecordKind kind);

    /// names() and a question.
    [[nodiscard]] base::Result<std::vector<resolve::Candidate>> candidates(const View& view,
                                                                           model::RecordKind kind,
                                                                           const resolve::NameQuery& query,
                                                                           std::size_t limit);

private:
    struct Entry {
        std::weak_ptr<const Snapshot> snapshot;
        model::RecordKind kind = model::RecordKind::Organisation;
        std::shared_ptr<const resolve::NameIndex> index;
    };
    [[nodiscard]] std::shared_ptr<const resolve::NameIndex> find(const View& view, model::RecordKind kind);

    std::mutex mutex_;            // of entries_
    std::mutex build_mutex_;      // held while one is made
    std::vector<Entry> entries_;  // the one asked of last first
};

}  // namespace kontor::service
