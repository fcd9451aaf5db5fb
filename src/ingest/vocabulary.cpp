// SPDX-License-Identifier: EUPL-1.2
#include "ingest/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/limits.hpp"
#include "ingest/euroscivoc.hpp"
#include "ingest/places.hpp"
#include "ingest/table.hpp"
#include "ingest/utf8_stream.hpp"
#include "ingest/vocabulary_tables.hpp"

namespace kontor::ingest {
namespace {

using base::Error;
using base::ErrorCode;

constexpr std::string_view kFormats = "EuroSciVoc (TTL, CSV), NACE (CSV), NUTS (CSV), GeoNames (TSV)";

Error unknown_format(const Input& input) {
    return {ErrorCode::FormatUnknown, {{"formats", std::string(kFormats)}}, in_file(input.name()), {}};
}

// Turtle begins with comments and directives; a table never has its prefix lines.
base::Result<bool> is_turtle(const Input& input) {
    auto stream = input.open(0);
    if (!stream) return stream.errors();
    std::array<char, 4096> block{};
    auto got = Utf8Stream(std::move(stream).value(), Encoding::Utf8).read(block);
    if (!got) return got.errors();
    const std::string_view start(block.data(), got.value());
    for (const std::string_view mark : {"@prefix", "@base", "PREFIX ", "BASE "}) {
        const std::size_t at = start.find(mark);
        if (at == 0 || (at != std::string_view::npos && start[at - 1] == '\n')) return true;
    }
    return start.starts_with("<http");
}

// The places' names hold single quotation marks, which mean nothing there: that table has no quoting.
base::Result<std::unique_ptr<Table>> open_vocabulary_table(const Input& input) {
    auto table = open_table(input, 0, {});
    const bool is_places =
        table && !table.value()->header().empty() && table.value()->header().front() == "geonameid";
    if (!is_places) return table;
    TableOptions options;
    options.delimiter = table.value()->header().size() > 1 ? '\t' : char{0};
    options.quoting = Quoting::None;
    return open_table(input, 0, options);
}

std::optional<VocabularyKind> kind_of_table(const std::vector<std::string>& header) {
    const auto has = [&](std::string_view name) {
        return std::find(header.begin(), header.end(), name) != header.end();
    };
    if (has("uuid") && has("notation") && has("broader_uuid")) return VocabularyKind::EuroSciVoc;
    if (has("geonameid") && has("lat") && has("lon")) return VocabularyKind::Places;
    if (has("NUTS_level") || (has("NUTS1") && has("NUTS3"))) return VocabularyKind::Nuts;
    if (has("code") && has("level") && has("en")) return VocabularyKind::Nace;
    return std::nullopt;
}

class VocabularyReader {
public:
    VocabularyReader(const Input& input, RecordSink& sink, base::Progress& progress)
        : input_(input), sink_(sink), progress_(progress) {
        file_.file = input.entry_name(0);
        source_ = "vocabulary-" + input.fingerprint().substr(0, 16);
    }

    base::Result<ImportReport> read() {
        const auto turtle = is_turtle(input_);
        if (!turtle) return turtle.errors();
        auto done = turtle.value() ? read_turtle_file() : read_table_file();
        if (!done) return done.errors();
        ImportReport report;
        report.files.push_back(std::move(file_));
        report.sources.push_back(source_);
        report.records = records_;
        return report;
    }

private:
    base::Outcome read_turtle_file() {
        auto stream = input_.open(0);
        if (!stream) return stream.errors();
        Utf8Stream decoded(std::move(stream).value(), Encoding::Utf8);
        const auto text = read_all(decoded, base::limits::kVocabularyBytes);
        if (!text) return text.errors();
        auto tree = euroscivoc_from_turtle(text.value(), file_);
        if (!tree) return tree.errors();
        if (tree.value().topics.empty()) return unknown_format(input_);
        return give_topics(std::move(tree).value(), VocabularyKind::EuroSciVoc);
    }

    base::Outcome read_table_file() {
        auto table = open_vocabulary_table(input_);
        if (!table) return table.errors();
        const auto kind = kind_of_table(table.value()->header());
        if (!kind) return unknown_format(input_);
        switch (*kind) {
            case VocabularyKind::EuroSciVoc:
            case VocabularyKind::Nace: {
                auto tree = *kind == VocabularyKind::Nace ? nace_topics(*table.value(), file_)
                                                          : euroscivoc_from_table(*table.value(), file_);
                if (!tree) return tree.errors();
                return give_topics(std::move(tree).value(), *kind);
            }
            case VocabularyKind::Nuts:
                return give_regions(*table.value());
            case VocabularyKind::Places:
                return give_places(*table.value());
        }
        return base::Done{};
    }

    base::Outcome give(model::Record record, const base::Place& place) {
        ++records_;
        return sink_.accept(std::move(record), place);
    }

