// SPDX-License-Identifier: EUPL-1.2
#include "publish/smtp.hpp"

#include <curl/curl.h>

#include <array>
#include <string_view>
#include <utility>

#include "base/limits.hpp"
#include "publish/mail_layout.hpp"
#include "publish/smtp_replies.hpp"

namespace kontor::publish {
namespace {

using Easy = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Mime = std::unique_ptr<curl_mime, decltype(&curl_mime_free)>;

class HeaderList {
public:
    HeaderList() = default;
    ~HeaderList() { curl_slist_free_all(list_); }
    HeaderList(const HeaderList&) = delete;
    HeaderList& operator=(const HeaderList&) = delete;
    [[nodiscard]] bool add(const std::string& line) {
        curl_slist* longer = curl_slist_append(list_, line.c_str());
        if (longer == nullptr) return false;
        list_ = longer;
        return true;
    }
    [[nodiscard]] curl_slist* get() const { return list_; }

private:
    curl_slist* list_ = nullptr;
};

std::size_t take_reply_line(char* line, std::size_t size, std::size_t count, void* replies) {
    static_cast<SmtpReplies*>(replies)->add_line({line, size * count});
    return size * count;
}

int stop_when_asked(void* stop, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<const std::stop_token*>(stop)->stop_requested() ? 1 : 0;
}

/// Mail has CRLF; quoted-printable would write a lone line feed as a character of the line.
std::string with_mail_lines(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 32);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        if (text[i] == '\n' || text[i] == '\r')
            out += "\r\n";
        else
            out += text[i];
    }
    return out;
}

CURLcode add_part(curl_mime* parts, std::string_view body, const char* type) {
    const std::string lines = with_mail_lines(body);
    curl_mimepart* part = curl_mime_addpart(parts);
    if (part == nullptr) return CURLE_OUT_OF_MEMORY;
    for (const CURLcode code : {curl_mime_data(part, lines.data(), lines.size()), curl_mime_type(part, type),
                                curl_mime_encoder(part, "quoted-printable")}) {
        if (code != CURLE_OK) return code;
    }
    return CURLE_OK;
}

/// The better part comes last (RFC 2046, 5.1.4). The library's outermost part is always multipart/mixed,
/// hence the alternatives are its only part.
CURLcode add_body(CURL* easy, curl_mime* outer, const Mail& mail) {
    Mime alternatives(curl_mime_init(easy), curl_mime_free);
    curl_mimepart* holder = curl_mime_addpart(outer);
    if (!alternatives || holder == nullptr) return CURLE_OUT_OF_MEMORY;
    for (const CURLcode code : {add_part(alternatives.get(), mail.plain, "text/plain; charset=utf-8"),
                                add_part(alternatives.get(), mail.html, "text/html; charset=utf-8")}) {
        if (code != CURLE_OK) return code;
    }
    const CURLcode code = curl_mime_subparts(holder, alternatives.get());
    if (code != CURLE_OK) return code;
    alternatives.release();  // belongs to the holder now
    return curl_mime_type(holder, "multipart/alternative");
}

class Options {
public:
    explicit Options(CURL* easy) : easy_(easy) {}
    template <class Value>
    void set(CURLoption option, Value value) {
        if (code_ == CURLE_OK) code_ = curl_easy_setopt(easy_, option, value);
    }
    [[nodiscard]] CURLcode code() const { return code_; }

private:
    CURL* easy_;
    CURLcode code_ = CURLE_OK;
};

void set_connection(Options& options, const SmtpSettings& settings) {
    const bool is_plain = settings.encryption == SmtpEncryption::NoneOnLoopback;
    options.set(CURLOPT_URL, settings.server.c_str());
    options.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    options.set(CURLOPT_PROXY, "");  // else the environment might name one
    options.set(CURLOPT_NOSIGNAL, 1L);
    options.set(CURLOPT_FORBID_REUSE, 1L);
    options.set(CURLOPT_CONNECTTIMEOUT, static_cast<long>(settings.connect_timeout.count()));
    options.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, static_cast<long>(settings.timeout.count()));
    options.set(CURLOPT_TIMEOUT, static_cast<long>(settings.timeout.count()));
    options.set(CURLOPT_USE_SSL, static_cast<long>(is_plain ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    options.set(CURLOPT_SSL_VERIFYPEER, 1L);
    options.set(CURLOPT_SSL_VERIFYHOST, 2L);
    options.set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!settings.ca_file.empty()) {
        options.set(CURLOPT_CAINFO, settings.ca_file.c_str());
        options.set(CURLOPT_CAPATH, static_cast<char*>(nullptr));
    }
    if (settings.user.empty()) return;
    options.set(CURLOPT_USERNAME, settings.user.c_str());
    options.set(CURLOPT_PASSWORD, settings.password.reveal().c_str());
}

