// SPDX-License-Identifier: EUPL-1.2
#include "service/import_answers.hpp"

#include <fmt/chrono.h>

#include <algorithm>
#include <map>

#include "codec/record_json.hpp"
#include "service/faults.hpp"

namespace kontor::service {
namespace {

void add_faults(std::vector<FaultView>& out, const base::Errors& errors, std::string_view language) {
    for (FaultView& view : fault_views(errors, language)) {
        if (out.size() == base::limits::kFaultsReported) return;
        out.push_back(std::move(view));
    }
}

/// Notices with a limit per kind.
class Notices {
public:
    Notices(std::vector<FaultView>& out, std::string_view language) : out_(out), language_(language) {}

    void add(const base::Errors& errors) {
        for (const base::Error& error : errors) {
            if (++counts_[error.code] <= kOfAKind) add_faults(out_, {error}, language_);
        }
    }

private:
    std::vector<FaultView>& out_;
    std::string_view language_;
    std::map<base::ErrorCode, std::size_t> counts_;
};

std::int64_t number(std::uint64_t value) {
    return static_cast<std::int64_t>(value);
}

}  // namespace

ImportReport import_answer(const ingest::ImportReport& report, const ingest::FaultList& known,
                           const RecordCounts& counts, std::string_view language) {
    ImportReport out;
    out.inserted = number(counts.inserted);
    out.updated = number(counts.updated);
    out.unchanged = number(counts.unchanged);
    Notices notices(out.notices, language);
    notices.add(known.kept());
    for (const ingest::FileReport& file : report.files) {
        out.rows += number(file.counts.rows);
        out.merged += number(file.counts.merged);
        out.refused += number(file.counts.refused);
        const auto of_this_file =
            std::count_if(known.kept().begin(), known.kept().end(),
                          [&](const auto& each) { return each.place.file == file.file; });
        out.files.push_back({file.file, file.contents, number(file.counts.rows), number(file.counts.taken),
                             number(file.counts.merged), number(file.counts.unchanged),
                             number(file.counts.refused), number(file.notices.total()) + of_this_file});
        add_faults(out.faults, file.refusals.kept(), language);
        notices.add(file.notices.kept());
    }
    return out;
}

void add_answer(ImportReport& sum, const ImportReport& more) {
    const bool is_first = sum.id.empty() && sum.file.empty();
    sum.repeated = more.repeated && (is_first || sum.repeated);
    sum.id = more.id;
    sum.file += (sum.file.empty() ? "" : ", ") + more.file;
    sum.rows += more.rows;
    sum.inserted += more.inserted;
    sum.updated += more.updated;
    sum.unchanged += more.unchanged;
    sum.merged += more.merged;
    sum.refused += more.refused;
    sum.faults.insert(sum.faults.end(), more.faults.begin(), more.faults.end());
    sum.notices.insert(sum.notices.end(), more.notices.begin(), more.notices.end());
    sum.files.insert(sum.files.end(), more.files.begin(), more.files.end());
}

ImportReport repeated_answer(const store::ImportRun& before) {
    ImportReport out;
    if (auto stored = codec::field_from_text<ImportReport>(before.report)) out = std::move(stored).value();
    out.id = before.id;
    out.repeated = true;
    out.unchanged += out.inserted + out.updated;
    out.inserted = 0;
    out.updated = 0;
    return out;
}

std::string iso_time(std::int64_t seconds) {
    if (seconds == 0) return {};
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(seconds)));
}

model::Date today(const base::Clock& clock) {
    const auto now = static_cast<std::time_t>(clock.now().time_since_epoch().count());
    return model::Date::parse(fmt::format("{:%Y-%m-%d}", fmt::gmtime(now))).value_or(model::Date());
}

}  // namespace kontor::service
