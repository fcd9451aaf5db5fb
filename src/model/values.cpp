// SPDX-License-Identifier: EUPL-1.2
#include "model/values.hpp"

#include <charconv>
#include <chrono>

namespace kontor::model {
namespace {

std::optional<int> digits(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.front() == '-') return std::nullopt;
    return value;
}

}  // namespace

std::optional<Date> Date::parse(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    if (!year || *year < 1000 || *year > 2999) return std::nullopt;
    if (text.size() >= 7) {
        const auto month = digits(text.substr(5, 2));
        if (text[4] != '-' || !month || *month < 1 || *month > 12) return std::nullopt;
        if (text.size() == 10) {
            const auto day = digits(text.substr(8, 2));
            if (text[7] != '-' || !day || *day < 1) return std::nullopt;
            const std::chrono::year_month_day date{std::chrono::year{*year},
                                                   std::chrono::month{static_cast<unsigned>(*month)},
                                                   std::chrono::day{static_cast<unsigned>(*day)}};
            if (!date.ok()) return std::nullopt;
        }
    }
    Date out;
    out.text_ = std::string(text);
    return out;
}

int Date::year() const {
    return known() ? digits(std::string_view(text_).substr(0, 4)).value_or(0) : 0;
}

int Date::first_day() const {
    if (!known()) return 0;
    const auto part = [&](std::size_t at) {
        return text_.size() >= at + 2
                   ? static_cast<unsigned>(digits(std::string_view(text_).substr(at, 2)).value_or(1))
                   : 1U;
    };
    const std::chrono::sys_days days{std::chrono::year_month_day{
        std::chrono::year{year()}, std::chrono::month{part(5)}, std::chrono::day{part(8)}}};
    return static_cast<int>(days.time_since_epoch().count());
}

const Text* best_text(const Texts& texts, std::string_view language) {
    const Text* english = nullptr;
    for (const Text& text : texts) {
        if (text.lang == language) return &text;
        if (text.lang == "en" && english == nullptr) english = &text;
    }
    if (english != nullptr) return english;
    return texts.empty() ? nullptr : &texts.front();
}

}  // namespace kontor::model
