// SPDX-License-Identifier: EUPL-1.2
#include "service/press_edits.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "codec/record_fields.hpp"
#include "codec/record_json.hpp"
#include "service/press_lists.hpp"
#include "text/utf8.hpp"

namespace kontor::service {
namespace {

using base::Done;
using base::Outcome;
using base::Result;
using model::Record;
using model::RecordKind;

std::string json_of(const Record& record) {
    return codec::to_text(codec::to_json(record));
}

const std::string* source_of(const Record& record) {
    return std::visit(
        [](const auto& r) -> const std::string* {
            if constexpr (requires { r.source; }) {
                return &r.source;
            } else {
                return nullptr;
            }
        },
        record);
}

bool is_blank(const std::string& words) {
    return words.empty() || words == "0" || words == "unknown" || words == "[]" || words == "null";
}

/// Whether what is there says all of the new value: "2018-01" says "2018".
bool says(const std::string& present, const std::string& words) {
    if (present == words) return true;
    const bool are_dates = model::Date::parse(present) && model::Date::parse(words);
    return are_dates && present.starts_with(words);
}

constexpr std::size_t kSentenceBytes = 2'000;

}  // namespace

std::string position_words(const model::Organisation& organisation) {
    if (!organisation.latitude || !organisation.longitude) return {};
    return fmt::format("{} {}", *organisation.latitude, *organisation.longitude);
}

void PressEdits::begin(const PaperClaim& claim) {
    claim_ = &claim;
    effects_.clear();
}

void PressEdits::note(EffectAction action, const RecordKey& key, const std::string& field,
                      const std::string& value) {
    effects_.push_back({.action = action,
                        .kind = std::string(model::word(key.first)),
                        .id = key.second,
                        .field = field,
                        .value = value});
}

bool PressEdits::may_edit(const Record& record) const {
    return edit_.may(editing(model::kind_of(record)), record).ok();
}

bool PressEdits::may_make(RecordKind kind) const {
    return permit(edit_.asker(), editing(kind), std::vector<std::string>{paper_.item.organisation}).ok();
}

bool PressEdits::is_of_this_text(const Record& record) const {
    const std::string* source = source_of(record);
    return source != nullptr && !paper_.item.source.empty() && *source == paper_.item.source;
}

Result<std::string> PressEdits::make(Record record) {
    const RecordKind kind = model::kind_of(record);
    codec::SentRecord sent{.record = std::move(record), .has_id = false};
    if (auto named = edit_.name(sent); !named) return named.errors();
    std::string id = model::id_of(sent.record);
    const auto taken = edit_.stored(kind, id);
    if (!taken) return taken.errors();
    if (taken.value()) {
        id = derived_id(model::word(kind), {id, claim_->desk.id});
        std::visit([&id](auto& r) { r.id = id; }, sent.record);
    }
    if (auto created = edit_.create(std::move(sent.record), paper_.item.organisation); !created)
        return created.errors();
    const auto made = edit_.stored(kind, id);
    if (!made) return made.errors();
    note(EffectAction::Create, {kind, id}, {}, {});
    effects_.back().made = json_of(*made.value());
    return id;
}

Outcome PressEdits::set(const RecordKey& key, const std::string& field, const std::string& words) {
    const auto found = stored(key);
    if (!found) return found.errors();
    const Record& record = *found.value();
    const std::string present = codec::field_words(record, field).value_or("");
    const auto seen = edit_.visible(key.first, key.second);
    const bool is_seen = !seen || codec::field_words(seen.value(), field).value_or("") == present;
    if (is_seen && says(present, words)) {
        known(key, field, present);
        return Done{};
    }
    Record next = record;
    const bool fits =
        is_blank(present) && codec::set_field(next, field, words, {}).ok() && model::validate(next).empty();
    if (!fits || !may_edit(record)) return leave_claim(key, {field, words, {}});
    if (auto changed = edit_.supplement(next); !changed) return changed;
    note(EffectAction::Change, key, field, codec::field_words(next, field).value_or(words));
    // A record of this text has it for its source anyway.
    return is_of_this_text(record) ? Outcome(Done{})
                                   : put_claim(key, {field, words, {}}, EffectAction::Claim);
}

Outcome PressEdits::settle(const RecordKey& key, const std::string& town, const PressTown& at) {
    if (auto named = set(key, "city", town); !named) return named;
    const auto found = stored(key);
    if (!found) return found.errors();
    const auto* known = std::get_if<model::Organisation>(&*found.value());
    const bool is_ours = known != nullptr && known->city == town && may_edit(*found.value());
    if (!is_ours || known->latitude || known->longitude) return Done{};
    model::Organisation next = *known;
    next.latitude = at.latitude;
    next.longitude = at.longitude;
    const Record put = next;
    if (auto changed = edit_.supplement(put); !changed) return changed;
    note(EffectAction::Change, key, kPositionField, position_words(std::get<model::Organisation>(put)));
    effects_.back().note = kUnspoken;
    return Done{};
}

Outcome PressEdits::add(const RecordKey& key, const std::string& field, const std::string& element) {
    const auto found = stored(key);
    if (!found) return found.errors();
    if (list_has(*found.value(), field, element) == InList::Present) {
        known(key, field, element);
        return Done{};
    }
    Record next = *found.value();
    const bool fits = list_add(next, field, element) && model::validate(next).empty();
    if (!fits || !may_edit(*found.value())) {
        const bool is_word = element.size() > 2 && element.front() == '"';
        return leave_claim(key, {field, is_word ? element.substr(1, element.size() - 2) : element, {}});
    }
    if (auto changed = edit_.supplement(std::move(next)); !changed) return changed;
    note(EffectAction::Change, key, field, element);
    return Done{};
}

Outcome PressEdits::leave_claim(const RecordKey& key, const Statement& statement) {
    return put_claim(key, statement, EffectAction::Claim);
}

Outcome PressEdits::put_claim(const RecordKey& key, const Statement& statement, EffectAction action) {
    const auto subject = stored(key);
    if (!subject) return subject.errors();
    const auto source = edit_.source();
    if (!source) return source.errors();
    model::Claim made;
    made.subject_kind = key.first;
    made.subject = key.second;
    made.predicate = statement.predicate;
    made.value = statement.value;
    made.unit = statement.unit;
    made.phase = statement.phase;
    const bool is_plan = claim_->fact.certainty == press::Certainty::Planned ||
                         claim_->fact.certainty == press::Certainty::Possible;
    made.status = is_plan ? model::ClaimStatus::Planned : model::ClaimStatus::Stated;
    made.approximate = qualifier(claim_->fact, "approximate") == "true";
    made.as_of = paper_.item.published;
    made.source = source.value();
    made.sentence = std::string(text::truncated(paper_.quote(claim_->fact), kSentenceBytes));
    made.confidence = std::clamp(claim_->desk.confidence, 0.0, 1.0);
    const bool is_ours = may_edit(*subject.value());
    made.review = is_ours ? model::ClaimReview::Accepted : model::ClaimReview::Waiting;
    made.id =
        derived_id("claim", {std::string(model::word(key.first)), key.second, made.predicate, made.value,
                             std::to_string(made.phase), std::string(model::word(made.status)), made.source});
    const RecordKey own{RecordKind::Claim, made.id};
    const auto there = stored(own);
    if (!there) return there.errors();
    if (there.value()) {
        known(own);
        return Done{};
    }
    if (base::Errors faults = model::validate(made); !faults.empty()) return faults;
    Record record = std::move(made);
    edit_.put(record);
    note(is_ours ? action : EffectAction::Wait, own, {}, {});
    effects_.back().made = json_of(record);
    return Done{};
}

void PressEdits::known(const RecordKey& key, const std::string& field, const std::string& value) {
    note(EffectAction::Known, key, field, value);
}

void PressEdits::used(const RecordKey& key) {
    note(EffectAction::Known, key, {}, {});
    effects_.back().note = kUnspoken;
}

void PressEdits::nothing(const std::string& why) {
    effects_.push_back({.action = EffectAction::None, .note = why});
}

}  // namespace kontor::service
