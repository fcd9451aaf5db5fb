// SPDX-License-Identifier: EUPL-1.2
// What arrives at the press desk becomes texts: plain text, HTML, PDF, DOCX, e-mail (with its attachments),
// zip archives, folders, and feeds (RSS 2.0, Atom). A kind is recognised by content before the name's ending.
// Texts are handed out one by one, so that memory does not grow with their number; what cannot be read is
// told with its place and does not keep the rest from being read. Markup and scripts in a text are text,
// never followed: nothing is fetched. Any thread, one call each. Cost: docs/bench.md.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "base/progress.hpp"
#include "model/codes.hpp"
#include "model/values.hpp"

namespace kontor::ingest {

enum class DocumentKind { PlainText, Html, Pdf, Docx, Email, FeedEntry };

struct DocumentText {
    std::string file = {};   // as it was given; below a folder, the path within it
    std::string part = {};   // of an archive, a mail or a feed: "news/a.html", "#3"; empty: the whole file
    std::string title = {};  // empty when the document has none
    std::string text = {};   // valid UTF-8, NFC, no control characters but line feeds; a blank line ends a
                             // paragraph; without the title, at most limits::kDocumentTextBytes
    std::string publisher = {};  // empty when not known; never a person
    std::string language = {};   // ISO 639-1 as guessed, else as declared; empty when neither tells
    model::Date published = {};  // unknown when the document does not tell
    std::string url = {};        // http or https, as the document gives it; empty otherwise
    DocumentKind kind = DocumentKind::PlainText;
};

/// Where the texts go.
class DocumentSink {
public:
    virtual ~DocumentSink() = default;
    /// A fault stops the reading, which returns it.
    [[nodiscard]] virtual base::Outcome accept(DocumentText&& document) = 0;
    /// Something that is not read, and why; place.file names file and part ("post.zip/news.pdf"), place.line
    /// the line where there is one.
    virtual void refuse(base::Error&& error) = 0;
};

/// Reads the file or folder at `path`; a folder with all below it, by name, without links and hidden files.
/// Asks `progress` to stop after every document and every page. Errors: Stopped, and what the sink says;
/// everything else is refused to the sink, a file of more than limits::kDocumentBytes before it is read.
[[nodiscard]] base::Outcome read_press_documents(const std::string& path, DocumentSink& sink,
                                                 base::Progress& progress);

/// The same for bytes in memory; `name` is what places call them.
[[nodiscard]] base::Outcome read_press_bytes(const std::string& name, std::string_view bytes,
                                             DocumentSink& sink, base::Progress& progress);

}  // namespace kontor::ingest

namespace kontor::model {

template <>
struct Words<ingest::DocumentKind> {
    static constexpr std::array<std::string_view, 6> kWords{"text", "html", "pdf", "docx", "email", "feed"};
};

}  // namespace kontor::model
