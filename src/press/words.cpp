// SPDX-License-Identifier: EUPL-1.2
#include "press/words.hpp"

#include <algorithm>
#include <array>

#include "press/characters.hpp"
#include "press/one_of.hpp"
#include "text/fold.hpp"

namespace kontor::press {
namespace {

constexpr std::size_t kLongestWord = 200;  // bytes; what is longer is cut there

constexpr auto kElisions =
    std::to_array<std::string_view>({"l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu",
                                     "puisqu", "quelqu", "dall", "dell", "nell"});

/// What may stand in an address of mail or the web.
constexpr auto kIsOfAddress = [] {
    std::array<bool, 0x80> table{};
    table.fill(true);
    for (const char c : std::string_view(" \t\n\v\f\r<>\"()[]{},;|"))
        table[static_cast<unsigned char>(c)] = false;
    return table;
}();

class Cutter {
public:
    explicit Cutter(std::string_view text) : text_(text) { tokens_.reserve(text.size() / 5); }

    std::vector<Token> cut() && {
        bool spaced = false;
        while (at_ < text_.size()) {
            const Character now = character(text_, at_);
            if (is_space(now.code)) {
                spaced = true;
                at_ += now.length;
                continue;
            }
            const std::size_t before = tokens_.size();
            if (is_letter(now.code)) {
                word();
            } else if (is_digit(now.code)) {
                number();
            } else {
                mark(now);
            }
            if (tokens_.size() > before) tokens_[before].spaced = spaced;
            spaced = false;
        }
        return std::move(tokens_);
    }

private:
    [[nodiscard]] char32_t code(std::size_t at) const { return character(text_, at).code; }
    [[nodiscard]] bool is_of_word(std::size_t at) const {
        const char32_t c = code(at);
        return is_letter(c) || is_digit(c);
    }

    void add(std::size_t begin, std::size_t end, TokenKind kind) {
        Token token;
        token.range = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        token.kind = kind;
        const std::string_view written = text_.substr(begin, end - begin);
        token.key = Key(key_of(written));
        if (kind == TokenKind::Word) token.writing = writing_of(written);
        tokens_.push_back(std::move(token));
    }

    static Writing writing_of(std::string_view word) {
        std::size_t letters = 0;
        std::size_t capitals = 0;
        std::size_t digits = 0;
        bool first = false;
        bool inner = false;  // a capital right after a lower-case letter
        bool lower_before = false;
        for (std::size_t at = 0; at < word.size();) {
            const Character now = character(word, at);
            const bool capital = is_capital(now.code);
            if (is_letter(now.code)) {
                if (letters == 0) first = capital;
                ++letters;
                capitals += capital ? 1 : 0;
                inner = inner || (capital && lower_before);
            }
            digits += is_digit(now.code) ? 1 : 0;
            if (!is_apostrophe(now.code)) lower_before = is_letter(now.code) && !capital;
            at += now.length;
        }
        if (letters > 1 && capitals == letters && digits == 0) return Writing::Capitals;
        if (inner || (digits > 0 && capitals > 0) || (!first && capitals > 0)) return Writing::Mixed;
        if (first && capitals > 1 && capitals * 2 > letters) return Writing::Mixed;
        return first ? Writing::Capital : Writing::Lower;
    }

    /// A run without white space that is an address of mail or the web; its end, or 0.
    [[nodiscard]] std::size_t address_end(std::size_t begin) const {
        std::size_t end = begin;
        bool is_address = text_.substr(begin).starts_with("www.");
        while (end < text_.size() && end - begin < kLongestWord) {
            const Character now = character(text_, end);
            if (now.code >= 0x80 || !kIsOfAddress[now.code]) break;
            is_address = is_address || (now.code == U'@' && end > begin && is_of_word(end + 1)) ||
                         (now.code == U':' && text_.substr(end).starts_with("://"));
            ++end;
        }
        while (end > begin && std::string_view(".:!?'*").find(text_[end - 1]) != std::string_view::npos)
            --end;
        return is_address ? end : 0;
    }

