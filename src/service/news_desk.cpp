// SPDX-License-Identifier: EUPL-1.2
#include "service/news_desk.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "text/countries.hpp"

namespace kontor::service {
namespace {

using press::Entity;
using press::EntityKind;

/// Below this, a name is rather a guess than a tag.
constexpr double kTellingConfidence = 0.5;
constexpr std::size_t kSummaryBytes = 420;
constexpr std::size_t kTitleBytes = 300;
constexpr std::size_t kMostTopics = 8;

std::string_view trimmed(std::string_view text) {
    const auto is_blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

/// Runs of blanks as one space; cut at a word before `maximum` bytes.
std::string on_one_line(std::string_view text, std::size_t maximum) {
    std::string out;
    for (const char c : trimmed(text)) {
        const bool is_blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!is_blank && (static_cast<unsigned char>(c) < 0x20)) continue;
        if (is_blank && (out.empty() || out.back() == ' ')) continue;
        out += is_blank ? ' ' : c;
    }
    if (out.size() <= maximum) return out;
    const std::size_t space = out.rfind(' ', maximum);
    std::size_t end = space == std::string::npos ? maximum : space;
    while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80U) --end;
    return out.substr(0, end) + " …";
}

std::string_view first_line(std::string_view text) {
    text = trimmed(text);
    return trimmed(text.substr(0, text.find('\n')));
}

void add_once(std::vector<std::string>& list, std::string_view id) {
    if (!id.empty() && std::find(list.begin(), list.end(), id) == list.end()) list.emplace_back(id);
}

class NewsMaker {
public:
    NewsMaker(const NewsOrigin& origin, const press::Reading& reading, const Snapshot& snapshot)
        : origin_(origin), reading_(reading), snapshot_(snapshot) {}

    model::News make(const NewsLinks& links) {
        for (std::uint32_t i = 0; i < reading_.entities.size(); ++i) {
            const Entity& entity = reading_.entities[i];
            const auto said = links.find(i);
            tag(entity, said == links.end() ? entity.record : said->second, said != links.end());
        }
        tag_targets();
        tag_topics_by_words();
        tell();
        return std::move(news_);
    }

private:
    void tag(const Entity& entity, const std::string& record, bool is_certain) {
        if (!is_certain && entity.confidence < kTellingConfidence) return;
        const network::Picture& picture = *snapshot_.picture;
        switch (entity.kind) {
            case EntityKind::Cluster:
            case EntityKind::Company:
            case EntityKind::University:
            case EntityKind::ResearchInstitute:
            case EntityKind::Association:
            case EntityKind::PublicBody:
            case EntityKind::Organisation:
                if (picture.find_organisation(record)) add_once(news_.organisations, record);
                return;
            case EntityKind::Project:
                if (picture.find_project(record)) add_once(news_.projects, record);
                return;
            case EntityKind::Programme:
                if (picture.find_programme(record)) add_once(news_.programmes, record);
                return;
            case EntityKind::Topic:
                add_topic(record.empty() ? entity.topic : record);
                return;
            case EntityKind::Place:
                add_country(entity.country);
                return;
            case EntityKind::Event:
            case EntityKind::Agreement:
            case EntityKind::Person:
                return;
        }
    }

    void tag_targets() {
        for (const press::Fact& fact : reading_.facts) {
            if (fact.predicate != press::Predicate::Targets) continue;
            const auto* object = std::get_if<std::uint32_t>(&fact.object);
            if (object != nullptr && *object < reading_.entities.size())
                add_country(reading_.entities[*object].country);
        }
    }

    void tag_topics_by_words() {
        const Vocabulary& vocabulary = *snapshot_.vocabulary;
        for (const std::uint32_t ordinal :
             vocabulary.named_in(origin_.title + "\n" + origin_.text, text::Abbreviations::AsWritten)) {
            add_topic(vocabulary.topics()[ordinal].id);
        }
    }

    void add_topic(const std::string& id) {
        if (news_.topics.size() < kMostTopics && snapshot_.vocabulary->ordinal(id))
            add_once(news_.topics, id);
    }
    void add_country(const std::string& code) {
        const auto known = text::country_codes();
        if (std::find(known.begin(), known.end(), code) != known.end()) add_once(news_.countries, code);
    }

    void tell() {
        const std::string& language = origin_.language.empty() ? reading_.language : origin_.language;
        const std::string lang = language.empty() ? "und" : language;
        const std::string_view title = origin_.title.empty() ? first_line(origin_.text) : origin_.title;
        news_.titles.push_back({lang, on_one_line(title, kTitleBytes), model::TextOrigin::Import});
        if (const std::string summary = first_sentences(title); !summary.empty())
            news_.summary.push_back({lang, summary, model::TextOrigin::Machine});
        news_.published = origin_.published.known() ? origin_.published : reading_.published;
        news_.publisher = origin_.publisher;
        if (origin_.url.starts_with("https://") || origin_.url.starts_with("http://"))
            news_.url = origin_.url;
        news_.keeper = origin_.keeper;
        news_.source = origin_.source;
    }

    /// Two sentences that are not the title.
    [[nodiscard]] std::string first_sentences(std::string_view title) const {
        constexpr int kSentences = 2;
        std::string out;
        int taken = 0;
        for (const press::Range range : reading_.sentences) {
            if (range.begin >= range.end || range.end > origin_.text.size()) continue;
            const std::string_view sentence =
                trimmed(std::string_view(origin_.text).substr(range.begin, range.end - range.begin));
            if (sentence.empty() || sentence == title || title.find(sentence) != std::string_view::npos)
                continue;
            out += (out.empty() ? "" : " ") + std::string(sentence);
            if (++taken == kSentences) break;
        }
        return on_one_line(out, kSummaryBytes);
    }

    const NewsOrigin& origin_;
    const press::Reading& reading_;
    const Snapshot& snapshot_;
    model::News news_;
};

}  // namespace

model::News news_of(const NewsOrigin& origin, const press::Reading& reading, const NewsLinks& links,
                    const Snapshot& snapshot) {
    return NewsMaker(origin, reading, snapshot).make(links);
}

}  // namespace kontor::service
