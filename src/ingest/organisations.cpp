// SPDX-License-Identifier: EUPL-1.2
#include "ingest/organisations.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <unordered_map>

#include "base/limits.hpp"
#include "ingest/digest.hpp"
#include "ingest/header_line.hpp"
#include "ingest/member_columns.hpp"
#include "ingest/member_reader.hpp"
#include "ingest/organisation_merge.hpp"
#include "ingest/places.hpp"
#include "text/fold.hpp"
#include "text/names.hpp"

namespace kontor::ingest {
namespace {

namespace limits = base::limits;
using base::Error;
using base::ErrorCode;

// Merging without asking needs the same name, but for spelling, and no other place; everything weaker is a
// question.
constexpr double kSameName = 0.99;
constexpr double kMaybe = 0.85;

bool contradicts(const std::string& a, const std::string& b) {
    return !a.empty() && !b.empty() && comparable_words(a) != comparable_words(b);
}

double name_similarity(const text::ComparableName& name, const model::Organisation& other) {
    double best = 0;
    for (const model::Name& candidate : other.names) {
        if (candidate.type == model::NameType::Short) continue;
        best = std::max(best, text::similarity(name, text::comparable_name(candidate.text)));
    }
    return best;
}

// Whether two descriptions are surely of one organisation.
bool is_sure(double similarity, const model::Organisation& a, const model::Organisation& b) {
    return similarity >= kSameName && !contradicts(a.country, b.country) && !contradicts(a.city, b.city);
}

/// Earlier rows of the list, found by the words of their names.
class EarlierRows {
public:
    explicit EarlierRows(const std::vector<MemberRow>& rows) : rows_(rows) {}

    /// The row that is surely the same organisation, if any.
    [[nodiscard]] std::optional<std::size_t> same(const text::ComparableName& name,
                                                  const model::Organisation& o) const {
        std::set<std::size_t> candidates;
        for (const std::string& word : name.words) {
            const auto found = by_word_.find(word);
            if (found == by_word_.end() || found->second.size() > kFrequent) continue;
            candidates.insert(found->second.begin(), found->second.end());
        }
        if (const auto equal = by_text_.find(name.text); equal != by_text_.end())
            candidates.insert(equal->second);
        for (const std::size_t row : candidates) {
            const double similarity = text::similarity(name, names_.find(row)->second);
            if (is_sure(similarity, o, rows_[row].organisation)) return row;
        }
        return std::nullopt;
    }

    void add(std::size_t row, text::ComparableName name) {
        for (const std::string& word : name.words) by_word_[word].push_back(row);
        by_text_.try_emplace(name.text, row);
        names_.try_emplace(row, std::move(name));
    }

private:
    static constexpr std::size_t kFrequent = 200;
    const std::vector<MemberRow>& rows_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_word_;
    std::unordered_map<std::string, std::size_t> by_text_;
    std::map<std::size_t, text::ComparableName> names_;
};

/// A line of separators alone, as spreadsheets leave them between and below the rows.
bool says_nothing(std::span<const std::string_view> cells) {
    return std::all_of(cells.begin(), cells.end(), [](std::string_view cell) {
        return cell.find_first_not_of(" \t") == std::string_view::npos;
    });
}

class Preview {
public:
    Preview(const MemberListOptions& options, const MemberListContext& context)
        : options_(options), context_(context) {}

