// SPDX-License-Identifier: EUPL-1.2
#include "service/press_document.hpp"

#include <fmt/format.h>

#include <iterator>

#include "codec/json_text.hpp"
#include "text/utf8.hpp"

namespace kontor::service {
namespace {

using press::Entity;
using press::Fact;
using press::Reading;

constexpr char32_t kNoBreakSpace = 0xA0;
constexpr char32_t kNarrowNoBreakSpace = 0x202F;

class Writer {
public:
    Writer(const Reading& reading, std::string_view text, const TopicLabel& label)
        : reading_(reading), text_(text), label_(label) {}

    std::string write(std::string_view document) {
        member("document", document);
        out_ += ',';
        member("language", reading_.language);
        out_ += ',';
        member("published", reading_.published.text());
        out_ += ",\"entities\":[";
        for (std::size_t i = 0; i < reading_.entities.size(); ++i) {
            if (i > 0) out_ += ',';
            write(reading_.entities[i]);
        }
        out_ += "],\"facts\":[";
        for (std::size_t i = 0; i < reading_.facts.size(); ++i) {
            if (i > 0) out_ += ',';
            write(reading_.facts[i]);
        }
        return "{" + out_ + "]}";
    }

private:
    void member(std::string_view name, std::string_view value) {
        codec::append_quoted(out_, name);
        out_ += ':';
        codec::append_quoted(out_, value);
    }
    void confidence(double value) {
        fmt::format_to(std::back_inserter(out_), ",\"confidence\":{:.2f}", value);
    }
    [[nodiscard]] std::string_view id(std::uint32_t entity) const {
        return entity < reading_.entities.size() ? std::string_view(reading_.entities[entity].id)
                                                 : std::string_view("document");
    }

    void write(const Entity& entity) {
        out_ += '{';
        member("id", entity.id);
        out_ += ',';
        member("kind", model::word(entity.kind));
        out_ += ',';
        member("name", entity.name);
        out_ += ",\"aliases\":[";
        for (std::size_t i = 0; i < entity.aliases.size(); ++i) {
            if (i > 0) out_ += ',';
            codec::append_quoted(out_, entity.aliases[i]);
        }
        out_ += "],";
        member("country", entity.country);
        if (entity.kind == press::EntityKind::Topic) {
            out_ += ',';
            member("gloss_en", entity.topic.empty() ? std::string() : label_(entity.topic));
        }
        if (!entity.record.empty()) {
            out_ += ',';
            member("record", entity.record);
        }
        confidence(entity.confidence);
        out_ += ',';
        member("rule", entity.rule);
        out_ += '}';
    }

    void write(const Fact& fact) {
        out_ += '{';
        member("subject", id(fact.subject));
        out_ += ',';
        member("predicate", model::word(fact.predicate));
        out_ += ',';
        const auto* entity = std::get_if<std::uint32_t>(&fact.object);
        member("object",
               entity != nullptr ? id(*entity) : std::string_view(std::get<std::string>(fact.object)));
        if (!fact.qualifiers.empty()) write_qualifiers(fact);
        out_ += ',';
        const auto begin = std::min<std::size_t>(fact.sentence.begin, text_.size());
        member("sentence", collapsed(text_.substr(begin, fact.sentence.end - begin)));
        out_ += ',';
        member("certainty", model::word(fact.certainty));
        confidence(fact.confidence);
        out_ += ',';
        member("rule", fact.rule);
        out_ += '}';
    }

    void write_qualifiers(const Fact& fact) {
        out_ += ",\"qualifiers\":{";
        for (std::size_t i = 0; i < fact.qualifiers.size(); ++i) {
            if (i > 0) out_ += ',';
            codec::append_quoted(out_, fact.qualifiers[i].name);
            out_ += ':';
            const auto& value = fact.qualifiers[i].value;
            if (const auto* text = std::get_if<std::string>(&value)) codec::append_quoted(out_, *text);
            if (const auto* number = std::get_if<std::int64_t>(&value)) out_ += std::to_string(*number);
            if (const auto* truth = std::get_if<bool>(&value)) out_ += *truth ? "true" : "false";
        }
        out_ += '}';
    }

    const Reading& reading_;
    std::string_view text_;
    const TopicLabel& label_;
    std::string out_;
};

}  // namespace

std::string press_document(const Reading& reading, std::string_view text, std::string_view document,
                           const TopicLabel& topic_label) {
    return Writer(reading, text, topic_label).write(document);
}

std::string collapsed(std::string_view text) {
    std::string out;
    bool is_gap = false;
    for (std::size_t at = 0; at < text.size();) {
        const text::DecodedCharacter next = text::character_at(text, at);
        const bool is_space = next.code == ' ' || (next.code >= '\t' && next.code <= '\r') ||
                              next.code == kNoBreakSpace || next.code == kNarrowNoBreakSpace;
        if (!is_space) {
            if (is_gap && !out.empty()) out += ' ';
            out += text.substr(at, next.length);
        }
        is_gap = is_space;
        at += next.length;
    }
    return out;
}

}  // namespace kontor::service
