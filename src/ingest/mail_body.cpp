// SPDX-License-Identifier: EUPL-1.2
#include "ingest/mail_body.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "text/utf8.hpp"

namespace kontor::ingest {
namespace {

constexpr std::size_t kBodyParagraph = 200;  // bytes; a signature's are shorter
constexpr std::size_t kClosingLine = 60;

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

template <std::size_t kCount>
bool starts_with_any(std::string_view text, const std::array<std::string_view, kCount>& starts) {
    return std::any_of(starts.begin(), starts.end(), [&](std::string_view s) { return text.starts_with(s); });
}

template <std::size_t kCount>
bool has_any(std::string_view text, const std::array<std::string_view, kCount>& parts) {
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return has(text, part); });
}

bool is_closing(std::string_view line) {
    constexpr std::array<std::string_view, 26> kClosings{"mit freundlichen gr",
                                                         "mit freundlichem gru",
                                                         "mit besten gr",
                                                         "mit herzlichen gr",
                                                         "freundliche gr",
                                                         "viele gr",
                                                         "beste gr",
                                                         "herzliche gr",
                                                         "liebe gr",
                                                         "schöne gr",
                                                         "kind regards",
                                                         "best regards",
                                                         "with kind regards",
                                                         "with best regards",
                                                         "warm regards",
                                                         "yours sincerely",
                                                         "sincerely",
                                                         "yours faithfully",
                                                         "best wishes",
                                                         "cordialement",
                                                         "bien cordialement",
                                                         "bien à vous",
                                                         "meilleures salutations",
                                                         "saludos cordiales",
                                                         "cordiali saluti",
                                                         "distinti saluti"};
    constexpr std::array<std::string_view, 14> kWhole{
        "mfg",        "lg",       "vg",  "bg",   "best",       "cheers",      "regards",
        "herzlichst", "herzlich", "ihr", "ihre", "bien à toi", "amicalement", "sentiments distingués"};
    std::string small = lowered(line);
    if (line.size() <= kClosingLine && starts_with_any(std::string_view(small), kClosings)) return true;
    while (small.ends_with(',') || small.ends_with('!')) small.pop_back();
    return std::find(kWhole.begin(), kWhole.end(), small) != kWhole.end();
}

// "Am 12.05.2031 um 8:00 schrieb …:" and its like, which may have been broken into two lines.
bool is_attribution(std::string_view line) {
    constexpr std::array<std::string_view, 6> kStarts{"am ", "on ", "le ", "el ", "il ", "von "};
    constexpr std::array<std::string_view, 6> kVerbs{"schrieb",  "wrote",      "a écrit",
                                                     "escribió", "ha scritto", "geschrieben"};
    const std::string small = lowered(line);
    return line.size() < 250 && small.ends_with(':') && has_any(small, kVerbs) &&
           starts_with_any(small, kStarts);
}

bool is_separator(std::string_view line) {
    constexpr std::array<std::string_view, 13> kMarks{
        "forwarded message",         "weitergeleitete nachricht", "original message",
        "ursprüngliche nachricht",   "originalnachricht",         "original-nachricht",
        "message d'origine",         "message transféré",         "message original",
        "mensaje original",          "mensaje reenviado",         "messaggio originale",
        "weitergeleiteten nachricht"};
    const std::string small = lowered(line);
    return line.size() < 100 && has_any(small, kMarks) && (small.starts_with("-") || small.ends_with(':'));
}

bool is_head_field(std::string_view line) {
    constexpr std::array<std::string_view, 28> kFields{
        "von:",        "from:",  "de :",     "de:",      "gesendet:", "sent:",  "envoyé :",
        "envoyé:",     "date:",  "date :",   "datum:",   "an:",       "to:",    "à :",
        "à:",          "cc:",    "betreff:", "subject:", "objet :",   "objet:", "reply-to:",
        "antwort an:", "kopie:", "cc :",     "fecha:",   "asunto:",   "para:",  "oggetto:"};
    std::string small = lowered(line);
    small.erase(std::remove(small.begin(), small.end(), '*'), small.end());
    return starts_with_any(std::string_view(small), kFields);
}

// How many lines from `at` on are the head of a cited mail; fewer than three are none.
std::size_t head_length(const std::vector<std::string_view>& lines, std::size_t at) {
    std::size_t length = 0;
    while (at + length < lines.size() && is_head_field(lines[at + length])) ++length;
    return length >= 3 ? length : 0;
}

/// Goes through a mail's lines and keeps those of the message.
class Lines {
public:
    Lines(std::string_view text, MailKind kind) : lines_(lines_of(text)), kind_(kind) {}

    std::string kept() {
        for (std::size_t at = 0; at < lines_.size() && !ended_;) at = take(at);
        return std::move(out_);
    }

private:
    std::size_t take(std::size_t at) {
        const std::string_view line = lines_[at];
        if (line.starts_with('>') || line.starts_with("|>")) return at + 1;
        if (line == "--" || line == "___" || is_separator(line)) return end_or(at + 1, line == "--");
        if (const std::size_t head = head_length(lines_, at); head > 0) return end_or(at + head, false);
        if (is_attribution(line)) return end_or(at + 1, false);
        if (at + 1 < lines_.size() && line.size() < 120 && !line.empty()) {
            const std::string both = std::string(line) + ' ' + std::string(lines_[at + 1]);
            if (!is_attribution(lines_[at + 1]) && is_attribution(both)) return end_or(at + 2, false);
        }
        if (is_closing(line)) return after_signature(at + 1);
        out_ += line;
        out_ += '\n';
        return at + 1;
    }

