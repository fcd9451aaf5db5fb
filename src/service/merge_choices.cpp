// SPDX-License-Identifier: EUPL-1.2
#include "service/merge_choices.hpp"

#include <algorithm>
#include <vector>

namespace kontor::service {
namespace {

using base::ErrorCode;

std::vector<std::string_view> place_fields() {
    return {"country", "nuts", "city", "postcode", "street", "latitude", "longitude"};
}

bool is_of_place(std::string_view field) {
    const auto all = place_fields();
    return std::find(all.begin(), all.end(), field) != all.end();
}

bool may_be_chosen(std::string_view field) {
    bool is_known = false;
    const model::Organisation any;
    visit_fields(any, [&](std::string_view name, const auto&, model::Need) { is_known |= name == field; });
    return is_known && field != "id" && field != "source" && field != "as_of";
}

ChosenSide side_of(const MergeChoice& choice) {
    return choice.from == "kept" ? ChosenSide::Kept : ChosenSide::Merged;
}

/// The side that was chosen before for the same field, or for another one of the place, when it is not this
/// one.
std::string other_side(const MergeChoices& choices, const MergeChoice& one) {
    const auto contradiction = std::find_if(choices.begin(), choices.end(), [&](const auto& known) {
        const bool is_about_same =
            known.first == one.field || (is_of_place(known.first) && is_of_place(one.field));
        return is_about_same && known.second != side_of(one);
    });
    if (contradiction == choices.end()) return {};
    return contradiction->second == ChosenSide::Kept ? "kept" : "merged";
}

std::vector<const void*> members_of(const model::Organisation& organisation) {
    std::vector<const void*> members;
    visit_fields(organisation,
                 [&](std::string_view, const auto& member, model::Need) { members.push_back(&member); });
    return members;
}

}  // namespace

base::Result<MergeChoices> merge_choices(const MergeForm& form) {
    MergeChoices choices;
    base::Errors faults;
    const std::vector<MergeChoice> none;
    const std::vector<MergeChoice>& all = form.choices ? *form.choices : none;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const MergeChoice& one = all[i];
        const std::string at = "/choices/" + std::to_string(i);
        const bool is_side = one.from == "kept" || one.from == "merged";
        if (!may_be_chosen(one.field)) {
            faults.push_back(
                {ErrorCode::FieldUnknown, {{"field", one.field}}, {.file = {}, .field = at + "/field"}, {}});
        } else if (!is_side) {
            faults.push_back({ErrorCode::ValueNotAllowed,
                              {{"value", one.from}, {"allowed", "kept, merged"}},
                              {.file = {}, .field = at + "/from"},
                              {}});
        } else if (const std::string other = other_side(choices, one); !other.empty()) {
            faults.push_back({ErrorCode::ValueNotAllowed,
                              {{"value", one.from}, {"allowed", other}},
                              {.file = {}, .field = at + "/from"},
                              {}});
        } else {
            choices[one.field] = side_of(one);
        }
    }
    if (!faults.empty()) return faults;
    const auto place = std::find_if(choices.begin(), choices.end(),
                                    [](const auto& each) { return is_of_place(each.first); });
    if (place != choices.end()) {
        const ChosenSide side = place->second;
        for (const std::string_view field : place_fields()) choices[std::string(field)] = side;
    }
    return choices;
}

void settle_choices(model::Organisation& out, MergeChoices choices, const MergeSide& kept,
                    const MergeSide& merged) {
    const std::vector<const void*> sides[] = {members_of(kept.stored), members_of(merged.stored)};
    const std::vector<const void*> seen[] = {members_of(kept.seen), members_of(merged.seen)};
    std::size_t place = 0;
    visit_fields(out, [&](std::string_view field, auto& member, model::Need) {
        using Member = std::remove_reference_t<decltype(member)>;
        const auto value = [&](const void* at) -> const Member& { return *static_cast<const Member*>(at); };
        const bool is_seen = value(sides[0][place]) == value(seen[0][place]) &&
                             value(sides[1][place]) == value(seen[1][place]);
        ++place;
        if (is_seen) return;
        choices.erase(std::string(field));
        if (!is_of_place(field)) return;
        for (const std::string_view each : place_fields()) choices.erase(std::string(each));
    });
    place = 0;
    visit_fields(out, [&](std::string_view field, auto& member, model::Need) {
        using Member = std::remove_reference_t<decltype(member)>;
        const std::size_t at = place++;
        const auto choice = choices.find(field);
        if (choice == choices.end()) return;
        member = *static_cast<const Member*>(sides[choice->second == ChosenSide::Kept ? 0 : 1][at]);
    });
}

}  // namespace kontor::service
