// SPDX-License-Identifier: EUPL-1.2
// Press documents read from bytes in memory, and what was refused of them.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/progress.hpp"
#include "ingest/press_documents.hpp"

namespace kontor::test {

struct ReadDocuments final : ingest::DocumentSink {
    base::Outcome accept(ingest::DocumentText&& document) override {
        texts.push_back(std::move(document));
        return base::Done{};
    }
    void refuse(base::Error&& error) override { refused.push_back(std::move(error)); }

    /// The only text; an empty one when there is not exactly one.
    [[nodiscard]] ingest::DocumentText only() const {
        return texts.size() == 1 ? texts.front() : ingest::DocumentText{};
    }
    [[nodiscard]] bool refuses(base::ErrorCode code, std::string_view file) const {
        return std::any_of(refused.begin(), refused.end(), [&](const base::Error& error) {
            return error.code == code && error.place.file == file;
        });
    }
    std::vector<ingest::DocumentText> texts;
    base::Errors refused;
};

inline ReadDocuments documents_of(const std::string& name, std::string_view bytes) {
    ReadDocuments read;
    base::SilentProgress progress;
    static_cast<void>(ingest::read_press_bytes(name, bytes, read, progress));
    return read;
}

}  // namespace kontor::test
