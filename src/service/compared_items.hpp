// SPDX-License-Identifier: EUPL-1.2
// The items of a comparison as sentences with the records behind them. Functions of one snapshot and the
// reader's language.
#pragma once

#include "match/comparison.hpp"
#include "service/views.hpp"

namespace kontor::service {

/// Whose target regions are told of.
enum class TargetOf : std::uint8_t { Ours, Theirs, Both };

[[nodiscard]] ComparedItem brought_view(const match::Brought& item, const Views& views);
[[nodiscard]] ComparedItem need_view(const match::ComparedNeed& item, const Views& views);
[[nodiscard]] ComparedItem shared_view(const match::SharedField& item, const Views& views);
[[nodiscard]] ComparedItem bridge_view(const match::Bridge& item, const Views& views);
[[nodiscard]] ComparedItem project_view(const match::JointProject& item, const Views& views);
/// `country` is where the other side is based.
[[nodiscard]] ComparedItem target_view(const match::ComparedRegion& item, TargetOf whose,
                                       network::CountryCode country, const Views& views);

}  // namespace kontor::service