    base::Result<MemberListPreview> read(const Input& input, base::Progress& progress) {
        if (auto found = find_table(input); !found) return found.errors();
        auto opened = open_table(input, 0, out_.table);
        if (!opened) return opened.errors();
        if (auto found = find_columns(*opened.value(), input.name()); !found) return found.errors();
        if (columns_.has(MemberField::Turnover)) {
            if (auto seen = find_turnover_mark(input); !seen) return seen.errors();
        }
        Table& table = *opened.value();
        const MemberReader reader(columns_, options_, context_);
        while (table.next()) {
            if (out_.rows.size() >= limits::kMemberRows) {
                return Error{ErrorCode::TooManyItems,
                             {{"maximum", std::to_string(limits::kMemberRows)}},
                             on_line(input.name(), table.line()),
                             {}};
            }
            if (says_nothing(table.cells())) continue;
            if (out_.rows.size() % 256 == 0) progress.report("rows", out_.rows.size(), 0);
            if (progress.stop_requested()) return Error{ErrorCode::Stopped, {}, {}, {}};
            take(reader.read(table), table);
        }
        progress.report("rows", out_.rows.size(), out_.rows.size());
        const bool has_conflict = table.faults().counts().contains(ErrorCode::ConflictMarker);
        if (table.broken_off() || has_conflict) return table.faults().kept();
        out_.file_faults.add(table.faults());
        out_.count_refused += table.refused_rows();
        if (out_.rows.empty() && out_.count_refused == 0)
            return Error{ErrorCode::RowsMissing, {}, in_file(input.name()), {}};
        count();
        out_.mapping = std::move(columns_.mapping);
        return std::move(out_);
    }

private:
    base::Outcome find_table(const Input& input) {
        out_.table = options_.table;
        auto header = find_header(input, options_);
        if (!header) return header.errors();
        out_.table.header_line = header.value().line;
        if (header.value().line > 1 && !header.value().passed_over.empty()) {
            out_.file_faults.add({ErrorCode::HeaderBelow,
                                  {{"text", header.value().passed_over}},
                                  on_line(input.name(), header.value().line),
                                  {}});
        }
        return base::Done{};
    }

    base::Outcome find_columns(const Table& table, const std::string& file) {
        base::Errors errors;
        const base::Place at = on_line(file, table.line());
        std::string present;
        for (const std::string& column : table.header()) {
            if (!column.empty()) present += (present.empty() ? "" : ", ") + column;
        }
        for (const auto& [column, field] : options_.mapping) {
            if (std::find(table.header().begin(), table.header().end(), column) != table.header().end())
                continue;
            errors.push_back({ErrorCode::ColumnUnknown, {{"column", column}, {"known", present}}, at, {}});
        }
        columns_.mapping = recognise_columns(table.header(), options_);
        if (!columns_.has(MemberField::Name)) {
            errors.push_back({ErrorCode::ColumnMissing, {{"column", "Name"}, {"present", present}}, at, {}});
        }
        if (!errors.empty()) return errors;
        return base::Done{};
    }

    // Whether "1.200" is twelve hundred shows in the other rows of the column.
    base::Outcome find_turnover_mark(const Input& input) {
        auto opened = open_table(input, 0, out_.table);
        if (!opened) return opened.errors();
        std::size_t column = 0;
        while (columns_.mapping[column].field != MemberField::Turnover) ++column;
        while (columns_.turnover_mark != DecimalMark::Comma && opened.value()->next()) {
            const DecimalMark seen = seen_mark(opened.value()->cells()[column]);
            if (seen != DecimalMark::None) columns_.turnover_mark = seen;
        }
        return base::Done{};
    }

    void take(MemberDraft draft, const Table& table) {
        MemberRow& row = draft.row;
        if (row.faults.empty()) {
            const text::ComparableName name = text::comparable_name(row.organisation.names.front().text);
            if (const auto first = earlier_.same(name, row.organisation)) {
                merge_into(*first, std::move(draft), table);
                return;
            }
            note_taken_identifiers(row, table);
            find_known(name, row);
            complete(draft);
            if (row.faults.empty()) earlier_.add(out_.rows.size(), name);
        }
        if (!row.faults.empty()) row.verdict = MemberVerdict::Refused;
        out_.rows.push_back(std::move(row));
    }

    void merge_into(std::size_t first_row, MemberDraft draft, const Table& table) {
        MemberRow& first = out_.rows[first_row];
        MemberRow row = std::move(draft.row);
        const std::string name = row.organisation.names.front().text;
        row.verdict = MemberVerdict::Merged;
        row.merged_into_line = first.line;
        row.notices.push_back({ErrorCode::NameRepeated,
                               {{"name", name},
                                {"first", first.organisation.names.front().text},
                                {"line", std::to_string(first.line)}},
                               on_line(table.place(0).file, row.line, name_column()),
                               {}});
        row.organisation.id = first.organisation.id;
        first.organisation = merge(first.organisation, row.organisation);
        add_spelling(first.organisation, name);
        out_.rows.push_back(std::move(row));
    }

