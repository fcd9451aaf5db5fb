// SPDX-License-Identifier: EUPL-1.2
#include "service/member_care.hpp"

#include <algorithm>

#include "codec/record_fields.hpp"
#include "service/edit.hpp"
#include "service/membership_care.hpp"
#include "service/unseen_fields.hpp"

namespace kontor::service {
namespace {

using base::Done;
using base::Outcome;
using ingest::MemberRow;
using ingest::MemberVerdict;
using model::Record;
using model::RecordKind;

/// What nobody can judge by itself, or what is not the list's to say.
bool is_claimable(std::string_view field) {
    constexpr std::string_view kOthers[] = {"latitude", "longitude", "invented",
                                            "cluster",  "source",    "as_of"};
    return std::find(std::begin(kOthers), std::end(kOthers), field) == std::end(kOthers);
}

void rename(MemberRow& row, const std::string& id) {
    row.organisation.id = id;
    if (row.membership) {
        row.membership->member = id;
        row.membership->id = derived_id("membership", {id, row.membership->cluster});
    }
    for (model::Claim& claim : row.claims) {
        claim.subject = id;
        claim.id = derived_id("claim", {"organisation", id, claim.predicate, claim.value, claim.source});
    }
}

class Care {
public:
    Care(MemberList& list, const Knowledge& knowledge, const Asker& asker)
        : list_(list), knowledge_(knowledge), asker_(asker), view_(knowledge.view(asker)) {}

    Outcome settle(MemberRow& row) {
        if (row.verdict == MemberVerdict::Merged || row.verdict == MemberVerdict::Refused) return Done{};
        Outcome done = row.verdict == MemberVerdict::Update ? settle_known(row) : settle_new(row);
        if (done) done = settle_claims(row);
        if (done && row.membership) done = settle_membership(row);
        return done;
    }

private:
    /// An id made of the name alone would tell whether a hidden record has it.
    Outcome settle_new(MemberRow& row) {
        if (!view_.records.sight().hides_some(RecordKind::Organisation)) return Done{};
        auto id = unguessable_id(row.organisation, knowledge_.store());
        if (!id) return id.errors();
        rename(row, id.value());
        return Done{};
    }

    Outcome settle_known(MemberRow& row) {
        const std::string& id = row.organisation.id;
        const auto whole = knowledge_.store().read(RecordKind::Organisation, id);
        if (!whole) return whole.errors();
        const auto seen = view_.records.read(RecordKind::Organisation, id);
        if (!seen) return seen.errors();
        if (!whole.value() || !seen.value()) return Done{};
        const auto current = knowledge_.current();
        const auto kept_by = keepers(*whole.value(), *current->picture, *current->rules);
        if (permit(asker_, Action::Import, kept_by)) {
            Record next = row.organisation;
            keep_unseen(next, *whole.value(), *seen.value());
            row.organisation = std::get<model::Organisation>(std::move(next));
            return Done{};
        }
        // What the field says already is not asked twice.
        std::erase_if(row.claims,
                      [](const model::Claim& claim) { return claim.predicate == "employee_count"; });
        for (model::Claim& claim : row.claims) claim.review = model::ClaimReview::Waiting;
        add_claims(row, *seen.value());
        row.organisation = std::get<model::Organisation>(*seen.value());
        list_.left.insert(row.line);
        return Done{};
    }

    void add_claims(MemberRow& row, const Record& seen) const {
        const Record listed = row.organisation;
        for (const std::string_view field : model::hideable_fields(RecordKind::Organisation)) {
            const auto value = codec::field_words(listed, field);
            if (!is_claimable(field) || !value || value->empty()) continue;
            if (value == codec::field_words(seen, field)) continue;
            model::Claim claim;
            claim.subject = row.organisation.id;
            claim.predicate = field;
            claim.value = *value;
            claim.as_of = list_.source.as_of;
            claim.source = list_.source.id;
            claim.review = model::ClaimReview::Waiting;
            claim.id =
                derived_id("claim", {"organisation", claim.subject, claim.predicate, *value, claim.source});
            if (model::validate(claim).empty()) row.claims.push_back(std::move(claim));
        }
    }

    /// The same list twice asks nobody twice, and takes no decision back.
    Outcome settle_claims(MemberRow& row) const {
        std::vector<model::Claim> open;
        for (model::Claim& claim : row.claims) {
            const auto known = knowledge_.store().read(RecordKind::Claim, claim.id);
            if (!known) return known.errors();
            const bool is_left = list_.left.count(row.line) > 0;
            const bool is_decided =
                known.value() &&
                (is_left || std::get<model::Claim>(*known.value()).review != model::ClaimReview::NotNeeded);
            if (!is_decided) open.push_back(std::move(claim));
        }
        row.claims = std::move(open);
        return Done{};
    }

    Outcome settle_membership(MemberRow& row) {
        model::Membership& membership = *row.membership;
        const auto known = knowledge_.store().read(RecordKind::Membership, membership.id);
        if (!known) return known.errors();
        if (known.value()) {
            const auto& stored = std::get<model::Membership>(*known.value());
            if (stored.member == membership.member && stored.cluster == membership.cluster) return Done{};
            membership.id = derived_id("membership", {membership.member, membership.cluster});
        }
        if (row.verdict != MemberVerdict::Update) return Done{};
        const auto member = knowledge_.store().read(RecordKind::Organisation, membership.member);
        if (!member) return member.errors();
        if (!member.value()) return Done{};
        auto rule = membership_care(knowledge_, asker_, Action::Import, membership, *member.value());
        if (!rule) return rule.errors();
        if (rule.value()) list_.care.emplace(row.line, std::move(*rule.value()));
        return Done{};
    }

    MemberList& list_;
    const Knowledge& knowledge_;
    const Asker& asker_;
    View view_;
};

}  // namespace

Outcome leave_to_keepers(MemberList& list, const Knowledge& knowledge, const Asker& asker) {
    Care care(list, knowledge, asker);
    for (MemberRow& row : list.rows.rows) {
        if (auto settled = care.settle(row); !settled) return settled;
    }
    return Done{};
}

}  // namespace kontor::service
