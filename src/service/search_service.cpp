// SPDX-License-Identifier: EUPL-1.2
#include "service/search_service.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "service/page_parts.hpp"
#include "service/permission.hpp"
#include "service/phrases.hpp"
#include "text/fold.hpp"

namespace kontor::service {
namespace {

using base::Error;
using base::ErrorCode;
using base::Errors;

/// Deeper pages than this are a harvest, not a search; the export is there for that.
constexpr std::size_t kDeepest = 10'000;
constexpr std::size_t kMapPlaces = 2'000;

template <class E>
std::vector<E> words_of(const std::vector<std::string>& words, std::string_view field, Errors& errors) {
    std::vector<E> out;
    for (const std::string& word : words) {
        if (const auto found = model::from_word<E>(word)) {
            out.push_back(*found);
            continue;
        }
        std::string allowed;
        for (const std::string_view possible : model::Words<E>::kWords) {
            allowed += (allowed.empty() ? "" : ", ") + std::string(possible);
        }
        errors.push_back({ErrorCode::ValueNotAllowed,
                          {{"value", word}, {"allowed", allowed}},
                          {.file = {}, .field = std::string(field)},
                          {}});
    }
    return out;
}

base::Result<search::Request> engine_request(const SearchRequest& request, std::string_view language) {
    Errors errors;
    search::Request out;
    out.query = request.query;
    out.language = language;
    out.kinds = words_of<model::RecordKind>(request.kinds, "kind", errors);
    (void)words_of<model::OrganisationKind>(request.organisation_kinds, "organisation_kind", errors);
    out.organisation_kinds = request.organisation_kinds;
    out.countries = request.countries;
    out.topics = request.topics;
    out.programmes = request.programmes;
    out.year_from = request.year_from;
    out.year_to = request.year_to;
    out.limit = request.limit;
    const auto offset = cursor_offset(request.cursor);
    if (offset) {
        out.offset = offset.value();
    } else {
        errors.insert(errors.end(), offset.errors().begin(), offset.errors().end());
    }
    if (!errors.empty()) return errors;
    return out;
}

/// Engine answers as the API shows them.
class HitViews {
public:
    explicit HitViews(const PageParts& parts) : parts_(parts), views_(parts.views()) {}

    /// Programme, identifier and deadline.
    [[nodiscard]] std::string call_detail(const model::Call& call) const {
        const std::string detail = parts_.call_detail(call);
        const std::string programme = views_.programme_ref(call.programme).name;
        return detail.empty() || programme.empty() ? programme + detail : programme + " · " + detail;
    }

    [[nodiscard]] SearchHit hit(const search::Hit& found) const {
        SearchHit out;
        views_.note(found.kind, found.id);
        out.kind = model::word(found.kind);
        out.id = found.id;
        out.name = found.title;
        out.organisation_kind = found.organisation_kind;
        out.country = found.country;
        out.country_name = views_.country(found.country);
        out.year = found.year;
        out.score = found.score;
        record_details(found, out);
        if (!found.title_highlights.empty()) {
            out.snippets.push_back({"name", found.language, segments(found.title, found.title_highlights)});
        }
        for (const search::Snippet& snippet : found.snippets) out.snippets.push_back(view(snippet));
        for (const search::Reason& reason : found.reasons) {
            out.reasons.push_back({sentence(reason), reason.contribution});
        }
        return out;
    }

