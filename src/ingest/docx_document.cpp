// SPDX-License-Identifier: EUPL-1.2
#include "ingest/docx_document.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.hpp"
#include "ingest/decoded_text.hpp"
#include "ingest/html_facts.hpp"
#include "ingest/plain_document.hpp"
#include "ingest/zip_archive.hpp"
#include "text/utf8.hpp"

namespace kontor::ingest {
namespace {

namespace limits = base::limits;

base::Error damaged() {
    return {base::ErrorCode::DocumentDamaged, {{"format", "DOCX"}}, {}, {}};
}

bool has_entry(const ZipArchive& archive, std::string_view name) {
    return std::any_of(archive.entries().begin(), archive.entries().end(),
                       [&](const InputEntry& entry) { return entry.name == name; });
}

base::Result<std::string> content_of(ZipArchive& archive, std::string_view name) {
    const auto& entries = archive.entries();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].name != name) continue;
        auto stream = archive.open(i);
        if (!stream) return stream.errors();
        return read_all(*stream.value(), limits::kDocumentBytes);
    }
    return damaged();
}

std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    return name.substr(name.find(':') + 1);
}

pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_node& child : node.children()) {
        if (local_name(child) == name) return child;
    }
    return {};
}

std::string_view value_of(const pugi::xml_node& node) {
    for (const pugi::xml_attribute& attribute : node.attributes()) {
        const std::string_view name = attribute.name();
        if (name.substr(name.find(':') + 1) == "val") return attribute.value();
    }
    return {};
}

enum class ParagraphKind { Text, Title, Heading, ListItem, Row };

struct Paragraph {
    ParagraphKind kind = ParagraphKind::Text;
    std::string text = {};
};

// The styles' identifiers are the program's language's: "Heading1", "berschrift1", "Titre1".
ParagraphKind kind_of(const pugi::xml_node& paragraph) {
    const pugi::xml_node properties = child_of(paragraph, "pPr");
    const std::string_view style = value_of(child_of(properties, "pStyle"));
    if (style == "Title" || style == "Titel" || style == "Titre") return ParagraphKind::Title;
    for (const std::string_view start : {"Heading", "berschrift", "Überschrift", "Titre"}) {
        if (style.starts_with(start)) return ParagraphKind::Heading;
    }
    return child_of(properties, "numPr") ? ParagraphKind::ListItem : ParagraphKind::Text;
}

/// Goes through the body in document order, without recursion.
class BodyWalk {
public:
    std::vector<Paragraph> walk(const pugi::xml_node& body) {
        pugi::xml_node node = body;
        while (node) {
            const bool into = enter(node);
            if (into && node.first_child()) {
                node = node.first_child();
                continue;
            }
            while (node && node != body && !node.next_sibling()) {
                leave(node);
                node = node.parent();
            }
            if (!node || node == body) break;
            leave(node);
            node = node.next_sibling();
        }
        return std::move(paragraphs_);
    }

private:
    // Whether what is below counts: not what was deleted, and of alternatives only the first.
    bool enter(const pugi::xml_node& node) {
        const std::string_view name = local_name(node);
        if (name == "del" || name == "moveFrom" || name == "Fallback" || name == "instrText") return false;
        if (name == "p") begin(kind_of(node));
        if (name == "t") text_ += node.child_value();
        if (name == "tab") text_ += ' ';
        if (name == "br" || name == "cr") text_ += '\n';
        if (name == "noBreakHyphen") text_ += '-';
        if (name == "tr" && rows_++ == 0) row_.clear();
        return true;
    }

    void leave(const pugi::xml_node& node) {
        const std::string_view name = local_name(node);
        if (name == "p") flush();
        if (name == "tr" && --rows_ == 0 && !row_.empty()) {
            paragraphs_.push_back({ParagraphKind::Row, std::move(row_)});
            row_.clear();
        }
        if (name == "tc" && rows_ == 1) cell_ended_ = true;
    }

