// SPDX-License-Identifier: EUPL-1.2
#include "http/site.hpp"

#include <zlib.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "http/html.hpp"
#include "http/problem.hpp"
#include "service/linked_data.hpp"
#include "text/utf8.hpp"

namespace kontor::http {
namespace {

namespace fs = std::filesystem;

struct File {
    std::string content_type;
    std::shared_ptr<const std::string> plain;
    std::shared_ptr<const std::string> gzip;  // null where it would not be smaller
    std::string tag;
};

std::string_view content_type_of(const fs::path& path) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kTypes{{
        {".html", "text/html; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".json", "application/json; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".ico", "image/x-icon"},
        {".woff2", "font/woff2"},
        {".txt", "text/plain; charset=utf-8"},
        {".webmanifest", "application/manifest+json"},
        {".map", "application/json"},
    }};
    for (const auto& [ending, type] : kTypes) {
        if (path.extension() == ending) return type;
    }
    return "application/octet-stream";
}

std::string gzipped(const std::string& content) {
    z_stream stream{};
    constexpr int kGzipWindow = 15 + 16;
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzipWindow, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    std::string out(deflateBound(&stream, content.size()), '\0');
    stream.next_in = reinterpret_cast<const Bytef*>(content.data());
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int done = deflate(&stream, Z_FINISH);
    out.resize(done == Z_STREAM_END ? stream.total_out : 0);
    deflateEnd(&stream);
    return out;
}

File read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    File file;
    file.content_type = content_type_of(path);
    auto plain =
        std::make_shared<std::string>(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    file.tag = "\"" + std::to_string(std::hash<std::string>{}(*plain)) + "\"";
    std::string packed = gzipped(*plain);
    if (!packed.empty() && packed.size() < plain->size()) {
        file.gzip = std::make_shared<const std::string>(std::move(packed));
    }
    file.plain = std::move(plain);
    return file;
}

void replace_first(std::string& text, std::string_view what, const std::string& with) {
    const std::size_t at = text.find(what);
    if (at != std::string::npos) text.replace(at, what.size(), with);
}

/// What a page's head says before any script has run.
struct Head {
    std::string language;
    std::string title;
    std::string description;
    std::string json_ld;
    bool found = true;
};

std::string first_sentences(const std::string& text) {
    constexpr std::size_t kMost = 300;
    if (text.size() <= kMost) return text;
    const std::size_t space = text.rfind(' ', kMost);
    return std::string(text::truncated(text, space == std::string::npos ? kMost : space)) + " …";
}

}  // namespace

struct Site::Files {
    std::map<std::string, File> by_path;

    void add_folder(const fs::path& folder) {
        std::error_code ignored;
        for (const auto& entry : fs::recursive_directory_iterator(folder, ignored)) {
            if (!entry.is_regular_file()) continue;
            by_path.emplace("/" + fs::relative(entry.path(), folder).generic_string(),
                            read_file(entry.path()));
        }
    }
};

Site::Site(const std::string& directory, const std::string& documents, const service::PageService& pages)
    : pages_(pages) {
    auto files = std::make_unique<Files>();
    files->add_folder(directory);
    for (const auto& [path, name] : {std::pair{"/api/docs", "api-docs.html"},
                                     {"/api/docs.css", "api-docs.css"},
                                     {"/api/openapi.json", "openapi.json"}}) {
        const fs::path file = fs::path(documents) / name;
        if (fs::exists(file)) files->by_path.emplace(path, read_file(file));
    }
    files_ = std::move(files);
}

Site::~Site() = default;

