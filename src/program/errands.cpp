// SPDX-License-Identifier: EUPL-1.2
#include "program/errands.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "service/confirmation_mails.hpp"
#include "service/mail_queue.hpp"
#include "service/sweep.hpp"

namespace kontor::program {
namespace {

/// A file that one process at a time holds; the system lets go of it when the process ends, however it ends.
class LockFile {
public:
    explicit LockFile(const std::string& path)
        : file_(::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR)) {}
    ~LockFile() {
        if (file_ >= 0) ::close(file_);
    }
    LockFile(const LockFile&) = delete;
    LockFile& operator=(const LockFile&) = delete;

    [[nodiscard]] bool take() {
        is_held_ = is_held_ || (file_ >= 0 && ::flock(file_, LOCK_EX | LOCK_NB) == 0);
        return is_held_;
    }

private:
    int file_;
    bool is_held_ = false;
};

}  // namespace

void Errands::tell(const base::Outcome& outcome) {
    std::string said;
    if (!outcome) {
        for (const base::Error& error : outcome.errors()) said += base::sentence(error, "en");
    }
    if (said != told_ && !outcome) (void)context_.fail(outcome.errors());
    told_ = std::move(said);
}

base::Outcome Errands::daily() const {
    if (const auto swept = service::sweep(desk_); !swept) return swept.errors();
    if (const auto asked = service::ConfirmationMails(desk_).ask(); !asked) return asked.errors();
    return base::Done{};
}

base::Outcome Errands::hourly(const std::stop_token& stop) {
    const service::Asker house{.standing = service::Standing::Operator, .actor = "system"};
    return feeds_.read_due(house, stop);
}

base::Outcome Errands::look(const std::stop_token& stop) {
    constexpr std::int64_t kHourSeconds = 3'600;
    constexpr std::int64_t kDaySeconds = 86'400;
    if (const std::int64_t today = desk_.now() / kDaySeconds; today != day_) {
        day_ = today;
        if (auto done = daily(); !done) return done;
    }
    if (const std::int64_t hour = desk_.now() / kHourSeconds; hour != hour_) {
        hour_ = hour;
        if (auto done = hourly(stop); !done) return done;
    }
    if (sender_ == nullptr) return base::Done{};
    const auto sent = service::MailQueue(desk_, *sender_, from_).send_due(stop);
    if (!sent) return sent.errors();
    return base::Done{};
}

void Errands::run(const std::stop_token& stop) {
    LockFile lock(context_.globals().database + ".errands");
    std::mutex mutex;
    std::condition_variable_any woken;
    bool is_told = false;
    while (!stop.stop_requested()) {
        if (lock.take()) {
            tell(look(stop));
        } else if (!is_told) {
            context_.note(context_.say(service::Phrase::ServeErrandsElsewhere));
            is_told = true;
        }
        std::unique_lock guard(mutex);
        woken.wait_for(guard, stop, std::chrono::seconds(1), [] { return false; });
    }
}

base::Result<std::unique_ptr<publish::MailSender>> mail_sender(const cli::MailOptions& options) {
    std::unique_ptr<publish::MailSender> none;
    if (options.server.empty()) return none;
    publish::SmtpSettings settings;
    settings.server = options.server;
    if (options.plain) settings.encryption = publish::SmtpEncryption::NoneOnLoopback;
    settings.user = options.user;
    settings.ca_file = options.authorities;
    settings.from = {options.from, "Kontor"};
    if (!options.user.empty()) {
        auto password = options.password_file.empty()
                            ? publish::password_from_environment("KONTOR_MAIL_PASSWORD")
                            : publish::password_from_file(options.password_file);
        if (!password) return password.errors();
        settings.password = std::move(password).value();
    }
    auto sender = publish::SmtpSender::create(std::move(settings));
    if (!sender) return sender.errors();
    return std::unique_ptr<publish::MailSender>(std::move(sender).value());
}

}  // namespace kontor::program
