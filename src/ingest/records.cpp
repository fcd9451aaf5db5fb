// SPDX-License-Identifier: EUPL-1.2
#include "ingest/records.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/limits.hpp"
#include "codec/record_json.hpp"
#include "ingest/line_reader.hpp"
#include "ingest/places.hpp"

namespace kontor::ingest {
namespace {

using base::Error;
using base::ErrorCode;
namespace limits = base::limits;

struct LinePlace {
    std::size_t file = 0;
    std::uint64_t line = 0;
};

struct ReadRecord {
    model::Record record;
    LinePlace place;
};

// What refers to others comes after them; within one kind the order of the files is kept.
std::size_t rank(model::RecordKind kind) {
    using enum model::RecordKind;
    constexpr std::array<model::RecordKind, 14> kOrder{Source,    Region,     Place, Topic,   Organisation,
                                                       Programme, Membership, Call,  Project, Participation,
                                                       Agreement, Delegation, Claim, News};
    return static_cast<std::size_t>(std::find(kOrder.begin(), kOrder.end(), kind) - kOrder.begin());
}

bool is_marker(std::string_view line) {
    if (line == "=======") return true;
    return line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") || line.starts_with("||||||| ");
}

class RecordsReader {
public:
    RecordsReader(const std::vector<Input>& inputs, base::Progress& progress)
        : inputs_(inputs), progress_(progress) {}

    base::Result<ImportReport> read(RecordSink& sink) {
        for (const Input& input : inputs_) {
            for (std::size_t entry = 0; entry < input.entries().size(); ++entry) {
                if (auto done = read_file(input, entry); !done) return done.errors();
            }
        }
        if (!faults_.empty()) return faults_.kept();
        std::stable_sort(records_.begin(), records_.end(), [](const ReadRecord& a, const ReadRecord& b) {
            return rank(model::kind_of(a.record)) < rank(model::kind_of(b.record));
        });
        for (ReadRecord& read : records_) {
            ++report_.records;
            const base::Place place = on_line(report_.files[read.place.file].file, read.place.line);
            if (auto given = sink.accept(std::move(read.record), place); !given) return given.errors();
        }
        return std::move(report_);
    }

private:
    base::Outcome read_file(const Input& input, std::size_t entry) {
        auto stream = input.open(entry);
        if (!stream) return stream.errors();
        FileReport file;
        file.file = input.entry_name(entry);
        file.contents = "records";
        report_.files.push_back(std::move(file));
        LineReader lines(std::move(stream).value(), limits::kJsonElementBytes);
        for (;;) {
            const auto more = lines.next();
            if (!more) return more.errors();
            if (!more.value()) return base::Done{};
            if (auto go_on = step(); !go_on) return go_on;
            read_line(lines);
        }
    }

    base::Outcome step() {
        constexpr std::uint64_t kStepsPerReport = 4096;
        if (++lines_ % kStepsPerReport != 0) return base::Done{};
        progress_.report("records", lines_, 0);
        if (!progress_.stop_requested()) return base::Done{};
        return Error{ErrorCode::Stopped, {}, {}, {}};
    }

    void read_line(const LineReader& lines) {
        FileReport& file = report_.files.back();
        const base::Place place = on_line(file.file, lines.number());
        const std::string_view line = lines.line();
        if (line.find_first_not_of(" \t") == std::string_view::npos || line.front() == '#') return;
        if (is_marker(line)) {
            faults_.add({ErrorCode::ConflictMarker, {{"text", std::string(line.substr(0, 100))}}, place, {}});
            return;
        }
        ++file.counts.rows;
        if (lines.is_too_long()) {
            faults_.add(
                {ErrorCode::RowTooLong, {{"maximum", std::to_string(limits::kJsonElementBytes)}}, place, {}});
            return;
        }
        auto record = codec::record_from_line(line, place);
        if (!record) {
            faults_.add(record.errors());
            return;
        }
        const auto key = std::pair(model::kind_of(record.value()), model::id_of(record.value()));
        const LinePlace here{report_.files.size() - 1, lines.number()};
        const auto [first, is_new] = first_places_.try_emplace(key, here);
        if (!is_new) {
            Error error{ErrorCode::IdDuplicate,
                        {{"id", key.second}, {"line", std::to_string(first->second.line)}},
                        place,
                        "first in " + report_.files[first->second.file].file};
            error.place.field = "/id";
            faults_.add(std::move(error));
            return;
        }
        ++file.counts.taken;
        records_.push_back({std::move(record).value(), here});
    }

    const std::vector<Input>& inputs_;
    base::Progress& progress_;
    ImportReport report_;
    FaultList faults_;
    std::vector<ReadRecord> records_;
    std::map<std::pair<model::RecordKind, std::string>, LinePlace> first_places_;
    std::uint64_t lines_ = 0;
};

}  // namespace

base::Result<ImportReport> read_records(const std::vector<Input>& inputs, RecordSink& sink,
                                        base::Progress& progress) {
    return RecordsReader(inputs, progress).read(sink);
}

}  // namespace kontor::ingest