    /// An identifier belongs to one organisation: a second name under it is an error in the list.
    void note_taken_identifiers(MemberRow& row, const Table& table) {
        for (const model::Identifier& identifier : row.organisation.identifiers) {
            const auto [first, is_new] =
                identifier_lines_.try_emplace({identifier.scheme, identifier.value}, row.line);
            if (is_new) continue;
            row.faults.push_back({ErrorCode::IdDuplicate,
                                  {{"id", identifier.scheme + " " + identifier.value},
                                   {"line", std::to_string(first->second)}},
                                  on_line(table.place(0).file, row.line, identifier.scheme),
                                  {}});
        }
    }

    [[nodiscard]] std::string name_column() const {
        const auto found = std::find_if(columns_.mapping.begin(), columns_.mapping.end(),
                                        [](const auto& each) { return each.field == MemberField::Name; });
        return found == columns_.mapping.end() ? std::string() : found->column;
    }

    // The second spelling stays findable even where folding makes both equal.
    static void add_spelling(model::Organisation& organisation, const std::string& name) {
        const bool known = std::any_of(organisation.names.begin(), organisation.names.end(),
                                       [&](const model::Name& candidate) { return candidate.text == name; });
        if (!known) organisation.names.push_back({name, "und", model::NameType::Alias});
    }

    void find_known(const text::ComparableName& name, MemberRow& row) {
        const model::Organisation& o = row.organisation;
        for (const model::Identifier& identifier : o.identifiers) {
            if (auto known = context_.known.by_identifier(identifier.scheme, identifier.value)) {
                update(row, *known, 1);
                return;
            }
        }
        std::vector<std::pair<double, model::Organisation>> found;
        std::size_t sure = 0;
        for (model::Organisation& known :
             context_.known.candidates(o.names.front().text, o.country, o.city)) {
            const double similarity = name_similarity(name, known);
            if (similarity < kMaybe) continue;
            sure += is_sure(similarity, o, known) ? 1 : 0;
            found.emplace_back(similarity, std::move(known));
        }
        std::stable_sort(found.begin(), found.end(), [&o](const auto& a, const auto& b) {
            return std::pair(is_sure(a.first, o, a.second), a.first) >
                   std::pair(is_sure(b.first, o, b.second), b.first);
        });
        if (sure == 1) {
            update(row, found.front().second, found.front().first);
            return;
        }
        row.verdict = found.empty() ? MemberVerdict::New : MemberVerdict::Ambiguous;
        for (const auto& [similarity, known] : found) {
            row.matches.push_back({known.id, model::display_name(known), similarity});
        }
    }

    void update(MemberRow& row, const model::Organisation& known, double similarity) {
        row.verdict = MemberVerdict::Update;
        row.matches.push_back({known.id, model::display_name(known), similarity});
        row.organisation.id = known.id;
        row.organisation = merge(known, row.organisation);
    }

    // Ids, membership and figures; what is still wrong with the records becomes the row's faults.
    void complete(MemberDraft& draft) {
        MemberRow& row = draft.row;
        model::Organisation& o = row.organisation;
        if (o.id.empty()) o.id = free_id(o);
        ids_.insert(o.id);
        if (!options_.cluster.empty()) {
            model::Membership membership;
            membership.id = joined_id(o.id, options_.cluster);
            membership.member = o.id;
            membership.cluster = options_.cluster;
            membership.type = draft.membership_type;
            membership.from = draft.member_since;
            membership.source = options_.source;
            row.membership = membership;
        }
        if (draft.turnover_euros) add_claim(row, "turnover", fmt_number(*draft.turnover_euros), "EUR");
        if (o.employees > 0) add_claim(row, "employee_count", std::to_string(o.employees), "");
        for (Error error : model::validate(o)) {
            error.place = on_line({}, row.line, error.place.field);
            row.faults.push_back(std::move(error));
        }
    }

    static std::string fmt_number(double value) {
        std::string out = std::to_string(value);
        while (out.ends_with('0')) out.pop_back();
        if (out.ends_with('.')) out.pop_back();
        return out;
    }

