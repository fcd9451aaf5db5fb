// SPDX-License-Identifier: EUPL-1.2
// Which search documents a change concerns. A document tells more than its own record: an organisation is
// found by the topics of its projects, a project by its coordinator's country. So what was joined to a
// changed record before, and what is joined to it now, is made anew with it. One thread; cost: the changed
// records' neighbours.
#pragma once

#include <memory>
#include <set>

#include "network/picture.hpp"
#include "search/document.hpp"
#include "service/snapshot.hpp"
#include "store/store.hpp"

namespace kontor::service {

using DocumentKeys = std::set<search::DocumentKey>;

/// `touched` are the records that changed, came or went, and the ends of relations that did. Gives them
/// together with everything whose document complete() makes from them, in the picture of before or of after.
[[nodiscard]] DocumentKeys concerned_documents(const DocumentKeys& touched, const network::Picture& before,
                                               const network::Picture& after);

/// The index of `before` with the documents that `touched` concerns as `records` reads them and the picture
/// of `after` completes them.
[[nodiscard]] base::Result<std::shared_ptr<const search::Index>> renewed_index(const Snapshot& before,
                                                                               const Snapshot& after,
                                                                               const DocumentKeys& touched,
                                                                               const store::Reader& records,
                                                                               search::Merging merging);

}  // namespace kontor::service
