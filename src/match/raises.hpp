// SPDX-License-Identifier: EUPL-1.2
// What would raise a match: data that one side has not given, a profile that nobody confirmed, a first
// journey together, a target region. Pure; costs about as much as judging the pair once.
#pragma once

#include <vector>

#include "match/partners.hpp"

namespace kontor::match {

enum class RaiseType : std::uint8_t {
    Datum,         // `datum` is recorded on `side`
    Confirmation,  // the candidate's profile is confirmed today
    Completion,    // what the candidate's sparse profile lacks is filled in
    NewerProject,  // a project of the candidate that is not as old as all others
    Journey,       // both travel together, today and with nobody else
    TargetRegion,  // the subject takes the candidate's country up as target region of first priority
};

struct Raise {
    RaiseType type{};
    Side side = Side::Candidate;
    MissingDatum datum{};
    network::CountryCode country;  // of TargetRegion
    /// What it adds to the score: exactly for Confirmation, Journey and TargetRegion, otherwise at most.
    double could_raise = 0;
};

/// `partner` is what explain_pair or judge_pair gives for the same request. Most first; nothing below 0.0005.
[[nodiscard]] std::vector<Raise> raises(const network::Picture& picture, const PartnerRequest& request,
                                        const Partner& partner);

}  // namespace kontor::match