    void word() {
        const std::size_t begin = at_;
        if (tokens_.empty() || begin != tokens_.back().range.end || tokens_.back().kind != TokenKind::Word) {
            if (const std::size_t end = address_end(begin); end != 0) {
                at_ = end;
                return add(begin, end, TokenKind::Word);
            }
        }
        if (text_.substr(begin).starts_with("e. V.") || text_.substr(begin).starts_with("e.\u00A0V.")) {
            at_ = text_.find("V.", begin) + 2;
            return add(begin, at_, TokenKind::Word);
        }
        std::size_t segment = begin;  // where the letters since the last point began
        while (at_ < text_.size() && at_ - begin < kLongestWord) {
            const Character now = character(text_, at_);
            const bool is_raised = now.code == U'²' || now.code == U'³';  // "Muster²"
            const bool is_inner_point =                                   // "col·laboració", "Muster·plan"
                now.code == U'·' && at_ > begin && is_letter(code(at_ + now.length));
            if (is_letter(now.code) || is_digit(now.code) || is_raised || is_inner_point ||
                (now.code >= 0x300 && now.code < 0x370)) {
                at_ += now.length;
            } else if (now.code == U'.') {
                if (!passes_point(begin, segment)) break;
                segment = ++at_;
            } else if (is_hyphen(now.code)) {
                if (!passes_hyphen(now.length)) break;
                segment = at_;
            } else if (is_apostrophe(now.code)) {
                if (!passes_apostrophe(begin, now.length)) break;
            } else if (!passes_gender_mark(now.code)) {
                break;
            }
        }
        if (at_ == begin) at_ += character(text_, at_).length;
        add(begin, at_, TokenKind::Word);
        possessive();
    }

    /// "U.S.", "e.V.", "P.I.L.O.T.", "Human.Technologie": points within and after abbreviations of single
    /// letters.
    [[nodiscard]] bool passes_point(std::size_t begin, std::size_t segment) const {
        const std::size_t length = at_ - segment;
        const bool of_letters = segment > begin && text_[segment - 1] == '.';
        const char32_t next = code(at_ + 1);
        if (length == 1 && (of_letters || is_letter(next) || next == U'.'))
            return is_letter(next) || of_letters;
        if (!is_letter(next)) return false;
        if (!is_capital(next) || !is_capital(code(begin))) return false;
        if (of_letters) return true;
        std::size_t end = at_ + 1;  // another point must follow, or the segments are short
        while (is_letter(code(end)) && end - at_ < 24) end += character(text_, end).length;
        return (code(end) == U'.' && is_capital(code(end + 1))) || (length <= 4 && end - at_ <= 5);
    }

    bool passes_hyphen(std::size_t length) {
        if (is_of_word(at_ + length)) {
            at_ += length;
            return true;
        }
        const char32_t next = code(at_ + length);
        const std::string_view rest = text_.substr(at_ + length);
        for (const std::string_view joint :
             {" und ", " oder ", " bzw", " sowie ", " and ", " or ", " et ", "/", ", "}) {
            if (next != 0 && rest.starts_with(joint)) {
                at_ += length;
                break;
            }
        }
        return false;
    }

    bool passes_apostrophe(std::size_t begin, std::size_t length) {
        const char32_t next = code(at_ + length);
        if (!is_letter(next)) return false;
        const std::string before = text::folded(text_.substr(begin, at_ - begin));
        if (is_one_of<kElisions>(before)) {
            at_ += length;
            return false;
        }
        const bool is_s = (next == U's' || next == U'S') && !is_of_word(at_ + length + 1);
        if (is_s && is_capital(code(begin))) return false;
        at_ += length;
        return true;
    }

    /// "Akteur*innen", "Bürger:innen".
    bool passes_gender_mark(char32_t mark_code) {
        if (mark_code != U'*' && mark_code != U':' && mark_code != U'_') return false;
        const std::string_view rest = text_.substr(at_ + 1);
        if (!rest.starts_with("inn") && !rest.starts_with("in ")) return false;
        ++at_;
        return true;
    }

    void possessive() {
        const Character now = character(text_, at_);
        if (!is_apostrophe(now.code)) return;
        const char32_t next = code(at_ + now.length);
        if ((next != U's' && next != U'S') || is_of_word(at_ + now.length + 1)) return;
        const std::size_t begin = at_;
        at_ += now.length + 1;
        add(begin, at_, TokenKind::Mark);
        tokens_.back().key = "'s";
    }

