// SPDX-License-Identifier: EUPL-1.2
// The handlers of the contract around review: deciding about claims, suggesting, undoing, confirming. No
// logic of its own.
#pragma once

#include "http/door.hpp"
#include "service/confirmation_service.hpp"
#include "service/merge_service.hpp"
#include "service/review_service.hpp"
#include "service/undo_service.hpp"

namespace kontor::http {

/// All must outlive the router.
struct ReviewServices {
    service::ReviewService& review;
    service::UndoService& undo;
    service::ConfirmationService& confirmations;
    service::MergeService& merges;
};

void add_review_api(Door& door, const ReviewServices& services);

}  // namespace kontor::http
