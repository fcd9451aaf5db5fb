// SPDX-License-Identifier: EUPL-1.2
// What the engines know at one moment, immutable and shared by any number of threads; see knowledge.hpp.
#pragma once

#include <cstdint>
#include <memory>

#include "network/picture.hpp"
#include "search/index.hpp"
#include "service/news_shelf.hpp"
#include "service/sight.hpp"
#include "service/vocabulary.hpp"

namespace kontor::service {

struct Snapshot {
    std::uint64_t sequence = 0;  // of the last change in it
    std::shared_ptr<const Vocabulary> vocabulary;
    std::shared_ptr<const network::Picture> picture;
    std::shared_ptr<const search::Index> index;
    std::shared_ptr<const AccessRules> rules;
    std::shared_ptr<const NewsShelf> news = std::make_shared<const NewsShelf>();  // uncut, for every audience
};

}  // namespace kontor::service