struct Conversation {
    CURLcode result = CURLE_FAILED_INIT;
    SmtpReplies replies;
    std::array<char, CURL_ERROR_SIZE> words{};  // of the library
};

void converse(const SmtpSettings& settings, const Mail& mail, const std::vector<std::string>& headers,
              const std::stop_token& stop, Conversation& talk) {
    const Easy easy(curl_easy_init(), curl_easy_cleanup);
    if (!easy) return;
    const Mime body(curl_mime_init(easy.get()), curl_mime_free);
    HeaderList header_list, recipients;
    bool is_complete = body && recipients.add(mail.to);
    for (const std::string& line : headers) is_complete = is_complete && header_list.add(line);
    if (!is_complete) return;
    talk.result = add_body(easy.get(), body.get(), mail);
    if (talk.result != CURLE_OK) return;
    Options options(easy.get());
    set_connection(options, settings);
    options.set(CURLOPT_ERRORBUFFER, talk.words.data());
    options.set(CURLOPT_HEADERFUNCTION, &take_reply_line);
    options.set(CURLOPT_HEADERDATA, static_cast<void*>(&talk.replies));
    options.set(CURLOPT_XFERINFOFUNCTION, &stop_when_asked);
    options.set(CURLOPT_XFERINFODATA, static_cast<const void*>(&stop));
    options.set(CURLOPT_NOPROGRESS, 0L);
    options.set(CURLOPT_MAIL_FROM, settings.from.address.c_str());
    options.set(CURLOPT_MAIL_RCPT, recipients.get());
    options.set(CURLOPT_HTTPHEADER, header_list.get());
    options.set(CURLOPT_MIMEPOST, body.get());
    talk.result = options.code() == CURLE_OK ? curl_easy_perform(easy.get()) : options.code();
}

/// MAIL, RCPT, DATA and the end of the mail fail with these; sign-in, encryption and network with others.
bool is_about_the_mail(CURLcode result) {
    return result == CURLE_SEND_ERROR || result == CURLE_WEIRD_SERVER_REPLY;
}

Delivery delivery_of(const Conversation& talk) {
    const SmtpReplies& replies = talk.replies;
    Delivery delivery;
    delivery.code = replies.code();
    const bool is_reply = replies.code() >= 400 || talk.result == CURLE_OK;
    std::string_view words = replies.text();
    if (!is_reply) words = talk.words.front() != '\0' ? talk.words.data() : curl_easy_strerror(talk.result);
    delivery.answer = one_line(words, base::limits::kMailAnswerBytes);
    if (talk.result == CURLE_OK) {
        delivery.verdict = DeliveryVerdict::Accepted;
    } else if (is_about_the_mail(talk.result) && replies.refuses_the_mail()) {
        delivery.verdict = DeliveryVerdict::Refused;
    }
    return delivery;
}

}  // namespace

base::Result<std::unique_ptr<SmtpSender>> SmtpSender::create(SmtpSettings settings) {
    base::Errors faults = settings_faults(settings);
    if (!faults.empty()) return faults;
    return std::unique_ptr<SmtpSender>(new SmtpSender(std::move(settings)));
}

SmtpSender::SmtpSender(SmtpSettings settings) : settings_(std::move(settings)) {
    curl_global_init(CURL_GLOBAL_DEFAULT);  // counted by the library; safe beside other users and threads
}

SmtpSender::~SmtpSender() {
    curl_global_cleanup();
}

Delivery SmtpSender::send(const Mail& mail, const std::stop_token& stop) {
    const auto headers = header_lines(mail, settings_.from);
    if (!headers) {
        const std::string words = base::located_sentence(headers.errors().front(), "en");
        return {DeliveryVerdict::Refused, 0, one_line(words, base::limits::kMailAnswerBytes)};
    }
    Conversation talk;
    converse(settings_, mail, headers.value(), stop, talk);
    return delivery_of(talk);
}

}  // namespace kontor::publish
