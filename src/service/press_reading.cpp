// SPDX-License-Identifier: EUPL-1.2
#include "service/press_reading.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "ingest/input.hpp"
#include "ingest/records.hpp"
#include "service/press_paper.hpp"
#include "text/topic_tagger.hpp"

namespace kontor::service {
namespace {

using base::Result;
using model::RecordKind;
using press::EntityKind;

constexpr std::size_t kKeptReaders = 8;
constexpr std::size_t kShortName = 2;  // bytes; shorter names are everywhere

press::KnownName known(model::Organisation&& from) {
    press::KnownName out{
        .record = from.id, .kind = entity_kind(from.kind), .names = {}, .country = from.country};
    for (model::Name& name : from.names) out.names.push_back(std::move(name.text));
    return out;
}

press::KnownName known(model::Project&& from) {
    press::KnownName out{.record = from.id, .kind = EntityKind::Project, .names = {}, .country = {}};
    out.names.push_back(std::move(from.acronym));
    for (model::Text& title : from.titles) out.names.push_back(std::move(title.text));
    return out;
}

press::KnownName known(model::Programme&& from) {
    press::KnownName out{.record = from.id, .kind = EntityKind::Programme, .names = {}, .country = {}};
    out.names.push_back(std::move(from.short_name));
    for (model::Text& name : from.names) out.names.push_back(std::move(name.text));
    return out;
}

template <class Record>
base::Outcome add_names(const View& view, press::KnownNames& out) {
    return view.records.scan(Record::kKind, [&](model::Record&& record) {
        press::KnownName name = known(std::get<Record>(std::move(record)));
        std::erase_if(name.names, [](const std::string& text) { return text.size() <= kShortName; });
        if (!name.names.empty()) out.names.push_back(std::move(name));
        return true;
    });
}

Result<std::string> file_text(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return base::Error{
            base::ErrorCode::FileUnreadable, {{"file", path.string()}, {"reason", "open"}}, {}, {}};
    return std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// The plain lists in a folder, in the order of their names.
Result<std::vector<std::pair<std::filesystem::path, std::string>>> lists_in(
    const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> paths;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
        if (entry.path().extension() == ".txt") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    if (paths.empty())
        return base::Error{base::ErrorCode::FileUnreadable,
                           {{"file", folder.string()}, {"reason", failed ? failed.message() : "*.txt"}},
                           {},
                           {}};
    std::vector<std::pair<std::filesystem::path, std::string>> out;
    for (const auto& path : paths) {
        auto text = file_text(path);
        if (!text) return text.errors();
        out.emplace_back(path, std::move(text).value());
    }
    return out;
}

/// The shipped topics and towns, for whoever has no database.
class ShippedRecords final : public ingest::RecordSink {
public:
    std::vector<model::Topic> topics;
    std::vector<model::Place> places;

    base::Outcome accept(model::Record&& record, const base::Place&) override {
        if (auto* topic = std::get_if<model::Topic>(&record)) topics.push_back(std::move(*topic));
        if (auto* place = std::get_if<model::Place>(&record)) places.push_back(std::move(*place));
        return base::Done{};
    }
    base::Outcome read(const std::string& data) {
        std::vector<ingest::Input> inputs;
        for (const char* folder : {"topics", "places"}) {
            std::vector<std::filesystem::path> paths;
            std::error_code failed;
            for (const auto& entry :
                 std::filesystem::directory_iterator(std::filesystem::path(data) / folder, failed))
                if (entry.path().extension() == ".jsonl") paths.push_back(entry.path());
            std::sort(paths.begin(), paths.end());
            for (const auto& path : paths) {
                auto input = ingest::Input::open_file(path.string());
                if (!input) return input.errors();
                inputs.push_back(std::move(input).value());
            }
        }
        base::SilentProgress progress;
        const auto done = ingest::read_records(inputs, *this, progress);
        if (!done) return done.errors();
        return base::Done{};
    }
};

}  // namespace

Result<press::KnownNames> network_names(const View& view) {
    press::KnownNames out;
    if (auto done = add_names<model::Organisation>(view, out); !done) return done.errors();
    if (auto done = add_names<model::Project>(view, out); !done) return done.errors();
    if (auto done = add_names<model::Programme>(view, out); !done) return done.errors();
    return out;
}

Result<std::shared_ptr<const press::Lexicon>> PressReaders::make_lexicon(const View* view) const {
    press::LexiconParts parts;
    const auto lists = lists_in(std::filesystem::path(data_) / "press");
    if (!lists) return lists.errors();
    for (const auto& [path, text] : lists.value()) parts.lists.push_back({path.filename().string(), text});
    ShippedRecords records;
    if (view != nullptr) {
        records.topics = view->snapshot->vocabulary->topics();
        parts.splitter = view->snapshot->vocabulary->splitter();
        auto scanned = view->records.scan(RecordKind::Place, [&](model::Record&& record) {
            records.places.push_back(std::get<model::Place>(std::move(record)));
            return true;
        });
        if (!scanned) return scanned.errors();
    }
    if (records.topics.empty() || records.places.empty()) {
        ShippedRecords shipped;
        if (auto done = shipped.read(data_); !done) return done.errors();
        if (records.topics.empty()) records.topics = std::move(shipped.topics);
        if (records.places.empty()) records.places = std::move(shipped.places);
    }
    const auto is_other = [](const model::Topic& topic) {
        return topic.scheme != model::TopicScheme::Kontor;
    };
    std::erase_if(records.topics, is_other);
    if (parts.splitter == nullptr) {
        const auto list = file_text(std::filesystem::path(data_) / "languages" / "german_compound_parts.txt");
        if (!list) return list.errors();
        parts.splitter = std::make_shared<text::CompoundSplitter>(
            text::splitter_for(text::words_of_list(list.value()), records.topics));
    }
    labels_.clear();
    for (const model::Topic& topic : records.topics) labels_[topic.id] = best_label(topic.labels, "en");
    parts.topics = records.topics;
    parts.places = records.places;
    auto made = press::Lexicon::make(parts);
    if (!made) return made.errors();
    return std::shared_ptr<const press::Lexicon>(std::make_shared<press::Lexicon>(std::move(made).value()));
}

Result<PressReaders::Lists> PressReaders::lists(const View* view) const {
    if (triggers_ == nullptr) {
        const auto read = lists_in(std::filesystem::path(data_) / "press" / "triggers");
        if (!read) return read.errors();
        std::vector<press::TriggerList> found;
        for (const auto& [path, text] : read.value())
            found.push_back({path.filename().string(), path.stem().string(), text});
        auto made = press::Triggers::make(found);
        if (!made) return made.errors();
        triggers_ = std::make_shared<press::Triggers>(std::move(made).value());
    }
    const auto wanted = view == nullptr ? nullptr : view->snapshot->vocabulary;
    if (lexicon_ == nullptr || vocabulary_ != wanted) {
        auto made = make_lexicon(view);
        if (!made) return made.errors();
        lexicon_ = std::move(made).value();
        vocabulary_ = wanted;
    }
    return Lists{lexicon_, triggers_};
}

Result<PressReader> PressReaders::without_network() const {
    const std::lock_guard lock(mutex_);
    const auto known = lists(nullptr);
    if (!known) return known.errors();
    return PressReader(
        std::make_shared<press::Reader>(known.value().first, known.value().second, press::KnownNames{}));
}

Result<PressReader> PressReaders::reader(const View& view, const press::KnownNames& taught,
                                         std::uint64_t taught_revision) const {
    const std::lock_guard lock(mutex_);
    const auto kept = std::ranges::find_if(kept_, [&](const Kept& one) {
        return one.snapshot == view.snapshot && one.taught_revision == taught_revision;
    });
    if (kept != kept_.end()) return kept->reader;
    const auto known = lists(&view);
    if (!known) return known.errors();
    auto names = network_names(view);
    if (!names) return names.errors();
    auto& all = names.value();
    all.names.insert(all.names.end(), taught.names.begin(), taught.names.end());
    all.refused.insert(all.refused.end(), taught.refused.begin(), taught.refused.end());
    auto made = std::make_shared<press::Reader>(known.value().first, known.value().second, all);
    if (kept_.size() == kKeptReaders) kept_.erase(kept_.begin());
    kept_.push_back({view.snapshot, taught_revision, made});
    return PressReader(std::move(made));
}

std::string PressReaders::topic_label(std::string_view topic) const {
    const std::lock_guard lock(mutex_);
    const auto found = labels_.find(topic);
    return found == labels_.end() ? std::string() : found->second;
}

}  // namespace kontor::service