    base::Outcome give_source(VocabularyKind kind) {
        model::Source source;
        source.id = source_;
        source.title = input_.name();
        source.kind = model::SourceKind::File;
        switch (kind) {
            case VocabularyKind::EuroSciVoc:
                source.publisher = "Publications Office of the European Union";
                source.licence = "CC BY 4.0";
                break;
            case VocabularyKind::Nuts:
                source.publisher = "Eurostat";
                source.licence = "CC BY 4.0";
                break;
            case VocabularyKind::Places:
                source.publisher = "GeoNames";
                source.url = "https://www.geonames.org/";
                source.licence = "CC BY 4.0";
                break;
            case VocabularyKind::Nace:
                break;
        }
        return give(std::move(source), in_file(input_.name()));
    }

    base::Outcome step(std::string_view stage, std::uint64_t done, std::uint64_t total) {
        constexpr std::uint64_t kStepsPerReport = 4096;
        if (done % kStepsPerReport != 0) return base::Done{};
        progress_.report(stage, done, total);
        if (!progress_.stop_requested()) return base::Done{};
        return Error{ErrorCode::Stopped, {}, {}, {}};
    }

    base::Outcome give_topics(TopicTree tree, VocabularyKind kind) {
        file_.contents = "topics";
        auto order = ordered_hierarchy(tree.items);
        base::Errors errors = order ? base::Errors{} : order.errors();
        for (std::size_t i = 0; i < tree.topics.size(); ++i) {
            tree.topics[i].source = source_;
            add_faults(model::validate(tree.topics[i]), tree.items[i].place, errors);
        }
        if (!errors.empty()) return errors;
        if (auto given = give_source(kind); !given) return given;
        for (std::size_t i = 0; i < order.value().size(); ++i) {
            if (auto go_on = step("topics", i, order.value().size()); !go_on) return go_on;
            const std::size_t at = order.value()[i];
            if (auto given = give(std::move(tree.topics[at]), tree.items[at].place); !given) return given;
        }
        return base::Done{};
    }

    base::Outcome give_regions(Table& table) {
        file_.contents = "regions";
        auto tree = nuts_regions(table, file_);
        if (!tree) return tree.errors();
        auto& [regions, items] = tree.value();
        auto order = ordered_hierarchy(items);
        base::Errors errors = order ? base::Errors{} : order.errors();
        for (std::size_t i = 0; i < regions.size(); ++i) {
            regions[i].source = source_;
            add_faults(model::validate(regions[i]), items[i].place, errors);
        }
        if (!errors.empty()) return errors;
        if (auto given = give_source(VocabularyKind::Nuts); !given) return given;
        for (const std::size_t at : order.value()) {
            if (auto given = give(std::move(regions[at]), items[at].place); !given) return given;
        }
        return base::Done{};
    }

    base::Outcome give_places(Table& table) {
        file_.contents = "places";
        if (auto given = give_source(VocabularyKind::Places); !given) return given;
        select_place_columns(table);
        while (table.next()) {
            if (auto go_on = step("places", file_.counts.rows++, 0); !go_on) return go_on;
            auto place = place_of(table);
            base::Errors errors = place ? base::Errors{} : place.errors();
            if (place) add_faults(model::validate(place.value()), table.place(0), errors);
            if (!errors.empty()) {
                ++file_.counts.refused;
                file_.refusals.add(errors);
                continue;
            }
            ++file_.counts.taken;
            place.value().source = source_;
            if (auto given = give(std::move(place).value(), table.place(0)); !given) return given;
        }
        file_.counts.rows += table.refused_rows();
        file_.counts.refused += table.refused_rows();
        file_.refusals.add(table.faults());
        if (table.broken_off()) return table.faults().kept();
        return base::Done{};
    }

    static void add_faults(const base::Errors& found, const base::Place& place, base::Errors& into) {
        for (Error error : found) {
            error.place.file = place.file;
            error.place.line = place.line;
            into.push_back(std::move(error));
        }
    }

    const Input& input_;
    RecordSink& sink_;
    base::Progress& progress_;
    FileReport file_;
    std::string source_;
    std::uint64_t records_ = 0;
};

}  // namespace

std::string_view word(VocabularyKind kind) {
    switch (kind) {
        case VocabularyKind::EuroSciVoc:
            return "euroscivoc";
        case VocabularyKind::Nace:
            return "nace";
        case VocabularyKind::Nuts:
            return "nuts";
        case VocabularyKind::Places:
            return "places";
    }
    return {};
}

base::Result<ImportReport> read_vocabulary(const Input& input, RecordSink& sink, base::Progress& progress) {
    if (input.entries().size() != 1) return unknown_format(input);
    return VocabularyReader(input, sink, progress).read();
}

base::Result<VocabularyKind> recognise_vocabulary(const Input& input) {
    if (input.entries().size() != 1) return unknown_format(input);
    const auto turtle = is_turtle(input);
    if (!turtle) return turtle.errors();
    if (turtle.value()) return VocabularyKind::EuroSciVoc;
    auto table = open_vocabulary_table(input);
    if (!table) return table.errors();
    const auto kind = kind_of_table(table.value()->header());
    if (!kind) return unknown_format(input);
    return *kind;
}

}  // namespace kontor::ingest