    void add_claim(MemberRow& row, std::string_view predicate, std::string value, std::string unit) const {
        if (options_.source.empty()) return;
        model::Claim claim;
        claim.id = joined_id(row.organisation.id + "." + std::string(predicate), options_.source);
        claim.subject_kind = model::RecordKind::Organisation;
        claim.subject = row.organisation.id;
        claim.predicate = std::string(predicate);
        claim.value = std::move(value);
        claim.unit = std::move(unit);
        claim.as_of = options_.as_of;
        claim.source = options_.source;
        row.claims.push_back(std::move(claim));
    }

    // "<a>.<b>"; when that is too long for an id, a digest takes the place of what does not fit.
    static std::string joined_id(const std::string& a, const std::string& b) {
        std::string id = a + "." + b;
        if (id.size() <= limits::kIdBytes) return id;
        Sha256 digest;
        digest.add(id);
        constexpr std::size_t kDigits = 12;
        id.resize(limits::kIdBytes - kDigits - 1);
        return id + "-" + digest.hex().substr(0, kDigits);
    }

    [[nodiscard]] bool is_free(const std::string& id) const {
        return !ids_.contains(id) && !context_.known.has(id);
    }

    [[nodiscard]] std::string free_id(const model::Organisation& o) const {
        constexpr std::size_t kNameBytes = 48;
        constexpr std::size_t kCityBytes = 20;
        const std::string name = slug(o.names.front().text, kNameBytes);
        if (is_free(name)) return name;
        const std::string placed = o.city.empty() ? name : name + "-" + slug(o.city, kCityBytes);
        if (is_free(placed)) return placed;
        for (std::size_t number = 2;; ++number) {
            std::string numbered = placed + "-" + std::to_string(number);
            if (is_free(numbered)) return numbered;
        }
    }

    void count() {
        for (const MemberRow& row : out_.rows) {
            out_.count_new += row.verdict == MemberVerdict::New ? 1 : 0;
            out_.count_update += row.verdict == MemberVerdict::Update ? 1 : 0;
            out_.count_ambiguous += row.verdict == MemberVerdict::Ambiguous ? 1 : 0;
            out_.count_merged += row.verdict == MemberVerdict::Merged ? 1 : 0;
            out_.count_refused += row.verdict == MemberVerdict::Refused ? 1 : 0;
        }
    }

    const MemberListOptions& options_;
    const MemberListContext& context_;
    MemberColumns columns_;
    MemberListPreview out_;
    EarlierRows earlier_{out_.rows};
    std::map<std::pair<std::string, std::string>, std::uint64_t> identifier_lines_;
    std::set<std::string> ids_;
};

bool may_repeat(MemberField field) {
    return field == MemberField::Ignored || field == MemberField::Topics ||
           field == MemberField::Description || field == MemberField::Offers || field == MemberField::Needs;
}

}  // namespace

std::string_view word(MemberVerdict verdict) {
    constexpr std::array<std::string_view, 5> kWords{"new", "update", "ambiguous", "merged", "refused"};
    return kWords[static_cast<std::size_t>(verdict)];
}

std::vector<ColumnMapping> recognise_columns(const std::vector<std::string>& header,
                                             const MemberListOptions& options) {
    std::vector<ColumnMapping> out;
    std::set<MemberField> taken;
    std::set<std::size_t> told;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const ColumnGuess guess = guess_column(header[i]);
        out.push_back({header[i], guess.field, guess.confidence});
        for (const auto& [column, field] : options.mapping) {
            if (column != header[i]) continue;
            out.back() = {header[i], field, 1};
            told.insert(i);
            taken.insert(field);
        }
    }
    std::vector<std::size_t> order(out.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return out[a].confidence > out[b].confidence; });
    for (const std::size_t i : order) {
        if (told.contains(i)) continue;
        if (!taken.insert(out[i].field).second && !may_repeat(out[i].field))
            out[i] = {header[i], MemberField::Ignored, 0};
    }
    return out;
}

base::Result<MemberListPreview> preview_member_list(const Input& input, const MemberListOptions& options,
                                                    const MemberListContext& context,
                                                    base::Progress& progress) {
    return Preview(options, context).read(input, progress);
}

}  // namespace kontor::ingest
