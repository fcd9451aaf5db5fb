// SPDX-License-Identifier: EUPL-1.2
#include "ingest/mail_document.hpp"

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>

#include "base/limits.hpp"
#include "ingest/decoded_text.hpp"
#include "ingest/html_document.hpp"
#include "ingest/mail_body.hpp"
#include "ingest/mail_date.hpp"
#include "text/utf8.hpp"

namespace kontor::ingest {
namespace {

namespace limits = base::limits;

struct Unref {
    template <class T>
    void operator()(T* object) const {
        g_object_unref(object);
    }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

void begin_library() {
    static const bool begun = [] {
        g_mime_init();
        return true;
    }();
    static_cast<void>(begun);
}

model::Date day_of(GDateTime* time) {
    if (time == nullptr) return {};
    std::array<char, 16> text{};
    const int length = std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", g_date_time_get_year(time),
                                     g_date_time_get_month(time), g_date_time_get_day_of_month(time));
    if (length != 10) return {};
    return model::Date::parse(text.data()).value_or(model::Date{});
}

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

std::string as_string(const char* text) {
    return text == nullptr ? std::string() : std::string(text);
}

std::string short_line(const char* text) {
    return std::string(text::truncated(tidy_line(decoded_text(as_string(text), "")), limits::kNameBytes));
}

// What a part holds, its transfer encoding undone; nothing beyond the maximum.
std::string content_of(GMimePart* part) {
    GMimeDataWrapper* content = g_mime_part_get_content(part);
    if (content == nullptr) return {};
    const Owned<GMimeStream> stream(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, stream.get());
    const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    const auto size = std::min<std::size_t>(bytes->len, limits::kDocumentBytes);
    return size == 0 ? std::string() : std::string(reinterpret_cast<const char*>(bytes->data), size);
}

std::string text_of(GMimeObject* part) {
    const std::string charset = as_string(g_mime_object_get_content_type_parameter(part, "charset"));
    return decoded_text(content_of(GMIME_PART(part)), charset);
}

// Providers of mail for everybody say nothing about who publishes.
bool is_for_everybody(std::string_view domain) {
    constexpr std::array<std::string_view, 28> kProviders{
        "gmail.com",   "googlemail.com", "gmx.de",         "gmx.net",   "gmx.at",      "gmx.ch",
        "web.de",      "t-online.de",    "freenet.de",     "posteo.de", "mailbox.org", "outlook.com",
        "outlook.de",  "hotmail.com",    "live.com",       "yahoo.com", "yahoo.de",    "yahoo.fr",
        "icloud.com",  "me.com",         "aol.com",        "orange.fr", "wanadoo.fr",  "free.fr",
        "laposte.net", "proton.me",      "protonmail.com", "libero.it"};
    return std::find(kProviders.begin(), kProviders.end(), domain) != kProviders.end();
}

// "Members' letter <letter.seenlicht.example>": the list's name, else its domain.
std::string list_name(GMimeMessage* message) {
    const char* header = g_mime_object_get_header(GMIME_OBJECT(message), "List-Id");
    if (header == nullptr) return {};
    const std::string line = short_line(header);
    std::string name = tidy_line(line.substr(0, line.find('<')));
    name.erase(std::remove(name.begin(), name.end(), '"'), name.end());
    if (name.find('@') != std::string::npos) return {};
    if (!name.empty() || line.find('<') == std::string::npos) return name;
    const std::string id = line.substr(line.find('<') + 1);
    return id.substr(0, id.find('>'));
}

std::string sender_domain(GMimeMessage* message) {
    InternetAddressList* senders = g_mime_message_get_from(message);
    if (senders == nullptr || internet_address_list_length(senders) == 0) return {};
    InternetAddress* sender = internet_address_list_get_address(senders, 0);
    if (!INTERNET_ADDRESS_IS_MAILBOX(sender)) return {};
    const std::string address =
        lowered(short_line(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(sender))));
    const std::size_t at = address.rfind('@');
    if (at == std::string::npos) return {};
    const std::string domain = address.substr(at + 1);
    return is_for_everybody(domain) ? std::string() : domain;
}

bool is_attached(GMimeObject* part) {
    const char* disposition = g_mime_object_get_disposition(part);
    if (disposition != nullptr && lowered(disposition) == "attachment") return true;
    return g_mime_part_get_filename(GMIME_PART(part)) != nullptr;
}

// Pictures, signatures and the like are no documents and not worth a word.
bool is_ornament(GMimeObject* part) {
    GMimeContentType* type = g_mime_object_get_content_type(part);
    const std::string kind = lowered(as_string(g_mime_content_type_get_media_type(type)));
    const std::string detail = lowered(as_string(g_mime_content_type_get_media_subtype(type)));
    constexpr std::array<std::string_view, 8> kSmall{"pgp-signature", "pkcs7-signature", "x-pkcs7-signature",
                                                     "pgp-keys",      "ms-tnef",         "calendar",
                                                     "vcard",         "x-vcard"};
    return kind == "image" || kind == "audio" || kind == "video" ||
           std::find(kSmall.begin(), kSmall.end(), detail) != kSmall.end();
}

/// Goes through the parts of a mail in order.
class Parts {
public:
    void take(GMimeObject* part) {
        ++count;
        if (GMIME_IS_MESSAGE_PART(part)) {
            take_message(part);
        } else if (GMIME_IS_PART(part) && !is_ornament(part)) {
            take_leaf(part);
        }
    }
    [[nodiscard]] std::string text() const {
        const std::string from_markup = markup.empty() ? std::string() : markup_text();
        const std::string from_plain = tidy_text(plain);
        return from_plain.size() * 2 >= from_markup.size() ? unwrapped_text(from_plain) : from_markup;
    }

