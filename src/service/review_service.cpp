// SPDX-License-Identifier: EUPL-1.2
#include "service/review_service.hpp"

#include <algorithm>

#include "codec/record_fields.hpp"
#include "service/record_service.hpp"
#include "service/search_service.hpp"

namespace kontor::service {
namespace {

using base::Done;
using base::ErrorCode;
using base::Outcome;
using base::Result;
using model::Claim;
using model::ClaimReview;
using model::Record;
using model::RecordKind;

/// Whether this claim tells a field of its subject, which then takes the value.
bool is_field(const Claim& claim) {
    const auto fields = model::hideable_fields(claim.subject_kind);
    return claim.phase == 0 && std::find(fields.begin(), fields.end(), claim.predicate) != fields.end();
}

/// Makes the items of a page: what stands beside each claim, as far as the asker may see it.
class Items {
public:
    Items(const Knowledge& knowledge, const Asker& asker)
        : store_(knowledge.store()), view_(knowledge.view(asker)), parts_(view_, asker.language) {}

    Result<ReviewItem> make(const Claim& claim) {
        const auto subject = view_.records.read(claim.subject_kind, claim.subject);
        if (!subject) return subject.errors();
        view_.records.note(Record(claim));
        ReviewItem item;
        item.claim = claim.id;
        item.subject = {std::string(model::word(claim.subject_kind)), claim.subject,
                        subject.value() ? name_of(*subject.value(), parts_.language()) : claim.subject};
        item.predicate = claim.predicate;
        item.label = code_label("figure", claim.predicate, parts_.language());
        item.is_field = is_field(claim);
        item.claimed = claimed(claim);
        item.sentence = claim.sentence;
        item.confidence = claim.confidence;
        if (subject.value())
            item.present = codec::field_words(*subject.value(), claim.predicate).value_or("");
        const auto all = store_.referring(RecordKind::Claim, "subject", claim.subject);
        if (!all) return all.errors();
        for (const Record& record : all.value()) {
            const auto& other = std::get<Claim>(record);
            const bool is_beside = other.id != claim.id && other.subject_kind == claim.subject_kind &&
                                   other.predicate == claim.predicate && other.phase == claim.phase &&
                                   other.review != ClaimReview::Rejected;
            if (!is_beside) continue;
            view_.records.note(record);
            item.others.push_back(claimed(other));
        }
        return item;
    }

private:
    ClaimedValue claimed(const Claim& claim) {
        return {claim.value, claim.unit, claim.as_of.text(), parts_.source(claim.source)};
    }

    const store::Store& store_;
    View view_;
    PageParts parts_;
};

/// A field that the asker cannot see is not judged by them either.
bool hides_field(const Edit& edit, const Claim& claim) {
    const auto whole = edit.stored(claim.subject_kind, claim.subject);
    const auto seen = edit.visible(claim.subject_kind, claim.subject);
    if (!whole || !whole.value() || !seen) return true;
    return codec::field_words(*whole.value(), claim.predicate) !=
           codec::field_words(seen.value(), claim.predicate);
}

}  // namespace

Result<ReviewPage> ReviewService::waiting(const Asker& asker, const std::string& organisation,
                                          const PageRange& range) const {
    if (!asker.is_signed_in()) return base::Error{ErrorCode::SignInRequired, {}, {}, {}};
    const auto start = cursor_offset(range.cursor);
    if (!start) return start.errors();
    const Edit edit(knowledge_, asker);
    std::vector<Claim> claims;
    const auto scanned = knowledge_.store().scan(RecordKind::Claim, [&](Record&& record) {
        auto& claim = std::get<Claim>(record);
        if (claim.review != ClaimReview::Waiting) return true;
        if (!organisation.empty() && claim.subject != organisation) return true;
        if (edit.may(Action::Review, claim) && !hides_field(edit, claim)) claims.push_back(std::move(claim));
        return true;
    });
    if (!scanned) return scanned.errors();
    std::stable_sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) {
        return std::tie(a.subject, a.predicate) < std::tie(b.subject, b.predicate);
    });
    ReviewPage page;
    page.total = static_cast<std::int64_t>(claims.size());
    Items items(knowledge_, edit.asker());
    const std::size_t offset = std::min(start.value(), claims.size());
    const std::size_t end = std::min(claims.size(), offset + range.limit);
    for (std::size_t i = offset; i < end; ++i) {
        auto item = items.make(claims[i]);
        if (!item) return item.errors();
        page.items.push_back(std::move(item).value());
    }
    page.next_cursor = next_cursor(offset, page.items.size(), claims.size());
    return page;
}

Result<Claim> ReviewService::open_claim(Edit& edit, const std::string& id) const {
    const auto found = edit.stored(RecordKind::Claim, id);
    if (!found) return found.errors();
    const auto missing = [&] { return record_not_found(RecordKind::Claim, id, edit.asker().language); };
    if (!found.value()) return missing();
    auto claim = std::get<Claim>(*found.value());
    if (auto permitted = edit.may(Action::Review, claim); !permitted) {
        // Only who can see the claim is told why not.
        if (!edit.view().records.sight().shown(*found.value())) return missing();
        return permitted.errors();
    }
    if (hides_field(edit, claim)) return missing();
    if (claim.review != ClaimReview::Waiting) {
        return base::Error{ErrorCode::EditConflict, {{"kind", "claim"}, {"id", id}}, {}, {}};
    }
    if (auto expected = edit.expect_present(RecordKind::Claim, id); !expected) return expected.errors();
    return claim;
}

