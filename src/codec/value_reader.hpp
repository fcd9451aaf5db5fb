// SPDX-License-Identifier: EUPL-1.2
// Reads JSON values into fields and structs, strictly: an unknown field, a wrong type, an unknown word or an
// impossible date is a fault with its JSON pointer, and reading goes on to find the next one. One reader per
// document; not shared between threads. Request bodies of http use it for their own structs too (visit_fields
// and Words).
#pragma once

#include <boost/json/value.hpp>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "base/limits.hpp"
#include "codec/raw_json.hpp"
#include "codec/value_json.hpp"

namespace kontor::codec {

class ValueReader {
public:
    /// `place` is copied into every fault; its field becomes the JSON pointer.
    explicit ValueReader(base::Place place) : place_(std::move(place)) {}

    [[nodiscard]] const base::Errors& faults() const { return faults_; }
    void add(base::ErrorCode code, base::ErrorArguments arguments);

    /// Fields of `object` into `out`; the key `except` belongs to somebody else and is passed over.
    template <HasFields T>
    void read_object(const boost::json::object& object, T& out, std::string_view except = {}) {
        std::vector<std::string_view> names;
        visit_fields(out, [&](std::string_view name, auto& member, model::Need need) {
            names.push_back(name);
            const boost::json::value* found = object.if_contains(name);
            const Step step(*this, name);
            if (found != nullptr) {
                read(*found, member);
            } else if (need == model::Need::Required) {
                add(base::ErrorCode::ValueMissing, {});
            }
        });
        refuse_others(object, names, except);
    }

    /// The word under `key` of an object, the one that tells how to read the rest; a fault and nothing
    /// otherwise.
    template <CodeList E>
    [[nodiscard]] std::optional<E> read_word(const boost::json::value& json, std::string_view key) {
        const boost::json::object* members = object(json);
        if (members == nullptr) return std::nullopt;
        const Step step(*this, key);
        const boost::json::value* found = members->if_contains(key);
        if (found == nullptr) add(base::ErrorCode::ValueMissing, {});
        std::optional<E> word;
        if (found != nullptr) read(*found, word);
        return word;
    }

    void read(const boost::json::value& json, std::string& out);
    void read(const boost::json::value& json, double& out);
    void read(const boost::json::value& json, bool& out);
    void read(const boost::json::value& json, model::Date& out);
    void read(const boost::json::value& json, RawJson& out);

    template <class T>
    requires std::integral<T> &&(!std::same_as<T, bool>)void read(const boost::json::value& json, T& out) {
        const auto number = integer(json, std::numeric_limits<T>::min(), std::numeric_limits<T>::max());
        if (number) out = static_cast<T>(*number);
    }

    template <CodeList E>
    void read(const boost::json::value& json, E& out) {
        const boost::json::string* text = string(json);
        if (text == nullptr) return;
        if (const auto code = model::from_word<E>(std::string_view(*text))) {
            out = *code;
        } else {
            refuse_word(*text, model::Words<E>::kWords);
        }
    }

    /// null stands for nothing.
    template <class T>
    void read(const boost::json::value& json, std::optional<T>& out) {
        if (json.is_null()) return;
        const std::size_t before = faults_.size();
        T value{};
        read(json, value);
        if (faults_.size() == before) out = std::move(value);
    }

    /// An item that has a fault keeps its place in the list, so that later faults have the right pointer.
    template <class T>
    void read(const boost::json::value& json, std::vector<T>& out) {
        const boost::json::array* array = list(json);
        if (array == nullptr) return;
        out.resize(array->size());
        for (std::size_t i = 0; i < array->size(); ++i) {
            const Step step(*this, i);
            read((*array)[i], out[i]);
        }
    }

    template <class T>
    void read(const boost::json::value& json, std::map<std::string, T>& out) {
        const boost::json::object* values = object(json);
        if (values == nullptr) return;
        for (const auto& member : *values) {
            const Step step(*this, member.key());
            read(member.value(), out[std::string(member.key())]);
        }
    }

    template <HasFields T>
    void read(const boost::json::value& json, T& out) {
        if (const boost::json::object* members = object(json)) read_object(*members, out);
    }

private:
    /// Lengthens the pointer while it lives.
    class Step {
    public:
        Step(ValueReader& reader, std::string_view name);
        Step(ValueReader& reader, std::size_t index);
        ~Step() { reader_.place_.field.resize(length_); }
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;

    private:
        ValueReader& reader_;
        std::size_t length_;
    };

    const boost::json::string* string(const boost::json::value& json);
    const boost::json::array* list(const boost::json::value& json);
    const boost::json::object* object(const boost::json::value& json);
    std::optional<std::int64_t> integer(const boost::json::value& json, std::int64_t minimum,
                                        std::uint64_t maximum);
    void refuse_type(std::string_view expected, const boost::json::value& found);
    void refuse_word(std::string_view word, std::span<const std::string_view> allowed);
    void refuse_others(const boost::json::object& object, const std::vector<std::string_view>& names,
                       std::string_view except);

    base::Place place_;
    base::Errors faults_;
};

}  // namespace kontor::codec
