// SPDX-License-Identifier: EUPL-1.2
// What the verbs below "match" share: the options that say for whom and whom to look for, and how a partner
// is shown.
#pragma once

#include <string>
#include <vector>

#include "cli/verbs/verbs.hpp"
#include "service/partner_service.hpp"

namespace kontor::cli {

struct MatchOptions {
    service::PartnerQuery query;
    bool hide_existing = false;
    bool hide_asked = false;
    bool json = false;
};

/// --for, --need and the filters.
void add_query_options(CLI::App& verb, const Verbs& verbs, MatchOptions& options);

/// The query with all that was given.
[[nodiscard]] service::PartnerQuery query_of(const MatchOptions& options);

/// why, path, compare
void add_pair_verbs(CLI::App& match, Verbs& verbs);

[[nodiscard]] std::size_t line_width(const Context& context);
/// "0.123", in German "0,123".
[[nodiscard]] std::string score_text(const Context& context, double score);
/// One line: place, score, name, kind and where it is.
void print_heading(const Context& context, const service::Partner& partner);
void print_counter_reasons(const Context& context, const std::vector<service::CounterReason>& reasons);

}  // namespace kontor::cli