    [[nodiscard]] Facet facet(const std::string& name, const search::Facet& found) const {
        Facet out;
        out.name = name;
        out.values.reserve(found.values.size());
        for (const search::FacetValue& value : found.values) {
            out.values.push_back({value.value, label(name, value.value), {}, value.count, value.selected});
            if (name == "programme") out.values.back().title = programme_title(value.value);
        }
        return out;
    }

private:
    void record_details(const search::Hit& found, SearchHit& out) const {
        constexpr std::size_t kTopics = 4;
        const network::Picture& picture = views_.picture();
        if (found.kind == model::RecordKind::Organisation) {
            const auto index = picture.find_organisation(found.id);
            if (!index) return;
            const network::Organisation organisation = picture.at(*index);
            out.city = organisation.city;
            out.invented = organisation.invented;
            out.topics = views_.leading_topics(*index, kTopics);
        } else if (found.kind == model::RecordKind::Project) {
            const auto index = picture.find_project(found.id);
            if (!index) return;
            out.name = views_.ref(*index).name;
            const auto topics = picture.topics(*index);
            out.topics = views_.topics(topics.first(std::min(kTopics, topics.size())));
        } else if (found.kind == model::RecordKind::Call) {
            const auto call = parts_.read<model::Call>(found.id);
            if (!call) return;
            out.name = parts_.text(call.value().titles);
            out.detail = call_detail(call.value());
        } else if (found.kind == model::RecordKind::News) {
            const auto news = parts_.read<model::News>(found.id);
            if (!news) return;
            const std::string& published = news.value().published.text();
            const std::string& publisher = news.value().publisher;
            out.name = parts_.text(news.value().titles);
            out.detail = publisher + (publisher.empty() || published.empty() ? "" : " · ") + published;
        } else if (found.kind == model::RecordKind::Programme) {
            const auto programme = parts_.read<model::Programme>(found.id);
            if (programme) out.name = parts_.text(programme.value().names);
        } else if (found.kind == model::RecordKind::Topic) {
            if (const auto index = picture.find_topic(found.id)) out.name = views_.ref(*index).name;
        }
    }

    static std::vector<SnippetSegment> segments(const std::string& text,
                                                const std::vector<search::ByteRange>& marks) {
        std::vector<SnippetSegment> out;
        std::size_t at = 0;
        for (const search::ByteRange& mark : marks) {
            if (mark.begin > at) out.push_back({text.substr(at, mark.begin - at), false});
            out.push_back({text.substr(mark.begin, mark.end - mark.begin), true});
            at = mark.end;
        }
        if (at < text.size()) out.push_back({text.substr(at), false});
        return out;
    }

    [[nodiscard]] Snippet view(const search::Snippet& snippet) const {
        Snippet out{std::string(search::word(snippet.field)), snippet.language,
                    segments(snippet.text, snippet.highlights)};
        if (snippet.cut_before) out.segments.insert(out.segments.begin(), {"… ", false});
        if (snippet.cut_after) out.segments.push_back({" …", false});
        return out;
    }

    [[nodiscard]] std::string sentence(const search::Reason& reason) const {
        const std::string& language = views_.language();
        switch (reason.kind) {
            case search::ReasonKind::Word: {
                const std::string field = code_label("field", search::word(reason.field), language);
                if (reason.matched.empty() || reason.matched == reason.word) {
                    return say(Phrase::ReasonWord, language, {{"word", reason.word}, {"field", field}});
                }
                return say(Phrase::ReasonWordInflected, language,
                           {{"word", reason.word}, {"matched", reason.matched}, {"field", field}});
            }
            case search::ReasonKind::Topic:
                return say(Phrase::ReasonTopic, language, {{"topic", label("topic", reason.matched)}});
            case search::ReasonKind::Country:
                return say(Phrase::ReasonCountry, language, {{"country", views_.country(reason.matched)}});
            case search::ReasonKind::WholeName:
                return say(Phrase::ReasonWholeName, language, {{"words", reason.word}});
            case search::ReasonKind::Prominence:
                return say(Phrase::ReasonProminence, language);
        }
        return {};
    }

    [[nodiscard]] std::string label(std::string_view facet_name, const std::string& value) const {
        if (facet_name == "country") return views_.country(value);
        if (facet_name == "topic") {
            const auto ordinal = views_.vocabulary().ordinal(value);
            return ordinal ? views_.vocabulary().label(*ordinal, views_.language()) : value;
        }
        if (facet_name == "programme") return views_.programme_ref(value).name;
        if (facet_name == "year") return value;
        return code_label(facet_name == "kind" ? "kind" : "organisation", value, views_.language());
    }

    /// The whole name, where the label is only what it is called for short.
    [[nodiscard]] std::optional<std::string> programme_title(const std::string& id) const {
        const auto programme = parts_.read<model::Programme>(id);
        if (!programme) return std::nullopt;
        std::string title = parts_.text(programme.value().names);
        if (title.empty() || title == views_.programme_ref(id).name) return std::nullopt;
        return title;
    }

