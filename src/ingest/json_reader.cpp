// SPDX-License-Identifier: EUPL-1.2
#include "ingest/json_reader.hpp"

#include <algorithm>
#include <boost/json/parser.hpp>
#include <string_view>

#include "text/utf8.hpp"

namespace kontor::ingest {
namespace {

namespace limits = base::limits;
using base::ErrorCode;

constexpr std::size_t kBlockBytes = 262'144;

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool begins_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

// Follows braces, brackets and strings through the text of one object, and nothing else of JSON's grammar.
class ElementScanner {
public:
    /// Gives the size of the part of `text` that belongs to the object.
    std::size_t scan(std::string_view text) {
        std::size_t at = 0;
        while (at < text.size() && !complete()) {
            at = in_string_ ? scan_string(text, at) : scan_structure(text, at);
        }
        return at;
    }
    [[nodiscard]] bool complete() const { return begun_ && depth_ == 0; }
    [[nodiscard]] std::size_t deepest() const { return deepest_; }

private:
    std::size_t scan_structure(std::string_view text, std::size_t at) {
        const char c = text[at];
        if (c == '"') in_string_ = true;
        if (c == '{' || c == '[') {
            begun_ = true;
            deepest_ = std::max(deepest_, ++depth_);
        }
        if (c == '}' || c == ']') --depth_;
        return at + 1;
    }
    std::size_t scan_string(std::string_view text, std::size_t at) {
        if (escaped_) {
            escaped_ = false;
            return at + 1;
        }
        at = std::min(text.find_first_of("\"\\", at), text.size());
        if (at == text.size()) return at;
        escaped_ = text[at] == '\\';
        in_string_ = escaped_;
        return at + 1;
    }