    void begin(ParagraphKind kind) {
        flush();
        kind_ = kind;
    }

    void flush() {
        std::string text = tidy_text(text_);
        text_.clear();
        if (text.empty()) return;
        if (rows_ == 0) {
            paragraphs_.push_back({kind_, std::move(text)});
            return;
        }
        if (!row_.empty()) row_ += !cell_ended_ ? " " : row_.ends_with(':') ? " " : " | ";
        cell_ended_ = false;
        row_ += tidy_line(text);
    }

    std::vector<Paragraph> paragraphs_;
    ParagraphKind kind_ = ParagraphKind::Text;
    std::string text_;
    std::string row_;
    std::size_t rows_ = 0;  // within each other
    bool cell_ended_ = false;
};

std::string joined(const std::vector<Paragraph>& paragraphs) {
    std::string out;
    const Paragraph* before = nullptr;
    for (const Paragraph& paragraph : paragraphs) {
        const bool listed = paragraph.kind == ParagraphKind::ListItem || paragraph.kind == ParagraphKind::Row;
        if (before != nullptr) out += listed && before->kind == paragraph.kind ? "\n" : "\n\n";
        if (paragraph.kind == ParagraphKind::ListItem) out += "• ";
        out += paragraph.text;
        before = &paragraph;
    }
    return out;
}

// A paragraph with the style of titles, else a heading that comes first.
std::string taken_headline(std::vector<Paragraph>& paragraphs) {
    const auto styled = std::find_if(paragraphs.begin(), paragraphs.end(), [](const Paragraph& paragraph) {
        return paragraph.kind == ParagraphKind::Title;
    });
    const bool heading_first = !paragraphs.empty() && paragraphs.front().kind == ParagraphKind::Heading;
    const auto found = styled != paragraphs.end() ? styled
                       : heading_first            ? paragraphs.begin()
                                                  : paragraphs.end();
    if (found == paragraphs.end()) return {};
    std::string title = tidy_line(found->text);
    paragraphs.erase(found);
    return std::string(text::truncated(title, limits::kNameBytes));
}

void take_properties(ZipArchive& archive, DocumentText& document) {
    if (!has_entry(archive, "docProps/core.xml")) return;
    const auto content = content_of(archive, "docProps/core.xml");
    pugi::xml_document xml;
    if (!content || !xml.load_buffer(content.value().data(), content.value().size())) return;
    const pugi::xml_node core = xml.document_element();
    document.published = day_of_timestamp(child_of(core, "created").child_value());
    if (document.title.empty()) {
        document.title = std::string(text::truncated(
            tidy_line(decoded_text(child_of(core, "title").child_value(), "")), limits::kNameBytes));
    }
}

}  // namespace

Packing packing_of(const ZipArchive& archive) {
    if (has_entry(archive, "word/document.xml")) return Packing::Word;
    const bool is_office = has_entry(archive, "[Content_Types].xml") || has_entry(archive, "mimetype");
    return is_office ? Packing::OtherOffice : Packing::Parcel;
}

base::Result<DocumentText> read_docx(ZipArchive& archive) {
    const auto content = content_of(archive, "word/document.xml");
    if (!content) return content.errors();
    pugi::xml_document xml;
    const std::string sound = decoded_text(content.value(), "");
    const auto parsed = xml.load_buffer(sound.data(), sound.size(),
                                        pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
    if (!parsed) return damaged();
    std::vector<Paragraph> paragraphs = BodyWalk().walk(xml.document_element());
    DocumentText document;
    document.kind = DocumentKind::Docx;
    document.title = taken_headline(paragraphs);
    document.text = joined(paragraphs);
    if (document.title.empty()) document.title = taken_title(document.text);
    take_properties(archive, document);
    if (document.text.empty()) return base::Error{base::ErrorCode::DocumentWithoutText, {}, {}, {}};
    return document;
}

}  // namespace kontor::ingest
