// SPDX-License-Identifier: EUPL-1.2
#include "unit/press/shipped_lexicon.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "codec/record_json.hpp"

namespace kontor::press {
namespace {

template <class Record>
std::vector<Record> records_of(const std::string& path) {
    std::vector<Record> records;
    std::istringstream lines(text_of_file(path));
    for (std::string line; std::getline(lines, line);) {
        auto record = codec::record_from_line(line, {});
        if (!record) std::abort();
        if (auto* one = std::get_if<Record>(&record.value())) records.push_back(std::move(*one));
    }
    return records;
}

Lexicon made() {
    const std::string data = std::string(KONTOR_SOURCE_DIR) + "/data/";
    const auto topics = records_of<model::Topic>(data + "topics/topics.jsonl");
    const auto places = records_of<model::Place>(data + "places/places.jsonl");
    LexiconParts parts;
    parts.lists = shipped_lists();
    parts.topics = topics;
    parts.places = places;
    const auto words = text::words_of_list(text_of_file(data + "languages/german_compound_parts.txt"));
    parts.splitter = std::make_shared<text::CompoundSplitter>(text::splitter_for(words, topics));
    auto lexicon = Lexicon::make(parts);
    if (!lexicon) std::abort();
    return std::move(lexicon).value();
}

}  // namespace

std::string text_of_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<LexiconText> shipped_lists() {
    std::vector<LexiconText> lists;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(KONTOR_SOURCE_DIR) + "/data/press")) {
        if (entry.path().extension() != ".txt") continue;
        lists.push_back({entry.path().filename().string(), text_of_file(entry.path().string())});
    }
    std::ranges::sort(lists, {}, &LexiconText::name);
    return lists;
}

const Lexicon& shipped_lexicon() {
    static const Lexicon lexicon = made();
    return lexicon;
}

}  // namespace kontor::press
