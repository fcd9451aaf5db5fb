// SPDX-License-Identifier: EUPL-1.2
#include "service/edit.hpp"

#include <algorithm>

#include "identity/secret_token.hpp"
#include "service/account_desk.hpp"
#include "service/care.hpp"
#include "service/membership_care.hpp"
#include "service/news_list.hpp"
#include "service/page_parts.hpp"
#include "service/phrases.hpp"
#include "service/unseen_fields.hpp"
#include "text/dates.hpp"

namespace kontor::service {
namespace {

using base::Done;
using base::ErrorCode;
using base::Outcome;
using base::Result;
using model::Record;
using model::RecordKind;

Asker as_themselves(Asker asker) {
    asker.seen_as.clear();
    return asker;
}

std::string* source_field(Record& record) {
    return std::visit(
        [](auto& r) -> std::string* {
            if constexpr (requires { r.source; }) {
                return &r.source;
            } else {
                return nullptr;
            }
        },
        record);
}

bool is_kept_by_choice(RecordKind kind) {
    return kind == RecordKind::Organisation || kind == RecordKind::Project;
}

/// What an agreement is about, apart from who has confirmed it and where it is from.
bool says_the_same(model::Agreement a, const model::Agreement& b) {
    a.confirmed_by = b.confirmed_by;
    a.source = b.source;
    return a == b;
}

}  // namespace

Edit::Edit(Knowledge& knowledge, const Asker& asker)
    : knowledge_(knowledge),
      asker_(as_themselves(asker)),
      view_(knowledge.view(asker_)),
      rules_(*knowledge.current()->rules) {
    batch_.actor = asker_.actor;
}

Result<Record> Edit::visible(RecordKind kind, const std::string& id) const {
    auto found = view_.records.read(kind, id);
    if (!found) return found.errors();
    if (!found.value()) return record_not_found(kind, id, asker_.language);
    return std::move(*found.value());
}

Result<std::optional<Record>> Edit::stored(RecordKind kind, const std::string& id) const {
    if (const auto known = changed_.find({kind, id}); known != changed_.end())
        return std::optional<Record>(known->second);
    return knowledge_.store().read(kind, id);
}

Outcome Edit::may(Action action, const Record& record) const {
    return permit(asker_, action, keepers(record, *knowledge_.current()->picture, rules_));
}

Result<std::string> Edit::source() {
    if (!source_.empty()) return source_;
    if (given_source_) {
        const auto known = stored(RecordKind::Source, given_source_->id);
        if (!known) return known.errors();
        source_ = given_source_->id;
        if (!known.value()) put(*given_source_);
        return source_;
    }
    const std::string day = knowledge_.today().text();
    const std::string spoken = text::spoken_date(knowledge_.today(), asker_.language);
    model::Source entered;
    entered.kind = model::SourceKind::Person;
    entered.as_of = knowledge_.today();
    const auto role = std::find_if(asker_.roles.begin(), asker_.roles.end(),
                                   [](const RoleAt& held) { return !held.organisation.empty(); });
    if (asker_.standing != Standing::User || role == asker_.roles.end()) {
        entered.title = say(Phrase::EnteredHere, asker_.language, {{"day", spoken}});
        entered.id = derived_id("entered", {day, asker_.language});
    } else {
        const auto organisation = stored(RecordKind::Organisation, role->organisation);
        if (!organisation) return organisation.errors();
        entered.title = say(
            Phrase::EnteredBy, asker_.language,
            {{"role", role_name(role->role, asker_.language)},
             {"organisation", organisation.value() ? name_of(*organisation.value(), asker_.language) : ""},
             {"day", spoken}});
        entered.id = derived_id(
            "entered", {day, std::string(model::word(role->role)), role->organisation, asker_.language});
    }
    if (origin_) {
        entered.note = std::move(entered.title);
        entered.title = origin_->title;
        entered.url = origin_->url.value_or("");
        if (!entered.url.empty()) entered.kind = model::SourceKind::Web;
        if (const std::string as_of = origin_->as_of.value_or(""); !as_of.empty()) {
            const auto parsed = model::Date::parse(as_of);
            if (!parsed) {
                return base::Error{
                    ErrorCode::DateInvalid, {{"value", as_of}}, {.file = {}, .field = "/source/as_of"}, {}};
            }
            entered.as_of = *parsed;
        }
        entered.id = derived_id("given", {entered.id, entered.title, entered.url, entered.as_of.text()});
    }
    const auto known = knowledge_.store().read(RecordKind::Source, entered.id);
    if (!known) return known.errors();
    source_ = entered.id;
    if (known.value()) return source_;
    base::Errors faults = model::validate(entered);
    for (base::Error& fault : faults) fault.place.field = "/source" + fault.place.field;
    if (!faults.empty()) return faults;
    batch_.puts.emplace_back(std::move(entered));
    return source_;
}

Outcome Edit::disclose_new(const Record& record, const std::string& owner) {
    const RecordKind kind = model::kind_of(record);
    model::Disclosure rule;
    if (const auto* person = std::get_if<model::Person>(&record)) {
        rule.visibility = model::Visibility::Own;
        rule.owner = person->organisation;
    } else if (is_kept_by_choice(kind)) {
        const auto own = organisations_for(asker_, editing(kind));
        rule.owner = !owner.empty() ? owner : own.empty() ? std::string() : own.front();
    }
    if (rule.owner.empty()) return Done{};
    rule.subject_kind = kind;
    rule.subject = model::id_of(record);
    rule.id = disclosure_id(kind, rule.subject);
    Record made = std::move(rule);
    if (auto finished = finish_record(made, nullptr); !finished) return finished;
    // Whom a person belongs to is not a matter of choice: the rule gives no right to add one.
    if (kind != RecordKind::Person) static_cast<void>(rules_.put(made));
    put(std::move(made));
    return Done{};
}

Outcome Edit::create(Record record, const std::string& owner) {
    const RecordKind kind = model::kind_of(record);
    const std::string id = model::id_of(record);
    if (auto* news = std::get_if<model::News>(&record); news != nullptr && news->keeper.empty()) {
        const auto own = organisations_for(asker_, editing(kind));
        news->keeper = !owner.empty() ? owner : own.empty() ? std::string() : own.front();
    }
    if (auto* news = std::get_if<model::News>(&record); news != nullptr && news->group.empty())
        news->group = story_told_by(*news, visible_news(view_));
    if (auto disclosed = disclose_new(record, owner); !disclosed) return disclosed;
    if (auto permitted = may(editing(kind), record); !permitted) return permitted;
    if (std::holds_alternative<model::Agreement>(record)) {
        const model::Agreement nobody;
        if (auto settled = settle_confirmations(record, nobody); !settled) return settled;
    }
    if (auto finished = finish_record(record, nullptr); !finished) return finished;
    if (auto settled = settle_membership(record, nullptr); !settled) return settled;
    batch_.expected.push_back({kind, id, 0});
    put(std::move(record));
    return Done{};
}

Outcome Edit::change(Record next, std::uint64_t version) {
    const RecordKind kind = model::kind_of(next);
    const std::string id = model::id_of(next);
    const auto seen = visible(kind, id);
    if (!seen) return seen.errors();
    const auto before = stored(kind, id);
    if (!before) return before.errors();
    if (!before.value()) return record_not_found(kind, id, asker_.language);
    keep_unseen(next, *before.value(), seen.value());
    if (auto permitted = may(editing(kind), *before.value()); !permitted) return permitted;
    batch_.expected.push_back({kind, id, version});
    if (next == *before.value()) return Done{};
    if (auto permitted = may(editing(kind), next); !permitted) return permitted;
    if (const auto* agreement = std::get_if<model::Agreement>(&*before.value())) {
        if (auto settled = settle_confirmations(next, *agreement); !settled) return settled;
    }
    if (auto finished = finish_record(next, &*before.value()); !finished) return finished;
    if (auto settled = settle_membership(next, &*before.value()); !settled) return settled;
    put(std::move(next));
    return Done{};
}

Outcome Edit::supplement(Record next) {
    const RecordKind kind = model::kind_of(next);
    const std::string id = model::id_of(next);
    const auto before = stored(kind, id);
    if (!before) return before.errors();
    if (!before.value()) return record_not_found(kind, id, asker_.language);
    if (next == *before.value()) return Done{};
    if (auto permitted = may(editing(kind), *before.value()); !permitted) return permitted;
    if (auto permitted = may(editing(kind), next); !permitted) return permitted;
    if (const auto* agreement = std::get_if<model::Agreement>(&*before.value())) {
        if (auto settled = settle_confirmations(next, *agreement); !settled) return settled;
    }
    if (base::Errors faults = model::validate(next); !faults.empty()) return faults;
    note_references(next, &*before.value());
    if (changed_.count({kind, id}) == 0) {
        if (auto expected = expect_present(kind, id); !expected) return expected;
    }
    put(std::move(next));
    return Done{};
}

Outcome Edit::remove(RecordKind kind, const std::string& id) {
    if (auto expected = expect_present(kind, id); !expected) return expected;
    if (const model::Disclosure* rule = rules_.about(kind, id); rule != nullptr)
        batch_.erasures.push_back({RecordKind::Disclosure, rule->id});
    // A change of it that was put before is of no use any more.
    std::erase_if(batch_.puts, [&](const Record& each) {
        return model::kind_of(each) == kind && model::id_of(each) == id;
    });
    batch_.erasures.push_back({kind, id});
    return Done{};
}

void Edit::discard() {
    changed_.clear();
    references_.clear();
    source_.clear();
    rules_ = *knowledge_.current()->rules;
    store::WriteBatch fresh;
    fresh.actor = batch_.actor;
    batch_ = std::move(fresh);
}

Outcome Edit::settle_membership(const Record& next, const Record* before) {
    const auto* membership = std::get_if<model::Membership>(&next);
    if (membership == nullptr) return Done{};
    if (before != nullptr && std::get<model::Membership>(*before).member == membership->member) return Done{};
    if (changed_.count({RecordKind::Organisation, membership->member}) > 0) return Done{};
    const auto member = stored(RecordKind::Organisation, membership->member);
    if (!member) return member.errors();
    if (!member.value()) return Done{};
    auto rule = membership_care(knowledge_, asker_, Action::EditProfile, *membership, *member.value());
    if (!rule) return rule.errors();
    if (rule.value()) put(std::move(*rule.value()));
    return Done{};
}

Outcome Edit::erase(RecordKind kind, const std::string& id, std::uint64_t version) {
    const auto seen = visible(kind, id);
    if (!seen) return seen.errors();
    const auto before = stored(kind, id);
    if (!before) return before.errors();
    if (!before.value()) return record_not_found(kind, id, asker_.language);
    if (auto permitted = may(editing(kind), *before.value()); !permitted) return permitted;
    batch_.expected.push_back({kind, id, version});
    // Who may see a record is of no use without it.
    if (const model::Disclosure* rule = rules_.about(kind, id); rule != nullptr)
        batch_.erasures.push_back({RecordKind::Disclosure, rule->id});
    batch_.desk_erasures.push_back({model::DeskKind::CareOffer, care_offer_id(kind, id)});
    batch_.erasures.push_back({kind, id});
    return Done{};
}

void Edit::put(Record record) {
    changed_.insert_or_assign({model::kind_of(record), model::id_of(record)}, record);
    const auto same = std::find_if(batch_.puts.begin(), batch_.puts.end(), [&](const Record& each) {
        return model::kind_of(each) == model::kind_of(record) && model::id_of(each) == model::id_of(record);
    });
    if (same == batch_.puts.end()) {
        batch_.puts.push_back(std::move(record));
    } else {
        *same = std::move(record);
    }
}

Outcome Edit::expect_present(RecordKind kind, const std::string& id) {
    const auto version = knowledge_.store().version(kind, id);
    if (!version) return version.errors();
    batch_.expected.push_back({kind, id, version.value()});
    return Done{};
}

/// A party confirms for itself only. What is changed after that, the others have to confirm anew: their
/// confirmation opens what is theirs.
Outcome Edit::settle_confirmations(Record& next, const model::Agreement& before) const {
    auto& agreement = std::get<model::Agreement>(next);
    const auto is_mine = [&](const std::string& party) {
        return permit(asker_, Action::Disclose, std::vector<std::string>{party}).ok();
    };
    const auto among = [](const std::vector<std::string>& list, const std::string& id) {
        return std::find(list.begin(), list.end(), id) != list.end();
    };
    std::vector<std::string> differing;
    for (const std::string& party : agreement.confirmed_by) {
        if (!among(before.confirmed_by, party)) differing.push_back(party);
    }
    for (const std::string& party : before.confirmed_by) {
        if (!among(agreement.confirmed_by, party)) differing.push_back(party);
    }
    for (const std::string& party : differing) {
        const std::vector<std::string> alone{party};
        if (auto permitted = permit(asker_, Action::Disclose, alone); !permitted) return permitted;
    }
    if (!says_the_same(agreement, before))
        std::erase_if(agreement.confirmed_by, [&](const std::string& party) { return !is_mine(party); });
    return Done{};
}

Outcome Edit::finish_record(Record& next, const Record* before) {
    std::string* source_id = source_field(next);
    const std::string* known = nullptr;
    Record copy;
    if (before != nullptr) {
        copy = *before;
        known = source_field(copy);
    }
    const bool is_chosen =
        source_id != nullptr && !source_id->empty() && (known == nullptr || *known != *source_id);
    if (source_id != nullptr && !is_chosen) {
        auto made = source();
        if (!made) return made.errors();
        *source_id = made.value();
    }
    base::Errors faults = model::validate(next);
    if (!faults.empty()) return faults;
    note_references(next, before);
    return Done{};
}

void Edit::note_references(const Record& next, const Record* before) {
    const auto known = before == nullptr ? std::vector<model::Reference>() : model::references(*before);
    for (model::Reference& reference : model::references(next)) {
        const bool is_new = std::none_of(known.begin(), known.end(), [&](const model::Reference& each) {
            return each.kind == reference.kind && each.id == reference.id;
        });
        if (is_new) references_.push_back(std::move(reference));
    }
}

/// Who refers to a record is named to those alone who can see it.
base::Errors Edit::without_unseen(base::Errors faults) const {
    for (base::Error& fault : faults) {
        if (fault.code != ErrorCode::RecordInUse) continue;
        std::map<std::string, std::string> words(fault.arguments.begin(), fault.arguments.end());
        const auto kind = model::from_word<RecordKind>(words["by_kind"]);
        const auto found = kind ? view_.records.read(*kind, words["by"])
                                : base::Result<std::optional<Record>>(std::optional<Record>());
        if (found && found.value()) continue;
        words["by"] = say(Phrase::UnseenRecord, asker_.language);
        fault.arguments = {words.begin(), words.end()};
    }
    return faults;
}

base::Errors Edit::dangling() const {
    base::Errors faults;
    for (const model::Reference& reference : references_) {
        if (changed_.count({reference.kind, reference.id}) > 0 || reference.id == source_) continue;
        const auto found = view_.records.read(reference.kind, reference.id);
        if (!found) return found.errors();
        if (found.value()) continue;
        faults.push_back({ErrorCode::ReferenceUnknown,
                          {{"field", std::string(reference.field)}, {"id", reference.id}},
                          {.file = {}, .field = "/" + std::string(reference.field)},
                          {}});
    }
    return faults;
}

Result<store::WriteReport> Edit::hand_over() {
    if (base::Errors faults = dangling(); !faults.empty()) return faults;
    const Sight& sight = view_.records.sight();
    batch_.unseen = [&sight](RecordKind kind, const std::string& id) {
        return sight.hides(kind, id, "identifiers");
    };
    auto report = batch_.intent == store::WriteBatch::Intent::Try ? knowledge_.store().write(batch_)
                                                                  : knowledge_.write(batch_);
    if (!report) return without_unseen(report.errors());
    return report;
}

Outcome Edit::attempt() {
    batch_.intent = store::WriteBatch::Intent::Try;
    auto report = hand_over();
    batch_.intent = store::WriteBatch::Intent::Write;
    return report ? Outcome(Done{}) : Outcome(report.errors());
}

Result<Written> Edit::write() {
    auto report = hand_over();
    if (!report) return report.errors();
    Written written;
    written.report = report.value();
    const std::uint64_t changes = written.report.inserted + written.report.updated + written.report.erased;
    if (changes > 0) written.batch = written.report.last_sequence - changes + 1;
    return written;
}

std::string derived_id(std::string_view stem, const std::vector<std::string>& parts) {
    constexpr std::size_t kDigits = 20;
    std::string all;
    for (const std::string& part : parts) all += part + '\n';
    return std::string(stem) + "-" + identity::fingerprint(all).substr(0, kDigits);
}

std::string disclosure_id(RecordKind kind, const std::string& id) {
    return derived_id("d", {std::string(model::word(kind)), id});
}

}  // namespace kontor::service
