// SPDX-License-Identifier: EUPL-1.2
// Sends one mail of the catalogue for smtp_test.py: mail_sender KEY=VALUE…; prints the verdict, the reply's
// code and the answer, one per line. Every value of the mail is `value`;
// with `stop-with-input` the end of standard input stops the try.
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <thread>

#include "publish/smtp.hpp"
#include "support/mail_samples.hpp"

namespace {

using namespace kontor;
using Words = std::map<std::string, std::string>;

Words words_of(int count, char** arguments) {
    Words words{{"server", "smtp://127.0.0.1:25"},   {"mail", "invitation"},     {"language", "de"},
                {"to", "ahlers@lichthafen.example"}, {"value", "Größe & <Maß>"}, {"timeout", "10"},
                {"sender", "Kontor am Hafen, Köln"}, {"unsubscribe", ""}};
    for (int i = 1; i < count; ++i) {
        const std::string word = arguments[i];
        const std::size_t equals = word.find('=');
        words[word.substr(0, equals)] = equals == std::string::npos ? "" : word.substr(equals + 1);
    }
    return words;
}

publish::SmtpSettings settings_of(Words& words) {
    publish::SmtpSettings settings;
    settings.server = words["server"];
    if (words.contains("plain")) settings.encryption = publish::SmtpEncryption::NoneOnLoopback;
    settings.user = words["user"];
    settings.ca_file = words["ca"];
    settings.from = {"kontor@kontor.example", words["sender"]};
    settings.timeout = std::chrono::seconds{std::stoi(words["timeout"])};
    settings.connect_timeout = settings.timeout;
    return settings;
}

publish::Mail mail_of(Words& words) {
    const publish::MailHouse house{"Kontor am Hafen", "https://kontor.example"};
    publish::Mail mail;
    support::for_each_mail(
        words["value"], house.address + "/eintritt?token=kl_1&x=2", [&](const auto& sample) {
            if (sample.kSlug != words["mail"]) return;
            auto text = publish::laid_out(publish::draft_of(sample, words["language"]), house).value();
            mail.subject = std::move(text.subject);
            mail.plain = std::move(text.plain);
            mail.html = std::move(text.html);
        });
    mail.to = words["to"];
    mail.language = words["language"];
    mail.message_id = publish::message_id("m-17", "kontor@kontor.example");
    mail.unsubscribe = words["unsubscribe"];
    mail.written_at = std::chrono::sys_days{std::chrono::year{2027} / 3 / 1};
    return mail;
}

void print_faults(const base::Errors& faults) {
    for (const base::Error& fault : faults) std::puts(base::located_sentence(fault, "en").c_str());
}

}  // namespace

int main(int count, char** arguments) {
    Words words = words_of(count, arguments);
    publish::SmtpSettings settings = settings_of(words);
    if (words.contains("password-file")) {
        auto password = publish::password_from_file(words["password-file"]);
        if (!password) return print_faults(password.errors()), EXIT_FAILURE;
        settings.password = password.value();
    }
    auto sender = publish::SmtpSender::create(settings);
    if (!sender) return print_faults(sender.errors()), EXIT_FAILURE;
    std::stop_source stop;
    if (words.contains("stop-with-input")) {
        std::thread([stop]() mutable {
            while (std::getchar() != EOF) continue;
            stop.request_stop();
        }).detach();
    }
    const publish::Delivery delivery = sender.value()->send(mail_of(words), stop.get_token());
    const char* const verdicts[] = {"accepted", "later", "refused"};
    std::printf("%s\n%d\n%s\n", verdicts[static_cast<int>(delivery.verdict)], delivery.code,
                delivery.answer.c_str());
    return EXIT_SUCCESS;
}
