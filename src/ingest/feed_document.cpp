// SPDX-License-Identifier: EUPL-1.2
#include "ingest/feed_document.hpp"

#include <libxml/xmlreader.h>

#include <array>

#include "base/limits.hpp"
#include "ingest/decoded_text.hpp"
#include "ingest/html_document.hpp"
#include "ingest/html_facts.hpp"
#include "ingest/html_tree.hpp"
#include "ingest/mail_date.hpp"
#include "text/utf8.hpp"

namespace kontor::ingest {
namespace {

struct FreeReader {
    void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};

// In XML no control character may stand, in feeds they do.
std::string without_controls(std::string text) {
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\r' && c != '\t') c = ' ';
    }
    return text;
}

std::string declared_encoding(std::string_view bytes) {
    const std::string_view start = bytes.substr(0, 200);
    const std::size_t at = start.find("encoding=");
    if (!start.starts_with("<?xml") || at == std::string_view::npos || at + 10 >= start.size()) return {};
    const std::string_view rest = start.substr(at + 10);
    return std::string(rest.substr(0, rest.find_first_of("\"'?>")));
}

// Whether what stands in an element is markup once more ("&lt;p&gt;" or CDATA).
bool has_markup(std::string_view text) {
    return text.find('<') != std::string_view::npos || text.find('&') != std::string_view::npos;
}

std::string plain(const std::string& content) {
    return has_markup(content) ? text_of_markup(content) : tidy_text(content);
}

// Atom's type="xhtml" has elements inside.
std::string markup_below(const xmlNode* node) {
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
        if (child->type != XML_ELEMENT_NODE) continue;
        const std::unique_ptr<xmlBuffer, decltype(&xmlBufferFree)> buffer(xmlBufferCreate(), &xmlBufferFree);
        xmlNodeDump(buffer.get(), node->doc, const_cast<xmlNode*>(child), 0, 0);  // NOLINT: reads
        return std::string(as_text(xmlBufferContent(buffer.get())));
    }
    return text_below(node);
}

struct Entry {
    std::string title;
    std::string full;     // content
    std::string summary;  // description
    std::string link;
    std::string published;
    std::string updated;
    std::string language;
};

void take_member(const xmlNode* node, Entry& entry) {
    const std::string_view name = element_name(node);
    const bool is_media =
        node->ns != nullptr && as_text(node->ns->href).find("/mrss") != std::string_view::npos;
    if (is_media) return;
    if (name == "title" && entry.title.empty()) entry.title = text_below(node);
    if (name == "encoded" || name == "content") entry.full = markup_below(node);
    if (name == "description" || name == "summary") entry.summary = markup_below(node);
    if (name == "pubDate" || name == "date" || name == "published" || name == "issued") {
        entry.published = text_below(node);
    }
    if (name == "updated" || name == "modified") entry.updated = text_below(node);
    if (name == "language") entry.language = text_below(node);
    if (name != "link" || !entry.link.empty()) return;
    const std::string kind = attribute(node, "rel");
    entry.link = has_attribute(node, "href") ? attribute(node, "href") : text_below(node);
    if (!kind.empty() && kind != "alternate") entry.link.clear();
}

model::Date day_of(const Entry& entry) {
    for (const std::string& one : {entry.published, entry.updated}) {
        const std::string line = tidy_line(one);
        model::Date day = day_of_timestamp(line);
        if (!day.known()) day = day_of_mail_date(line);
        if (day.known()) return day;
    }
    return {};
}

}  // namespace

struct FeedReader::State {
    std::string text;
    std::unique_ptr<xmlTextReader, FreeReader> reader;
    std::string publisher;
    std::string language;
    std::optional<base::Error> fault;
    bool stands_on_next = false;  // the reader was moved behind an entry