    const PageParts& parts_;
    const Views& views_;
};

std::string mode_word(search::Matching matching) {
    if (matching == search::Matching::Everything) return "browse";
    return matching == search::Matching::AllWords ? "all" : "any";
}

std::optional<std::string> marked_as(const std::string& folded_word, const std::string& text,
                                     const std::vector<search::ByteRange>& marks) {
    for (const search::ByteRange& mark : marks) {
        std::string written = text.substr(mark.begin, mark.end - mark.begin);
        const std::string folded = text::folded(written);
        if (folded == folded_word || text::collapsed_umlauts(folded) == folded_word) return written;
    }
    return std::nullopt;
}

/// Engines think in folded words; people read "Müller". The first hit that has the word says how it is
/// written.
std::string as_written(const std::string& folded_word, const std::vector<search::Hit>& hits) {
    for (const search::Hit& hit : hits) {
        if (auto written = marked_as(folded_word, hit.title, hit.title_highlights)) return *written;
        for (const search::Snippet& snippet : hit.snippets) {
            if (auto written = marked_as(folded_word, snippet.text, snippet.highlights)) return *written;
        }
    }
    return folded_word;
}

struct PlaceKey {
    std::string country;
    std::string city;
    auto operator<=>(const PlaceKey&) const = default;
};

}  // namespace

/// A searcher for the time of one call.
class SearchService::Borrowed {
public:
    explicit Borrowed(const SearchService& service) : service_(service) {
        const std::lock_guard lock(service.idle_mutex_);
        if (service.idle_.empty()) {
            searcher_ = std::make_unique<search::Searcher>();
        } else {
            searcher_ = std::move(service.idle_.back());
            service.idle_.pop_back();
        }
    }
    ~Borrowed() {
        const std::lock_guard lock(service_.idle_mutex_);
        service_.idle_.push_back(std::move(searcher_));
    }
    Borrowed(const Borrowed&) = delete;
    Borrowed& operator=(const Borrowed&) = delete;
    search::Searcher& operator*() { return *searcher_; }

private:
    const SearchService& service_;
    std::unique_ptr<search::Searcher> searcher_;
};

base::Result<std::size_t> cursor_offset(const std::string& cursor) {
    if (cursor.empty()) return std::size_t{0};
    std::size_t offset = 0;
    const char* end = cursor.data() + cursor.size();
    const auto [stop, error] = std::from_chars(cursor.data(), end, offset);
    if (error == std::errc{} && stop == end && offset <= kDeepest) return offset;
    return Error{ErrorCode::CursorInvalid, {}, {.file = {}, .field = "cursor"}, {}};
}

std::string next_cursor(std::size_t offset, std::size_t shown, std::size_t total) {
    const std::size_t next = offset + shown;
    return shown > 0 && next < total && next <= kDeepest ? std::to_string(next) : std::string();
}

base::Result<SearchPage> SearchService::search(const Asker& asker, const SearchRequest& request) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const auto asked = engine_request(request, asker.language);
    if (!asked) return asked.errors();
    const View view = knowledge_.view(asker);
    Borrowed searcher(*this);
    const auto found = (*searcher).search(*view.snapshot->index, asked.value());
    if (!found) return found.errors();
    const search::Answer& answer = found.value();
    const PageParts parts(view, asker.language);
    const HitViews shown(parts);
    SearchPage page;
    page.query = request.query;
    page.total = static_cast<std::int64_t>(answer.total);
    page.mode = mode_word(answer.matching);
    for (const search::Correction& correction : answer.corrections) {
        page.corrections.push_back({correction.typed, as_written(correction.used, answer.hits)});
    }
    for (const search::NamedTopic& topic : answer.topics) {
        if (const auto ordinal = view.snapshot->vocabulary->ordinal(topic.topic)) {
            page.understood_topics.push_back(view.snapshot->vocabulary->ref(*ordinal, asker.language));
        }
    }
    page.hits.reserve(answer.hits.size());
    for (const search::Hit& hit : answer.hits) page.hits.push_back(shown.hit(hit));
    const std::pair<const char*, const search::Facet&> facets[] = {
        {"kind", answer.facets.kinds},           {"organisation_kind", answer.facets.organisation_kinds},
        {"country", answer.facets.countries},    {"topic", answer.facets.topics},
        {"programme", answer.facets.programmes}, {"year", answer.facets.years}};
    for (const auto& [name, facet] : facets) page.facets.push_back(shown.facet(name, facet));
    page.next_cursor = next_cursor(asked.value().offset, answer.hits.size(), answer.total);
    return page;
}

