// SPDX-License-Identifier: EUPL-1.2
// One row of a member list as the organisation, membership and figures that it describes; knows nothing of
// other rows and of what is stored. Pure but for what it asks the context.
#pragma once

#include <string>
#include <vector>

#include "ingest/member_cells.hpp"
#include "ingest/organisations.hpp"
#include "text/countries.hpp"

namespace kontor::ingest {

/// What the columns of one list mean.
struct MemberColumns {
    std::vector<ColumnMapping> mapping;             // by column
    DecimalMark turnover_mark = DecimalMark::None;  // of the turnover column
    [[nodiscard]] bool has(MemberField field) const;
};

/// A row before it is compared with others; the organisation has no id yet.
struct MemberDraft {
    MemberRow row;
    model::MembershipType membership_type = model::MembershipType::Unknown;
    model::Date member_since;
    std::optional<double> turnover_euros;
};

class MemberReader {
public:
    /// All must outlive the reader.
    MemberReader(const MemberColumns& columns, const MemberListOptions& options,
                 const MemberListContext& context);

    /// Reads the current row of `table`, whose cells are those of the whole header.
    [[nodiscard]] MemberDraft read(const Table& table) const;

private:
    const MemberColumns& columns_;
    const MemberListOptions& options_;
    const MemberListContext& context_;
    text::CountryFinder countries_;
};

}  // namespace kontor::ingest
