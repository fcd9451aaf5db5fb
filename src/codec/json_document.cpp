// SPDX-License-Identifier: EUPL-1.2
#include "codec/json_document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>
#include <charconv>
#include <cmath>
#include <iterator>
#include <optional>
#include <vector>

#include "base/limits.hpp"
#include "codec/json_text.hpp"

namespace kontor::codec {
namespace {

using base::Error;
using base::ErrorCode;
using boost::json::error_code;
namespace limits = base::limits;

/// Builds the value as the library's own handler does, and refuses what that one lets pass.
class Handler {
public:
    static constexpr std::size_t max_object_size = boost::json::object::max_size();
    static constexpr std::size_t max_array_size = boost::json::array::max_size();
    static constexpr std::size_t max_key_size = limits::kNameBytes;
    static constexpr std::size_t max_string_size = limits::kFieldBytes;

    explicit Handler(boost::json::storage_ptr memory) : memory_(std::move(memory)) {}

    bool on_document_begin(error_code&) {
        stack_.reset(memory_);
        return true;
    }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) {
        starts_.push_back(keys_.size());
        return true;
    }
    bool on_object_end(std::size_t n, error_code&) {
        keys_.resize(starts_.back());
        starts_.pop_back();
        stack_.push_object(n);
        return true;
    }
    bool on_array_begin(error_code&) { return true; }
    bool on_array_end(std::size_t n, error_code&) {
        stack_.push_array(n);
        return true;
    }
    bool on_key_part(boost::json::string_view s, std::size_t, error_code&) {
        key_.append(s.data(), s.size());
        stack_.push_chars(s);
        return true;
    }
    bool on_key(boost::json::string_view s, std::size_t, error_code& ec) {
        key_.append(s.data(), s.size());
        stack_.push_key(s);
        if (keys_.size() - starts_.back() >= limits::kListItems) {
            ec = boost::json::error::object_too_large;
            return false;
        }
        const auto first = keys_.begin() + static_cast<std::ptrdiff_t>(starts_.back());
        if (std::find(first, keys_.end(), key_) != keys_.end()) {
            repeated_ = key_;
            ec = boost::json::error::exception;
            return false;
        }
        keys_.push_back(std::move(key_));
        key_.clear();
        return true;
    }
    bool on_string_part(boost::json::string_view s, std::size_t, error_code&) {
        stack_.push_chars(s);
        return true;
    }
    bool on_string(boost::json::string_view s, std::size_t, error_code&) {
        stack_.push_string(s);
        return true;
    }
    bool on_number_part(boost::json::string_view s, error_code&) {
        number_.append(s.data(), s.size());
        return true;
    }
    bool on_int64(std::int64_t i, boost::json::string_view, error_code&) {
        number_.clear();
        stack_.push_int64(i);
        return true;
    }
    bool on_uint64(std::uint64_t u, boost::json::string_view, error_code&) {
        number_.clear();
        stack_.push_uint64(u);
        return true;
    }
    bool on_double(double rounded, boost::json::string_view s, error_code&) {
        number_.append(s.data(), s.size());
        // The library rounds twice; from_chars gives the nearest double, so that a number survives the round
        // trip.
        double exact = rounded;
        std::from_chars(number_.data(), number_.data() + number_.size(), exact);
        number_.clear();
        stack_.push_double(exact);
        return true;
    }
    bool on_bool(bool b, error_code&) {
        stack_.push_bool(b);
        return true;
    }
    bool on_null(error_code&) {
        stack_.push_null();
        return true;
    }
    bool on_comment_part(boost::json::string_view, error_code&) { return true; }
    bool on_comment(boost::json::string_view, error_code&) { return true; }

    [[nodiscard]] boost::json::value release() { return stack_.release(); }
    [[nodiscard]] const std::string& repeated_key() const { return repeated_; }

private:
    boost::json::storage_ptr memory_;
    boost::json::value_stack stack_;
    std::vector<std::string> keys_;    // of all open objects, one after the other
    std::vector<std::size_t> starts_;  // where each open object's keys begin
    std::string key_;
    std::string number_;
    std::string repeated_;
};

std::size_t sequence_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

/// Byte offset of the first sequence that is not UTF-8 (Unicode 15, table 3-7); nothing when all is well.
std::optional<std::size_t> broken_at(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = sequence_length(lead);
        if (length == 0 || at + length > text.size()) return at;
        for (std::size_t i = 1; i < length; ++i) {
            const auto next = static_cast<unsigned char>(text[at + i]);
            unsigned lowest = 0x80;
            unsigned highest = 0xBF;
            if (i == 1 && lead == 0xE0) lowest = 0xA0;
            if (i == 1 && lead == 0xED) highest = 0x9F;
            if (i == 1 && lead == 0xF0) lowest = 0x90;
            if (i == 1 && lead == 0xF4) highest = 0x8F;
            if (next < lowest || next > highest) return at;
        }
        at += length;
    }
    return std::nullopt;
}

