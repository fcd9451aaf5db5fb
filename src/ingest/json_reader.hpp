// SPDX-License-Identifier: EUPL-1.2
// JSON objects one after the other, from an array of objects ("[{…},{…}]") or from JSON Lines, without
// loading the file: a scanner finds where each object ends, the object alone is then parsed. An object with a
// syntax fault is reported and left out. One thread. Memory: one object, at most kJsonElementBytes.
#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <memory>
#include <string>

#include "ingest/fault_list.hpp"
#include "ingest/utf8_stream.hpp"

namespace kontor::ingest {

class JsonReader {
public:
    /// `file` is the name for places.
    JsonReader(std::unique_ptr<ByteStream> stream, std::string file);

    /// Moves to the next sound object; false at the end.
    [[nodiscard]] bool next();
    [[nodiscard]] const boost::json::object& object() const { return object_; }
    /// Where the current object's opening brace stands.
    [[nodiscard]] base::Place place() const;

    [[nodiscard]] const FaultList& faults() const { return faults_; }
    [[nodiscard]] std::uint64_t refused_elements() const { return refused_; }
    /// True when the file could not be read, or not be understood, to its end.
    [[nodiscard]] bool broken_off() const { return broken_off_; }
    [[nodiscard]] std::uint64_t bytes_read() const { return bytes_read_; }

private:
    enum class Layout { Unknown, Array, Lines };
    enum class Found { Element, Nothing, Stop };

    [[nodiscard]] Found find_element();
    [[nodiscard]] Found find_in_array(char c);
    [[nodiscard]] Found find_in_lines(char c);
    [[nodiscard]] bool skips_marker(char c);
    [[nodiscard]] bool take_element();
    [[nodiscard]] bool parse_element();
    [[nodiscard]] bool has_text();
    void pass(std::size_t count);
    void pass_line();
    void break_off();
    void fault(base::ErrorCode code, base::ErrorArguments arguments);
    void fault_in_element(base::ErrorCode code, base::ErrorArguments arguments, std::size_t offset);

    std::unique_ptr<Utf8Stream> stream_;
    std::string file_;
    FaultList faults_;
    std::uint64_t refused_ = 0;
    std::uint64_t bytes_read_ = 0;

    std::string buffer_;
    std::size_t filled_ = 0;
    std::size_t at_ = 0;
    bool ended_ = false;
    bool stopped_ = false;
    bool broken_off_ = false;
    Layout layout_ = Layout::Unknown;
    bool needs_comma_ = false;
    std::uint64_t line_ = 1;    // of at_
    std::uint64_t column_ = 1;  // of at_

    std::string element_;
    std::uint64_t element_line_ = 0;
    std::uint64_t element_column_ = 0;
    boost::json::object object_;
};

}  // namespace kontor::ingest
