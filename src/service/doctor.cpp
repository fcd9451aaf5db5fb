// SPDX-License-Identifier: EUPL-1.2
#include "service/doctor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "service/import_sink.hpp"
#include "service/mail_service.hpp"
#include "service/phrases.hpp"

namespace kontor::service {
namespace {

using base::Done;
using base::Outcome;
using model::RecordKind;

constexpr std::size_t kKinds = model::Words<RecordKind>::kWords.size();
/// Below this a database cannot grow by an import.
constexpr std::uintmax_t kLeastFreeBytes = 1'000'000'000;

std::string name_of(RecordKind kind, const std::string& id) {
    return fmt::format("{} {}", model::word(kind), id);
}

base::Error stopped() {
    return {base::ErrorCode::Stopped, {}, {}, {}};
}

/// Keeps the first findings and counts all.
class Findings {
public:
    void add(std::string finding) {
        if (kept_.size() < MaintenanceService::kFindings) kept_.push_back(std::move(finding));
        ++total_;
    }
    [[nodiscard]] std::vector<std::string> take() { return std::move(kept_); }
    [[nodiscard]] std::uint64_t total() const { return total_; }

private:
    std::vector<std::string> kept_;
    std::uint64_t total_ = 0;
};

}  // namespace

base::Result<std::vector<StatusRecord>> record_totals(const store::Store& store) {
    std::vector<StatusRecord> totals;
    for (std::size_t i = 0; i < kKinds; ++i) {
        const auto kind = static_cast<RecordKind>(i);
        const auto count = store.count(kind);
        if (!count) return count.errors();
        totals.push_back({std::string(model::word(kind)), static_cast<std::int64_t>(count.value())});
    }
    return totals;
}

void Doctor::add(std::string check, std::vector<std::string> findings, std::uint64_t total, Weight weight) {
    DoctorCheck out;
    const auto label = phrase_from_slug("doctor-" + check);
    out.text = label ? say(*label, language_) : check;
    out.check = std::move(check);
    out.state = total == 0 ? "ok" : weight == Weight::Fault ? "fault" : "notice";
    if (total > findings.size()) {
        findings.push_back(
            say(Phrase::DoctorMore, language_, {{"count", std::to_string(total - findings.size())}}));
    }
    out.findings = std::move(findings);
    checks_.push_back(std::move(out));
}

Outcome Doctor::look_at_all(const Installation& installation) {
    if (auto looked = look_at_database(); !looked) return looked;
    if (auto looked = look_at_records(); !looked) return looked;
    if (auto looked = look_at_network(); !looked) return looked;
    if (auto looked = look_at_imports(); !looked) return looked;
    if (auto looked = look_at_mails(); !looked) return looked;
    look_at_files(installation);
    look_at_disk(installation);
    return Done{};
}

Outcome Doctor::look_at_database() {
    progress_.report("doctor", 0, 0);
    auto found = knowledge_.store().inspect();
    if (!found) return found.errors();
    const std::uint64_t total = found.value().size();
    if (total > MaintenanceService::kFindings) found.value().resize(MaintenanceService::kFindings);
    add("database", std::move(found).value(), total, Weight::Fault);
    return Done{};
}

Outcome Doctor::look_at_records() {
    const store::Store& store = knowledge_.store();
    Findings unsound;
    Findings dangling;
    RecordIds ids;
    std::uint64_t done = 0;
    for (std::size_t i = 0; i < kKinds; ++i) {
        const auto scanned = store.scan(static_cast<RecordKind>(i), [&](model::Record&& record) {
            ids.add(model::kind_of(record), model::id_of(record));
            for (const base::Error& fault : model::validate(record)) {
                unsound.add(name_of(model::kind_of(record), model::id_of(record)) + ": " +
                            base::located_sentence(fault, language_));
            }
            if (++done % 10'000 == 0) progress_.report("doctor", done, 0);
            return !progress_.stop_requested();
        });
        if (!scanned) return scanned.errors();
        if (progress_.stop_requested()) return stopped();
    }
    for (std::size_t i = 0; i < kKinds; ++i) {
        const auto scanned = store.scan(static_cast<RecordKind>(i), [&](model::Record&& record) {
            for (const model::Reference& reference : model::references(record)) {
                if (ids.has(reference.kind, reference.id)) continue;
                dangling.add(fmt::format("{}: {} → {}", name_of(model::kind_of(record), model::id_of(record)),
                                         reference.field, name_of(reference.kind, reference.id)));
            }
            if (++done % 10'000 == 0) progress_.report("doctor", done, 0);
            return !progress_.stop_requested();
        });
        if (!scanned) return scanned.errors();
        if (progress_.stop_requested()) return stopped();
    }
    add("records", unsound.take(), unsound.total(), Weight::Fault);
    add("references", dangling.take(), dangling.total(), Weight::Fault);
    return Done{};
}

Outcome Doctor::look_at_network() {
    const auto snapshot = knowledge_.current();
    const network::Picture& picture = *snapshot->picture;
    const std::pair<RecordKind, std::size_t> held[] = {
        {RecordKind::Topic, picture.topic_count()},
        {RecordKind::Organisation, picture.organisation_count()},
        {RecordKind::Membership, picture.membership_count()},
        {RecordKind::Programme, picture.programme_count()},
        {RecordKind::Project, picture.project_count()},
        {RecordKind::Participation, picture.participation_count()},
        {RecordKind::Agreement, picture.agreement_count()},
        {RecordKind::Delegation, picture.delegation_count()},
    };
    Findings different;
    std::uint64_t documents = 0;
    for (const auto& [kind, count] : held) {
        const auto stored = knowledge_.store().count(kind);
        if (!stored) return stored.errors();
        if (stored.value() != count) {
            different.add(fmt::format("{}: {} ≠ {}", model::word(kind), count, stored.value()));
        }
    }
    add("network", different.take(), different.total(), Weight::Fault);
    for (const RecordKind kind : {RecordKind::Organisation, RecordKind::Project, RecordKind::Call,
                                  RecordKind::Programme, RecordKind::News}) {
        const auto stored = knowledge_.store().count(kind);
        if (!stored) return stored.errors();
        documents += stored.value();
    }
    const auto& topics = snapshot->vocabulary->topics();
    documents +=
        static_cast<std::uint64_t>(std::count_if(topics.begin(), topics.end(), [](const auto& topic) {
            return topic.scheme == model::TopicScheme::Kontor;
        }));
    Findings missing;
    if (snapshot->index->document_count() != documents) {
        missing.add(fmt::format("{} ≠ {}", snapshot->index->document_count(), documents));
    }
    add("search", missing.take(), missing.total(), Weight::Fault);
    return Done{};
}

Outcome Doctor::look_at_imports() {
    const auto runs = knowledge_.store().imports();
    if (!runs) return runs.errors();
    Findings open;
    for (const store::ImportRun& run : runs.value()) {
        if (run.state != store::ImportState::Running) continue;
        open.add(say(Phrase::DoctorImportOpen, language_,
                     {{"kind", run.kind}, {"file", run.file}, {"done", std::to_string(run.done)}}));
    }
    add("imports", open.take(), open.total(), Weight::Notice);
    return Done{};
}

Outcome Doctor::look_at_mails() {
    constexpr std::int64_t kPatience = 600;
    const auto mails = unsent_mails(knowledge_.store());
    if (!mails) return mails.errors();
    const std::int64_t now = knowledge_.clock().now().time_since_epoch().count();
    Findings unsent;
    for (const model::Mail& mail : mails.value()) {
        const bool waits = mail.state == model::MailState::Waiting;
        if (waits && now - mail.created < kPatience) continue;
        unsent.add(say(waits ? Phrase::DoctorMailWaiting : Phrase::DoctorMailFailed, language_,
                       {{"to", mail.to},
                        {"time", moment_for_people(mail.created, language_)},
                        {"attempts", std::to_string(mail.attempts)},
                        {"answer", mail.answer.empty() ? "–" : mail.answer}}));
    }
    add("mail", unsent.take(), unsent.total(), Weight::Notice);
    return Done{};
}

void Doctor::look_at_files(const Installation& installation) {
    Findings missing;
    for (const char* name : {"topics/topics.jsonl", "demo/clusters.jsonl"}) {
        std::error_code ignored;
        const auto path = std::filesystem::path(installation.data) / name;
        if (!std::filesystem::exists(path, ignored)) missing.add(path.string());
    }
    add("files", missing.take(), missing.total(), Weight::Notice);
}

void Doctor::look_at_disk(const Installation& installation) {
    std::error_code failed;
    const auto folder = std::filesystem::absolute(installation.database, failed).parent_path();
    const auto space = std::filesystem::space(folder, failed);
    std::error_code unsized;
    const auto size = std::filesystem::file_size(installation.database, unsized);
    const std::uintmax_t wanted = unsized ? kLeastFreeBytes : std::max(kLeastFreeBytes, 2 * size);
    Findings narrow;
    if (!failed && space.available < wanted) {
        narrow.add(say(Phrase::DoctorDiskNarrow, language_,
                       {{"free", std::to_string(space.available / 1'000'000)},
                        {"wanted", std::to_string(wanted / 1'000'000)}}));
    }
    add("disk", narrow.take(), narrow.total(), Weight::Notice);
}

}  // namespace kontor::service