    // What a reply cites has been read before; what follows a signature mark is no message.
    std::size_t end_or(std::size_t next, bool signature) {
        if (signature) return after_signature(next);
        ended_ = kind_ == MailKind::Reply;
        return next;
    }

    // A signature ends where a paragraph is as long as those of a text, or a cited mail begins.
    std::size_t after_signature(std::size_t at) {
        while (at < lines_.size()) {
            if (is_separator(lines_[at]) || head_length(lines_, at) > 0) return at;
            std::size_t end = at;
            std::size_t bytes = 0;
            while (end < lines_.size() && !lines_[end].empty() && !is_separator(lines_[end])) {
                bytes += lines_[end++].size();
            }
            if (bytes >= kBodyParagraph) return at;
            at = std::max(end, at + 1);
        }
        return at;
    }

    std::vector<std::string_view> lines_;
    MailKind kind_;
    std::string out_;
    bool ended_ = false;
};

bool is_disclaimer(std::string_view paragraph) {
    const std::string small = lowered(paragraph);
    constexpr std::array<std::string_view, 5> kSecret{"vertraulich", "confidential", "confidentiel",
                                                      "confidencial", "privileged"};
    constexpr std::array<std::string_view, 9> kMail{"e-mail",   "email",     "nachricht",
                                                    "message",  "courriel",  "correo",
                                                    "intended", "empfänger", "destinataire"};
    constexpr std::array<std::string_view, 10> kLeave{
        "abmelden",  "abbestellen",   "austragen", "unsubscribe",           "désabonner",
        "désinscri", "darse de baja", "disiscriv", "newsletter nicht mehr", "im browser"};
    constexpr std::array<std::string_view, 4> kView{"view this email", "view in browser", "in your browser",
                                                    "dans votre navigateur"};
    constexpr std::array<std::string_view, 6> kDevice{"von meinem ",   "sent from my ",     "envoyé de mon ",
                                                      "gesendet von ", "gesendet mit der ", "envoyé depuis "};
    constexpr std::size_t kDeviceBytes = 80;
    constexpr std::array<std::string_view, 9> kPrograms{"phone", "ipad",    "android", "samsung", "galaxy",
                                                        "mobil", "outlook", "windows", "gerät"};
    const bool is_short = paragraph.size() < kDeviceBytes;
    if (is_short && starts_with_any(std::string_view(small), kDevice) && has_any(small, kPrograms))
        return true;
    if (has_any(small, kSecret) && has_any(small, kMail)) return true;
    return paragraph.size() < 300 && (has_any(small, kLeave) || has_any(small, kView));
}

std::string without_disclaimers(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        while (text.starts_with('\n')) text.remove_prefix(1);
        const std::size_t end = std::min(text.find("\n\n"), text.size());
        const std::string_view paragraph = text.substr(0, end);
        text.remove_prefix(std::min(end + 2, text.size()));
        if (paragraph.empty() || is_disclaimer(paragraph)) continue;
        if (!out.empty()) out += "\n\n";
        out += paragraph;
    }
    while (out.ends_with('\n')) out.pop_back();
    return out;
}

// The characters of the longest line; 0 when the text is too short to tell or was not broken to a width.
std::size_t line_width(const std::vector<std::string_view>& lines) {
    constexpr std::size_t kLeast = 50;
    constexpr std::size_t kMost = 100;
    std::size_t width = 0;
    std::size_t long_lines = 0;
    for (const std::string_view line : lines) {
        const std::size_t length = text::character_count(line);
        width = std::max(width, length);
        long_lines += length >= kLeast ? 1 : 0;
        if (width > kMost) return 0;
    }
    return long_lines >= 3 && width >= kLeast ? width : 0;
}

}  // namespace

std::string message_text(std::string_view text, MailKind kind) {
    return without_disclaimers(Lines(text, kind).kept());
}

std::string unwrapped_text(std::string_view text) {
    const std::vector<std::string_view> lines = lines_of(text);
    const std::size_t width = line_width(lines);
    if (width == 0) return std::string(text);
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        out += lines[i];
        if (i + 1 == lines.size()) break;
        const std::string_view next = lines[i + 1];
        const std::string_view word = next.substr(0, next.find(' '));
        const bool no_room = text::character_count(lines[i]) + 1 + text::character_count(word) > width;
        out += !lines[i].empty() && !next.empty() && no_room ? ' ' : '\n';
    }
    return out;
}

MailSubject mail_subject(std::string_view subject) {
    struct Prefix {
        std::string_view mark;
        MailKind kind;
    };
    constexpr std::array<Prefix, 10> kPrefixes{{{"re:", MailKind::Reply},
                                                {"aw:", MailKind::Reply},
                                                {"antw:", MailKind::Reply},
                                                {"re :", MailKind::Reply},
                                                {"fwd:", MailKind::Message},
                                                {"fw:", MailKind::Message},
                                                {"wg:", MailKind::Message},
                                                {"tr:", MailKind::Message},
                                                {"tr :", MailKind::Message},
                                                {"rv:", MailKind::Message}}};
    MailSubject found;
    bool again = true;
    bool first = true;
    while (again) {
        again = false;
        while (subject.starts_with(' ')) subject.remove_prefix(1);
        for (const Prefix& prefix : kPrefixes) {
            if (!lowered(subject.substr(0, prefix.mark.size())).starts_with(prefix.mark)) continue;
            subject.remove_prefix(prefix.mark.size());
            if (first) found.kind = prefix.kind;
            first = false;
            again = true;
            break;
        }
    }
    found.text = std::string(subject);
    return found;
}

}  // namespace kontor::ingest