    void number() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && at_ - begin < kLongestWord) {
            const char32_t now = code(at_);
            const bool is_divider = (now == U'.' || now == U',' || now == U':') && is_digit(code(at_ + 1));
            const bool is_month = now == U'-' && at_ - begin == 4 && is_iso_rest();
            const bool is_day =
                now == U'-' && at_ - begin == 7 && text_[begin + 4] == '-' && is_digit(code(at_ + 1));
            if (!is_digit(now) && !is_divider && !is_month && !is_day) break;
            ++at_;
        }
        const char32_t next = code(at_);
        const std::string_view digits = text_.substr(begin, at_ - begin);
        const bool is_year =
            digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));  // "2031-Okt."
        const bool hyphened =
            is_hyphen(next) && !is_year && is_letter(code(at_ + character(text_, at_).length));
        if (is_letter(next) || hyphened) {
            at_ = begin + 1;
            return joined_number(begin);
        }
        add(begin, at_, TokenKind::Number);
    }

    [[nodiscard]] bool is_iso_rest() const {
        return is_digit(code(at_ + 1)) && is_digit(code(at_ + 2)) && !is_digit(code(at_ + 3));
    }

    /// "3D-Druck", "5G", "17-köpfig", "1er": a word that begins with digits.
    void joined_number(std::size_t begin) {
        while (at_ < text_.size() && at_ - begin < kLongestWord) {
            const Character now = character(text_, at_);
            const bool joint =
                (is_hyphen(now.code) || now.code == U'.' || now.code == U',') && is_of_word(at_ + now.length);
            if (!is_letter(now.code) && !is_digit(now.code) && !joint) break;
            at_ += now.length;
        }
        add(begin, at_, TokenKind::Word);
    }

    void mark(const Character& now) {
        const std::size_t begin = at_;
        at_ += now.length;
        TokenKind kind = TokenKind::Mark;
        if (is_quote(now.code)) {
            const char32_t next = code(at_);
            const bool glued =
                begin > 0 && !is_space(character_before(begin)) && character_before(begin) != U'(';
            const bool ends = next < 0x80 && std::string_view(",.;:!?)]").find(static_cast<char>(next)) !=
                                                 std::string_view::npos;
            const bool can_open = !is_space(next) && next != 0 && !glued && !ends;
            kind = can_open ? TokenKind::QuoteOpen : TokenKind::QuoteClose;
            if (now.code == 0xAB && (is_space(next) || !glued)) kind = TokenKind::QuoteOpen;
            if (now.code == 0x201E || now.code == 0x201A) kind = TokenKind::QuoteOpen;
            if (now.code == 0x201D) kind = can_open ? kind : TokenKind::QuoteClose;
        } else if (now.code == U'(' || now.code == U'[' || now.code == U'{') {
            kind = TokenKind::BracketOpen;
        } else if (now.code == U')' || now.code == U']' || now.code == U'}') {
            kind = TokenKind::BracketClose;
        }
        add(begin, at_, kind);
    }

    [[nodiscard]] char32_t character_before(std::size_t at) const {
        std::size_t begin = at - 1;
        while (begin > 0 && (static_cast<unsigned char>(text_[begin]) & 0xC0U) == 0x80U) --begin;
        return code(begin);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
};

}  // namespace

namespace {

/// The key of a word in ASCII, as most are; false for others.
bool key_of_ascii(std::string_view word, std::string& key) {
    key.resize(word.size());
    std::size_t length = 0;
    for (const char c : word) {
        if (static_cast<unsigned char>(c) >= 0x80) return false;
        if (c == ' ') continue;
        const bool is_upper = c >= 'A' && c <= 'Z';
        key[length++] = is_upper ? static_cast<char>(c - 'A' + 'a') : c == '`' ? '\'' : c;
    }
    key.resize(length);
    return true;
}

}  // namespace

std::string key_of(std::string_view word) {
    std::string key;
    if (key_of_ascii(word, key)) return key;
    key = text::folded(word);
    for (const auto& [odd, plain] : {std::pair<std::string_view, char>{"\u2019", '\''},
                                     {"\u2011", '-'},
                                     {"\u2010", '-'},
                                     {"\u00AD", '-'},
                                     {"`", '\''}}) {
        for (std::size_t at = key.find(odd); at != std::string::npos; at = key.find(odd, at + 1)) {
            key.replace(at, odd.size(), 1, plain);
        }
    }
    key.erase(std::remove(key.begin(), key.end(), ' '), key.end());
    return key;
}

std::vector<Token> words_and_marks(std::string_view text) {
    return Cutter(text).cut();
}

}  // namespace kontor::press
