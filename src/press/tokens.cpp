// SPDX-License-Identifier: EUPL-1.2
#include "press/tokens.hpp"

#include <algorithm>
#include <array>

#include "press/characters.hpp"
#include "press/one_of.hpp"
#include "press/words.hpp"

namespace kontor::press {
namespace {

constexpr std::size_t kHeadingBytes = 200;
constexpr std::size_t kWrappedLine = 55;  // a line at least that long may go on in the next
constexpr std::size_t kOpenMarks = 8;     // nested at most
constexpr std::size_t kSentenceTokens = 400;

constexpr auto kAbbreviations = std::to_array<std::string_view>(
    {"abs",  "al",  "approx", "art",  "aufl", "bzw",  "ca",   "cf",  "co",   "corp", "dipl", "dr",  "ehem",
     "eng",  "etc", "evtl",   "ex",   "fig",  "gegr", "geb",  "ggf", "hr",   "hrsg", "inc",  "ing", "inkl",
     "insb", "jan", "jr",     "kfm",  "lt",   "ltd",  "max",  "me",  "min",  "mio",  "mr",   "mrd", "mrs",
     "ms",   "nat", "no",     "nr",   "phil", "pp",   "prof", "rer", "resp", "sen",  "sog",  "st",  "ste",
     "str",  "tel", "tech",   "u",    "univ", "usw",  "vgl",  "vol", "vs",   "z",    "mag",  "di",  "kom",
     "zzgl", "feb", "aug",    "sept", "okt",  "nov",  "dez",  "oct", "dec",  "apr"});

/// Words that begin a sentence and hardly ever go on with a name.
constexpr auto kStarters = std::to_array<std::string_view>(
    {"also",  "am",    "an",   "as",      "at",   "auch", "auf",   "bei",       "both",  "ce",     "ces",
     "cette", "damit", "dans", "das",     "dazu", "der",  "des",   "die",       "diese", "dieser", "during",
     "ein",   "eine",  "elle", "en",      "er",   "es",   "for",   "gemeinsam", "he",    "hier",   "ich",
     "il",    "ils",   "im",   "in",      "it",   "l'",   "la",    "le",        "les",   "mit",    "nach",
     "neben", "on",    "our",  "pour",    "she",  "sie",  "since", "so",        "the",   "their",  "they",
     "this",  "un",    "une",  "we",      "wir",  "with", "ziel",  "zu",        "zum",   "zur",    "these",
     "seit",  "ab",    "par",  "partner", "unter"});

bool is_of_pair(TokenKind kind) {
    return kind == TokenKind::QuoteOpen || kind == TokenKind::QuoteClose || kind == TokenKind::BracketOpen ||
           kind == TokenKind::BracketClose;
}

/// Pairs quotes and brackets within paragraphs. One without a partner is a mark like others, so that whoever
/// meets a bracket may go to its end.
void pair(std::vector<Token>& tokens, const std::vector<Sentence>& sentences) {
    std::vector<std::uint32_t> open;
    std::uint32_t paragraph = 0;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        Token& token = tokens[i];
        if (const std::uint32_t now = sentences[token.sentence].paragraph; now != paragraph) {
            paragraph = now;
            open.clear();
        }
        const bool opens = token.kind == TokenKind::QuoteOpen || token.kind == TokenKind::BracketOpen;
        const bool closes = token.kind == TokenKind::QuoteClose || token.kind == TokenKind::BracketClose;
        if (opens && open.size() < kOpenMarks) open.push_back(i);
        if (!closes) continue;
        const TokenKind wanted =
            token.kind == TokenKind::QuoteClose ? TokenKind::QuoteOpen : TokenKind::BracketOpen;
        for (std::size_t depth = open.size(); depth-- > 0;) {
            if (tokens[open[depth]].kind != wanted) continue;
            tokens[open[depth]].partner = i;
            token.partner = open[depth];
            open.resize(depth);
            break;
        }
    }
    for (Token& token : tokens) {
        if (is_of_pair(token.kind) && token.partner == kNoToken) token.kind = TokenKind::Mark;
    }
}

class Divider {
public:
    Divider(std::string_view text, std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

    std::vector<Sentence> divide() && {
        std::uint32_t first = 0;
        for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
            const Break found = break_after(i);
            if (found == Break::None && i + 1 - first < kSentenceTokens) continue;
            close(first, i + 1, found);
            first = i + 1;
        }
        return std::move(sentences_);
    }

private:
    enum class Break { None, Sentence, Line, Paragraph };

