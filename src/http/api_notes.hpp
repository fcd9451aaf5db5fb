// SPDX-License-Identifier: EUPL-1.2
// The handlers of the contract around notes about partners. No logic of its own.
#pragma once

#include "http/door.hpp"
#include "service/partner_note_service.hpp"

namespace kontor::http {

/// `notes` must outlive the router.
void add_note_api(Door& door, service::PartnerNoteService& notes);

}  // namespace kontor::http
