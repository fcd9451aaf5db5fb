// SPDX-License-Identifier: EUPL-1.2
#include "service/shipped_data.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "text/topic_tagger.hpp"

namespace kontor::service {

base::Result<std::vector<std::string>> demo_files(const std::string& data) {
    std::vector<std::string> files;
    base::Errors faults;
    for (const char* folder : {"topics", "places", "demo"}) {
        const std::size_t before = files.size();
        const auto path = std::filesystem::path(data) / folder;
        std::error_code failed;
        for (const auto& entry : std::filesystem::directory_iterator(path, failed)) {
            if (entry.path().extension() == ".jsonl") files.push_back(entry.path().string());
        }
        std::sort(files.begin() + static_cast<std::ptrdiff_t>(before), files.end());
        if (files.size() > before) continue;
        faults.push_back({base::ErrorCode::FileUnreadable,
                          {{"file", path.string()}, {"reason", failed ? failed.message() : "*.jsonl"}},
                          {},
                          {}});
    }
    if (!faults.empty()) return faults;
    return files;
}

base::Result<std::shared_ptr<const text::CompoundSplitter>> load_splitter(const std::string& data,
                                                                          const store::Store& store) {
    std::ifstream file(std::filesystem::path(data) / "languages" / "german_compound_parts.txt");
    const std::string list{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    std::vector<model::Topic> topics;
    const auto scanned = store.scan(model::RecordKind::Topic, [&](model::Record&& record) {
        topics.push_back(std::get<model::Topic>(std::move(record)));
        return true;
    });
    if (!scanned) return scanned.errors();
    return std::shared_ptr<const text::CompoundSplitter>(
        std::make_shared<text::CompoundSplitter>(text::splitter_for(text::words_of_list(list), topics)));
}

}  // namespace kontor::service