    static void note(void* self, const xmlError* error) {
        constexpr int kUndeclared = XML_ERR_UNDECLARED_ENTITY;
        auto& state = *static_cast<State*>(self);
        if (error->level != XML_ERR_FATAL || error->code == kUndeclared || state.fault) return;
        const std::string reason = error->message == nullptr ? "" : tidy_line(error->message);
        state.fault = base::Error{base::ErrorCode::FeedBroken, {{"reason", reason}}, {}, {}};
        state.fault->place.line = error->line > 0 ? static_cast<std::uint64_t>(error->line) : 0;
    }

    [[nodiscard]] bool advance() {
        if (reader == nullptr) return false;
        if (!stands_on_next && xmlTextReaderRead(reader.get()) != 1) return false;
        stands_on_next = false;
        return true;
    }

    // What the feed says about itself stands before its entries.
    void take_head(std::string_view name, int depth) {
        if (depth > 2) return;
        if (depth == 0) {
            const std::unique_ptr<xmlChar, decltype(xmlFree)> declared(
                xmlTextReaderGetAttribute(reader.get(), reinterpret_cast<const xmlChar*>("xml:lang")),
                xmlFree);
            language = language_code(as_text(declared.get()));
        }
        if (name != "title" && name != "language") return;
        if (name == "title" && !publisher.empty()) return;
        const xmlNode* node = xmlTextReaderExpand(reader.get());
        if (node == nullptr) return;
        const std::string line = tidy_line(plain(text_below(node)));
        if (name == "title") publisher = std::string(text::truncated(line, base::limits::kNameBytes));
        if (name == "language") language = language_code(line);
    }

    [[nodiscard]] DocumentText document_of(const xmlNode* node) const {
        Entry entry;
        for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
            if (child->type == XML_ELEMENT_NODE) take_member(child, entry);
        }
        DocumentText document;
        document.kind = DocumentKind::FeedEntry;
        document.title =
            std::string(text::truncated(tidy_line(plain(entry.title)), base::limits::kNameBytes));
        document.text = plain(entry.full);
        const std::string summary = plain(entry.summary);
        if (summary.size() > document.text.size()) document.text = summary;
        document.publisher = publisher;
        document.language = language_code(tidy_line(entry.language));
        if (document.language.empty()) document.language = language;
        document.published = day_of(entry);
        document.url = web_address(tidy_line(entry.link));
        return document;
    }
};

FeedReader::FeedReader(std::string_view bytes) : state_(std::make_unique<State>()) {
    begin_libxml();
    state_->text = without_controls(decoded_text(bytes, declared_encoding(bytes)));
    const std::size_t begin = std::min(state_->text.find('<'), state_->text.size());
    constexpr int kOptions = XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT;
    state_->reader.reset(xmlReaderForMemory(state_->text.data() + begin,
                                            static_cast<int>(state_->text.size() - begin), nullptr, "UTF-8",
                                            kOptions));
    if (state_->reader == nullptr) return;
    xmlTextReaderSetStructuredErrorHandler(
        state_->reader.get(), [](void* self, xmlError* error) { State::note(self, error); }, state_.get());
}

FeedReader::~FeedReader() = default;

std::optional<DocumentText> FeedReader::next() {
    State& state = *state_;
    while (!state.fault && state.advance()) {
        if (xmlTextReaderNodeType(state.reader.get()) != XML_READER_TYPE_ELEMENT) continue;
        const std::string_view name = as_text(xmlTextReaderConstLocalName(state.reader.get()));
        if (name != "item" && name != "entry") {
            state.take_head(name, xmlTextReaderDepth(state.reader.get()));
            continue;
        }
        const xmlNode* node = xmlTextReaderExpand(state.reader.get());
        if (node == nullptr || state.fault) break;
        DocumentText document = state.document_of(node);
        state.stands_on_next = xmlTextReaderNext(state.reader.get()) == 1;
        if (!state.stands_on_next) state.reader.reset();
        return document;
    }
    return std::nullopt;
}

const std::optional<base::Error>& FeedReader::fault() const {
    return state_->fault;
}

}  // namespace kontor::ingest