    std::size_t count = 0;
    std::vector<Attachment> attachments;

private:
    void take_leaf(GMimeObject* part) {
        GMimeContentType* type = g_mime_object_get_content_type(part);
        const bool attached = is_attached(part);
        if (!attached && g_mime_content_type_is_type(type, "text", "html") != 0) {
            markup += text_of(part);
        } else if (!attached && g_mime_content_type_is_type(type, "text", "*") != 0) {
            plain += text_of(part) + "\n\n";
        } else {
            std::string name = short_line(g_mime_part_get_filename(GMIME_PART(part)));
            std::replace(name.begin(), name.end(), '/', '_');
            if (name.empty()) name = "#" + std::to_string(count);
            attachments.push_back({std::move(name), content_of(GMIME_PART(part))});
        }
    }

    void take_message(GMimeObject* part) {
        GMimeMessage* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part));
        if (inner == nullptr) return;
        const std::unique_ptr<char, decltype(&g_free)> source(
            g_mime_object_to_string(GMIME_OBJECT(inner), nullptr), &g_free);
        attachments.push_back({"#" + std::to_string(count) + ".eml", as_string(source.get())});
    }

    // Newsletters are pages; a letter is markup without chrome.
    [[nodiscard]] std::string markup_text() const {
        const std::string all = text_of_markup(markup);
        const auto page = read_html(markup, "utf-8");
        return page && page.value().text.size() * 2 > all.size() ? page.value().text : all;
    }

    std::string plain;
    std::string markup;
};

DocumentText body_of(GMimeMessage* message, const Parts& parts) {
    DocumentText body;
    body.kind = DocumentKind::Email;
    const MailSubject subject = mail_subject(short_line(g_mime_message_get_subject(message)));
    body.title = subject.text;
    body.text = message_text(parts.text(), subject.kind);
    body.published = day_of(g_mime_message_get_date(message));
    body.publisher = list_name(message);
    if (body.publisher.empty()) body.publisher = sender_domain(message);
    return body;
}

}  // namespace

model::Date day_of_mail_date(const std::string& written) {
    begin_library();
    GDateTime* time = g_mime_utils_header_decode_date(written.c_str());
    model::Date day = day_of(time);
    if (time != nullptr) g_date_time_unref(time);
    return day;
}

base::Result<Mail> read_mail(std::string_view bytes) {
    begin_library();
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
    if (message == nullptr) {
        return base::Error{base::ErrorCode::DocumentDamaged, {{"format", "EML"}}, {}, {}};
    }
    Parts parts;
    // The part iterator of GMime would go into attached mails, which are documents of their own.
    std::vector<GMimeObject*> waiting{g_mime_message_get_mime_part(message.get())};
    while (!waiting.empty()) {
        GMimeObject* part = waiting.back();
        waiting.pop_back();
        if (part == nullptr) continue;
        if (parts.count == limits::kMailParts) {
            const std::string maximum = std::to_string(limits::kMailParts);
            return base::Error{base::ErrorCode::TooManyItems, {{"maximum", maximum}}, {}, {}};
        }
        parts.take(part);
        if (!GMIME_IS_MULTIPART(part)) continue;
        for (int i = g_mime_multipart_get_count(GMIME_MULTIPART(part)); i-- > 0;) {
            waiting.push_back(g_mime_multipart_get_part(GMIME_MULTIPART(part), i));
        }
    }
    Mail mail;
    mail.body = body_of(message.get(), parts);
    mail.attachments = std::move(parts.attachments);
    return mail;
}

}  // namespace kontor::ingest
