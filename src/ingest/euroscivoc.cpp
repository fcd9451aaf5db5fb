// SPDX-License-Identifier: EUPL-1.2
#include "ingest/euroscivoc.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/limits.hpp"
#include "ingest/import_text.hpp"
#include "ingest/places.hpp"
#include "ingest/turtle_reader.hpp"
#include "text/fold.hpp"

namespace kontor::ingest {
namespace {

using base::ErrorCode;

constexpr std::string_view kIdPrefix = "euroscivoc-";

std::string without_notice(std::string_view raw) {
    return clean_text(raw, base::limits::kNameBytes, [](ErrorCode, base::ErrorArguments) {});
}

/// A concept as the Turtle describes it; labels are given as nodes of their own (SKOS-XL) or as literals
/// (SKOS).
struct Concept {
    bool is_concept = false;
    bool is_deprecated = false;
    std::string notation;
    std::vector<std::string> broader;
    std::vector<std::string> preferred;  // label nodes
    std::vector<std::string> alternative;
    std::vector<std::pair<std::string, std::string>> preferred_texts;  // language, text
    std::vector<std::pair<std::string, std::string>> alternative_texts;
};

std::string_view uuid_of(std::string_view iri) {
    return iri.substr(iri.find_last_of("/#") + 1);
}

using SubjectLines = std::map<std::string, std::uint64_t, std::less<>>;

/// On which line each subject's description begins, by the last part of its name. The parser does not say; a
/// subject stands at the beginning of its line in files that programs write, and one that does not has no
/// line.
SubjectLines subject_lines(std::string_view text) {
    SubjectLines out;
    std::uint64_t line = 0;
    while (!text.empty()) {
        ++line;
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view subject = text.substr(0, std::min(text.find_first_of(" \t\r"), end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (subject.empty() || subject.front() == '@' || subject.front() == '#') continue;
        if (subject.back() == '>') subject.remove_suffix(1);
        out.try_emplace(std::string(subject.substr(subject.find_last_of(":/#") + 1)), line);
    }
    return out;
}

class TurtleConcepts {
public:
    void take(const TurtleStatement& s) {
        constexpr std::string_view kSkos = "http://www.w3.org/2004/02/skos/core#";
        constexpr std::string_view kSkosXl = "http://www.w3.org/2008/05/skos-xl#";
        constexpr std::string_view kType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
        constexpr std::string_view kDeprecated = "http://www.w3.org/2002/07/owl#deprecated";
        if (s.predicate == kType) {
            const bool is_concept = s.object == "http://www.w3.org/2004/02/skos/core#Concept";
            if (is_concept && !std::exchange(concept_of(s).is_concept, true)) order_.emplace_back(s.subject);
        } else if (s.predicate == kDeprecated) {
            concept_of(s).is_deprecated = s.object == "true" || s.object == "1";
        } else if (s.predicate.starts_with(kSkosXl)) {
            take_label(s, s.predicate.substr(kSkosXl.size()));
        } else if (s.predicate.starts_with(kSkos)) {
            take_property(s, s.predicate.substr(kSkos.size()));
        }
    }

    TopicTree tree(FileReport& report, const SubjectLines& lines) const {
        TopicTree out;
        for (const std::string& iri : order_) {
            const Concept& described = concepts_.find(iri)->second;
            const auto line = lines.find(uuid_of(iri));
            const base::Place place =
                on_line(report.file, line == lines.end() ? 0 : line->second, std::string(uuid_of(iri)));
            ++report.counts.rows;
            if (described.is_deprecated) {
                ++report.counts.refused;
                report.refusals.add({ErrorCode::ConceptDeprecated, {}, place, {}});
                continue;
            }
            ++report.counts.taken;
            out.add(topic(iri, described), place);
        }
        return out;
    }

private:
    Concept& concept_of(const TurtleStatement& s) { return concepts_[std::string(s.subject)]; }

    void take_label(const TurtleStatement& s, std::string_view name) {
        if (name == "literalForm") labels_[std::string(s.subject)] = {language_of(s), std::string(s.object)};
        if (name == "prefLabel") concept_of(s).preferred.emplace_back(s.object);
        if (name == "altLabel") concept_of(s).alternative.emplace_back(s.object);
    }

    void take_property(const TurtleStatement& s, std::string_view name) {
        if (name == "notation") concept_of(s).notation = std::string(s.object);
        if (name == "broader") concept_of(s).broader.emplace_back(s.object);
        if (name == "prefLabel") concept_of(s).preferred_texts.emplace_back(language_of(s), s.object);
        if (name == "altLabel") concept_of(s).alternative_texts.emplace_back(language_of(s), s.object);
    }

    static std::string language_of(const TurtleStatement& s) {
        constexpr std::size_t kLongest = 8;
        const std::string_view language = s.language.substr(0, std::min(s.language.find('-'), kLongest));
        return language.empty() ? "und" : text::folded(language);
    }

    [[nodiscard]] std::string id_of(const std::string& iri) const {
        const auto found = concepts_.find(iri);
        const bool known = found != concepts_.end() && !found->second.notation.empty();
        return std::string(kIdPrefix) +
               text::folded(known ? found->second.notation : std::string(uuid_of(iri)));
    }

    [[nodiscard]] std::vector<std::pair<std::string, std::string>> texts(
        const std::vector<std::string>& nodes, std::vector<std::pair<std::string, std::string>> out) const {
        for (const std::string& node : nodes) {
            const auto found = labels_.find(node);
            if (found != labels_.end()) out.push_back(found->second);
        }
        return out;
    }

    [[nodiscard]] model::Topic topic(const std::string& iri, const Concept& described) const {
        model::Topic out;
        out.id = id_of(iri);
        out.scheme = model::TopicScheme::EuroSciVoc;
        out.kind = model::TopicKind::Science;
        for (const auto& [language, label] : texts(described.preferred, described.preferred_texts)) {
            out.labels.try_emplace(language, without_notice(label));
        }
        for (const auto& [language, label] : texts(described.alternative, described.alternative_texts)) {
            out.synonyms[language].push_back(without_notice(label));
        }
        for (auto& [language, synonyms] : out.synonyms) std::sort(synonyms.begin(), synonyms.end());
        if (!described.broader.empty()) {
            out.parent = id_of(*std::min_element(described.broader.begin(), described.broader.end()));
        }
        if (!described.notation.empty()) out.mappings.push_back({"euroscivoc", described.notation});
        out.mappings.push_back({"euroscivoc-uuid", std::string(uuid_of(iri))});
        return out;
    }

    std::map<std::string, Concept> concepts_;
    std::map<std::string, std::pair<std::string, std::string>> labels_;
    std::vector<std::string> order_;
};

std::vector<std::string> split_at_bars(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('|'), text.size());
        std::string part = without_notice(text.substr(0, end));
        if (!part.empty()) out.push_back(std::move(part));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

void TopicTree::add(model::Topic topic, base::Place place) {
    const std::string name = topic.labels.contains("en") ? topic.labels.find("en")->second
                             : topic.labels.empty()      ? topic.id
                                                         : topic.labels.begin()->second;
    items.push_back({topic.id, topic.parent, name, std::move(place)});
    topics.push_back(std::move(topic));
}

base::Result<TopicTree> euroscivoc_from_turtle(std::string_view text, FileReport& report) {
    TurtleConcepts concepts;
    auto read = read_turtle(text, report.file, [&](const TurtleStatement& s) { concepts.take(s); });
    if (!read) return read.errors();
    return concepts.tree(report, subject_lines(text));
}

base::Result<TopicTree> euroscivoc_from_table(Table& table, FileReport& report) {
    struct Row {
        model::Topic topic;
        std::string broader;
        base::Place place;
    };
    std::vector<Row> rows;
    std::map<std::string, std::string> ids;
    constexpr std::array<std::string_view, 6> kLanguages{"en", "de", "fr", "es", "it", "pl"};
    table.select({"uuid", "notation", "broader_uuid", "alt_en", "en", "de", "fr", "es", "it", "pl"});
    while (table.next()) {
        const auto cells = table.cells();
        Row row;
        row.place = table.place(0);
        row.broader = std::string(cells[2]);
        row.topic.id = std::string(kIdPrefix) + text::folded(cells[1].empty() ? cells[0] : cells[1]);
        row.topic.scheme = model::TopicScheme::EuroSciVoc;
        row.topic.kind = model::TopicKind::Science;
        for (std::size_t i = 0; i < kLanguages.size(); ++i) {
            if (!cells[4 + i].empty())
                row.topic.labels[std::string(kLanguages[i])] = without_notice(cells[4 + i]);
        }
        if (auto synonyms = split_at_bars(cells[3]); !synonyms.empty())
            row.topic.synonyms["en"] = std::move(synonyms);
        if (!cells[1].empty()) row.topic.mappings.push_back({"euroscivoc", std::string(cells[1])});
        row.topic.mappings.push_back({"euroscivoc-uuid", std::string(cells[0])});
        ids[std::string(cells[0])] = row.topic.id;
        ++report.counts.rows;
        ++report.counts.taken;
        rows.push_back(std::move(row));
    }
    if (!table.faults().empty()) return table.faults().kept();
    TopicTree out;
    for (Row& row : rows) {
        const auto parent = ids.find(row.broader);
        if (!row.broader.empty()) row.topic.parent = parent == ids.end() ? row.broader : parent->second;
        out.add(std::move(row.topic), std::move(row.place));
    }
    return out;
}

}  // namespace kontor::ingest
