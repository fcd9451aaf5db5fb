// SPDX-License-Identifier: EUPL-1.2
#include "codec/record_fields.hpp"

#include <algorithm>

#include "codec/record_json.hpp"

namespace kontor::codec {
namespace {

using base::ErrorCode;

template <class T>
concept IsText = std::same_as<T, std::string> || std::same_as<T, model::Date> || CodeList<T>;

/// JSON is told from words by how it begins: no word list, date or number does so.
bool looks_like_json(std::string_view words) {
    return !words.empty() && (words.front() == '[' || words.front() == '{');
}

template <class T>
base::Outcome read_json(const boost::json::value& json, T& out, const base::Place& place) {
    ValueReader reader(place);
    T value{};
    reader.read(json, value);
    if (!reader.faults().empty()) return reader.faults();
    out = std::move(value);
    return base::Done{};
}

template <class T>
base::Outcome read_words(std::string_view words, T& out, const base::Place& place) {
    if constexpr (IsText<T>) {
        return read_json(boost::json::value(boost::json::string(words)), out, place);
    } else {
        if (!looks_like_json(words)) {
            if constexpr (std::same_as<T, model::Texts>) {
                out = {{.lang = "und", .text = std::string(words)}};
                return base::Done{};
            } else if constexpr (std::same_as<T, std::vector<model::Name>>) {
                std::erase_if(out, [&](const model::Name& name) { return name.text == words; });
                out.insert(out.begin(), model::Name{.text = std::string(words)});
                return base::Done{};
            } else if constexpr (std::same_as<T, std::vector<std::string>>) {
                if (std::find(out.begin(), out.end(), words) == out.end()) out.emplace_back(words);
                return base::Done{};
            }
        }
        const auto json = parse_json(words, place);
        if (!json) return json.errors();
        return read_json(json.value(), out, place);
    }
}

template <class R>
const R& standard() {
    static const R kStandard{};
    return kStandard;
}

/// visit(name, member, member of a record at its defaults, need) for every field.
template <class R, class Visit>
void visit_beside_defaults(const R& record, const Visit& visit) {
    std::vector<const void*> defaults;
    visit_fields(standard<R>(),
                 [&](std::string_view, const auto& member, model::Need) { defaults.push_back(&member); });
    std::size_t place = 0;
    visit_fields(record, [&](std::string_view name, const auto& member, model::Need need) {
        using Member = std::remove_cv_t<std::remove_reference_t<decltype(member)>>;
        visit(name, member, *static_cast<const Member*>(defaults[place++]), need);
    });
}

template <class T>
std::string words_of(const T& member) {
    if constexpr (std::same_as<T, std::string>) {
        return member;
    } else if constexpr (std::same_as<T, model::Date>) {
        return member.text();
    } else if constexpr (CodeList<T>) {
        return std::string(model::word(member));
    } else {
        return field_to_text(member);
    }
}

}  // namespace

base::Result<SentRecord> sent_record(std::string_view text, std::optional<model::RecordKind> kind,
                                     const std::string& pointer) {
    auto json = parse_json(text, {});
    if (!json) return json.errors();
    bool has_id = true;
    if (auto* object = json.value().if_object()) {
        if (kind && !object->contains("record")) object->emplace("record", model::word(*kind));
        has_id = object->contains("id");
        if (!has_id) object->emplace("id", "new");
    }
    auto record = record_from_json(json.value(), {});
    if (record) return SentRecord{std::move(record).value(), has_id};
    base::Errors faults = record.errors();
    for (base::Error& fault : faults) fault.place.field = pointer + fault.place.field;
    return faults;
}

std::vector<FieldText> field_texts(const model::Record& record) {
    std::vector<FieldText> out;
    const auto add = [&](std::string_view name, const auto& member, const auto& standard_member,
                         model::Need) {
        if (name == "id" || member == standard_member) return;
        out.push_back({std::string(name), field_to_text(member)});
    };
    std::visit([&](const auto& r) { visit_beside_defaults(r, add); }, record);
    return out;
}

std::optional<std::string> field_words(const model::Record& record, std::string_view field) {
    std::optional<std::string> found;
    const auto look = [&](std::string_view name, const auto& member, const auto& standard_member,
                          model::Need) {
        if (name == field) found = member == standard_member ? std::string() : words_of(member);
    };
    std::visit([&](const auto& r) { visit_beside_defaults(r, look); }, record);
    return found;
}

base::Outcome set_field(model::Record& record, std::string_view field, std::string_view words,
                        const base::Place& place) {
    base::Outcome outcome = base::Error{ErrorCode::FieldUnknown, {{"field", std::string(field)}}, place, {}};
    const auto set = [&](std::string_view name, auto& member, model::Need) {
        if (name == field && name != "id") outcome = read_words(words, member, place);
    };
    std::visit([&](auto& r) { visit_fields(r, set); }, record);
    return outcome;
}

}  // namespace kontor::codec
