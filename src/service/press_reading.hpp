// SPDX-License-Identifier: EUPL-1.2
// Makes readers of press text: word lists from the data folder, topics and towns of the snapshot, names of
// the network as far as the asker may see them, and what people taught by their corrections. Thread-safe; a
// reader is made in about 0.2 s and 5 µs per name and kept while nothing that it knows changes.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "press/reader.hpp"
#include "service/knowledge.hpp"

namespace kontor::service {

enum class NetworkNames { Known, LeftOut };

/// Names of the organisations, projects and programmes that the asker of `view` may see, with their records.
[[nodiscard]] base::Result<press::KnownNames> network_names(const View& view);

class PressReaders {
public:
    /// `data`: the data folder; its press/ is read when the first reader is asked for.
    explicit PressReaders(std::string data) : data_(std::move(data)) {}

    /// The reader for what the asker of `view` may see. `taught` (names and refusals that people taught) is
    /// added; say another `taught_revision` when it is another. Errors: FileUnreadable and those of the lists.
    [[nodiscard]] base::Result<std::shared_ptr<const press::Reader>> reader(
        const View& view, NetworkNames names, const press::KnownNames& taught = {},
        std::uint64_t taught_revision = 0) const;

private:
    struct Kept {
        std::shared_ptr<const Snapshot> snapshot;
        NetworkNames names = NetworkNames::Known;
        std::uint64_t taught_revision = 0;
        std::shared_ptr<const press::Reader> reader;
    };
    /// Of the vocabulary's topics and the view's towns; made anew when the vocabulary changes.
    [[nodiscard]] base::Result<std::shared_ptr<const press::Lexicon>> lexicon(const View& view) const;

    std::string data_;
    mutable std::mutex mutex_;
    mutable std::shared_ptr<const Vocabulary> vocabulary_;
    mutable std::shared_ptr<const press::Lexicon> lexicon_;
    mutable std::shared_ptr<const press::Triggers> triggers_;
    mutable std::vector<Kept> kept_;  // the latest few
};

}  // namespace kontor::service
