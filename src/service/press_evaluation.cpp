// SPDX-License-Identifier: EUPL-1.2
#include "service/press_evaluation.hpp"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "ingest/press_gold.hpp"
#include "press/predicates.hpp"

namespace kontor::service {
namespace {

using press::Fact;
using press::Reading;
using std::filesystem::path;

base::Result<std::string> text_of(const path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return base::Error{
            base::ErrorCode::FileUnreadable, {{"file", file.string()}, {"reason", "open"}}, {}, {}};
    return std::string{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<path> files_of(const std::string& gold) {
    std::error_code failed;
    if (!std::filesystem::is_directory(gold, failed)) return {gold};
    std::vector<path> out;
    for (const auto& entry : std::filesystem::directory_iterator(gold, failed)) {
        const path& file = entry.path();
        if (file.extension() == ".json" || file.extension() == ".jsonl") out.push_back(file);
    }
    std::sort(out.begin(), out.end());
    return out;
}

/// Entities that facts name; an id without an entity is a value.
class GoldReading {
public:
    explicit GoldReading(const ingest::GoldItem& item) {
        for (const ingest::GoldEntity& from : item.entities) {
            ids_.emplace(from.id, static_cast<std::uint32_t>(out_.entities.size()));
            const auto kind = model::from_word<press::EntityKind>(from.kind);
            out_.entities.push_back({.id = from.id,
                                     .kind = kind.value_or(press::EntityKind::Organisation),
                                     .name = from.name,
                                     .aliases = from.aliases,
                                     .country = from.country});
        }
        for (const ingest::GoldFact& fact : item.facts) add(fact);
    }
    [[nodiscard]] const Reading& reading() const { return out_; }

private:
    void add(const ingest::GoldFact& from) {
        const auto predicate = model::from_word<press::Predicate>(from.predicate);
        const auto subject = ids_.find(from.subject);
        if (!predicate || (subject == ids_.end() && from.subject != "document")) return;
        Fact fact{.subject = subject == ids_.end() ? press::kDocument : subject->second,
                  .predicate = *predicate,
                  .certainty =
                      model::from_word<press::Certainty>(from.certainty).value_or(press::Certainty::Stated)};
        const auto object = ids_.find(from.object);
        if (object == ids_.end() || press::takes_value(*predicate)) {
            fact.object = from.object;
        } else {
            fact.object = object->second;
        }
        for (const auto& [name, value] : from.texts) fact.qualifiers.push_back({name, value});
        for (const auto& [name, value] : from.numbers) fact.qualifiers.push_back({name, value});
        for (const auto& [name, value] : from.truths) fact.qualifiers.push_back({name, value});
        out_.facts.push_back(std::move(fact));
    }

    Reading out_;
    std::unordered_map<std::string, std::uint32_t> ids_;
};

class Measurement {
public:
    Measurement(const press::Reader& reader, bool names_told) : reader_(reader), names_told_(names_told) {}

    void take(const ingest::GoldItem& gold, const std::string& text) {
        const GoldReading noted(gold);
        const press::PressText item{
            .text = text, .publisher = {}, .language = {}, .published = date_of(gold.published)};
        const Reading read =
            names_told_ ? reader_.knowing(names_of(noted.reading())).read(item) : reader_.read(item);
        texts_.push_back(item);
        const press::FactScore score = press::score_facts(noted.reading(), read);
        for (PressFigures* figures : {&run_.all, &run_.by_language[gold.language]}) {
            ++figures->items;
            figures->facts += score;
        }
    }
    void take(const ingest::GoldNote& gold) {
        const press::PressText item{.title = gold.title,
                                    .text = gold.text,
                                    .publisher = gold.publisher,
                                    .language = gold.language,
                                    .published = date_of(gold.published)};
        const Reading read = reader_.read(item);
        texts_.push_back(item);
        const press::NoteScore score = press::score_note({.organisations = gold.organisations,
                                                          .countries = gold.countries,
                                                          .programmes = gold.programmes,
                                                          .projects = gold.projects,
                                                          .start = gold.start,
                                                          .end = gold.end},
                                                         read, gold.title + "\n" + gold.text);
        for (PressFigures* figures : {&run_.all, &run_.by_language[gold.language]}) {
            ++figures->notes;
            figures->note_fields += score;
        }
    }
    [[nodiscard]] PressRun run() && {
        time();
        return std::move(run_);
    }

private:
    static model::Date date_of(const std::string& text) {
        return model::Date::parse(text).value_or(model::Date());
    }
    static press::KnownNames names_of(const Reading& gold) {
        press::KnownNames out;
        for (const press::Entity& entity : gold.entities) {
            if (entity.kind == press::EntityKind::Place || entity.kind == press::EntityKind::Topic) continue;
            press::KnownName name{.kind = entity.kind, .names = {entity.name}, .country = entity.country};
            name.names.insert(name.names.end(), entity.aliases.begin(), entity.aliases.end());
            out.names.push_back(std::move(name));
        }
        return out;
    }
    /// A few short texts read once measure how cold the caches are; so they are read again for a while.
    void time() {
        constexpr double kSeconds = 0.3;
        while (!texts_.empty() && run_.seconds < kSeconds) {
            const std::clock_t begin = std::clock();
            for (const press::PressText& item : texts_) {
                if (reader_.read(item).language.empty()) continue;  // never so; the reading must be used
                run_.bytes += item.title.size() + item.text.size();
            }
            run_.seconds += static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        }
    }

    const press::Reader& reader_;
    bool names_told_;
    std::vector<press::PressText> texts_;
    PressRun run_;
};

base::Outcome take_file(const path& file, const std::string& texts, Measurement& measurement) {
    const auto text = text_of(file);
    if (!text) return text.errors();
    if (file.extension() == ".jsonl") {
        const auto notes = ingest::read_gold_notes(text.value(), file.string());
        if (!notes) return notes.errors();
        for (const ingest::GoldNote& note : notes.value()) measurement.take(note);
        return base::Done{};
    }
    const auto items = ingest::read_gold_items(text.value(), file.string());
    if (!items) return items.errors();
    for (const ingest::GoldItem& item : items.value()) {
        const path folder = texts.empty() ? file.parent_path().parent_path() : path(texts);
        const auto read = text_of(folder / path(item.document).filename());
        if (!read) return read.errors();
        measurement.take(item, read.value());
    }
    return base::Done{};
}

}  // namespace

base::Result<PressRun> evaluate_press(const PressEvaluationRequest& request, const press::Reader& reader) {
    Measurement measurement(reader, request.names_told);
    base::Errors faults;
    for (const std::string& gold : request.gold) {
        for (const path& file : files_of(gold)) {
            const auto done = take_file(file, request.texts, measurement);
            if (!done) faults.insert(faults.end(), done.errors().begin(), done.errors().end());
        }
    }
    if (!faults.empty()) return faults;
    return std::move(measurement).run();
}

}  // namespace kontor::service
