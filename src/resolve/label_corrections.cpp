// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>

#include "resolve/pair_sample.hpp"

namespace kontor::resolve {
namespace {

struct Filed {
    std::uint64_t fingerprint;
    Correction correction;
};

/// By fingerprint, ascending. How they were found is in docs/resolve.md.
constexpr std::array<Filed, 1> kCorrections{{{0x10268ea14268e4d8, Correction::OneBody}}};

}  // namespace

std::optional<Correction> correction(std::uint64_t fingerprint) {
    const auto found =
        std::lower_bound(kCorrections.begin(), kCorrections.end(), fingerprint,
                         [](const Filed& filed, std::uint64_t wanted) { return filed.fingerprint < wanted; });
    if (found == kCorrections.end() || found->fingerprint != fingerprint) return std::nullopt;
    return found->correction;
}

}  // namespace kontor::resolve
