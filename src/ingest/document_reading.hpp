// SPDX-License-Identifier: EUPL-1.2
// One reading of press documents: finds out what a file is, has it read, and goes into what holds further
// documents (archives, mails, feeds), never deeper than limits::kDocumentNesting. One thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "ingest/press_documents.hpp"

namespace kontor::ingest {

class ZipArchive;

/// A file's bytes, or an archive that is read in place; refused before reading when it is too large.
class DocumentFile {
public:
    /// Errors: FileUnreadable, FileTooLarge.
    [[nodiscard]] static base::Result<DocumentFile> open(const std::string& path, const std::string& name);
    /// `bytes` must outlive it.
    [[nodiscard]] static DocumentFile of_bytes(const std::string& name, std::string_view bytes);

    [[nodiscard]] const std::string& name() const { return name_; }
    /// Empty for an archive on disk.
    [[nodiscard]] std::string_view bytes() const { return path_.empty() && owned_.empty() ? given_ : owned_; }
    /// Of an archive on disk; empty otherwise.
    [[nodiscard]] const std::string& archive_path() const { return path_; }

private:
    std::string name_;
    std::string path_;
    std::string owned_;
    std::string_view given_;
};

/// What may come out of the archives of one file, those within each other included: archives in archives turn
/// 40 MB into terabytes without a suspicious ratio of any entry.
constexpr std::uint64_t kUnpackedBytes = 1'000'000'000;

class DocumentReading {
public:
    DocumentReading(DocumentSink& sink, base::Progress& progress,
                    std::uint64_t most_unpacked = kUnpackedBytes)
        : sink_(sink), progress_(progress), most_unpacked_(most_unpacked) {}

    [[nodiscard]] base::Outcome read(const DocumentFile& file);
    void refuse(const base::Errors& errors);

private:
    /// Where a document is: the file, and its part in it ("" for the whole), and how deep that lies.
    struct Spot {
        std::string file;
        std::string part;
        std::size_t depth = 0;     // documents around it
        std::size_t archives = 0;  // of these, archives
        [[nodiscard]] std::string name() const { return part.empty() ? file : file + "/" + part; }
        [[nodiscard]] Spot within(const std::string& name) const;
    };
    [[nodiscard]] base::Outcome read_bytes(std::string_view bytes, const Spot& spot);
    [[nodiscard]] base::Outcome read_letter(std::string_view bytes, const Spot& spot);
    [[nodiscard]] base::Outcome read_feed(std::string_view bytes, const Spot& spot);
    [[nodiscard]] base::Outcome read_packed(std::string_view bytes, const Spot& spot);
    [[nodiscard]] base::Outcome read_archive(ZipArchive& archive, const Spot& spot);
    [[nodiscard]] base::Outcome read_entry(ZipArchive& archive, std::size_t entry, const Spot& spot);
    [[nodiscard]] base::Outcome hand_over(base::Result<DocumentText> document, const Spot& spot);
    void refuse_at(base::Error error, const Spot& spot);
    [[nodiscard]] base::Outcome unless_stopped();

    DocumentSink& sink_;
    base::Progress& progress_;
    std::uint64_t most_unpacked_;
    std::uint64_t unpacked_ = 0;  // of this file
    std::uint64_t done_ = 0;
};

}  // namespace kontor::ingest
