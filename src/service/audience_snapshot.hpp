// SPDX-License-Identifier: EUPL-1.2
// The whole network cut down to what an audience may see: hidden records and what hangs on them are taken out
// of the picture and the search index, hidden fields are emptied, before any engine looks. So no count,
// score, suggestion or path can tell what cannot be read. A cut that was made once is carried forward by the
// changes since, and is then what one made anew would be.
#pragma once

#include <memory>

#include "network/picture_builder.hpp"
#include "service/feed_tail.hpp"
#include "service/snapshot.hpp"
#include "service/visible_records.hpp"

namespace kontor::service {

struct AudienceCut {
    std::shared_ptr<const Snapshot> snapshot;
    network::PictureCut rows;  // what of the picture's rows the audience sees otherwise
    Sight sight;
};

/// The cut of those who see everything; every other begins with it.
[[nodiscard]] AudienceCut uncut(const std::shared_ptr<const Snapshot>& whole);

/// Makes `cut` what the audience of `records` sees of `whole`. `steps` are the changes between the cut's
/// snapshot and `whole`, whose rows `builder` holds. Cost: the records that changed or whose visibility
/// differs between cut.sight and the new one, with their neighbours; a layout of the picture if more of it
/// differs than rows of organisations. After an error the cut is of no use.
[[nodiscard]] base::Outcome carry(AudienceCut& cut, const std::shared_ptr<const Snapshot>& whole,
                                  const FeedSteps& steps, network::PictureBuilder& builder,
                                  const VisibleRecords& records);

}  // namespace kontor::service
