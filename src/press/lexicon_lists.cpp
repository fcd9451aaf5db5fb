// SPDX-License-Identifier: EUPL-1.2
#include "press/lexicon_lists.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/countries.hpp"

namespace kontor::press {
namespace {

enum class Head { Any, Kind, KindCountry, Number, Country, CountryOrNone };

constexpr auto kSections = std::to_array<std::pair<std::string_view, Head>>(
    {{"nouns", Head::Kind},          {"references", Head::Kind},   {"legal-forms", Head::Kind},
     {"name-hints", Head::Kind},     {"names", Head::KindCountry}, {"names-each", Head::KindCountry},
     {"titles", Head::Any},          {"roles", Head::Any},         {"first-names", Head::Any},
     {"weekdays", Head::Any},        {"months", Head::Number},     {"numbers", Head::Number},
     {"counted", Head::Any},         {"bounds", Head::Any},        {"currencies", Head::Any},
     {"topic-triggers", Head::Any},  {"topic-heads", Head::Any},   {"topic-stop", Head::Any},
     {"articles", Head::Any},        {"prepositions", Head::Any},  {"conjunctions", Head::Any},
     {"function", Head::Any},        {"connectors", Head::Any},    {"name-verbs", Head::Any},
     {"phases", Head::Any},          {"furniture", Head::Any},     {"ordinary", Head::Any},
     {"general-topics", Head::Any},  {"demonyms", Head::Country},  {"countries", Head::Country},
     {"areas", Head::CountryOrNone}, {"towns", Head::Country},     {"clues", Head::Any}});

std::string_view trimmed(std::string_view text) {
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

class Reader {
public:
    explicit Reader(std::string_view file) : file_(file) {}

    void read(std::string_view text) {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            ++number_;
            line(trimmed(text.substr(0, end)));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    base::Result<std::vector<LexiconLine>> result() && {
        if (!faults_.empty()) return std::move(faults_);
        return std::move(lines_);
    }

private:
    void fault(base::ErrorCode code, base::ErrorArguments arguments) {
        faults_.push_back({code, std::move(arguments), {std::string(file_), number_, 0, section_}, {}});
    }

    void line(std::string_view text) {
        if (text.empty() || text.front() == '#') return;
        if (text.front() == '[') {
            section_ = std::string(text.substr(1, text.size() < 2 ? 0 : text.size() - 2));
            const auto known =
                std::ranges::find(kSections, section_, [](const auto& one) { return one.first; });
            if (known == kSections.end() || text.back() != ']') {
                fault(base::ErrorCode::FieldUnknown, {{"field", std::string(text)}});
            } else {
                head_ = known->second;
            }
            return;
        }
        const std::size_t colon = text.find(':');
        if (section_.empty() || colon == std::string_view::npos) {
            return fault(base::ErrorCode::FieldUnknown, {{"field", std::string(text.substr(0, 40))}});
        }
        LexiconLine made;
        made.section = section_;
        made.head = std::string(trimmed(text.substr(0, colon)));
        const std::string_view rest = text.substr(colon + 1);
        const std::size_t bar = rest.find('|');
        made.items = split(rest.substr(0, bar), ';');
        if (bar != std::string_view::npos) made.adjectives = split(rest.substr(bar + 1), ';');
        if (made.items.empty()) return fault(base::ErrorCode::ValueMissing, {});
        if (read_head(made)) lines_.push_back(std::move(made));
    }

    bool read_head(LexiconLine& made) {
        std::string_view head = made.head;
        if (head_ == Head::Number) {
            const auto read = std::from_chars(head.data(), head.data() + head.size(), made.number);
            if (read.ec == std::errc() && read.ptr == head.data() + head.size()) return true;
            fault(base::ErrorCode::NumberInvalid, {{"value", made.head}});
            return false;
        }
        if (head_ == Head::Kind || head_ == Head::KindCountry) {
            const std::size_t space = std::min(head.find(' '), head.size());
            const auto kind = model::from_word<EntityKind>(head.substr(0, space));
            if (!kind) {
                fault(base::ErrorCode::ValueNotAllowed,
                      {{"value", made.head}, {"allowed", "cluster, company, …"}});
                return false;
            }
            made.kind = *kind;
            if (head_ == Head::Kind || space == head.size()) return true;
            head.remove_prefix(space + 1);
        }
        if (head_ == Head::Any) return true;
        if (head_ != Head::KindCountry) made.kind = EntityKind::Place;
        if (head_ == Head::CountryOrNone && head == "-") return true;
        made.country = std::string(head);
        if (text::is_country_code(head)) return true;
        fault(base::ErrorCode::CountryUnknown, {{"value", std::string(head)}});
        return false;
    }

    std::string_view file_;
    std::uint64_t number_ = 0;
    std::string section_;
    Head head_ = Head::Any;
    std::vector<LexiconLine> lines_;
    base::Errors faults_;
};

}  // namespace

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (const std::string_view part = trimmed(text.substr(0, end)); !part.empty())
            parts.emplace_back(part);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

base::Result<std::vector<LexiconLine>> lexicon_lines(std::string_view file, std::string_view text) {
    Reader reader(file);
    reader.read(text);
    return std::move(reader).result();
}

}  // namespace kontor::press
