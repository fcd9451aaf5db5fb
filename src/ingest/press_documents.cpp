// SPDX-License-Identifier: EUPL-1.2
#include "ingest/press_documents.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

#include "base/limits.hpp"
#include "ingest/byte_streams.hpp"
#include "ingest/document_reading.hpp"
#include "ingest/places.hpp"

namespace kontor::ingest {
namespace {

namespace fs = std::filesystem;
namespace limits = base::limits;
using base::Error;
using base::ErrorCode;

Error unreadable(const std::string& name, const std::string& reason) {
    return {ErrorCode::FileUnreadable, {{"file", name}, {"reason", reason}}, in_file(name), {}};
}

/// The files below `folder` in the order of their paths, without hidden ones and without following links.
std::vector<fs::path> files_below(const fs::path& folder, DocumentSink& sink) {
    std::vector<fs::path> files;
    std::error_code failed;
    const std::string name = folder.filename().string();
    auto entry =
        fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, failed);
    for (; !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
        const bool hidden = entry->path().filename().string().starts_with('.');
        if (hidden && entry->is_directory()) entry.disable_recursion_pending();
        if (hidden || entry->is_symlink() || !entry->is_regular_file()) continue;
        if (files.size() == limits::kDocumentParts) {
            sink.refuse({ErrorCode::TooManyItems,
                         {{"maximum", std::to_string(limits::kDocumentParts)}},
                         in_file(name),
                         {}});
            break;
        }
        files.push_back(entry->path());
    }
    if (failed) sink.refuse(unreadable(name, failed.message()));
    std::sort(files.begin(), files.end());
    return files;
}

base::Outcome read_file(const fs::path& path, const std::string& name, DocumentReading& reading) {
    auto opened = DocumentFile::open(path.string(), name);
    if (!opened) {
        reading.refuse(opened.errors());
        return base::Done{};
    }
    return reading.read(opened.value());
}

}  // namespace

base::Outcome read_press_documents(const std::string& path, DocumentSink& sink, base::Progress& progress) {
    DocumentReading reading(sink, progress);
    std::error_code failed;
    const fs::path start(path.empty() ? "." : path);
    if (!fs::is_directory(start, failed)) return read_file(start, start.filename().string(), reading);
    for (const fs::path& file : files_below(start, sink)) {
        const std::string name = file.lexically_relative(start).generic_string();
        if (auto read = read_file(file, name, reading); !read) return read;
    }
    return base::Done{};
}

base::Outcome read_press_bytes(const std::string& name, std::string_view bytes, DocumentSink& sink,
                               base::Progress& progress) {
    DocumentReading reading(sink, progress);
    return reading.read(DocumentFile::of_bytes(name, bytes));
}

}  // namespace kontor::ingest
