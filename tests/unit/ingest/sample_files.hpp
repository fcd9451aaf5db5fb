// SPDX-License-Identifier: EUPL-1.2
// Files written in the tests themselves: text, archives and workbooks in memory, and a sink that keeps what
// it is given.
#pragma once

#include <zip.h>

#include <ctime>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "base/progress.hpp"
#include "ingest/import_report.hpp"
#include "ingest/input.hpp"
#include "ingest/organisations.hpp"
#include "ingest/record_sink.hpp"

namespace kontor::test {

using Files = std::vector<std::pair<std::string, std::string>>;  // name, content

/// An Input over bytes that must open.
inline ingest::Input input_of(const std::string& name, const std::string& bytes) {
    auto opened = ingest::Input::from_bytes(name, bytes);
    if (!opened) throw std::runtime_error(base::located_sentence(opened.errors().front(), "en"));
    return std::move(opened).value();
}

enum class Protection { None, Password };

/// The bytes of a zip archive; the same for the same files, whatever the time.
inline std::string zip_of(const Files& files, Protection protection = Protection::None) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    for (const auto& [name, content] : files) {
        zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
        const auto index =
            static_cast<zip_uint64_t>(zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8));
        constexpr std::time_t kWritten = 1'556'668'800;  // in May 2019
        zip_file_set_mtime(archive, index, kWritten, 0);
        if (protection == Protection::Password) {
            zip_file_set_encryption(archive, index, ZIP_EM_AES_256, "secret");
        }
    }
    zip_close(archive);
    zip_source_open(target);
    zip_source_seek(target, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(zip_source_tell(target)), '\0');
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    zip_error_fini(&error);
    return bytes;
}

/// A workbook with one sheet "Tabelle1" out of the inside of its worksheet element.
inline std::string workbook_of(const std::string& worksheet, const std::string& shared_strings = {},
                               const std::string& styles = {}) {
    const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    Files files{
        {"[Content_Types].xml", head + "<Types/>"},
        {"xl/workbook.xml", head +
                                "<workbook xmlns:r=\"rels\"><sheets><sheet name=\"Tabelle1\" sheetId=\"1\" "
                                "r:id=\"rId1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         head +
             "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
        {"xl/worksheets/sheet1.xml", head + "<worksheet>" + worksheet + "</worksheet>"}};
    if (!shared_strings.empty())
        files.emplace_back("xl/sharedStrings.xml", head + "<sst>" + shared_strings + "</sst>");
    if (!styles.empty())
        files.emplace_back("xl/styles.xml", head + "<styleSheet>" + styles + "</styleSheet>");
    return zip_of(files);
}

/// A cell with an inline string.
inline std::string text_cell(const std::string& address, const std::string& text) {
    return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

class KeepingSink final : public ingest::RecordSink {
public:
    base::Outcome accept(model::Record&& record, const base::Place& place) override {
        records.push_back(std::move(record));
        places.push_back(place);
        return base::Done{};
    }
    template <class T>
    [[nodiscard]] std::vector<T> all() const {
        std::vector<T> out;
        for (const model::Record& record : records) {
            if (const T* found = std::get_if<T>(&record)) out.push_back(*found);
        }
        return out;
    }
    template <class T>
    [[nodiscard]] T one(const std::string& id) const {
        for (const T& record : all<T>()) {
            if (record.id == id) return record;
        }
        throw std::runtime_error("no record " + id);
    }
    std::vector<model::Record> records;
    std::vector<base::Place> places;
};

/// True unless a record is unsound or a row is neither taken, merged, unchanged nor refused.
inline bool is_accounted_for(const base::Result<ingest::ImportReport>& report, const KeepingSink& sink) {
    for (const model::Record& record : sink.records) {
        if (!model::validate(record).empty()) return false;
    }
    if (!report) return true;
    for (const ingest::FileReport& file : report.value().files) {
        const ingest::RowCounts& c = file.counts;
        if (c.rows != c.taken + c.merged + c.unchanged + c.refused) return false;
    }
    return true;
}

/// A store that is empty.
class NobodyKnown final : public ingest::KnownOrganisations {
public:
    std::vector<model::Organisation> candidates(const std::string&, const std::string&,
                                                const std::string&) const override {
        return {};
    }
    std::optional<model::Organisation> by_identifier(const std::string&, const std::string&) const override {
        return std::nullopt;
    }
    bool has(const std::string&) const override { return false; }
};

/// Asks to stop from the beginning.
class StoppingProgress final : public base::Progress {
public:
    void report(std::string_view, std::uint64_t, std::uint64_t) override {}
    [[nodiscard]] bool stop_requested() const override { return true; }
};

inline std::vector<base::ErrorCode> codes(const base::Errors& errors) {
    std::vector<base::ErrorCode> out;
    for (const base::Error& error : errors) out.push_back(error.code);
    return out;
}

inline std::string argument(const base::Error& error, std::string_view name) {
    for (const auto& [key, value] : error.arguments) {
        if (key == name) return value;
    }
    return {};
}

}  // namespace kontor::test
