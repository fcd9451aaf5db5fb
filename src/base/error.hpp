// SPDX-License-Identifier: EUPL-1.2
// Errors are values. An Error names a row of api/errors.yaml, carries the words to put into its sentence and
// the place of the fault; it knows no HTTP and no exit code. A Result<T> is a value or *all* the faults that
// were found.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/error_codes.hpp"  // generated from api/errors.yaml: enum class ErrorCode and its catalogue

namespace kontor::base {

/// Where in somebody's input a fault lies. Empty members are unknown; line and column count from 1 (column in
/// characters), field is a column name, a JSON pointer or a parameter name.
struct Place {
    std::string file;
    std::uint64_t line = 0;
    std::uint64_t column = 0;
    std::string field;
    bool operator==(const Place&) const = default;
};

using ErrorArguments = std::vector<std::pair<std::string, std::string>>;

/// One fault: what (code and the words for its sentence) and where. `detail` is for the log only and never
/// shown.
struct Error {
    ErrorCode code{};
    ErrorArguments arguments;
    Place place;
    std::string detail;
};

using Errors = std::vector<Error>;

/// `pattern` with each {name} replaced by its argument; a name without one gives nothing.
[[nodiscard]] std::string filled(std::string_view pattern, const ErrorArguments& arguments);

/// The name of the type of fault in `language`; the same for every fault of the code.
[[nodiscard]] std::string_view title(ErrorCode code, std::string_view language);

/// The error's sentence in `language` ("de", "en"; anything else gives English), with its arguments put in.
[[nodiscard]] std::string sentence(const Error& error, std::string_view language);

/// "file:line:column: field: sentence" with the unknown parts left out; for terminals and reports.
[[nodiscard]] std::string located_sentence(const Error& error, std::string_view language);

/// A value or at least one Error. Reading the wrong side is a bug and aborts.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, Errors{std::move(error)}) {}
    Result(Errors errors) : state_(std::in_place_index<1>, std::move(errors)) {
        if (std::get<1>(state_).empty()) std::abort();
    }
    [[nodiscard]] bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] T& value() & { return checked(); }
    [[nodiscard]] const T& value() const& { return const_cast<Result*>(this)->checked(); }  // NOLINT: reads
    [[nodiscard]] T&& value() && { return std::move(checked()); }
    [[nodiscard]] const Errors& errors() const {
        if (ok()) std::abort();
        return std::get<1>(state_);
    }

private:
    T& checked() {
        if (!ok()) std::abort();
        return std::get<0>(state_);
    }
    std::variant<T, Errors> state_;
};

struct Done {};
/// Success without a value.
using Outcome = Result<Done>;

}  // namespace kontor::base
