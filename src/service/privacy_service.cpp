// SPDX-License-Identifier: EUPL-1.2
#include "service/privacy_service.hpp"

#include <algorithm>

#include "codec/record_fields.hpp"
#include "service/account_desk.hpp"
#include "service/audit_event.hpp"
#include "service/edit.hpp"
#include "service/import_answers.hpp"
#include "service/known_people.hpp"
#include "service/mentions.hpp"
#include "service/page_parts.hpp"
#include "service/partner_notes.hpp"
#include "service/phrases.hpp"

namespace kontor::service {
namespace {

using base::Outcome;
using base::Result;
using model::DeskKind;
using model::Record;
using model::RecordKind;

/// Puts the answer together, section by section.
class Dossier {
public:
    Dossier(const store::Store& store, std::string_view language) : store_(store), language_(language) {}

    PersonalDataSection& section(Phrase title) {
        return data_.sections.emplace_back(PersonalDataSection{say(title, language_), {}});
    }
    static void add(PersonalDataSection& section, std::string label, std::string value) {
        if (!value.empty()) section.items.push_back({std::move(label), std::move(value)});
    }

    Outcome add_person(const model::Person& person) {
        auto& record = section(Phrase::PrivacyRecord);
        add(record, "id", person.id);
        for (const codec::FieldText& field : codec::field_texts(person))
            add(record, field.field, codec::field_words(person, field.field).value_or(field.text));
        auto claims = store_.referring(RecordKind::Claim, "subject", person.id);
        if (!claims) return claims.errors();
        for (const Record& each : claims.value()) {
            const auto& claim = std::get<model::Claim>(each);
            if (claim.subject_kind == RecordKind::Person) add(record, claim.predicate, claim.value);
        }
        if (auto added = add_history(person.id); !added) return added;
        if (auto added = add_log("", person.id); !added) return added;
        return add_mails(person.email);
    }

    Outcome add_account(const model::User& user) {
        auto& account = section(Phrase::PrivacyAccount);
        add(account, "id", user.id);
        add(account, "email", user.email);
        add(account, "name", user.name);
        add(account, "language", user.language);
        add(account, "state", std::string(model::word(user.state)));
        add(account, "issuer", user.issuer);
        add(account, "subject", user.subject);
        add(account, "created", iso_time(user.created));
        if (user.last_sign_in > 0) add(account, "last_sign_in", iso_time(user.last_sign_in));
        for (const auto& [kind, phrase] : {std::pair{DeskKind::Grant, Phrase::PrivacyRoles},
                                           std::pair{DeskKind::Session, Phrase::PrivacySessions},
                                           std::pair{DeskKind::ApiToken, Phrase::PrivacyTokens}}) {
            const auto found = store_.desk_where(kind, "user", user.id);
            if (!found) return found.errors();
            auto& part = section(phrase);
            for (const model::DeskRecord& record : found.value()) add_desk(part, record);
        }
        const auto drafts = store_.desk_where(DeskKind::Draft, "author", user.id);
        if (!drafts) return drafts.errors();
        auto& written = section(Phrase::PrivacyDrafts);
        for (const model::DeskRecord& record : drafts.value()) {
            const auto& draft = std::get<model::Draft>(record);
            add(written, iso_time(draft.changed), draft.content);
        }
        if (auto added = add_notes(user.id); !added) return added;
        if (auto added = add_log(user.id, ""); !added) return added;
        return add_mails(user.email);
    }

    [[nodiscard]] PersonalData take() { return std::move(data_); }

private:
    void add_desk(PersonalDataSection& part, const model::DeskRecord& record) const {
        if (const auto* grant = std::get_if<model::Grant>(&record)) {
            const std::string at = organisation_name(grant->organisation);
            add(part, iso_time(grant->given),
                role_name(grant->role, language_) + (at.empty() ? "" : ", ") + at);
        } else if (const auto* session = std::get_if<model::Session>(&record)) {
            add(part, iso_time(session->created), session->address + "  " + session->agent);
        } else if (const auto* token = std::get_if<model::ApiToken>(&record)) {
            add(part, iso_time(token->created), token->name);
        }
    }

    Outcome add_notes(const std::string& user) {
        const auto notes = store_.desk_where(DeskKind::PartnerNote, "noted_by", user);
        if (!notes) return notes.errors();
        if (notes.value().empty()) return base::Done{};
        auto& part = section(Phrase::PrivacyNotes);
        for (const model::DeskRecord& record : notes.value()) {
            const auto& note = std::get<model::PartnerNote>(record);
            const std::string outcome = code_label("partner_outcome", model::word(note.outcome), language_);
            add(part, iso_time(note.noted),
                organisation_name(note.organisation) + " → " + organisation_name(note.partner) + ", " +
                    outcome + ", " + note.day.text() + (note.text.empty() ? "" : ": ") + note.text);
        }
        return base::Done{};
    }

    /// The id when the organisation is gone.
    [[nodiscard]] std::string organisation_name(const std::string& id) const {
        if (id.empty()) return {};
        const auto found = store_.read(RecordKind::Organisation, id);
        return found && found.value() ? name_of(*found.value(), language_) : id;
    }

