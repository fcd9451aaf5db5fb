// SPDX-License-Identifier: EUPL-1.2
// Makes readers of press text: word lists from the data folder, topics and towns of the snapshot (else the
// shipped ones), names of the network as far as the asker may see them, and what people taught by their
// corrections. Thread-safe; a reader is made in about 0.2 s and 5 µs per name and kept while nothing that it
// knows changes.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "press/reader.hpp"
#include "service/knowledge.hpp"

namespace kontor::service {

using PressReader = std::shared_ptr<const press::Reader>;

/// Names of the organisations, projects and programmes that the asker of `view` may see, with their records.
[[nodiscard]] base::Result<press::KnownNames> network_names(const View& view);

class PressReaders {
public:
    /// `data`: the data folder; it is read when the first reader is asked for.
    explicit PressReaders(std::string data) : data_(std::move(data)) {}

    /// The reader for what the asker of `view` may see. `taught` (names and refusals that people taught) is
    /// added; say another `taught_revision` when it is another. Errors: FileUnreadable and those of the
    /// lists.
    [[nodiscard]] base::Result<PressReader> reader(const View& view, const press::KnownNames& taught = {},
                                                   std::uint64_t taught_revision = 0) const;
    /// The reader that knows the shipped lists and no network.
    [[nodiscard]] base::Result<PressReader> without_network() const;

    /// The English label of a topic of the latest reader's vocabulary; empty when it is none.
    [[nodiscard]] std::string topic_label(std::string_view topic) const;

private:
    struct Kept {
        std::shared_ptr<const Snapshot> snapshot;
        std::uint64_t taught_revision = 0;
        PressReader reader;
    };
    using Lists = std::pair<std::shared_ptr<const press::Lexicon>, std::shared_ptr<const press::Triggers>>;
    [[nodiscard]] base::Result<Lists> lists(const View* view) const;
    [[nodiscard]] base::Result<std::shared_ptr<const press::Lexicon>> make_lexicon(const View* view) const;

    std::string data_;
    mutable std::mutex mutex_;
    mutable std::shared_ptr<const Vocabulary> vocabulary_;  // of lexicon_; none: the shipped one
    mutable std::shared_ptr<const press::Lexicon> lexicon_;
    mutable std::shared_ptr<const press::Triggers> triggers_;
    mutable std::map<std::string, std::string, std::less<>> labels_;
    mutable std::vector<Kept> kept_;  // the latest few
};

}  // namespace kontor::service
