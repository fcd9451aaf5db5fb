// SPDX-License-Identifier: EUPL-1.2
// Which record of the network a name means, as the asker may see the network: names of hidden records are
// neither found nor told apart from. Thread-safe. Cost: the first question of an audience reads the names (a
// second per 50,000 organisations), and so does the first after what may be seen has changed for it; the
// first after another change some milliseconds, every other below 2 ms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "model/codes.hpp"
#include "resolve/name_index.hpp"
#include "service/knowledge.hpp"

namespace kontor::service {

class NameResolution {
public:
    /// `store`: where the records of the views come from; must outlive it.
    explicit NameResolution(const store::Store& store) : store_(store) {}

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
    /// Who sees the same by the same rules sees the same names.
    struct Audience {
        model::RecordKind kind = model::RecordKind::Organisation;
        std::string sight;                         // Sight::key()
        std::shared_ptr<const AccessRules> rules;  // null: nothing is hidden from them, whatever the rules
        bool operator==(const Audience&) const = default;
    };
    struct Entry {
        Audience audience;
        std::uint64_t sequence = 0;  // the last change that is in it
        std::shared_ptr<const resolve::NameIndex> index;
    };
    [[nodiscard]] std::optional<Entry> find(const Audience& audience);
    void keep(Entry entry);
    /// Of what the view shows; nothing when it has to be made anew.
    [[nodiscard]] base::Result<std::optional<Entry>> renewed(const Entry& known, const View& view) const;
    [[nodiscard]] base::Result<Entry> made(const Audience& audience, const View& view) const;

    const store::Store& store_;
    std::mutex mutex_;            // of entries_
    std::mutex build_mutex_;      // held while one is made
    std::vector<Entry> entries_;  // the one asked of last first
};

}  // namespace kontor::service