    bool begun_ = false;
    bool in_string_ = false;
    bool escaped_ = false;
    std::size_t depth_ = 0;
    std::size_t deepest_ = 0;
};

}  // namespace

JsonReader::JsonReader(std::unique_ptr<ByteStream> stream, std::string file)
    : stream_(std::make_unique<Utf8Stream>(std::move(stream), Encoding::Detect)), file_(std::move(file)) {}

bool JsonReader::next() {
    while (!stopped_) {
        switch (find_element()) {
            case Found::Stop:
                stopped_ = true;
                break;
            case Found::Nothing:
                break;
            case Found::Element:
                if (take_element() && parse_element()) return true;
                ++refused_;
        }
    }
    return false;
}

base::Place JsonReader::place() const {
    return {.file = file_, .line = element_line_, .column = element_column_, .field = {}};
}

JsonReader::Found JsonReader::find_element() {
    while (has_text() && is_space(buffer_[at_])) pass(1);
    if (!has_text()) {
        if (layout_ == Layout::Array) break_off();
        return Found::Stop;
    }
    const char c = buffer_[at_];
    if (skips_marker(c)) return Found::Nothing;
    if (layout_ == Layout::Unknown) {
        layout_ = c == '[' ? Layout::Array : Layout::Lines;
        if (c != '[') return find_in_lines(c);
        pass(1);
        return Found::Nothing;
    }
    return layout_ == Layout::Array ? find_in_array(c) : find_in_lines(c);
}

JsonReader::Found JsonReader::find_in_array(char c) {
    if (c == ']') {
        pass(1);
        while (has_text() && is_space(buffer_[at_])) pass(1);
        if (has_text()) break_off();
        return Found::Stop;
    }
    if (needs_comma_ && c == ',') {
        needs_comma_ = false;
        pass(1);
        return Found::Nothing;
    }
    if (c == '{' && !needs_comma_) {
        needs_comma_ = true;
        return Found::Element;
    }
    break_off();
    return Found::Stop;
}

JsonReader::Found JsonReader::find_in_lines(char c) {
    if (c == '{') return Found::Element;
    fault(ErrorCode::JsonSyntax, {});
    ++refused_;
    pass_line();
    return Found::Nothing;
}

// A conflict marker stands at the beginning of its line, where no JSON can begin with these characters.
bool JsonReader::skips_marker(char c) {
    if (column_ != 1 || (c != '<' && c != '=' && c != '>' && c != '|')) return false;
    std::string line;
    while (has_text() && buffer_[at_] != '\n' && line.size() < 100) {
        line += buffer_[at_];
        pass(1);
    }
    pass_line();
    const base::Place place{.file = file_, .line = line_ - 1, .column = 1, .field = {}};
    if (line.find_first_not_of(c) >= 7) {
        faults_.add({ErrorCode::ConflictMarker, {{"text", line}}, place, {}});
    } else {
        faults_.add({ErrorCode::JsonSyntax, {}, place, {}});
        ++refused_;
    }
    return true;
}

// Puts the object that begins here into element_.
bool JsonReader::take_element() {
    element_.clear();
    element_line_ = line_;
    element_column_ = column_;
    ElementScanner scanner;
    bool too_long = false;
    while (!scanner.complete() && has_text()) {
        const std::string_view text(buffer_.data() + at_, filled_ - at_);
        const std::size_t size = scanner.scan(text);
        too_long = too_long || element_.size() + size > limits::kJsonElementBytes;
        if (!too_long) element_.append(text.substr(0, size));
        pass(size);
    }
    if (too_long) {
        fault_in_element(ErrorCode::RowTooLong, {{"maximum", std::to_string(limits::kJsonElementBytes)}}, 0);
        return false;
    }
    if (!scanner.complete()) {
        fault_in_element(ErrorCode::JsonSyntax, {}, 0);
        return false;
    }
    if (scanner.deepest() > limits::kJsonDepth) {
        fault_in_element(ErrorCode::JsonTooDeep, {{"maximum", std::to_string(limits::kJsonDepth)}}, 0);
        return false;
    }
    return true;
}

bool JsonReader::parse_element() {
    if (const auto broken = text::first_utf8_fault(element_)) {
        fault_in_element(ErrorCode::EncodingBroken, {}, *broken);
        return false;
    }
    boost::json::parse_options options;
    options.max_depth = limits::kJsonDepth;
    boost::json::parser parser({}, options);
    boost::json::error_code error;
    const std::size_t used = parser.write_some(element_.data(), element_.size(), error);
    if (error) {
        fault_in_element(ErrorCode::JsonSyntax, {}, used);
        return false;
    }
    object_ = std::move(parser.release().as_object());
    return true;
}

bool JsonReader::has_text() {
    while (at_ == filled_ && !ended_) {
        buffer_.resize(kBlockBytes);
        const auto got = stream_->read(buffer_);
        if (!got) {
            faults_.add(got.errors());
            broken_off_ = true;
        }
        at_ = 0;
        filled_ = got.ok() ? got.value() : 0;
        ended_ = filled_ == 0;
        bytes_read_ += filled_;
    }
    return at_ < filled_;
}

void JsonReader::pass(std::size_t count) {
    for (const std::size_t end = at_ + count; at_ < end; ++at_) {
        if (buffer_[at_] == '\n') {
            ++line_;
            column_ = 1;
        } else if (begins_character(buffer_[at_])) {
            ++column_;
        }
    }
}

void JsonReader::pass_line() {
    while (has_text() && buffer_[at_] != '\n') pass(1);
    if (has_text()) {
        pass(1);
    } else {
        ++line_;
    }
}

void JsonReader::break_off() {
    fault(ErrorCode::JsonSyntax, {});
    broken_off_ = true;
}

void JsonReader::fault(ErrorCode code, base::ErrorArguments arguments) {
    faults_.add(
        {code, std::move(arguments), {.file = file_, .line = line_, .column = column_, .field = {}}, {}});
}

void JsonReader::fault_in_element(ErrorCode code, base::ErrorArguments arguments, std::size_t offset) {
    base::Place place = this->place();
    for (std::size_t i = 0; i < std::min(offset, element_.size()); ++i) {
        if (element_[i] == '\n') {
            ++place.line;
            place.column = 1;
        } else if (begins_character(element_[i])) {
            ++place.column;
        }
    }
    faults_.add({code, std::move(arguments), std::move(place), {}});
}

}  // namespace kontor::ingest
