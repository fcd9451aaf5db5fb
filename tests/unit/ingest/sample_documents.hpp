// SPDX-License-Identifier: EUPL-1.2
// PDF and Word files made in the tests themselves.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "unit/ingest/sample_files.hpp"

namespace kontor::test {

/// One line of print: where its baseline begins, counted from the page's lower left in points.
struct Print {
    double x = 72;
    double y = 700;
    double size = 11;
    std::string text = {};  // Windows-1252
};
using PrintPages = std::vector<std::vector<Print>>;

enum class Lock { Open, Password };

inline std::string escaped_print(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '(' || c == ')' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

/// A PDF file of A4 pages in Helvetica. Locked ones name a key that no password gives. Each page begins with
/// the operators of `drawing`, which may draw the first of `forms` as /N; they are objects 4, 5 and so on.
inline std::string pdf_of(const PrintPages& pages, Lock lock = Lock::Open, const std::string& drawing = "",
                          const std::vector<std::string>& forms = {}) {
    std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>", "",
                                     "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
                                     "/Encoding /WinAnsiEncoding >>"};
    objects.insert(objects.end(), forms.begin(), forms.end());
    const std::string form = forms.empty() ? "" : "/XObject << /N 4 0 R >>";
    std::string kids;
    for (const std::vector<Print>& page : pages) {
        std::string content = drawing + "BT\n";
        for (const Print& print : page) {
            content += fmt::format("/F1 {} Tf 1 0 0 1 {} {} Tm ({}) Tj\n", print.size, print.x, print.y,
                                   escaped_print(print.text));
        }
        content += "ET";
        objects.push_back(fmt::format("<< /Length {} >>\nstream\n{}\nendstream", content.size(), content));
        objects.push_back(fmt::format(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R "
            ">> {} >> /Contents {} 0 R >>",
            form, objects.size()));
        kids += fmt::format("{} 0 R ", objects.size());
    }
    objects[1] = fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, pages.size());
    std::string out = "%PDF-1.4\n";
    std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
    for (std::size_t i = 0; i < objects.size(); ++i) {
        table += fmt::format("{:010} 00000 n \n", out.size());
        out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
    }
    const std::string key(64, 'A');
    const std::string locked =
        lock == Lock::Open
            ? ""
            : fmt::format(
                  "/Encrypt << /Filter /Standard /V 1 /R 2 /O <{0}> /U <{0}> /P -4 >> /ID [<{1}> <{1}>]", key,
                  key.substr(0, 32));
    const std::size_t begin = out.size();
    return out + table +
           fmt::format("trailer\n<< /Size {} /Root 1 0 R {} >>\nstartxref\n{}\n%%EOF\n", objects.size() + 1,
                       locked, begin);
}

/// A Word file with this inside of its body, and these core properties.
inline std::string docx_of(const std::string& body, const std::string& properties = "") {
    const std::string space = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    return zip_of(
        {{"[Content_Types].xml", "<Types/>"},
         {"word/document.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document" + space + "><w:body>" +
                                   body + "</w:body></w:document>"},
         {"docProps/core.xml", "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\" xmlns:dcterms=\"t\">" +
                                   properties + "</cp:coreProperties>"}});
}

}  // namespace kontor::test
