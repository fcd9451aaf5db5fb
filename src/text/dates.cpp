// SPDX-License-Identifier: EUPL-1.2
#include "text/dates.hpp"

#include <unicode/dtptngen.h>
#include <unicode/smpdtfmt.h>

#include <array>
#include <memory>

namespace kontor::text {
namespace {

constexpr double kMillisecondsPerDay = 86'400'000.0;
constexpr std::size_t kMonthLength = 7;
constexpr std::size_t kDayLength = 10;

std::unique_ptr<icu::DateFormat> format_of(const icu::Locale& locale, const char* skeleton) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
        icu::DateTimePatternGenerator::createInstance(locale, status));
    if (U_FAILURE(status) != 0) return nullptr;
    const icu::UnicodeString pattern = patterns->getBestPattern(skeleton, status);
    auto format = std::make_unique<icu::SimpleDateFormat>(pattern, locale, status);
    if (U_FAILURE(status) != 0) return nullptr;
    format->setTimeZone(*icu::TimeZone::getGMT());
    return format;
}

struct Formats {
    std::unique_ptr<icu::DateFormat> month;
    std::unique_ptr<icu::DateFormat> day;

    explicit Formats(const icu::Locale& locale)
        : month(format_of(locale, "yMMMM")), day(format_of(locale, "yMMMMd")) {}
};

const Formats& formats_of(std::string_view language) {
    static const std::array<Formats, 2> kFormats{Formats(icu::Locale("de", "DE")),
                                                 Formats(icu::Locale("en", "GB"))};
    return kFormats[language == "de" ? 0 : 1];
}

}  // namespace

std::string spoken_date(const model::Date& date, std::string_view language) {
    const std::string& iso = date.text();
    if (iso.size() < kMonthLength) return iso;
    const Formats& formats = formats_of(language);
    const icu::DateFormat* shared = iso.size() < kDayLength ? formats.month.get() : formats.day.get();
    if (shared == nullptr) return iso;
    // A DateFormat changes while it formats; the shared one is only ever copied.
    const std::unique_ptr<icu::DateFormat> own(shared->clone());
    icu::UnicodeString text;
    own->format(static_cast<UDate>(date.first_day() * kMillisecondsPerDay), text);
    std::string out;
    text.toUTF8String(out);
    return out;
}

}  // namespace kontor::text
