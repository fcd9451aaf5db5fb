// SPDX-License-Identifier: EUPL-1.2
#include "network/types.hpp"

#include <chrono>

namespace kontor::network {

Day first_day(const model::Date& date) {
    return date.known() ? date.first_day() : kUnknownDay;
}

Day last_day(const model::Date& date) {
    if (!date.known()) return kUnknownDay;
    using namespace std::chrono;
    const year_month_day first{sys_days{days{date.first_day()}}};
    switch (date.text().size()) {
        case 4:
            return static_cast<Day>(sys_days{first.year() / December / 31}.time_since_epoch().count());
        case 7:
            return static_cast<Day>(sys_days{first.year() / first.month() / last}.time_since_epoch().count());
        default:
            return date.first_day();
    }
}

int year_of(Day day) {
    if (day == kUnknownDay) return 0;
    using namespace std::chrono;
    return static_cast<int>(year_month_day{sys_days{days{day}}}.year());
}

}  // namespace kontor::network
