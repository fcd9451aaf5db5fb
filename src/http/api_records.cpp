// SPDX-License-Identifier: EUPL-1.2
#include "http/api_records.hpp"

#include <charconv>

#include "base/limits.hpp"

namespace kontor::http {
namespace {

using base::Result;
using service::Asker;
using service::RecordName;
using service::RecordService;
using service::RecordView;

std::string text(const Request& request, std::string_view name) {
    return std::string(request.parameters.text(name));
}

RecordName name_of(const Request& request) {
    return {text(request, "kind"), text(request, "id")};
}

/// The version in If-Match: a number in quotes, as ETag gives it.
Result<std::uint64_t> version_of(const Request& request) {
    std::string_view tag = request.if_match;
    std::uint64_t version = 0;
    if (tag.size() > 2 && tag.front() == '"' && tag.back() == '"') {
        tag = tag.substr(1, tag.size() - 2);
        const auto [end, error] = std::from_chars(tag.data(), tag.data() + tag.size(), version);
        if (error == std::errc() && end == tag.data() + tag.size()) return version;
    }
    return base::Error{
        base::ErrorCode::VersionMissing, {{"header", "If-Match"}}, {.file = {}, .field = "If-Match"}, {}};
}

/// The record as JSON with its version as ETag.
Response versioned(const Result<RecordView>& view, const Request& request) {
    Response response = answer(view, request);
    if (view) response.headers.emplace_back("ETag", '"' + std::to_string(view.value().version) + '"');
    return response;
}

/// Reads the body and the version, all faults at once, and calls call(form, version).
template <class Form, class Call>
Result<RecordView> with_version(const Request& request, const Call& call) {
    const auto version = version_of(request);
    const auto form = body_of<Form>(request);
    base::Errors faults;
    if (!version) faults = version.errors();
    if (!form) faults.insert(faults.end(), form.errors().begin(), form.errors().end());
    if (!faults.empty()) return faults;
    return call(form.value(), version.value());
}

void add_reading(Door& door, RecordService& records) {
    door.respond("readRecord", [&records](const Asker& asker, const Request& request) {
        return versioned(records.read(asker, name_of(request)), request);
    });
    door.add("recordHistory", [&records](const Asker& asker, const Request& request) {
        return records.history(asker, name_of(request));
    });
    door.add("relatedRecords", [&records](const Asker& asker, const Request& request) {
        const auto limit = request.parameters.integer("limit").value_or(base::limits::kDefaultPageSize);
        return records.related(asker, name_of(request), text(request, "of"),
                               {static_cast<std::size_t>(limit), text(request, "cursor")});
    });
}

void add_writing(Door& door, RecordService& records) {
    door.add("writeRecords",
             [&records](const Asker& asker, const Request& request) -> Result<service::RecordList> {
                 const auto form = body_of<service::RecordBatch>(request);
                 if (!form) return form.errors();
                 return records.write(asker, form.value());
             });
    door.respond("createRecord", [&records](const Asker& asker, const Request& request) {
        const auto form = body_of<service::RecordForm>(request);
        if (!form) return problem(form.errors(), request.language);
        return versioned(records.create(asker, text(request, "kind"), form.value()), request);
    });
    door.respond("changeRecord", [&records](const Asker& asker, const Request& request) {
        const auto changed = with_version<service::RecordForm>(
            request, [&](const service::RecordForm& form, std::uint64_t version) {
                return records.change(asker, name_of(request), version, form);
            });
        return versioned(changed, request);
    });
    door.add("eraseRecord", [&records](const Asker& asker, const Request& request) -> base::Outcome {
        const auto version = version_of(request);
        if (!version) return version.errors();
        return records.erase(asker, name_of(request), version.value());
    });
    door.respond("revertRecord", [&records](const Asker& asker, const Request& request) {
        const auto reverted = with_version<service::RevertForm>(request, [&](const service::RevertForm& form,
                                                                             std::uint64_t version) {
            return records.revert(asker, name_of(request), version, static_cast<std::uint64_t>(form.version));
        });
        return versioned(reverted, request);
    });
    door.respond("setDisclosure", [&records](const Asker& asker, const Request& request) {
        const auto disclosed = with_version<service::DisclosureForm>(
            request, [&](const service::DisclosureForm& form, std::uint64_t version) {
                return records.disclose(asker, name_of(request), version, form);
            });
        return versioned(disclosed, request);
    });
}

void add_drafts(Door& door, RecordService& records) {
    door.add("drafts", [&records](const Asker& asker, const Request&) { return records.drafts(asker); });
    door.add("saveDraft",
             [&records](const Asker& asker, const Request& request) -> Result<service::DraftView> {
                 const auto form = body_of<service::DraftForm>(request);
                 if (!form) return form.errors();
                 return records.save_draft(asker, form.value());
             });
    door.add("deleteDraft", [&records](const Asker& asker, const Request& request) {
        return records.delete_draft(asker, text(request, "id"));
    });
    door.respond("publishDraft", [&records](const Asker& asker, const Request& request) {
        if (auto json = is_json(request); !json) return problem(json.errors(), request.language);
        return versioned(records.publish_draft(asker, text(request, "id")), request);
    });
}

}  // namespace

void add_record_api(Door& door, RecordService& records) {
    add_reading(door, records);
    add_writing(door, records);
    add_drafts(door, records);
}

}  // namespace kontor::http