base::Place place_at(std::string_view text, std::size_t offset, base::Place place) {
    const std::string_view before = text.substr(0, offset);
    const auto breaks = static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t start = breaks == 0 ? 0 : before.rfind('\n') + 1;
    const auto characters = static_cast<std::uint64_t>(
        std::count_if(before.begin() + static_cast<std::ptrdiff_t>(start), before.end(),
                      [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
    const std::uint64_t first = breaks == 0 && place.column > 0 ? place.column : 1;
    if (breaks > 0 && place.line == 0) place.line = 1;
    place.line += breaks;
    place.column = first + characters;
    return place;
}

Error syntax_fault(bool ends_early, const error_code& ec, const Handler& handler) {
    if (!handler.repeated_key().empty()) {
        return {ErrorCode::FieldRepeated, {{"field", handler.repeated_key()}}, {}, {}};
    }
    if (ec == boost::json::error::too_deep) {
        return {ErrorCode::JsonTooDeep, {{"maximum", std::to_string(limits::kJsonDepth)}}, {}, {}};
    }
    if (ec == boost::json::error::string_too_large) {
        return {ErrorCode::FieldTooLong, {{"maximum", std::to_string(limits::kFieldBytes)}}, {}, {}};
    }
    if (ec == boost::json::error::key_too_large) {
        return {ErrorCode::FieldTooLong, {{"maximum", std::to_string(limits::kNameBytes)}}, {}, {}};
    }
    if (ec == boost::json::error::object_too_large) {
        return {ErrorCode::TooManyFields, {{"maximum", std::to_string(limits::kListItems)}}, {}, {}};
    }
    return {ErrorCode::JsonSyntax, {}, {}, ends_early ? "incomplete JSON" : ec.message()};
}

enum class Encoding { Checked, Trusted };

base::Result<boost::json::value> parse(std::string_view text, const base::Place& place, Encoding encoding,
                                       boost::json::storage_ptr memory) {
    boost::json::parse_options options;
    options.max_depth = limits::kJsonDepth;
    options.allow_invalid_utf8 = encoding == Encoding::Trusted;
    boost::json::basic_parser<Handler> parser(options, std::move(memory));
    error_code ec;
    const std::size_t offset = parser.write_some(false, text.data(), text.size(), ec);
    if (!ec && offset < text.size()) ec = boost::json::error::extra_data;
    if (!ec) return parser.handler().release();
    if (encoding == Encoding::Checked) {
        if (const auto broken = broken_at(text); broken && *broken <= offset) {
            return Error{ErrorCode::EncodingBroken, {}, place_at(text, *broken, place), {}};
        }
    }
    Error fault = syntax_fault(offset >= text.size(), ec, parser.handler());
    fault.place = place_at(text, offset, place);
    return fault;
}

class Writer {
public:
    void write(const boost::json::value& json) {
        switch (json.kind()) {
            case boost::json::kind::object:
                return write(json.get_object());
            case boost::json::kind::array:
                return write(json.get_array());
            case boost::json::kind::double_:
                return write(json.get_double());
            case boost::json::kind::string:
                return append_quoted(out_, json.get_string());
            case boost::json::kind::int64:
                return append(fmt::format_int(json.get_int64()).c_str());
            case boost::json::kind::uint64:
                return append(fmt::format_int(json.get_uint64()).c_str());
            case boost::json::kind::bool_:
                return append(json.get_bool() ? "true" : "false");
            case boost::json::kind::null:
                return append("null");
        }
    }
    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    void append(const char* text) { out_ += text; }
    void write(const boost::json::object& object) {
        out_ += '{';
        for (const auto& member : object) {
            if (&member != object.begin()) out_ += ',';
            append_quoted(out_, member.key());
            out_ += ':';
            write(member.value());
        }
        out_ += '}';
    }
    void write(const boost::json::array& array) {
        out_ += '[';
        for (std::size_t i = 0; i < array.size(); ++i) {
            if (i > 0) out_ += ',';
            write(array[i]);
        }
        out_ += ']';
    }
    void write(double number) {
        if (std::isfinite(number)) {
            fmt::format_to(std::back_inserter(out_), "{}", number);
        } else {
            out_ += "null";
        }
    }

    std::string out_;
};

}  // namespace

base::Result<boost::json::value> parse_json(std::string_view text, const base::Place& place) {
    if (text.size() > limits::kRequestBodyBytes) {
        return Error{
            ErrorCode::FileTooLarge, {{"maximum", std::to_string(limits::kRequestBodyBytes)}}, place, {}};
    }
    return parse(text, place, Encoding::Checked, {});
}

base::Result<boost::json::value> parse_own_json(std::string_view text, boost::json::storage_ptr memory) {
    return parse(text, {}, Encoding::Trusted, std::move(memory));
}

std::string to_text(const boost::json::value& json) {
    Writer writer;
    writer.write(json);
    return writer.take();
}

}  // namespace kontor::codec