    Outcome add_history(const std::string& id) {
        const auto steps = store_.history(RecordKind::Person, id);
        if (!steps) return steps.errors();
        auto& part = section(Phrase::PrivacyHistory);
        for (const store::Step& step : steps.value()) {
            std::string said;
            if (step.before) {
                for (const codec::FieldText& field : codec::field_texts(*step.before))
                    said += (said.empty() ? "" : ", ") + field.field + ": " + field.text;
            }
            add(part, iso_time(step.change.at),
                actor_name(store_, step.change.actor, language_) + "  " + said);
        }
        return base::Done{};
    }

    Outcome add_log(const std::string& actor, const std::string& subject) {
        constexpr std::size_t kLines = 10'000;
        const auto lines = store_.audit({.actor = actor, .subject = subject, .limit = kLines});
        if (!lines) return lines.errors();
        auto& part = section(Phrase::PrivacyLog);
        for (const store::AuditEntry& line : lines.value()) {
            const bool is_record = model::from_word<RecordKind>(line.subject_kind).has_value();
            const std::string detail = detail_words(line.detail, language_);
            add(part, iso_time(line.at),
                action_name(line.action, language_) + (is_record ? ", " + line.subject : std::string()) +
                    (detail.empty() ? "" : " (" + detail + ")"));
        }
        return base::Done{};
    }

    Outcome add_mails(const std::string& address) {
        if (address.empty()) return base::Done{};
        auto& part = section(Phrase::PrivacyMails);
        const auto mails = store_.all_desk(DeskKind::Mail);
        if (!mails) return mails.errors();
        for (const model::DeskRecord& record : mails.value()) {
            const auto& mail = std::get<model::Mail>(record);
            if (mail.to == address) add(part, iso_time(mail.created), mail.subject);
        }
        return base::Done{};
    }