    [[nodiscard]] std::string_view gap_after(std::uint32_t i) const {
        const std::size_t end = i + 1 < tokens_.size() ? tokens_[i + 1].range.begin : text_.size();
        return text_.substr(tokens_[i].range.end, end - tokens_[i].range.end);
    }

    [[nodiscard]] Break break_after(std::uint32_t i) {
        if (i + 1 == tokens_.size()) return Break::Paragraph;
        const std::string_view gap = gap_after(i);
        const auto lines = std::ranges::count(gap, '\n');
        if (lines >= 2) return Break::Paragraph;
        if (lines == 1) {
            line_end_ = tokens_[i].range.end;
            const bool goes_on = line_goes_on(i);
            line_begin_ = tokens_[i + 1].range.begin;
            if (!goes_on) return Break::Line;
        }
        return ends_sentence(i) ? Break::Sentence : Break::None;
    }

    [[nodiscard]] bool line_goes_on(std::uint32_t i) const {
        const Token& next = tokens_[i + 1];
        const Token& last = tokens_[i];
        if (next.kind == TokenKind::Mark &&
            (next.key == "-" || next.key == "•" || next.key == "*" || next.key == "–"))
            return false;
        if (last.key == "," || last.key == "&" || last.key == "/") return true;
        if (last.kind == TokenKind::Mark || last.kind == TokenKind::QuoteClose) return false;
        if (next.kind == TokenKind::Word && next.writing == Writing::Lower && last.key != ":") return true;
        if (opens_label(i + 1)) return false;
        return line_end_ - line_begin_ >= kWrappedLine && gap_after(i).find('\r') == std::string_view::npos &&
               next.kind != TokenKind::BracketOpen;
    }

    /// "Laufzeit: …", "Lead partner: …", "Förderung (EFRE): …" behind a long line of the same sort.
    [[nodiscard]] bool opens_label(std::uint32_t i) const {
        constexpr std::uint32_t kWords = 5;
        if (tokens_[i].kind != TokenKind::Word || tokens_[i].writing == Writing::Lower) return false;
        for (std::uint32_t at = i + 1; at < i + kWords && at < tokens_.size(); ++at) {
            if (tokens_[at].key == ":") return true;
            const bool is_other = tokens_[at].kind != TokenKind::Word &&
                                  tokens_[at].kind != TokenKind::BracketOpen &&
                                  tokens_[at].kind != TokenKind::BracketClose;
            if (is_other || gap_after(at - 1).find('\n') != std::string_view::npos) return false;
        }
        return false;
    }

    [[nodiscard]] bool ends_sentence(std::uint32_t i) const {
        const Token& token = tokens_[i];
        std::uint32_t stop = i;
        if (token.kind == TokenKind::QuoteClose || token.kind == TokenKind::BracketClose) {
            if (i == 0) return false;
            stop = i - 1;
        }
        const Token& next = tokens_[i + 1];
        if (!next.spaced) return false;
        if (next.kind == TokenKind::QuoteClose || next.kind == TokenKind::BracketClose) return false;
        const Token& end = tokens_[stop];
        const bool inner_point = end.kind == TokenKind::Word && text_[end.range.end - 1] == '.';  // "e.V."
        if (inner_point)
            return next.kind == TokenKind::Word && next.writing == Writing::Capital &&
                   is_one_of<kStarters>(next.key);
        if (end.kind != TokenKind::Mark) return false;
        if (end.key == "!" || end.key == "?" || end.key == "…" || end.key == "...") return begins(next);
        if (end.key != "." || !begins(next) || stop == 0) return false;
        return !is_abbreviated(tokens_[stop - 1], next);
    }

    [[nodiscard]] static bool begins(const Token& next) {
        if (next.kind == TokenKind::Word) return next.writing != Writing::Lower || next.key.size() > 3;
        return next.kind != TokenKind::Mark || next.key == "–" || next.key == "-" || next.key == "•";
    }

