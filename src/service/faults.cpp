// SPDX-License-Identifier: EUPL-1.2
#include "service/faults.hpp"

namespace kontor::service {

std::vector<FaultView> fault_views(const base::Errors& errors, std::string_view language) {
    std::vector<FaultView> views;
    views.reserve(errors.size());
    for (const base::Error& error : errors) {
        FaultView view;
        view.code = base::entry_of(error.code).slug;
        view.text = base::sentence(error, language);
        view.file = error.place.file;
        view.line = static_cast<std::int64_t>(error.place.line);
        view.column = static_cast<std::int64_t>(error.place.column);
        view.field = error.place.field;
        views.push_back(std::move(view));
    }
    return views;
}

}  // namespace kontor::service
