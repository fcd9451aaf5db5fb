// SPDX-License-Identifier: EUPL-1.2
#include "service/record_service.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "codec/record_fields.hpp"
#include "codec/record_json.hpp"
#include "service/audit_event.hpp"
#include "service/care.hpp"
#include "service/page_parts.hpp"
#include "service/references.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using base::Result;
using model::Record;
using model::RecordKind;

void add_faults(base::Errors& all, const base::Errors& some, const std::string& pointer) {
    for (base::Error fault : some) {
        fault.place.field = pointer + fault.place.field;
        all.push_back(std::move(fault));
    }
}

DisclosureView view_of(const model::Disclosure& rule, const Views& views, std::uint64_t version) {
    DisclosureView view;
    view.owner = views.organisation_ref(rule.owner);
    view.visibility = model::word(rule.visibility);
    for (const model::FieldVisibility& field : rule.fields)
        view.fields.push_back({field.field, std::string(model::word(field.visibility))});
    view.version = static_cast<std::int64_t>(version);
    return view;
}

/// Who may change who sees a record is told how it is now, also that there is no rule yet.
base::Outcome add_disclosure(const Knowledge& knowledge, const View& view, const Asker& asker,
                             RecordView& out) {
    const auto kind = model::from_word<RecordKind>(out.kind);
    const auto rules = knowledge.current()->rules;
    const model::Disclosure* rule = kind ? rules->about(*kind, out.id) : nullptr;
    const bool may_change = std::find(out.may.begin(), out.may.end(), "disclose") != out.may.end();
    if (rule == nullptr && !may_change) return base::Done{};
    if (rule != nullptr && !may_change && !view.records.sight().shown(*rule)) return base::Done{};
    const Views views(view, asker.language);
    if (rule == nullptr) {
        model::Disclosure none;
        if (kind == RecordKind::Person) none.visibility = model::Visibility::Own;
        out.disclosure = view_of(none, views, 0);
        return base::Done{};
    }
    const auto version = knowledge.store().version(RecordKind::Disclosure, rule->id);
    if (!version) return version.errors();
    out.disclosure = view_of(*rule, views, version.value());
    return base::Done{};
}

/// What the asker cannot see has no name for them.
base::Outcome add_references(const View& view, const Asker& asker, const Record& record, RecordView& out) {
    std::set<AccessRules::Key> known;
    for (const model::Reference& reference : model::references(record)) {
        if (!known.emplace(reference.kind, reference.id).second) continue;
        const auto found = view.records.read(reference.kind, reference.id);
        if (!found) return found.errors();
        if (!found.value()) continue;
        out.references.push_back({std::string(model::word(reference.kind)), reference.id,
                                  name_of(*found.value(), asker.language)});
    }
    return base::Done{};
}

/// The records of a batch with their ids; those that get another one than they were sent with are found by
/// the others under it.
Result<std::vector<Record>> sent_records(const Edit& edit, const RecordBatch& form) {
    std::vector<Record> records;
    std::map<AccessRules::Key, std::string> renamed;
    base::Errors faults;
    for (std::size_t i = 0; i < form.puts.size(); ++i) {
        const std::string pointer = "/puts/" + std::to_string(i) + "/record";
        auto sent = codec::sent_record(form.puts[i].record.text, std::nullopt, pointer);
        if (!sent) {
            add_faults(faults, sent.errors(), "");
            continue;
        }
        const AccessRules::Key key{model::kind_of(sent.value().record), model::id_of(sent.value().record)};
        if (key.first == RecordKind::Disclosure) return kind_of_word("disclosure").errors();
        if (!form.puts[i].version) {
            if (auto named = edit.name(sent.value()); !named) return named.errors();
            const std::string& id = model::id_of(sent.value().record);
            if (sent.value().has_id && id != key.second) renamed.emplace(key, id);
        }
        records.push_back(std::move(sent.value().record));
    }
    if (!faults.empty()) return faults;
    for (Record& record : records) {
        for (const auto& [key, id] : renamed) redirect(record, key.first, key.second, id);
    }
    return records;
}

}  // namespace

Result<RecordKind> kind_of_word(const std::string& word) {
    if (const auto kind = model::from_word<RecordKind>(word); kind && *kind != RecordKind::Disclosure)
        return *kind;
    return base::Error{
        ErrorCode::RecordNotFound, {{"kind", word}, {"id", ""}}, {.file = {}, .field = "kind"}, {}};
}

