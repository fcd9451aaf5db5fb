// SPDX-License-Identifier: EUPL-1.2
#include "http/api_press.hpp"

#include "base/limits.hpp"

namespace kontor::http {
namespace {

using service::Asker;

std::size_t limit_of(const Request& request) {
    return static_cast<std::size_t>(
        request.parameters.integer("limit").value_or(base::limits::kDefaultPageSize));
}

std::string text_of(const Request& request, std::string_view name) {
    return std::string(request.parameters.text(name));
}

/// Uploads must say that they are bytes: a form on a foreign page cannot, so the browser asks first and is
/// refused.
base::Errors upload_faults(const Request& request) {
    if (request.content_type != "application/octet-stream") {
        return {{base::ErrorCode::MediaTypeUnsupported,
                 {{"found", std::string(request.content_type)}, {"allowed", "application/octet-stream"}},
                 {},
                 {}}};
    }
    if (request.body.empty()) return {{base::ErrorCode::FileEmpty, {}, {}, {}}};
    return {};
}

void add_reading(Door& door, const service::PressDesk& desk) {
    door.add("pressItems", [&desk](const Asker& asker, const Request& request) {
        return desk.items(asker, {.organisation = text_of(request, "organisation"),
                                  .state = text_of(request, "state"),
                                  .group = text_of(request, "group"),
                                  .is_once = request.parameters.text("once") == "group",
                                  .limit = limit_of(request),
                                  .cursor = text_of(request, "cursor")});
    });
    door.add("pressItem", [&desk](const Asker& asker, const Request& request) {
        return desk.item(asker, text_of(request, "item"));
    });
}

void add_bringing(Door& door, service::PressDesk& desk) {
    door.add("bringPressText",
             [&desk](const Asker& asker, const Request& request) -> base::Result<service::PressIntake> {
                 const auto form = body_of<service::PressTextForm>(request);
                 if (!form) return form.errors();
                 return desk.bring(asker, form.value());
             });
    door.add(
        "bringPressFile",
        [&desk](const Asker& asker, const Request& request) -> base::Result<service::PressIntake> {
            if (const base::Errors faults = upload_faults(request); !faults.empty()) return faults;
            return desk.bring_file(asker, text_of(request, "organisation"), text_of(request, "name"),
                                   request.body);
        },
        Pace::Slow);
}

void add_deciding(Door& door, service::PressDesk& desk) {
    door.add(
        "decidePress",
        [&desk](const Asker& asker, const Request& request) -> base::Result<service::PressDecisionReport> {
            const auto form = body_of<service::PressDecisionForm>(request);
            if (!form) return form.errors();
            return desk.decide(asker, text_of(request, "item"), form.value());
        });
    door.add("addPressName",
             [&desk](const Asker& asker, const Request& request) -> base::Result<service::PressItem> {
                 const auto form = body_of<service::PressNameForm>(request);
                 if (!form) return form.errors();
                 return desk.add_name(asker, text_of(request, "item"), form.value());
             });
    door.add("withdrawPressItem", [&desk](const Asker& asker, const Request& request) {
        return desk.withdraw(asker, text_of(request, "item"));
    });
    door.add("withdrawPressDuplicates", [&desk](const Asker& asker, const Request& request) {
        return desk.withdraw_duplicates(asker, text_of(request, "item"));
    });
    door.add("previewPressWithdrawal", [&desk](const Asker& asker, const Request& request) {
        return desk.preview_withdrawal(asker, text_of(request, "item"));
    });
    door.add(
        "restorePressItem",
        [&desk](const Asker& asker, const Request& request) -> base::Result<service::PressDecisionReport> {
            if (auto json = is_json(request); !json) return json.errors();
            return desk.restore(asker, text_of(request, "item"));
        });
}

}  // namespace

void add_press_api(Door& door, service::PressDesk& desk, service::PressMemoryService& memory,
                   const service::PressRuleService& rules) {
    door.add("pressRules", [&rules](const Asker& asker, const Request& request) {
        return rules.rules(asker, text_of(request, "organisation"));
    });
    door.add("setPressRule",
             [&rules](const Asker& asker, const Request& request) -> base::Result<service::PressRule> {
                 const auto form = body_of<service::PressRuleForm>(request);
                 if (!form) return form.errors();
                 return rules.set(asker, text_of(request, "organisation"), form.value());
             });
    add_reading(door, desk);
    add_bringing(door, desk);
    add_deciding(door, desk);
    door.add("pressMemory", [&memory](const Asker& asker, const Request& request) {
        return memory.memory(
            asker, {text_of(request, "organisation"), limit_of(request), text_of(request, "cursor")});
    });
    door.add("forgetPressMemory", [&memory](const Asker& asker, const Request& request) {
        return memory.forget(asker, text_of(request, "entry"));
    });
}

}  // namespace kontor::http
