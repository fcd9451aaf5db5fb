// SPDX-License-Identifier: EUPL-1.2
// The whole network cut down to what an audience may see: hidden records and what hangs on them are taken out
// of the picture and the search index, hidden fields are emptied, before any engine looks. So no count,
// score, suggestion or path can tell what cannot be read. Cost: a layout of the picture, and for each
// restricted record its neighbours.
#pragma once

#include <memory>

#include "network/picture_builder.hpp"
#include "service/knowledge.hpp"
#include "service/visible_records.hpp"

namespace kontor::service {

/// `builder` holds the rows of `whole` and holds them again when this returns; `records` reads as the
/// audience may. Records that cannot be read from the store are left out.
[[nodiscard]] std::shared_ptr<const Snapshot> audience_snapshot(const std::shared_ptr<const Snapshot>& whole,
                                                                network::PictureBuilder& builder,
                                                                const VisibleRecords& records);

}  // namespace kontor::service