Outcome ReviewService::decide_one(Edit& edit, const DecisionFormDecision& decision,
                                  DecisionReport& report) const {
    auto open = open_claim(edit, decision.claim);
    if (!open) return open.errors();
    Claim claim = std::move(open).value();
    if (decision.decision == "reject") {
        claim.review = ClaimReview::Rejected;
        edit.put(std::move(claim));
        ++report.rejected;
        return Done{};
    }
    const bool is_corrected = decision.decision == "correct";
    if (is_corrected && !decision.value)
        return base::Error{ErrorCode::ValueMissing, {}, {.file = {}, .field = "/value"}, {}};
    Claim right = claim;
    right.review = ClaimReview::Accepted;
    if (is_corrected) {
        auto source = edit.source();
        if (!source) return source.errors();
        right.id = derived_id("claim", {claim.id, *decision.value});
        right.value = *decision.value;
        right.unit = decision.unit.value_or(claim.unit);
        right.source = source.value();
        right.as_of = knowledge_.today();
        right.sentence.clear();
        right.confidence = 1;
        claim.review = ClaimReview::Rejected;
        edit.put(std::move(claim));
        ++report.corrected;
    } else {
        ++report.accepted;
    }
    if (base::Errors faults = model::validate(right); !faults.empty()) return faults;
    const RecordKind kind = right.subject_kind;
    const std::string id = right.subject;
    const std::string predicate = right.predicate;
    const std::string value = right.value;
    const bool is_written = is_field(right);
    edit.put(std::move(right));
    if (!is_written) return Done{};
    auto subject = edit.stored(kind, id);
    if (!subject) return subject.errors();
    if (!subject.value()) return record_not_found(kind, id, edit.asker().language);
    Record next = std::move(*subject.value());
    if (auto set = codec::set_field(next, predicate, value, {.file = {}, .field = "/value"}); !set)
        return set;
    if (base::Errors faults = model::validate(next); !faults.empty()) return faults;
    if (auto permitted = edit.may(Action::Review, next); !permitted) return permitted;
    if (auto expected = edit.expect_present(kind, id); !expected) return expected;
    edit.put(std::move(next));
    return Done{};
}

Result<DecisionReport> ReviewService::decide(const Asker& asker, const DecisionForm& form) {
    if (!asker.is_signed_in()) return base::Error{ErrorCode::SignInRequired, {}, {}, {}};
    if (form.decisions.size() > kDecisions) {
        return base::Error{ErrorCode::TooManyItems,
                           {{"maximum", std::to_string(kDecisions)}},
                           {.file = {}, .field = "/decisions"},
                           {}};
    }
    Edit edit(knowledge_, asker);
    DecisionReport report;
    base::Errors faults;
    for (std::size_t i = 0; i < form.decisions.size(); ++i) {
        const std::string pointer = "/decisions/" + std::to_string(i);
        const DecisionFormDecision& decision = form.decisions[i];
        const bool is_known =
            decision.decision == "accept" || decision.decision == "correct" || decision.decision == "reject";
        Outcome done = base::Error{ErrorCode::ValueNotAllowed,
                                   {{"value", decision.decision}, {"allowed", "accept, correct, reject"}},
                                   {.file = {}, .field = "/decision"},
                                   {}};
        if (is_known) done = decide_one(edit, decision, report);
        if (done) continue;
        for (base::Error fault : done.errors()) {
            fault.place.field = pointer + fault.place.field;
            faults.push_back(std::move(fault));
        }
    }
    if (!faults.empty()) return faults;
    const auto written = edit.write();
    if (!written) return written.errors();
    report.batch = static_cast<std::int64_t>(written.value().batch);
    return report;
}

Result<Suggested> ReviewService::suggest(const Asker& asker, const SuggestionForm& form) {
    if (auto permitted = permit(asker, Action::Suggest); !permitted) return permitted.errors();
    const auto kind = kind_of_word(form.kind);
    if (!kind) return kind.errors();
    Edit edit(knowledge_, asker);
    auto subject = edit.visible(kind.value(), form.subject);
    if (!subject) return subject.errors();
    const base::Place place{.file = {}, .field = "/value"};
    if (auto fits = codec::set_field(subject.value(), form.field, form.value, place); !fits)
        return fits.errors();
    edit.set_origin(form.source);
    auto source = edit.source();
    if (!source) return source.errors();
    Claim claim;
    claim.subject_kind = kind.value();
    claim.subject = form.subject;
    claim.predicate = form.field;
    claim.value = form.value;
    claim.as_of = knowledge_.today();
    claim.source = source.value();
    claim.sentence = form.sentence.value_or("");
    claim.review = ClaimReview::Waiting;
    claim.id = derived_id("claim", {form.kind, form.subject, form.field, form.value, claim.source});
    base::Errors faults = model::validate(claim);
    const base::Errors subject_faults = model::validate(subject.value());
    faults.insert(faults.end(), subject_faults.begin(), subject_faults.end());
    if (!faults.empty()) return faults;
    const auto known = edit.stored(RecordKind::Claim, claim.id);
    if (!known) return known.errors();
    const Suggested suggested{claim.id};
    // The same again changes nothing, also when it was rejected.
    if (known.value()) return suggested;
    edit.put(std::move(claim));
    const auto written = edit.write();
    if (!written) return written.errors();
    return suggested;
}

}  // namespace kontor::service
