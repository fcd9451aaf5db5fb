// SPDX-License-Identifier: EUPL-1.2
// Validation walks visit_fields once per record: what every field of a type must satisfy stands here once,
// the rules between fields of one record follow it.
#include <algorithm>
#include <cmath>

#include "base/limits.hpp"
#include "model/records.hpp"

namespace kontor::model {
namespace {

using base::ErrorCode;
using base::Errors;
namespace limits = base::limits;

template <class T>
concept HasFields = requires(const T& value) {
    visit_fields(value, [](auto&&...) {});
};

class FieldChecks {
public:
    explicit FieldChecks(Errors& errors) : errors_(errors) {}

    template <HasFields T>
    void check_fields(const T& value, const std::string& path) {
        visit_fields(value, [&](std::string_view name, const auto& member, Need need) {
            const std::string field = path + "/" + std::string(name);
            if (need == Need::Required && is_missing(member)) add(field, ErrorCode::ValueMissing, {});
            check(member, field);
        });
    }

    void add(std::string field, ErrorCode code, base::ErrorArguments arguments) {
        errors_.push_back({code, std::move(arguments), {.file = {}, .field = std::move(field)}, {}});
    }

private:
    template <class T>
    static bool is_missing(const T& member) {
        if constexpr (requires { member.empty(); }) {
            return member.empty();
        } else {
            return false;
        }
    }

    void check(const std::string& text, const std::string& field) {
        if (text.size() > limits::kTextBytes) {
            add(field, ErrorCode::FieldTooLong, {{"maximum", std::to_string(limits::kTextBytes)}});
        }
        const auto control = std::find_if(text.begin(), text.end(), [](char c) {
            return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
        });
        if (control != text.end()) {
            constexpr std::string_view kHex = "0123456789ABCDEF";
            const auto value = static_cast<unsigned char>(*control);
            add(field, ErrorCode::ControlCharacter,
                {{"code", {'0', '0', kHex[value / 16], kHex[value % 16]}}});
        }
    }
    void check(double number, const std::string& field) {
        if (!std::isfinite(number)) add(field, ErrorCode::NumberInvalid, {{"value", std::to_string(number)}});
    }
    template <class T>
    void check(const std::optional<T>& value, const std::string& field) {
        if (value) check(*value, field);
    }
    template <class T>
    void check(const std::vector<T>& list, const std::string& field) {
        if (list.size() > limits::kListItems) {
            add(field, ErrorCode::TooManyItems, {{"maximum", std::to_string(limits::kListItems)}});
            return;
        }
        for (std::size_t i = 0; i < list.size(); ++i) check(list[i], field + "/" + std::to_string(i));
    }
    template <class T>
    void check(const std::map<std::string, T>& values, const std::string& field) {
        for (const auto& [key, value] : values) check(value, std::string(field).append("/").append(key));
    }
    template <HasFields T>
    void check(const T& value, const std::string& field) {
        check_fields(value, field);
    }
    void check(const Date&, const std::string&) {}
    void check(bool, const std::string&) {}
    void check(std::int64_t, const std::string&) {}
    void check(int, const std::string&) {}
    template <class E>
    requires std::is_enum_v<E>
    void check(E, const std::string&) {}

    Errors& errors_;
};

/// Vocabularies, programmes and calls are public by nature, and much hangs on them.
bool is_disclosable(RecordKind kind) {
    switch (kind) {
        case RecordKind::Source:
        case RecordKind::Organisation:
        case RecordKind::Membership:
        case RecordKind::Project:
        case RecordKind::Participation:
        case RecordKind::Agreement:
        case RecordKind::Delegation:
        case RecordKind::Claim:
        case RecordKind::Person:
        case RecordKind::News:
            return true;
        case RecordKind::Region:
        case RecordKind::Place:
        case RecordKind::Topic:
        case RecordKind::Programme:
        case RecordKind::Call:
        case RecordKind::Disclosure:
            return false;
    }
    return false;
}

class RecordChecks {
public:
    explicit RecordChecks(FieldChecks& fields) : fields_(fields) {}

