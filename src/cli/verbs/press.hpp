// SPDX-License-Identifier: EUPL-1.2
// What the verbs that read press texts share: the reader that an asker gets.
#pragma once

#include "cli/context.hpp"
#include "service/press_reading.hpp"

namespace kontor::cli {

enum class NetworkNames { Known, LeftOut };

/// Without a database there are no names of a network.
[[nodiscard]] base::Result<service::PressReader> press_reader(Context& context,
                                                              const service::PressReaders& readers,
                                                              NetworkNames names);

}  // namespace kontor::cli
