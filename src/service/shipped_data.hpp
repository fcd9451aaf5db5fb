// SPDX-License-Identifier: EUPL-1.2
// What the product ships in its data folder: topics, towns, the demo network, words for taking German
// compounds apart. Functions that read files; thread-safe.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "store/store.hpp"
#include "text/compounds.hpp"

namespace kontor::service {

/// The record files of topics/, places/ and demo/ in name order. FileUnreadable when one of the folders has
/// none.
[[nodiscard]] base::Result<std::vector<std::string>> demo_files(const std::string& data);

/// Knows the shipped German words and the labels of the stored topics; without the shipped list only the
/// latter.
[[nodiscard]] base::Result<std::shared_ptr<const text::CompoundSplitter>> load_splitter(
    const std::string& data, const store::Store& store);

}  // namespace kontor::service