Result<RecordView> record_view(const Knowledge& knowledge, const Asker& asker, RecordKind kind,
                               const std::string& id) {
    const View view = knowledge.view(asker);
    const auto shown = view.records.read(kind, id);
    if (!shown) return shown.errors();
    if (!shown.value()) return record_not_found(kind, id, asker.language);
    const auto whole = knowledge.store().read(kind, id);
    if (!whole) return whole.errors();
    const auto version = knowledge.store().version(kind, id);
    if (!version) return version.errors();
    RecordView out;
    out.kind = model::word(kind);
    out.id = id;
    out.name = name_of(*shown.value(), asker.language);
    out.version = static_cast<std::int64_t>(version.value());
    out.record.text = codec::to_text(codec::to_json(*shown.value()));
    const auto current = knowledge.current();
    const auto kept_by =
        keepers(whole.value() ? *whole.value() : *shown.value(), *current->picture, *current->rules);
    const auto add = [&](Action action, const char* word) {
        if (permit(asker, action, kept_by)) out.may.emplace_back(word);
    };
    add(editing(kind), "edit");
    add(editing(kind), "erase");
    add(Action::Disclose, "disclose");
    add(Action::Review, "review");
    auto care = care_view(knowledge, asker, whole.value() ? *whole.value() : *shown.value());
    if (!care) return care.errors();
    out.care = std::move(care).value();
    if (out.care) out.may.emplace_back("hand_over");
    for (const std::string_view field : model::hideable_fields(kind)) out.hideable.emplace_back(field);
    if (auto named = add_references(view, asker, *shown.value(), out); !named) return named.errors();
    if (auto added = add_disclosure(knowledge, view, asker, out); !added) return added.errors();
    return out;
}

Result<RecordView> RecordService::read(const Asker& asker, const RecordName& name) const {
    const auto kind = kind_of_word(name.kind);
    if (!kind) return kind.errors();
    return record_view(knowledge_, asker, kind.value(), name.id);
}

Result<RecordView> RecordService::after(const Edit& edit, const Written& written,
                                        const AccessRules::Key& key) const {
    auto view = record_view(knowledge_, edit.asker(), key.first, key.second);
    if (view) view.value().batch = static_cast<std::int64_t>(written.batch);
    return view;
}

Result<RecordView> RecordService::create(const Asker& asker, const std::string& kind_word,
                                         const RecordForm& form) {
    const auto kind = kind_of_word(kind_word);
    if (!kind) return kind.errors();
    auto sent = codec::sent_record(form.record.text, kind.value(), "/record");
    if (!sent) return sent.errors();
    const RecordKind sent_kind = model::kind_of(sent.value().record);
    if (sent_kind != kind.value()) {
        return base::Error{ErrorCode::ValueNotAllowed,
                           {{"value", std::string(model::word(sent_kind))}, {"allowed", kind_word}},
                           {.file = {}, .field = "/record/record"},
                           {}};
    }
    Edit edit(knowledge_, asker);
    edit.set_origin(form.source);
    if (auto named = edit.name(sent.value()); !named) return named.errors();
    Record record = std::move(sent.value().record);
    const std::string id = model::id_of(record);
    if (auto made = edit.create(std::move(record), form.owner.value_or("")); !made) return made.errors();
    const auto written = edit.write();
    if (!written) return written.errors();
    return after(edit, written.value(), {kind.value(), id});
}

Result<RecordView> RecordService::change(const Asker& asker, const RecordName& name, std::uint64_t version,
                                         const RecordForm& form) {
    const auto kind = kind_of_word(name.kind);
    if (!kind) return kind.errors();
    auto sent = codec::sent_record(form.record.text, kind.value(), "/record");
    if (!sent) return sent.errors();
    Record record = std::move(sent.value().record);
    if (!sent.value().has_id) std::visit([&](auto& r) { r.id = name.id; }, record);
    if (model::kind_of(record) != kind.value() || model::id_of(record) != name.id) {
        return base::Error{ErrorCode::ValueNotAllowed,
                           {{"value", model::id_of(record)}, {"allowed", name.id}},
                           {.file = {}, .field = "/record/id"},
                           {}};
    }
    Edit edit(knowledge_, asker);
    edit.set_origin(form.source);
    if (auto changed = edit.change(std::move(record), version); !changed) return changed.errors();
    const auto written = edit.write();
    if (!written) return written.errors();
    return after(edit, written.value(), {kind.value(), name.id});
}

base::Outcome RecordService::erase(const Asker& asker, const RecordName& name, std::uint64_t version) {
    const auto kind = kind_of_word(name.kind);
    if (!kind) return kind.errors();
    Edit edit(knowledge_, asker);
    if (auto erased = edit.erase(kind.value(), name.id, version); !erased) return erased;
    const auto written = edit.write();
    if (!written) return written.errors();
    return base::Done{};
}

