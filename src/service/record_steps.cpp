// SPDX-License-Identifier: EUPL-1.2
#include "service/record_steps.hpp"

#include <algorithm>

#include "codec/record_fields.hpp"

namespace kontor::service {
namespace {

using Texts = std::vector<codec::FieldText>;

const std::string& text_of(const Texts& texts, const std::string& field) {
    static const std::string kNothing;
    const auto found =
        std::find_if(texts.begin(), texts.end(), [&](const auto& each) { return each.field == field; });
    return found == texts.end() ? kNothing : found->text;
}

}  // namespace

std::vector<FieldChange> differences(const std::optional<model::Record>& before,
                                     const std::optional<model::Record>& after) {
    const Texts old_ones = before ? codec::field_texts(*before) : Texts();
    const Texts new_ones = after ? codec::field_texts(*after) : Texts();
    std::vector<FieldChange> out;
    for (const codec::FieldText& each : old_ones) {
        const std::string& now = text_of(new_ones, each.field);
        if (now != each.text) out.push_back({each.field, each.text, now});
    }
    for (const codec::FieldText& each : new_ones) {
        if (text_of(old_ones, each.field).empty()) out.push_back({each.field, "", each.text});
    }
    return out;
}

std::optional<model::Record> after_step(const std::vector<store::Step>& steps, std::size_t i,
                                        const std::optional<model::Record>& present) {
    if (steps[i].change.type == store::ChangeType::Erased) return std::nullopt;
    return i + 1 < steps.size() ? steps[i + 1].before : present;
}

}  // namespace kontor::service
