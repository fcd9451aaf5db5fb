// SPDX-License-Identifier: EUPL-1.2
#include "service/press_senses.hpp"

#include <algorithm>

#include "ingest/press_documents.hpp"

namespace kontor::service {
namespace {

using base::Outcome;
using base::Result;

constexpr std::size_t kCandidates = 5;

class Collected final : public ingest::DocumentSink {
public:
    Outcome accept(ingest::DocumentText&& document) override {
        if (out_.documents.size() >= base::limits::kPressItems) {
            return base::Error{base::ErrorCode::TooManyItems,
                               {{"maximum", std::to_string(base::limits::kPressItems)}},
                               {.file = document.file, .field = {}},
                               {}};
        }
        PressDocument made;
        made.text = {.title = std::move(document.title),
                     .text = std::move(document.text),
                     .publisher = std::move(document.publisher),
                     .language = std::move(document.language),
                     .published = document.published};
        made.url = std::move(document.url);
        made.form = std::string(model::word(document.kind));
        out_.documents.push_back(std::move(made));
        return base::Done{};
    }
    void refuse(base::Error&& error) override { out_.faults.push_back(std::move(error)); }

    [[nodiscard]] PressDocuments take() { return std::move(out_); }

private:
    PressDocuments out_;
};

}  // namespace

PressSenses press_senses(const PressReaders& readers, NameResolution& resolution,
                         const PlaceService& places) {
    PressSenses senses;
    senses.read = [&readers](const View& view, const press::PressText& text, const press::KnownNames& taught,
                             std::uint64_t revision) -> Result<press::Reading> {
        const auto reader = readers.reader(view, taught, revision);
        if (!reader) return reader.errors();
        return reader.value()->read(text);
    };
    senses.find = [&resolution](const View& view, model::RecordKind kind, const resolve::NameQuery& query) {
        return resolution.candidates(view, kind, query, kCandidates);
    };
    senses.open = [](const std::string& name, std::string_view bytes) -> Result<PressDocuments> {
        Collected sink;
        base::SilentProgress progress;
        if (auto read = ingest::read_press_bytes(name, bytes, sink, progress); !read) return read.errors();
        return sink.take();
    };
    senses.town = [&places](const std::string& town, const std::string& country) -> std::optional<PressTown> {
        const auto found = places.towns(Asker{}, {.name = town, .country = country, .limit = 1});
        if (!found || found.value().places.empty()) return std::nullopt;
        const PlaceListPlace& place = found.value().places.front();
        if (!place.latitude || !place.longitude) return std::nullopt;
        return PressTown{*place.latitude, *place.longitude};
    };
    return senses;
}

}  // namespace kontor::service