    /// Whether the point after `before` belongs to an abbreviation or to an ordinal number.
    [[nodiscard]] bool is_abbreviated(const Token& before, const Token& next) const {
        const bool starter =
            next.kind == TokenKind::Word && next.writing != Writing::Lower && is_one_of<kStarters>(next.key);
        if (next.kind == TokenKind::Word && next.writing == Writing::Lower) return true;
        if (before.kind == TokenKind::Number) return before.range.end - before.range.begin <= 2 && !starter;
        if (before.kind != TokenKind::Word) return false;
        const std::size_t length = before.range.end - before.range.begin;
        if (length == 1) return !starter;
        return is_one_of<kAbbreviations>(before.key) && !starter;
    }

    void close(std::uint32_t first, std::uint32_t end, Break found) {
        Sentence sentence;
        sentence.first = first;
        sentence.end = end;
        sentence.range = {tokens_[first].range.begin, tokens_[end - 1].range.end};
        sentence.paragraph = paragraph_;
        sentence.kind = kind_of(first, end, found);
        for (std::uint32_t i = first; i < end; ++i)
            tokens_[i].sentence = static_cast<std::uint32_t>(sentences_.size());
        sentences_.push_back(sentence);
        begins_line_ = found == Break::Line || found == Break::Paragraph;
        if (begins_line_ && end < tokens_.size()) line_begin_ = tokens_[end].range.begin;
        if (found == Break::Paragraph) ++paragraph_;
    }

    [[nodiscard]] SentenceKind kind_of(std::uint32_t first, std::uint32_t end, Break found) const {
        if (is_furniture(first, end)) return SentenceKind::Furniture;
        const Token& begin = tokens_[first];
        if (begins_line_ && begin.kind == TokenKind::Mark &&
            (begin.key == "-" || begin.key == "•" || begin.key == "*" || begin.key == "–"))
            return SentenceKind::Item;
        const Token& last = tokens_[end - 1];
        const bool open_end = last.kind == TokenKind::Word || last.kind == TokenKind::Number ||
                              last.kind == TokenKind::QuoteClose || last.kind == TokenKind::BracketClose ||
                              last.key == "?" || last.key == "!" || last.key == ":";
        const bool at_line_end = found == Break::Line || found == Break::Paragraph;
        const bool is_short = last.range.end - begin.range.begin <= kHeadingBytes;
        return begins_line_ && at_line_end && open_end && is_short ? SentenceKind::Heading
                                                                   : SentenceKind::Running;
    }

    /// Navigation that lost its spaces: "StartseiteAktuellesNachrichten…": a word with three capitals inside.
    [[nodiscard]] bool is_furniture(std::uint32_t first, std::uint32_t end) const {
        if (!begins_line_ || end - first > 40) return false;
        const Token& token = tokens_[first];
        if (token.kind != TokenKind::Word || token.writing != Writing::Mixed) return false;
        std::size_t humps = 0;
        std::size_t run = 0;
        for (std::size_t at = token.range.begin; at < token.range.end;) {
            const Character now = character(text_, at);
            if (is_letter(now.code) && !is_capital(now.code)) {
                ++run;
            } else {
                humps += run >= 4 && is_capital(now.code) ? 1 : 0;
                run = 0;
            }
            at += now.length;
        }
        return humps >= 2;
    }

    std::string_view text_;
    std::vector<Token>& tokens_;
    std::vector<Sentence> sentences_;
    std::size_t line_begin_ = 0;
    std::size_t line_end_ = 0;
    std::uint32_t paragraph_ = 0;
    bool begins_line_ = true;
};

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(static_cast<unsigned char>(text.front()))) text.remove_prefix(1);
    while (!text.empty() && is_space(static_cast<unsigned char>(text.back()))) text.remove_suffix(1);
    return text;
}

}  // namespace

std::string text_as_read(const PressText& item) {
    const std::string_view title = trimmed(item.title);
    if (title.empty() || trimmed(item.text).starts_with(title)) return item.text;
    return std::string(title) + "\n\n" + item.text;
}

TokenizedText tokenized(std::string_view text) {
    TokenizedText result;
    result.tokens = words_and_marks(text);
    result.sentences = Divider(text, result.tokens).divide();
    pair(result.tokens, result.sentences);
    return result;
}

}  // namespace kontor::press
