// SPDX-License-Identifier: EUPL-1.2
// The history half of RecordService.
#include <algorithm>
#include <map>

#include "codec/record_fields.hpp"
#include "service/import_answers.hpp"
#include "service/page_parts.hpp"
#include "service/record_service.hpp"
#include "service/record_steps.hpp"

namespace kontor::service {
namespace {

using base::Result;
using model::Record;
using model::RecordKind;

class ActorNames {
public:
    explicit ActorNames(const store::Store& store) : store_(store) {}

    const std::string& of(const std::string& actor) {
        if (const auto known = names_.find(actor); known != names_.end()) return known->second;
        const auto found = store_.read_desk(model::DeskKind::User, actor);
        const bool is_user = found && found.value();
        return names_.emplace(actor, is_user ? std::get<model::User>(*found.value()).name : actor)
            .first->second;
    }

private:
    const store::Store& store_;
    std::map<std::string, std::string> names_;
};

}  // namespace

Result<RecordHistory> RecordService::history(const Asker& asker, const RecordName& name) const {
    const auto view = read(asker, name);
    if (!view) return view.errors();
    const auto kind = kind_of_word(name.kind);
    if (!kind) return kind.errors();
    const auto steps = knowledge_.store().history(kind.value(), name.id);
    if (!steps) return steps.errors();
    const auto present = knowledge_.store().read(kind.value(), name.id);
    if (!present) return present.errors();
    const View seen = knowledge_.view(asker);
    const auto shown = [&](const std::optional<Record>& record) {
        return record ? seen.records.sight().shown(*record) : std::optional<Record>();
    };
    RecordHistory out{view.value().kind, view.value().id, view.value().name, view.value().version, {}};
    const auto& may = view.value().may;
    const bool may_know = std::find(may.begin(), may.end(), "edit") != may.end();
    ActorNames names(knowledge_.store());
    PageParts parts(seen, asker.language);
    for (std::size_t i = steps.value().size(); i-- > 0;) {
        const store::Step& step = steps.value()[i];
        const bool is_erasure = step.change.type == store::ChangeType::Erased;
        HistoryStep one;
        one.version = static_cast<std::int64_t>(step.change.sequence);
        one.batch = static_cast<std::int64_t>(step.batch);
        one.at = iso_time(step.change.at);
        if (may_know) one.actor = names.of(step.change.actor);
        one.change = is_erasure ? "erased" : step.before ? "changed" : "created";
        const auto after = shown(after_step(steps.value(), i, present.value()));
        one.fields = differences(shown(step.before), after);
        if (after) one.source = parts.source(codec::field_words(*after, "source").value_or(""));
        // A change of what the asker may not see has not happened for them.
        if (one.change != "changed" || !one.fields.empty()) out.steps.push_back(std::move(one));
    }
    return out;
}

Result<RecordView> RecordService::revert(const Asker& asker, const RecordName& name, std::uint64_t version,
                                         std::uint64_t to) {
    const auto kind = kind_of_word(name.kind);
    if (!kind) return kind.errors();
    Edit edit(knowledge_, asker);
    const auto seen = edit.visible(kind.value(), name.id);
    if (!seen) return seen.errors();
    const auto steps = knowledge_.store().history(kind.value(), name.id);
    if (!steps) return steps.errors();
    const auto present = edit.stored(kind.value(), name.id);
    if (!present) return present.errors();
    std::optional<Record> wanted;
    for (std::size_t i = 0; i < steps.value().size(); ++i) {
        if (steps.value()[i].change.sequence == to) wanted = after_step(steps.value(), i, present.value());
    }
    if (!wanted)
        return record_not_found(kind.value(), name.id + " (" + std::to_string(to) + ")", asker.language);
    if (auto changed = edit.change(std::move(*wanted), version); !changed) return changed.errors();
    const auto written = edit.write();
    if (!written) return written.errors();
    return after(edit, written.value(), {kind.value(), name.id});
}

}  // namespace kontor::service