namespace {

Response file_response(const File& file, const Request& request, bool is_named_by_content) {
    Response response;
    response.content_type = file.content_type;
    response.headers = {
        {"ETag", file.tag},
        {"Vary", "Accept-Encoding"},
        {"Cache-Control", is_named_by_content ? "public, max-age=31536000, immutable" : "no-cache"}};
    if (request.if_none_match == file.tag) {
        response.status = 304;
        return response;
    }
    if (file.gzip && request.accept_encoding.find("gzip") != std::string_view::npos) {
        response.shared_body = file.gzip;
        response.headers.emplace_back("Content-Encoding", "gzip");
    } else {
        response.shared_body = file.plain;
    }
    return response;
}

/// Pages behind a record's own, such as /de/organisations/optence/roles, are found when the record is; they
/// describe something else than it.
constexpr std::string_view kBehindRecord = "/roles";

Head record_head(const service::PageService& pages, const std::string& kind, const std::string& id,
                 const std::string& language) {
    const service::Asker asker{.language = language};
    Head head;
    head.language = language;
    if (kind == "organisations") {
        const auto page = pages.organisation(asker, id);
        const auto data = service::organisation_json_ld(pages, asker, id);
        if (!page || !data) return {language, "", "", "", false};
        head.title = page.value().organisation.name;
        head.description = first_sentences(page.value().description);
        head.json_ld = data.value();
    } else if (kind == "projects") {
        const auto page = pages.project(asker, id);
        const auto data = service::project_json_ld(pages, asker, id);
        if (!page || !data) return {language, "", "", "", false};
        head.title = page.value().acronym.empty() ? page.value().title : page.value().acronym;
        head.description = first_sentences(page.value().title);
        head.json_ld = data.value();
    } else if (kind == "news") {
        const auto page = pages.news(asker, id);
        const auto data = service::news_json_ld(pages, asker, id);
        if (!page || !data) return {language, "", "", "", false};
        head.title = page.value().brief.title;
        head.description = first_sentences(page.value().brief.summary);
        head.json_ld = data.value();
    } else if (kind == "topics") {
        const auto page = pages.topic(asker, id);
        if (!page) return {language, "", "", "", false};
        head.title = page.value().topic.label;
        head.description = page.value().definition;
    } else if (kind == "programmes") {
        const auto page = pages.programme(asker, id);
        if (!page) return {language, "", "", "", false};
        head.title = page.value().name;
        head.description = first_sentences(page.value().description);
    }
    return head;
}

}  // namespace

Response Site::get(const Request& request) const {
    const auto file = files_->by_path.find(request.path);
    if (file != files_->by_path.end() && request.path != "/index.html") {
        return file_response(
            file->second, request,
            request.path.starts_with("/assets/") && request.path.find('-') != std::string::npos);
    }
    const auto shell = files_->by_path.find("/index.html");
    if (request.path.starts_with("/assets/") || shell == files_->by_path.end()) {
        return problem({{base::ErrorCode::PathNotFound, {{"path", request.path}}, {}, {}}}, request.language);
    }
    const std::string language = request.path.starts_with("/de")   ? "de"
                                 : request.path.starts_with("/en") ? "en"
                                                                   : request.language;
    Head head;
    head.language = language;
    const std::size_t kind_at = request.path.find('/', 1);
    const std::size_t id_at = kind_at == std::string::npos ? kind_at : request.path.find('/', kind_at + 1);
    if (id_at != std::string::npos) {
        std::string id = request.path.substr(id_at + 1);
        const bool is_behind = id.ends_with(kBehindRecord);
        if (is_behind) id.resize(id.size() - kBehindRecord.size());
        head = record_head(pages_, request.path.substr(kind_at + 1, id_at - kind_at - 1), id, language);
        if (is_behind) head.description = head.json_ld = "";
    }
    std::string html = *shell->second.plain;
    replace_first(html, "<html lang=\"de\">", "<html lang=\"" + language + "\">");
    if (!head.title.empty()) {
        replace_first(html, "<title>Kontor</title>",
                      "<title>" + html_escaped(head.title) + " – Kontor</title>");
    }
    std::string extra;
    if (!head.description.empty()) {
        extra += "<meta name=\"description\" content=\"" + html_escaped(head.description) + "\">\n";
    }
    if (!head.json_ld.empty())
        extra += "<script type=\"application/ld+json\">" + head.json_ld + "</script>\n";
    replace_first(html, "</head>", extra + "</head>");
    Response response;
    response.status = head.found ? 200 : 404;
    response.content_type = "text/html; charset=utf-8";
    response.body = std::move(html);
    response.headers = {{"Cache-Control", "no-cache"}, {"Content-Language", language}};
    return response;
}

}  // namespace kontor::http
