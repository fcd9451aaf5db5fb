// SPDX-License-Identifier: EUPL-1.2
#include "publish/mail.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <openssl/evp.h>

#include <algorithm>

#include "base/limits.hpp"
#include "publish/mail_layout.hpp"
#include "text/utf8.hpp"

namespace kontor::publish {
namespace {

namespace limits = base::limits;

bool is_letter_or_digit(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9');
}

bool consists_of(std::string_view text, std::string_view more) {
    return std::all_of(text.begin(), text.end(), [more](char letter) {
        return is_letter_or_digit(letter) || more.find(letter) != std::string_view::npos;
    });
}

/// The dot-atom of RFC 5322: parts between dots, none of them empty.
bool is_dotted(std::string_view text, std::string_view more) {
    if (text.empty() || text.front() == '.' || text.back() == '.') return false;
    return text.find("..") == std::string_view::npos && consists_of(text, more);
}

enum class Emptiness { Allowed, Refused };
struct Field {
    std::string_view name;
    std::string_view value;
    std::size_t maximum = 0;
    Emptiness emptiness = Emptiness::Refused;
    text::Whitespace whitespace = text::Whitespace::SpacesOnly;
};

bool is_sound(const Field& field) {
    if (field.value.empty()) return field.emptiness == Emptiness::Allowed;
    return field.value.size() <= field.maximum && !text::first_utf8_fault(field.value) &&
           !text::first_control_character(field.value, field.whitespace);
}

base::Error field_fault(std::string_view name, std::size_t maximum) {
    return {base::ErrorCode::MailFieldRefused,
            {{"field", std::string(name)}, {"maximum", fmt::format("{}", maximum)}},
            {{}, 0, 0, std::string(name)},
            {}};
}

base::Error address_fault(std::string_view field, std::string_view address) {
    return {base::ErrorCode::MailAddressRefused,
            {{"address", shown_value(address)}},
            {{}, 0, 0, std::string(field)},
            {}};
}

/// Plain words stay readable in the source; whatever could be taken for syntax is encoded.
bool needs_encoding(std::string_view text) {
    const bool is_plain = consists_of(text, " .,-_!?+/&") && text.size() <= 60;
    return !is_plain || (!text.empty() && (text.front() == ' ' || text.back() == ' '));
}

std::string base64(std::string_view bytes) {
    std::string out((bytes.size() + 2) / 3 * 4 + 1, '\0');
    const int size =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                        reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    out.resize(static_cast<std::size_t>(size));
    return out;
}

/// A name as a phrase: quoted when it is plain, for a comma would begin another mailbox.
std::string phrase(std::string_view name) {
    const std::string encoded = encoded_words(name);
    return encoded == name ? fmt::format("\"{}\"", name) : encoded;
}

std::string mailbox(const Mailbox& box) {
    return box.name.empty() ? box.address : fmt::format("{}\r\n <{}>", phrase(box.name), box.address);
}

}  // namespace

bool is_mail_address(std::string_view address) {
    const std::size_t at = address.find('@');
    if (address.size() > limits::kMailAddressBytes || at == std::string_view::npos || at > 64) return false;
    const std::string_view domain = address.substr(at + 1);
    return is_dotted(address.substr(0, at), ".!#$%&'*+-/=?^_`{|}~") && is_dotted(domain, ".-") &&
           domain.front() != '-' && domain.back() != '-';
}

std::string message_id(std::string_view unique, std::string_view sender_address) {
    return fmt::format("{}@{}", unique, sender_address.substr(sender_address.find('@') + 1));
}

std::string encoded_words(std::string_view text) {
    if (!needs_encoding(text)) return std::string(text);
    constexpr std::size_t kBytesPerWord = 45;  // 60 characters of base64 and 12 of frame: below 75
    std::string out;
    while (!text.empty()) {
        const std::string_view part = text::truncated(text, kBytesPerWord);
        if (!out.empty()) out += "\r\n ";
        out += fmt::format("=?UTF-8?B?{}?=", base64(part));
        text.remove_prefix(part.size());
    }
    return out;
}

base::Errors mail_faults(const Mail& mail, const Mailbox& from) {
    base::Errors faults;
    if (!is_mail_address(from.address)) faults.push_back(address_fault("from", from.address));
    if (!is_mail_address(mail.to)) faults.push_back(address_fault("to", mail.to));
    const auto lines = text::Whitespace::TabsAndLines;
    const Field fields[] = {{"from", from.name, limits::kMailFieldBytes, Emptiness::Allowed},
                            {"subject", mail.subject, limits::kMailFieldBytes},
                            {"plain", mail.plain, limits::kMailBodyBytes, Emptiness::Refused, lines},
                            {"html", mail.html, limits::kMailBodyBytes, Emptiness::Refused, lines}};
    for (const Field& field : fields) {
        if (!is_sound(field)) faults.push_back(field_fault(field.name, field.maximum));
    }
    if (mail.language.size() > 35 || mail.language.empty() || !consists_of(mail.language, "-")) {
        faults.push_back(field_fault("language", 35));
    }
    if (!is_mail_address(mail.message_id))
        faults.push_back(field_fault("message_id", limits::kMailAddressBytes));
    const bool has_way_out = mail.unsubscribe.starts_with("https://") &&
                             mail.unsubscribe.size() <= limits::kMailLinkBytes &&
                             consists_of(mail.unsubscribe, "-._~:/?#[]@!$&'*+;=%");
    if (!mail.unsubscribe.empty() && !has_way_out) {
        faults.push_back(field_fault("unsubscribe", limits::kMailLinkBytes));
    }
    return faults;
}

base::Result<std::vector<std::string>> header_lines(const Mail& mail, const Mailbox& from) {
    base::Errors faults = mail_faults(mail, from);
    if (!faults.empty()) return faults;
    const std::time_t written = mail.written_at.time_since_epoch().count();
    std::vector<std::string> lines{
        fmt::format("Date: {:%a, %d %b %Y %H:%M:%S} +0000", fmt::gmtime(written)),
        "From: " + mailbox(from),
        "To: " + mail.to,
        "Subject: " + encoded_words(mail.subject),
        fmt::format("Message-ID: <{}>", mail.message_id),
        "Content-Language: " + mail.language,
        "Auto-Submitted: auto-generated",
    };
    if (!mail.unsubscribe.empty()) {
        lines.push_back(fmt::format("List-Unsubscribe:\r\n <{}>", mail.unsubscribe));
        lines.emplace_back("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    }
    return lines;
}

}  // namespace kontor::publish
