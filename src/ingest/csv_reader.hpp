// SPDX-License-Identifier: EUPL-1.2
// Delimited text as a stream of rows. Knows quotes with doubled quotes inside, line breaks inside quotes,
// CRLF, LF and CR, and where every field stands. A bad row (broken UTF-8, stray quote, wrong width, conflict
// marker, oversized field) is left out and reported, and reading goes on with the next line. One thread.
// Memory: one row; about 300 MB/s.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/fault_list.hpp"
#include "ingest/utf8_stream.hpp"

namespace kontor::ingest {

enum class Quoting { Doubled, None };

struct CsvOptions {
    std::string file;    // name for places
    char delimiter = 0;  // 0: found from the first line, among ; , tab |
    Encoding encoding = Encoding::Detect;
    Quoting quoting = Quoting::Doubled;
    std::uint64_t first_line = 1;  // what stands above is passed over unread
};

class CsvReader {
public:
    CsvReader(std::unique_ptr<ByteStream> stream, CsvOptions options);

    /// Moves to the next sound row; false at the end of the file. The first sound row sets the width that the
    /// others must have; empty lines are passed over; surplus empty fields at the end are dropped.
    [[nodiscard]] bool next();
    /// The current row's fields, unescaped, valid until next().
    [[nodiscard]] const std::vector<std::string_view>& fields() const { return fields_; }
    /// Line on which the current row begins, from 1.
    [[nodiscard]] std::uint64_t line() const { return row_line_; }
    /// Where field `index` of the current row begins. Cost: O(row) when asked.
    [[nodiscard]] base::Place place(std::size_t index) const;

    [[nodiscard]] char delimiter() const { return options_.delimiter; }
    [[nodiscard]] Encoding encoding() const { return stream_->encoding(); }
    [[nodiscard]] const FaultList& faults() const { return faults_; }
    /// Rows left out because of faults (conflict markers are not rows).
    [[nodiscard]] std::uint64_t refused_rows() const { return refused_rows_; }
    /// True when reading failed before the end of the file; the fault is the last of faults().
    [[nodiscard]] bool broken_off() const { return broken_off_; }
    /// Bytes of UTF-8 read so far.
    [[nodiscard]] std::uint64_t bytes_read() const { return bytes_read_; }

private:
    enum class Scan { Complete, Incomplete, Refused };
    struct Field {
        std::size_t begin = 0;  // in buffer_
        std::size_t size = 0;
        bool escaped = false;  // holds doubled quotes
    };

    [[nodiscard]] bool has_text();
    [[nodiscard]] bool skips_line();
    [[nodiscard]] bool take_row();
    [[nodiscard]] Scan scan_row();
    [[nodiscard]] Scan scan_quoted(std::size_t& at);
    [[nodiscard]] Scan scan_bare(std::size_t& at);
    [[nodiscard]] Scan scan_field_end(std::size_t& at);
    [[nodiscard]] Scan at_end_of_text() const { return ended_ ? Scan::Complete : Scan::Incomplete; }
    void add_field(Field field);
    [[nodiscard]] bool is_sound_row();
    void shape_width();
    void present_fields();
    [[nodiscard]] std::string_view unescaped(const Field& field);
    void fault(base::ErrorCode code, base::ErrorArguments arguments, std::size_t at, std::string field = {});
    void refuse_until_line_after(std::size_t at);
    void give_up_row();
    void drop_line();
    [[nodiscard]] std::string column_name(std::size_t index) const;
    void count_lines();
    void find_delimiter();
    void read_more();
    [[nodiscard]] base::Place place_at(std::size_t offset) const;

    std::unique_ptr<Utf8Stream> stream_;
    CsvOptions options_;
    FaultList faults_;
    std::uint64_t refused_rows_ = 0;
    std::uint64_t bytes_read_ = 0;

    std::string buffer_;
    std::size_t filled_ = 0;     // bytes of buffer_ that hold text
    std::size_t row_begin_ = 0;  // the current row in buffer_
    std::size_t row_end_ = 0;    // first byte after it, its line end included
    bool ended_ = false;
    bool broken_off_ = false;
    bool row_faulty_ = false;
    std::uint64_t row_line_ = 0;
    std::uint64_t next_line_ = 1;
    std::size_t width_ = 0;
    std::vector<std::string> names_;  // the first sound row's fields

    std::vector<Field> row_;
    std::vector<std::string_view> fields_;
    std::deque<std::string> unescaped_;  // fields without their doubled quotes; storage is reused
    std::size_t unescaped_used_ = 0;
};

}  // namespace kontor::ingest