Result<RecordList> RecordService::write(const Asker& asker, const RecordBatch& form) {
    if (form.puts.size() + form.erasures.size() > kBatchRecords) {
        return base::Error{ErrorCode::TooManyItems,
                           {{"maximum", std::to_string(kBatchRecords)}},
                           {.file = {}, .field = "/puts"},
                           {}};
    }
    Edit edit(knowledge_, asker);
    edit.set_origin(form.source);
    auto sent = sent_records(edit, form);
    if (!sent) return sent.errors();
    base::Errors faults;
    std::vector<AccessRules::Key> keys;
    for (std::size_t i = 0; i < form.puts.size(); ++i) {
        Record& record = sent.value()[i];
        keys.emplace_back(model::kind_of(record), model::id_of(record));
        const auto& version = form.puts[i].version;
        const auto done = version ? edit.change(std::move(record), static_cast<std::uint64_t>(*version))
                                  : edit.create(std::move(record), form.owner.value_or(""));
        if (!done) add_faults(faults, done.errors(), "/puts/" + std::to_string(i) + "/record");
    }
    for (std::size_t i = 0; i < form.erasures.size(); ++i) {
        const auto& [word, id, version] = form.erasures[i];
        const auto kind = kind_of_word(word);
        if (!kind) return kind.errors();
        const auto done = edit.erase(kind.value(), id, static_cast<std::uint64_t>(version));
        if (!done) add_faults(faults, done.errors(), "/erasures/" + std::to_string(i));
    }
    if (!faults.empty()) return faults;
    const auto written = edit.write();
    if (!written) return written.errors();
    RecordList list;
    list.batch = static_cast<std::int64_t>(written.value().batch);
    for (const AccessRules::Key& key : keys) {
        auto view = record_view(knowledge_, edit.asker(), key.first, key.second);
        if (view) list.records.push_back(std::move(view).value());
    }
    return list;
}

Result<RecordView> RecordService::disclose(const Asker& asker, const RecordName& name, std::uint64_t version,
                                           const DisclosureForm& form) {
    const auto kind = kind_of_word(name.kind);
    if (!kind) return kind.errors();
    Edit edit(knowledge_, asker);
    const auto seen = edit.visible(kind.value(), name.id);
    if (!seen) return seen.errors();
    const auto whole = edit.stored(kind.value(), name.id);
    if (!whole) return whole.errors();
    if (!whole.value()) return record_not_found(kind.value(), name.id, asker.language);
    if (auto permitted = edit.may(Action::Disclose, *whole.value()); !permitted) return permitted.errors();
    const auto rules = knowledge_.current()->rules;
    const model::Disclosure* known = rules->about(kind.value(), name.id);
    // Care can be taken for an organisation of one's own only, and given away by those who have it; others
    // are offered it (care_service.hpp).
    if (known == nullptr || known->owner != form.owner) {
        if (auto permitted = may_give_care(knowledge_, edit.asker(), *whole.value()); !permitted)
            return permitted.errors();
        const std::vector<std::string> next{form.owner};
        if (auto permitted = permit(edit.asker(), Action::Disclose, next); !permitted)
            return permitted.errors();
    }
    model::Disclosure rule;
    if (known != nullptr) rule = *known;
    if (known == nullptr) rule.id = disclosure_id(kind.value(), name.id);
    rule.subject_kind = kind.value();
    rule.subject = name.id;
    rule.owner = form.owner;
    rule.visibility = model::from_word<model::Visibility>(form.visibility).value_or(model::Visibility::Own);
    rule.fields.clear();
    for (const FieldDisclosure& field : form.fields) {
        rule.fields.push_back(
            {field.field,
             model::from_word<model::Visibility>(field.visibility).value_or(model::Visibility::Own)});
    }
    auto source = edit.source();
    if (!source) return source.errors();
    rule.source = source.value();
    if (base::Errors faults = model::validate(rule); !faults.empty()) return faults;
    edit.batch().expected.push_back({RecordKind::Disclosure, rule.id, version});
    edit.batch().audit.push_back({.action = action_of(AuditEvent::DisclosureSet),
                                  .subject_kind = name.kind,
                                  .subject = name.id,
                                  .organisation = form.owner});
    edit.put(std::move(rule));
    const auto written = edit.write();
    if (!written) return written.errors();
    return after(edit, written.value(), {kind.value(), name.id});
}

}  // namespace kontor::service
