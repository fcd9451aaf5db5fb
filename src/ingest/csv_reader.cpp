// SPDX-License-Identifier: EUPL-1.2
#include "ingest/csv_reader.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "text/utf8.hpp"

namespace kontor::ingest {
namespace {

namespace limits = base::limits;
using base::ErrorCode;

constexpr std::size_t kBlockBytes = 262'144;
constexpr std::string_view kDelimiters = ";,\t|";

bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}

std::size_t find_byte(std::string_view text, std::size_t from, char byte) {
    const void* found = std::memchr(text.data() + from, byte, text.size() - from);
    return found == nullptr ? text.size()
                            : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

std::size_t find_line_end(std::string_view text, std::size_t from) {
    while (from < text.size() && !is_line_end(text[from])) ++from;
    return from;
}

// The four marker lines of a merge; "=======" stands alone, the others are followed by a branch name.
bool is_conflict_marker(std::string_view line) {
    if (line.size() < 7 || line.find_first_not_of(line[0]) < 7) return false;
    if (line == "=======") return true;
    return (line[0] == '<' || line[0] == '>' || line[0] == '|') && line.size() > 7 && line[7] == ' ';
}

}  // namespace

CsvReader::CsvReader(std::unique_ptr<ByteStream> stream, CsvOptions options)
    : stream_(std::make_unique<Utf8Stream>(std::move(stream), options.encoding)),
      options_(std::move(options)) {}

bool CsvReader::next() {
    while (has_text()) {
        if (row_line_ < options_.first_line) {
            drop_line();
            continue;
        }
        if (options_.delimiter == 0) find_delimiter();
        if (skips_line()) continue;
        if (!take_row()) continue;
        count_lines();
        if (is_sound_row()) {
            present_fields();
            return true;
        }
        ++refused_rows_;
    }
    return false;
}

base::Place CsvReader::place(std::size_t index) const {
    return place_at(index < row_.size() ? row_[index].begin : row_begin_);
}

// Moves on to the next row; false at the end of the file. A first block is always there for the delimiter's
// sake.
bool CsvReader::has_text() {
    row_begin_ = row_end_;
    row_faulty_ = false;
    while (row_begin_ == filled_ && !ended_) read_more();
    if (row_begin_ == filled_) return false;
    row_line_ = next_line_;
    return true;
}

// Passes over an empty line or a conflict marker.
bool CsvReader::skips_line() {
    const char first = buffer_[row_begin_];
    if (std::string_view("\r\n<=>|").find(first) == std::string_view::npos) return false;
    constexpr std::size_t kMarkerBytes = 200;
    std::size_t end = 0;
    for (;;) {
        const std::string_view text(buffer_.data(), filled_);
        end = find_line_end(text, row_begin_);
        const bool needs_more = end == filled_ || (buffer_[end] == '\r' && end + 1 == filled_);
        if (!needs_more || ended_ || filled_ - row_begin_ > kMarkerBytes) break;
        read_more();
        end = 0;
    }
    const std::string_view line(buffer_.data() + row_begin_, end - row_begin_);
    if (!line.empty() && !is_conflict_marker(line)) return false;
    if (!line.empty()) {
        fault(ErrorCode::ConflictMarker, {{"text", std::string(text::truncated(line, kMarkerBytes))}},
              row_begin_);
    }
    row_end_ = end;
    if (row_end_ < filled_)
        row_end_ += buffer_.compare(row_end_, 2, "\r\n") == 0 && row_end_ + 1 < filled_ ? 2 : 1;
    ++next_line_;
    return true;
}

// Reads until a whole row is in the buffer; false when it was given up.
bool CsvReader::take_row() {
    for (;;) {
        switch (scan_row()) {
            case Scan::Complete:
                return true;
            case Scan::Refused:
                ++refused_rows_;
                return false;
            case Scan::Incomplete:
                if (filled_ - row_begin_ > limits::kRowBytes) {
                    give_up_row();
                    return false;
                }
                read_more();
        }
    }
}

CsvReader::Scan CsvReader::scan_row() {
    row_.clear();
    row_faulty_ = false;
    std::size_t at = row_begin_;
    for (;;) {
        const bool quoted = options_.quoting == Quoting::Doubled && at < filled_ && buffer_[at] == '"';
        if (const Scan scan = quoted ? scan_quoted(at) : scan_bare(at); scan != Scan::Complete) return scan;
        if (at < filled_ && buffer_[at] == options_.delimiter) {
            ++at;
            if (at == filled_ && !ended_) return Scan::Incomplete;
            continue;
        }
        return scan_field_end(at);
    }
}

CsvReader::Scan CsvReader::scan_bare(std::size_t& at) {
    const std::size_t begin = at;
    const char delimiter = options_.delimiter;
    while (at < filled_ && buffer_[at] != delimiter && !is_line_end(buffer_[at])) ++at;
    if (at == filled_ && !ended_) return Scan::Incomplete;
    add_field({begin, at - begin, false});
    return Scan::Complete;
}

CsvReader::Scan CsvReader::scan_quoted(std::size_t& at) {
    const std::string_view text(buffer_.data(), filled_);
    const std::size_t open = at;
    bool escaped = false;
    for (at = find_byte(text, open + 1, '"'); at < filled_; at = find_byte(text, at + 2, '"')) {
        if (at + 1 == filled_ && !ended_) return Scan::Incomplete;
        if (at + 1 == filled_ || text[at + 1] != '"') break;
        escaped = true;
        if (at + 2 >= filled_) {
            at = filled_;
            break;
        }
    }
    if (at >= filled_) {
        if (!ended_) return Scan::Incomplete;
        fault(ErrorCode::QuoteUnclosed, {{"line", std::to_string(place_at(open).line)}}, open);
        refuse_until_line_after(open);
        return Scan::Refused;
    }
    add_field({open + 1, at - open - 1, escaped});
    ++at;
    while (at < filled_ && text[at] == ' ') ++at;
    if (at == filled_) return at_end_of_text();
    if (text[at] == options_.delimiter || is_line_end(text[at])) return Scan::Complete;
    fault(ErrorCode::QuoteMisplaced, {}, at);
    refuse_until_line_after(at);
    return Scan::Refused;
}

// `at` is behind the row's last field.
CsvReader::Scan CsvReader::scan_field_end(std::size_t& at) {
    if (at < filled_ && buffer_[at] == '\r') {
        if (at + 1 == filled_ && !ended_) return Scan::Incomplete;
        ++at;
        if (at < filled_ && buffer_[at] == '\n') ++at;
    } else if (at < filled_) {
        ++at;
    }
    row_end_ = at;
    return Scan::Complete;
}

void CsvReader::add_field(Field field) {
    if (row_.size() <= limits::kFieldsPerRow) row_.push_back(field);
}

bool CsvReader::is_sound_row() {
    if (row_.size() > limits::kFieldsPerRow) {
        fault(ErrorCode::TooManyFields, {{"maximum", std::to_string(limits::kFieldsPerRow)}}, row_begin_);
        return false;
    }
    for (const Field& field : row_) {
        if (field.size <= limits::kFieldBytes) continue;
        fault(ErrorCode::FieldTooLong, {{"maximum", std::to_string(limits::kFieldBytes)}}, field.begin,
              column_name(static_cast<std::size_t>(&field - row_.data())));
        return false;
    }
    std::string_view raw(buffer_.data() + row_begin_, row_end_ - row_begin_);
    if (const auto broken = text::first_utf8_fault(raw)) {
        std::size_t field = 0;
        while (field + 1 < row_.size() && row_[field + 1].begin <= row_begin_ + *broken) ++field;
        fault(ErrorCode::EncodingBroken, {}, row_begin_ + *broken, column_name(field));
        return false;
    }
    shape_width();
    return !row_faulty_;
}

void CsvReader::shape_width() {
    if (width_ == 0) width_ = row_.size();
    while (row_.size() > width_ && row_.back().size == 0) row_.pop_back();
    if (row_.size() == width_) return;
    fault(ErrorCode::RowWidth, {{"found", std::to_string(row_.size())}, {"expected", std::to_string(width_)}},
          row_begin_);
}

void CsvReader::present_fields() {
    fields_.clear();
    unescaped_used_ = 0;
    for (const Field& field : row_) {
        fields_.push_back(field.escaped ? unescaped(field)
                                        : std::string_view(buffer_.data() + field.begin, field.size));
    }
    if (!names_.empty()) return;
    for (const std::string_view name : fields_)
        names_.emplace_back(text::truncated(name, limits::kNameBytes));
}

std::string CsvReader::column_name(std::size_t index) const {
    return index < names_.size() ? names_[index] : std::string();
}

std::string_view CsvReader::unescaped(const Field& field) {
    if (unescaped_used_ == unescaped_.size()) unescaped_.emplace_back();
    std::string& out = unescaped_[unescaped_used_++];
    out.clear();
    const std::string_view raw(buffer_.data() + field.begin, field.size);
    std::size_t at = 0;
    while (at < raw.size()) {
        const std::size_t quote = find_byte(raw, at, '"');
        out.append(raw.substr(at, quote - at));
        if (quote < raw.size()) out += '"';
        at = quote + 2;
    }
    return out;
}

void CsvReader::fault(ErrorCode code, base::ErrorArguments arguments, std::size_t at, std::string field) {
    row_faulty_ = true;
    base::Place place = place_at(at);
    place.field = std::move(field);
    faults_.add({code, std::move(arguments), std::move(place), {}});
}

// The row ends, refused, with the line on which `at` stands; the rest is read as if it were sound.
void CsvReader::refuse_until_line_after(std::size_t at) {
    const std::string_view text(buffer_.data(), filled_);
    std::size_t end = find_line_end(text, at);
    if (end == filled_ && !ended_) {
        row_end_ = row_begin_;  // the line goes on beyond the buffer
        give_up_row();
        return;
    }
    if (end < filled_) end += text.substr(end, 2) == "\r\n" ? 2 : 1;
    row_end_ = end;
    count_lines();
}

// Lets go of everything up to the next line end, without keeping it.
void CsvReader::give_up_row() {
    if (!row_faulty_) {
        fault(ErrorCode::RowTooLong, {{"maximum", std::to_string(limits::kRowBytes)}}, row_begin_);
        ++refused_rows_;
    }
    drop_line();
}

void CsvReader::drop_line() {
    for (;;) {
        const std::size_t end = find_line_end(std::string_view(buffer_.data(), filled_), row_begin_);
        if (end < filled_ && (end + 1 < filled_ || ended_)) {
            row_end_ = end + (buffer_.compare(end, 2, "\r\n") == 0 && end + 1 < filled_ ? 2 : 1);
            ++next_line_;
            return;
        }
        if (ended_) {
            row_end_ = filled_;
            return;
        }
        row_begin_ = end < filled_ ? end : filled_;
        read_more();
    }
}

void CsvReader::count_lines() {
    std::string_view row(buffer_.data() + row_begin_, row_end_ - row_begin_);
    while (!row.empty() && is_line_end(row.back())) row.remove_suffix(1);
    ++next_line_;
    // Quoted fields may hold line ends of their own.
    for (std::size_t at = find_byte(row, 0, '\n'); at < row.size(); at = find_byte(row, at + 1, '\n'))
        ++next_line_;
    for (std::size_t at = find_byte(row, 0, '\r'); at < row.size(); at = find_byte(row, at + 1, '\r')) {
        if (at + 1 == row.size() || row[at + 1] != '\n') ++next_line_;
    }
}

// Counts the candidates on the first line, outside quotes; the first of equals wins.
void CsvReader::find_delimiter() {
    std::array<std::size_t, kDelimiters.size()> counts{};
    bool quoted = false;
    for (std::size_t at = row_begin_; at < filled_; ++at) {
        const char c = buffer_[at];
        if (c == '"') quoted = !quoted;
        if (!quoted && is_line_end(c)) break;
        const std::size_t kind = kDelimiters.find(c);
        if (!quoted && kind != std::string_view::npos) ++counts[kind];
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    options_.delimiter = *most == 0 ? ';' : kDelimiters[static_cast<std::size_t>(most - counts.begin())];
}

// Appends a block to the buffer, after moving the current row to its front.
void CsvReader::read_more() {
    if (row_begin_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + row_begin_, filled_ - row_begin_);
        filled_ -= row_begin_;
        row_end_ -= std::min(row_end_, row_begin_);
        row_begin_ = 0;
    }
    if (buffer_.size() < filled_ + kBlockBytes) {
        buffer_.resize(std::max(filled_ + kBlockBytes, std::min(buffer_.size() * 2, limits::kRowBytes * 2)));
    }
    const auto got = stream_->read(std::span(buffer_).subspan(filled_));
    if (!got) {
        faults_.add(got.errors());
        broken_off_ = true;
        ended_ = true;
        filled_ = row_begin_;  // half a row is no row
        return;
    }
    ended_ = got.value() == 0;
    filled_ += got.value();
    bytes_read_ += got.value();
}

base::Place CsvReader::place_at(std::size_t offset) const {
    std::uint64_t line = row_line_;
    std::size_t line_begin = row_begin_;
    for (std::size_t at = row_begin_; at < offset; ++at) {
        if (buffer_[at] == '\n' || (buffer_[at] == '\r' && buffer_[at + 1] != '\n')) {
            ++line;
            line_begin = at + 1;
        }
    }
    const std::string_view before(buffer_.data() + line_begin, offset - line_begin);
    const auto column = 1 + std::count_if(before.begin(), before.end(), [](char c) {
                            return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
                        });
    return {.file = options_.file, .line = line, .column = static_cast<std::uint64_t>(column), .field = {}};
}

}  // namespace kontor::ingest
