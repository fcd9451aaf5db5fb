// SPDX-License-Identifier: EUPL-1.2
#include "service/free_text.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <type_traits>
#include <vector>

#include "codec/value_json.hpp"

namespace kontor::service {
namespace {

using Visit = std::function<void(std::string_view field, std::string& text, TextUse use)>;

bool is_written_freely(std::string_view name) {
    static constexpr std::string_view kNames[] = {"acronym", "city", "email", "function",  "keywords",
                                                  "name",    "note", "phone", "publisher", "sentence",
                                                  "street",  "text", "title", "value"};
    return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

class Walk {
public:
    explicit Walk(const Visit& visit) : visit_(visit) {}

    template <class R>
    void record(R& record) {
        constexpr bool kIsPerson = std::same_as<R, model::Person>;
        visit_fields(record, [&](std::string_view name, auto& member, model::Need) {
            field_ = name;
            use_ = kIsPerson && name != "function" ? TextUse::Identity : TextUse::Free;
            value(name, member);
        });
    }

private:
    void value(std::string_view name, std::string& text) {
        if (is_written_freely(name) && !text.empty()) visit_(field_, text, use_);
    }
    template <class T>
    void value(std::string_view name, std::vector<T>& list) {
        for (T& each : list) value(name, each);
    }
    template <class T>
    void value(std::string_view name, std::optional<T>& held) {
        if (held) value(name, *held);
    }
    template <class T>
    void value(std::string_view, T& other) {
        if constexpr (codec::HasFields<T>) {
            visit_fields(other,
                         [&](std::string_view name, auto& member, model::Need) { value(name, member); });
        }
    }

    const Visit& visit_;
    std::string_view field_;
    TextUse use_ = TextUse::Free;
};

}  // namespace

void visit_free_texts(model::Record& record, const Visit& visit) {
    std::visit(
        [&](auto& r) {
            using R = std::remove_reference_t<decltype(r)>;
            constexpr bool kIsVocabulary = std::same_as<R, model::Topic> || std::same_as<R, model::Region> ||
                                           std::same_as<R, model::Place>;
            if constexpr (!kIsVocabulary) Walk(visit).record(r);
        },
        record);
}

}  // namespace kontor::service