    void check(const Source&) {}
    void check(const Region& r) {
        country(r.country);
        range("/level", r.level, 0, 3);
    }
    void check(const Place& r) {
        country(r.country);
        coordinates(r.latitude, r.longitude);
    }
    void check(const Topic&) {}
    void check(const Organisation& r) {
        country(r.country);
        if (r.latitude.has_value() != r.longitude.has_value()) {
            fields_.add(r.latitude ? "/longitude" : "/latitude", ErrorCode::ValueMissing, {});
        }
        coordinates(r.latitude.value_or(0), r.longitude.value_or(0));
        if (r.founded != 0) range("/founded", r.founded, 1000, 2999);
        range("/employees", r.employees, 0, 10'000'000);
        capabilities("/offers/", r.offers);
        capabilities("/needs/", r.needs);
    }
    void check(const Membership& r) { order(r.from, r.to, "/to"); }
    void check(const Programme& r) { order(r.from, r.to, "/to"); }
    void check(const Call& r) {
        order(r.opens, r.deadline, "/deadline");
        money(r.budget.has_value(), r.currency);
    }
    void check(const Project& r) {
        order(r.start, r.end, "/end");
        money(r.total_cost.has_value() || r.eu_contribution.has_value(), r.currency);
        for (std::size_t i = 0; i < r.phases.size(); ++i) {
            order(r.phases[i].from, r.phases[i].to, "/phases/" + std::to_string(i) + "/to");
        }
    }
    void check(const Participation& r) {
        order(r.from, r.to, "/to");
        money(r.contribution.has_value(), r.currency);
    }
    void check(const Agreement& r) { order(r.signed_on, r.valid_to, "/valid_to"); }
    void check(const Delegation& r) { order(r.from, r.to, "/to"); }
    void check(const Claim& r) { range("/confidence", r.confidence, 0.0, 1.0); }
    void check(const Person& r) { order(r.consent_on, r.keep_until, "/keep_until"); }
    void check(const Disclosure& r) {
        if (!is_disclosable(r.subject_kind)) {
            fields_.add(
                "/subject_kind", ErrorCode::ValueNotAllowed,
                {{"value", std::string(word(r.subject_kind))},
                 {"allowed",
                  "source, organisation, membership, project, participation, agreement, delegation, claim, "
                  "person, news"}});
        }
        const auto allowed = hideable_fields(r.subject_kind);
        for (std::size_t i = 0; i < r.fields.size(); ++i) {
            const std::string& field = r.fields[i].field;
            if (std::find(allowed.begin(), allowed.end(), field) != allowed.end()) continue;
            fields_.add("/fields/" + std::to_string(i) + "/field", ErrorCode::FieldUnknown,
                        {{"field", field}});
        }
    }

    void check(const News& r) {
        for (std::size_t i = 0; i < r.countries.size(); ++i)
            country(r.countries[i], "/countries/" + std::to_string(i));
        const bool is_on_the_web =
            r.url.empty() || r.url.starts_with("https://") || r.url.starts_with("http://");
        if (!is_on_the_web) {
            fields_.add("/url", ErrorCode::ValueNotAllowed,
                        {{"value", r.url}, {"allowed", "https://…, http://…"}});
        }
        if (r.group == r.id && !r.id.empty()) {
            fields_.add("/group", ErrorCode::ValueNotAllowed,
                        {{"value", r.group}, {"allowed", "another item's id"}});
        }
    }

private:
    void country(const std::string& code, const std::string& field = "/country") {
        if (code.empty()) return;
        const bool sound = code.size() == 2 &&
                           std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (!sound) fields_.add(field, ErrorCode::CountryUnknown, {{"value", code}});
    }
    void coordinates(double latitude, double longitude) {
        range("/latitude", latitude, -90.0, 90.0);
        range("/longitude", longitude, -180.0, 180.0);
    }
    template <class T>
    void range(const std::string& field, T value, T minimum, T maximum) {
        if (value >= minimum && value <= maximum) return;
        fields_.add(field, ErrorCode::ValueOutOfRange,
                    {{"value", std::to_string(value)},
                     {"minimum", std::to_string(minimum)},
                     {"maximum", std::to_string(maximum)}});
    }
    void order(const Date& from, const Date& to, const std::string& field) {
        // Only what both dates say is compared: 2018-05 to 2018 may well be in order.
        const std::size_t shared = std::min(from.text().size(), to.text().size());
        if (shared == 0 || from.text().compare(0, shared, to.text(), 0, shared) <= 0) return;
        fields_.add(field, ErrorCode::DatesReversed, {{"from", from.text()}, {"to", to.text()}});
    }
    void money(bool has_amount, const std::string& currency) {
        if (has_amount && currency.size() != 3) fields_.add("/currency", ErrorCode::CurrencyMissing, {});
    }
    void capabilities(const std::string& path, const std::vector<Capability>& list) {
        for (std::size_t i = 0; i < list.size(); ++i)
            range(path + std::to_string(i) + "/trl", list[i].trl, 0, 9);
    }

    FieldChecks& fields_;
};

}  // namespace

base::Errors validate(const Record& record) {
    Errors errors;
    FieldChecks fields(errors);
    std::visit(
        [&](const auto& r) {
            fields.check_fields(r, "");
            RecordChecks(fields).check(r);
        },
        record);
    if (!id_of(record).empty() && !is_id(id_of(record))) {
        fields.add("/id", ErrorCode::IdInvalid, {{"value", id_of(record)}});
    }
    for (const Reference& reference : references(record)) {
        if (!is_id(reference.id)) {
            fields.add("/" + std::string(reference.field), ErrorCode::IdInvalid, {{"value", reference.id}});
        }
    }
    return errors;
}

}  // namespace kontor::model
