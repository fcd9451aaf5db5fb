// SPDX-License-Identifier: EUPL-1.2
#include "codec/record_json.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace kontor::codec {
namespace {

using model::Record;
using model::RecordKind;

template <std::size_t... I>
Record empty_record(RecordKind kind, std::index_sequence<I...>) {
    Record record;
    const auto choose = [&]<class T>(T empty) {
        if (T::kKind == kind) record = std::move(empty);
    };
    (choose(std::variant_alternative_t<I, Record>{}), ...);
    return record;
}

/// A field that could not be read is not reported a second time for being empty.
bool is_reported(const base::Errors& faults, std::string_view field) {
    return std::any_of(faults.begin(), faults.end(), [&](const base::Error& fault) {
        const std::string_view known = fault.place.field;
        return field == known || (field.starts_with(known) && field.substr(known.size()).starts_with('/'));
    });
}

base::Errors validation_faults(const Record& record, const base::Errors& reported, const base::Place& place) {
    base::Errors faults;
    for (base::Error& fault : model::validate(record)) {
        if (is_reported(reported, fault.place.field)) continue;
        std::string field = std::move(fault.place.field);
        fault.place = place;
        fault.place.field = std::move(field);
        faults.push_back(std::move(fault));
    }
    return faults;
}

base::Place without_field(base::Place place) {
    place.field.clear();
    return place;
}

}  // namespace

boost::json::object to_json(const Record& record) {
    boost::json::object out;
    out.emplace("record", model::word(model::kind_of(record)));
    std::visit([&](const auto& r) { write_fields(r, out); }, record);
    return out;
}

base::Result<Record> record_from_json(const boost::json::value& json, const base::Place& place) {
    const base::Place start = without_field(place);
    ValueReader reader(start);
    const auto kind = reader.read_word<RecordKind>(json, "record");
    if (!kind) return reader.faults();
    Record record = empty_record(*kind, std::make_index_sequence<std::variant_size_v<Record>>{});
    std::visit([&](auto& r) { reader.read_object(json.get_object(), r, "record"); }, record);
    base::Errors faults = reader.faults();
    base::Errors more = validation_faults(record, faults, start);
    faults.insert(faults.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    if (!faults.empty()) return faults;
    return record;
}

base::Result<Record> record_from_own_text(std::string_view text) {
    auto json = parse_json(text, {});
    if (!json) return json.errors();
    ValueReader reader({});
    const auto kind = reader.read_word<RecordKind>(json.value(), "record");
    if (!kind) return reader.faults();
    Record record = empty_record(*kind, std::make_index_sequence<std::variant_size_v<Record>>{});
    std::visit([&](auto& r) { reader.read_object(json.value().get_object(), r, "record"); }, record);
    if (!reader.faults().empty()) return reader.faults();
    return record;
}

base::Result<Record> record_from_line(std::string_view line, const base::Place& place) {
    auto json = parse_json(line, place);
    if (!json) return json.errors();
    return record_from_json(json.value(), place);
}

}  // namespace kontor::codec