    const store::Store& store_;
    const std::string language_;
    PersonalData data_;
};

/// Puts into the batch all that goes with the person.
Outcome erase_into(store::WriteBatch& batch, const Knowledge& knowledge, const Asker& asker,
                   const model::Person& person) {
    const store::Store& store = knowledge.store();
    const AccessRules& rules = *knowledge.current()->rules;
    const auto claims = store.referring(RecordKind::Claim, "subject", person.id);
    if (!claims) return claims.errors();
    for (const Record& record : claims.value()) {
        if (std::get<model::Claim>(record).subject_kind != RecordKind::Person) continue;
        batch.erasures.push_back({RecordKind::Claim, model::id_of(record)});
        batch.forgotten.push_back({RecordKind::Claim, model::id_of(record)});
    }
    if (const model::Disclosure* rule = rules.about(RecordKind::Person, person.id); rule != nullptr)
        batch.erasures.push_back({RecordKind::Disclosure, rule->id});
    batch.erasures.push_back({RecordKind::Person, person.id});
    batch.forgotten.push_back({RecordKind::Person, person.id});
    const auto drafts = store.desk_where(DeskKind::Draft, "subject", person.id);
    if (!drafts) return drafts.errors();
    for (const model::DeskRecord& draft : drafts.value())
        batch.desk_erasures.push_back({DeskKind::Draft, model::id_of(draft)});
    if (!person.email.empty()) {
        const auto mails = store.all_desk(DeskKind::Mail);
        if (!mails) return mails.errors();
        for (const model::DeskRecord& mail : mails.value()) {
            if (std::get<model::Mail>(mail).to == person.email)
                batch.desk_erasures.push_back({DeskKind::Mail, model::id_of(mail)});
        }
    }
    if (auto forgotten = forget_person(store, asker, person, batch); !forgotten) return forgotten;
    batch.audit.push_back({.action = action_of(AuditEvent::PersonErased),
                           .subject_kind = "person",
                           .subject = person.id,
                           .organisation = person.organisation});
    return base::Done{};
}

/// The person for whoever takes care of it; who may not is told what they may know.
Result<model::Person> person_in_care(const Knowledge& knowledge, const Asker& asker, const std::string& id) {
    const auto missing = [&] { return record_not_found(RecordKind::Person, id, asker.language); };
    auto found = knowledge.store().read(RecordKind::Person, id);
    if (!found) return found.errors();
    if (!found.value()) return missing();
    const auto current = knowledge.current();
    const auto kept_by = keepers(*found.value(), *current->picture, *current->rules);
    if (auto permitted = permit(asker, Action::EditProfile, kept_by); !permitted) {
        if (!knowledge.view(asker).records.sight().shown(*found.value())) return missing();
        return permitted.errors();
    }
    return std::get<model::Person>(std::move(*found.value()));
}

}  // namespace

Result<PersonalData> PrivacyService::about_person(const Asker& asker, const std::string& id) const {
    const auto person = person_in_care(knowledge_, asker, id);
    if (!person) return person.errors();
    Dossier dossier(knowledge_.store(), asker.language);
    if (auto added = dossier.add_person(person.value()); !added) return added.errors();
    const auto written = knowledge_.store().write({.actor = asker.actor,
                                                   .audit = {{.action = action_of(AuditEvent::PersonExported),
                                                              .subject_kind = "person",
                                                              .subject = id,
                                                              .organisation = person.value().organisation}}});
    if (!written) return written.errors();
    return dossier.take();
}

Result<PersonalData> PrivacyService::about_oneself(const Asker& asker) const {
    if (!asker.is_signed_in()) return base::Error{base::ErrorCode::SignInRequired, {}, {}, {}};
    return about_account(asker, asker.actor);
}

Result<PersonalData> PrivacyService::about_account(const Asker& asker, const std::string& user) const {
    if (user != asker.actor) {
        if (auto permitted = permit(asker, Action::Administer); !permitted) return permitted.errors();
    }
    const auto found = knowledge_.store().read_desk(DeskKind::User, user);
    if (!found) return found.errors();
    if (!found.value()) {
        return base::Error{base::ErrorCode::RecordNotFound, {{"kind", "user"}, {"id", user}}, {}, {}};
    }
    const auto& account = std::get<model::User>(*found.value());
    Dossier dossier(knowledge_.store(), asker.language);
    if (auto added = dossier.add_account(account); !added) return added.errors();
    std::vector<model::Person> people;
    const auto scanned = knowledge_.store().scan(RecordKind::Person, [&](Record&& record) {
        auto& person = std::get<model::Person>(record);
        if (!account.email.empty() && person.email == account.email) people.push_back(std::move(person));
        return true;
    });
    if (!scanned) return scanned.errors();
    for (const model::Person& person : people) {
        if (auto added = dossier.add_person(person); !added) return added.errors();
    }
    return dossier.take();
}

Result<PersonMentions> PrivacyService::mentions(const Asker& asker, const std::string& id) const {
    const auto person = person_in_care(knowledge_, asker, id);
    if (!person) return person.errors();
    Mentions mentions(knowledge_, asker, person.value());
    if (auto found = mentions.find(); !found) return found.errors();
    return mentions.answer();
}

Result<PersonMentions> PrivacyService::erase_person(const Asker& asker, const std::string& id,
                                                    const std::vector<std::string>& blank) {
    const auto person = person_in_care(knowledge_, asker, id);
    if (!person) return person.errors();
    Mentions mentions(knowledge_, asker, person.value());
    if (auto found = mentions.find(); !found) return found.errors();
    store::WriteBatch batch{.actor = asker.actor};
    if (auto blanked = mentions.blank(blank, batch); !blanked) return blanked.errors();
    const auto put = erase_into(batch, knowledge_, asker, person.value());
    if (!put) return put.errors();
    if (mentions.blanked() > 0)
        batch.audit.back().detail = R"({"blanked":")" + std::to_string(mentions.blanked()) + R"("})";
    const auto written = knowledge_.write(batch);
    if (!written) return written.errors();
    return mentions.answer();
}

Result<std::int64_t> PrivacyService::sweep(const Asker& asker) {
    if (auto permitted = permit(asker, Action::Maintain); !permitted) return permitted.errors();
    const model::Date today = knowledge_.today();
    std::vector<model::Person> over;
    const auto scanned = knowledge_.store().scan(RecordKind::Person, [&](Record&& record) {
        auto& person = std::get<model::Person>(record);
        if (is_kept_too_long(person, today)) over.push_back(std::move(person));
        return true;
    });
    if (!scanned) return scanned.errors();
    if (over.empty()) return std::int64_t{0};
    store::WriteBatch batch{.actor = asker.actor};
    for (const model::Person& person : over) {
        const auto put = erase_into(batch, knowledge_, asker, person);
        if (!put) return put.errors();
    }
    const auto written = knowledge_.write(batch);
    if (!written) return written.errors();
    return static_cast<std::int64_t>(over.size());
}

Result<ProcessingRegister> PrivacyService::processing_register(const Asker& asker) const {
    if (auto permitted = permit(asker, Action::Administer); !permitted) return permitted.errors();
    ProcessingRegister out;
    out.title = say(Phrase::RegisterTitle, asker.language);
    out.note = say(Phrase::RegisterNote, asker.language);
    for (const char* activity : {"accounts", "people", "log", "mails", "drafts", "notes", "press"}) {
        const auto text = [&](const char* part) {
            const auto phrase = phrase_from_slug(std::string("register-") + activity + "-" + part);
            return phrase ? say(*phrase, asker.language) : std::string();
        };
        out.activities.push_back({text("name"), text("purpose"), text("kept"), text("ends")});
    }
    const auto people = knowledge_.store().count(RecordKind::Person);
    if (!people) return people.errors();
    const auto users = knowledge_.store().all_desk(DeskKind::User);
    if (!users) return users.errors();
    out.people = static_cast<std::int64_t>(people.value());
    out.accounts = static_cast<std::int64_t>(users.value().size());
    return out;
}

}  // namespace kontor::service