base::Result<SearchPage> SearchService::search_rows(const Asker& asker, SearchRequest request,
                                                    std::size_t rows) const {
    request.limit = base::limits::kPageSize;
    request.cursor.clear();
    auto all = search(asker, request);
    while (all && !all.value().next_cursor.empty() && all.value().hits.size() < rows) {
        request.cursor = all.value().next_cursor;
        auto more = search(asker, request);
        if (!more) return more;
        auto& hits = more.value().hits;
        std::move(hits.begin(), hits.end(), std::back_inserter(all.value().hits));
        all.value().next_cursor = more.value().next_cursor;
    }
    return all;
}

base::Result<Suggestions> SearchService::suggest(const Asker& asker, const std::string& typed,
                                                 const std::vector<std::string>& kinds,
                                                 std::size_t limit) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    Errors errors;
    const auto wanted = words_of<model::RecordKind>(kinds, "kind", errors);
    if (!errors.empty()) return errors;
    const View view = knowledge_.view(asker);
    Borrowed searcher(*this);
    const PageParts parts(view, asker.language);
    const HitViews shown(parts);
    // Asked for one kind only, most of what comes first may be of another.
    const std::size_t breadth = wanted.empty() ? limit : limit * 8;
    Suggestions out;
    for (search::Suggestion& found :
         (*searcher).suggest(*view.snapshot->index, typed, asker.language, breadth)) {
        const auto kind =
            found.kind == search::SuggestionKind::Topic ? model::RecordKind::Topic : found.record_kind;
        if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), kind) == wanted.end()) continue;
        parts.views().note(kind, found.id);
        out.suggestions.push_back(
            {std::string(model::word(kind)), std::move(found.id), std::move(found.text)});
        if (kind == model::RecordKind::Call) {
            const auto call = parts.read<model::Call>(out.suggestions.back().id);
            if (call) out.suggestions.back().detail = shown.call_detail(call.value());
        }
        if (out.suggestions.size() == limit) break;
    }
    return out;
}

base::Result<MapAnswer> SearchService::map(const Asker& asker, const SearchRequest& request) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    auto asked = engine_request(request, asker.language);
    if (!asked) return asked.errors();
    search::Request everything = std::move(asked).value();
    everything.kinds = {model::RecordKind::Organisation};
    const View view = knowledge_.view(asker);
    Borrowed searcher(*this);
    const auto found = (*searcher).matching(*view.snapshot->index, everything);
    if (!found) return found.errors();
    const Views views(view, asker.language);
    constexpr std::size_t kNamed = 5;
    std::map<std::string, std::int64_t> countries;
    std::map<PlaceKey, MapAnswerPlace> places;
    MapAnswer out;
    for (const search::DocumentKey& key : found.value()) {
        const auto index = views.picture().find_organisation(key.id);
        if (!index) continue;
        const network::Organisation organisation = views.picture().at(*index);
        ++out.total;
        const std::string country(organisation.country.text());
        if (!country.empty()) ++countries[country];
        if (!organisation.latitude || !organisation.longitude) {
            ++out.without_place;
            continue;
        }
        MapAnswerPlace& place = places[{country, std::string(organisation.city)}];
        if (place.count == 0) {
            place.latitude = *organisation.latitude;
            place.longitude = *organisation.longitude;
            place.city = organisation.city;
            place.country = country;
        }
        ++place.count;
        if (place.organisations.size() < kNamed) place.organisations.push_back(views.ref(*index));
    }
    for (const auto& [code, count] : countries) out.countries.push_back({code, views.country(code), count});
    for (auto& [key, place] : places) out.places.push_back(std::move(place));
    const auto larger = [](const auto& a, const auto& b) { return a.count > b.count; };
    std::stable_sort(out.countries.begin(), out.countries.end(), larger);
    std::stable_sort(out.places.begin(), out.places.end(), larger);
    if (out.places.size() > kMapPlaces) out.places.resize(kMapPlaces);
    return out;
}

}  // namespace kontor::service
