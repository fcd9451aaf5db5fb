// SPDX-License-Identifier: EUPL-1.2
#include "ingest/document_reading.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/limits.hpp"
#include "ingest/byte_streams.hpp"
#include "ingest/document_content.hpp"
#include "ingest/docx_document.hpp"
#include "ingest/feed_document.hpp"
#include "ingest/html_document.hpp"
#include "ingest/mail_document.hpp"
#include "ingest/pdf_apart.hpp"
#include "ingest/places.hpp"
#include "ingest/plain_document.hpp"
#include "ingest/zip_archive.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"

namespace kontor::ingest {
namespace {

namespace limits = base::limits;
using base::Error;
using base::ErrorCode;

constexpr std::size_t kGuessedBytes = 200;  // below, what a document declares is surer than a guess
constexpr std::size_t kArchives = 2;        // within each other
constexpr std::size_t kGuessedFrom = 20'000;

Error too_large(std::uint64_t maximum) {
    return {ErrorCode::FileTooLarge, {{"maximum", std::to_string(maximum)}}, {}, {}};
}

Error without_text() {
    return {ErrorCode::DocumentWithoutText, {}, {}, {}};
}

Error unknown_format() {
    return {ErrorCode::FormatUnknown, {{"formats", "TXT, HTML, PDF, DOCX, EML, RSS, Atom, ZIP"}}, {}, {}};
}

Error too_deep_within(const std::string& part) {
    return {ErrorCode::DocumentNested, {{"part", part}}, {}, {}};
}

Error nested_archive(const std::string& entry) {
    return {ErrorCode::ArchiveNested, {{"entry", entry}}, {}, {}};
}

// Files that packing programs leave behind and no one means.
bool is_debris(std::string_view name) {
    const std::string_view base = name.substr(name.rfind('/') + 1);
    return name.starts_with("__MACOSX/") || base.starts_with('.') || base == "Thumbs.db" ||
           base == "desktop.ini";
}

std::string language_of(const DocumentText& document) {
    const std::string guess = text::guessed_language(text::truncated(document.text, kGuessedFrom));
    if (guess == "und") return document.language;
    if (document.text.size() < kGuessedBytes && !document.language.empty()) return document.language;
    return guess;
}

}  // namespace

base::Result<DocumentFile> DocumentFile::open(const std::string& path, const std::string& name) {
    DocumentFile file;
    file.name_ = name;
    std::error_code failed;
    const std::uint64_t size = std::filesystem::file_size(path, failed);
    if (failed) {
        return Error{
            ErrorCode::FileUnreadable, {{"file", name}, {"reason", failed.message()}}, in_file(name), {}};
    }
    auto stream = open_file_stream(path, name);
    if (!stream) return stream.errors();
    std::string start(4, '\0');
    const auto got = stream.value()->read(start);
    if (!got) return got.errors();
    start.resize(got.value());
    if (document_content(start, name) == DocumentContent::Archive) {
        file.path_ = path;
        return file;
    }
    Error refusal = too_large(limits::kDocumentBytes);
    refusal.place = in_file(name);
    if (size > limits::kDocumentBytes) return refusal;
    auto rest = read_all(*stream.value(), limits::kDocumentBytes - start.size());
    if (!rest) return refusal;
    file.owned_ = std::move(start) + std::move(rest).value();
    return file;
}

DocumentFile DocumentFile::of_bytes(const std::string& name, std::string_view bytes) {
    DocumentFile file;
    file.name_ = name;
    file.given_ = bytes;
    return file;
}

DocumentReading::Spot DocumentReading::Spot::within(const std::string& name) const {
    return {file, part.empty() ? name : part + "/" + name, depth + 1, archives};
}

base::Outcome DocumentReading::read(const DocumentFile& file) {
    const Spot spot{file.name(), "", 0, 0};
    unpacked_ = 0;
    if (file.archive_path().empty()) return read_bytes(file.bytes(), spot);
    auto archive = ZipArchive::open_file(file.archive_path(), file.name());
    if (archive) return read_archive(*archive.value(), spot);
    refuse(archive.errors());
    return base::Done{};
}

void DocumentReading::refuse(const base::Errors& errors) {
    for (const Error& error : errors) sink_.refuse(Error(error));
}

void DocumentReading::refuse_at(Error error, const Spot& spot) {
    error.place.file = spot.name();
    sink_.refuse(std::move(error));
}

base::Outcome DocumentReading::unless_stopped() {
    progress_.report("documents", ++done_, 0);
    if (progress_.stop_requested()) return Error{ErrorCode::Stopped, {}, {}, {}};
    return base::Done{};
}

base::Outcome DocumentReading::hand_over(base::Result<DocumentText> document, const Spot& spot) {
    if (!document) {
        for (const Error& error : document.errors()) refuse_at(error, spot);
        return unless_stopped();
    }
    DocumentText& text = document.value();
    if (text.text.size() > limits::kDocumentTextBytes) {
        refuse_at(too_large(limits::kDocumentTextBytes), spot);
        return unless_stopped();
    }
    text.file = spot.file;
    text.part = spot.part;
    text.language = language_of(text);
    if (auto accepted = sink_.accept(std::move(text)); !accepted) return accepted;
    return unless_stopped();
}

base::Outcome DocumentReading::read_bytes(std::string_view bytes, const Spot& spot) {
    if (bytes.size() > limits::kDocumentBytes) return hand_over(too_large(limits::kDocumentBytes), spot);
    switch (document_content(bytes, spot.name())) {
        case DocumentContent::Empty:
            return hand_over(without_text(), spot);
        case DocumentContent::Html:
            return hand_over(read_html(bytes, ""), spot);
        case DocumentContent::Archive:
            return read_packed(bytes, spot);
        case DocumentContent::PlainText:
            return hand_over(read_plain_text(bytes), spot);
        case DocumentContent::Pdf:
            return hand_over(read_pdf_apart(bytes, progress_, {}), spot);
        case DocumentContent::Email:
            return read_letter(bytes, spot);
        case DocumentContent::Feed:
            return read_feed(bytes, spot);
        case DocumentContent::EncryptedOffice:
            return hand_over(Error{ErrorCode::DocumentEncrypted, {}, {}, {}}, spot);
        case DocumentContent::Unknown:
            break;
    }
    return hand_over(unknown_format(), spot);
}

base::Outcome DocumentReading::read_letter(std::string_view bytes, const Spot& spot) {
    auto mail = read_mail(bytes);
    if (!mail) return hand_over(mail.errors(), spot);
    const bool has_attachments = !mail.value().attachments.empty();
    if (!mail.value().body.text.empty()) {
        if (auto handed = hand_over(std::move(mail.value().body), spot); !handed) return handed;
    } else if (!has_attachments) {
        return hand_over(without_text(), spot);
    }
    for (const Attachment& attachment : mail.value().attachments) {
        const Spot inner = spot.within(attachment.name);
        const bool too_deep = inner.depth > limits::kDocumentNesting;
        auto read =
            too_deep ? hand_over(too_deep_within(inner.part), inner) : read_bytes(attachment.bytes, inner);
        if (!read) return read;
    }
    return base::Done{};
}

base::Outcome DocumentReading::read_feed(std::string_view bytes, const Spot& spot) {
    FeedReader feed(bytes);
    std::size_t count = 0;
    while (auto entry = feed.next()) {
        if (++count > limits::kDocumentParts) {
            const std::string maximum = std::to_string(limits::kDocumentParts);
            return hand_over(Error{ErrorCode::TooManyItems, {{"maximum", maximum}}, {}, {}}, spot);
        }
        // An entry of a title alone still tells something.
        if (entry->text.empty()) entry->text = entry->title;
        const Spot inner = spot.within("#" + std::to_string(count));
        auto handed =
            entry->text.empty() ? hand_over(without_text(), inner) : hand_over(*std::move(entry), inner);
        if (!handed) return handed;
    }
    if (feed.fault()) return hand_over(*feed.fault(), spot);
    return count > 0 ? base::Outcome(base::Done{}) : hand_over(without_text(), spot);
}

base::Outcome DocumentReading::read_packed(std::string_view bytes, const Spot& spot) {
    auto archive = ZipArchive::open_bytes(bytes, spot.name());
    if (archive) return read_archive(*archive.value(), spot);
    refuse(archive.errors());
    return unless_stopped();
}

base::Outcome DocumentReading::read_archive(ZipArchive& archive, const Spot& spot) {
    const Packing packing = packing_of(archive);
    if (packing == Packing::Word) return hand_over(read_docx(archive), spot);
    if (packing == Packing::OtherOffice) return hand_over(unknown_format(), spot);
    if (spot.archives == kArchives) return hand_over(nested_archive(spot.part), spot);
    if (spot.depth >= limits::kDocumentNesting) return hand_over(too_deep_within(spot.part), spot);
    for (std::size_t entry = 0; entry < archive.entries().size() && unpacked_ <= most_unpacked_; ++entry) {
        if (is_debris(archive.entries()[entry].name)) continue;
        if (auto read = read_entry(archive, entry, spot); !read) return read;
    }
    return base::Done{};
}

base::Outcome DocumentReading::read_entry(ZipArchive& archive, std::size_t entry, const Spot& spot) {
    const InputEntry& described = archive.entries()[entry];
    Spot inner = spot.within(described.name);
    ++inner.archives;
    if (described.size_bytes > limits::kDocumentBytes) {
        return hand_over(too_large(limits::kDocumentBytes), inner);
    }
    auto stream = archive.open(entry);
    if (!stream) return hand_over(stream.errors(), inner);
    auto bytes = read_all(*stream.value(), limits::kDocumentBytes);
    if (!bytes) return hand_over(bytes.errors(), inner);
    unpacked_ += bytes.value().size();
    if (unpacked_ > most_unpacked_) {
        const std::string maximum = std::to_string(most_unpacked_);
        return hand_over(Error{ErrorCode::ArchiveTooLarge, {{"maximum", maximum}}, {}, {}}, inner);
    }
    return read_bytes(bytes.value(), inner);
}

}  // namespace kontor::ingest
