// SPDX-License-Identifier: EUPL-1.2
// How fast the store takes and gives a register of the size of CORDIS. Records are generated, from a seed.
//   store_bench [DATABASE]     writes to a new file DATABASE, "store_bench.db" unless told
#include <fmt/format.h>
#include <time.h>

#include <chrono>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "store/store.hpp"

namespace {

using namespace kontor;
using model::RecordKind;

constexpr std::size_t kOrganisations = 56'000;
constexpr std::size_t kProjects = 45'000;
constexpr std::size_t kParticipations = 215'000;
constexpr std::size_t kBatch = 5'000;

/// Wall and processor seconds since it was made.
class Stopwatch {
public:
    [[nodiscard]] double wall() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - wall_).count();
    }
    [[nodiscard]] double processor() const { return processor_seconds() - processor_; }

private:
    static double processor_seconds() {
        timespec now{};
        ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
        return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
    }
    std::chrono::steady_clock::time_point wall_ = std::chrono::steady_clock::now();
    double processor_ = processor_seconds();
};

void print(const char* what, std::size_t records, const Stopwatch& watch) {
    fmt::print("{:<36} {:>8} records {:>7.2f} s wall {:>7.2f} s processor {:>9.0f} records/s\n", what,
               records, watch.wall(), watch.processor(), static_cast<double>(records) / watch.wall());
}

class Register {
public:
    std::vector<model::Record> organisations() {
        std::vector<model::Record> out{model::Source{.id = "generated",
                                                     .title = "Generated",
                                                     .kind = model::SourceKind::Demo,
                                                     .url = {},
                                                     .publisher = {},
                                                     .published = {},
                                                     .as_of = {},
                                                     .licence = {},
                                                     .note = {}}};
        for (std::size_t i = 0; i < kOrganisations; ++i) out.emplace_back(organisation(i));
        std::shuffle(out.begin() + 1, out.end(), random_);
        return out;
    }
    std::vector<model::Record> projects() {
        std::vector<model::Record> out;
        for (std::size_t i = 0; i < kProjects; ++i) out.emplace_back(project(i));
        return out;
    }
    std::vector<model::Record> participations() {
        std::vector<model::Record> out;
        while (out.size() < kParticipations) {
            const std::size_t of = out.size() * kProjects / kParticipations;
            model::Participation part;
            part.project = project_id(of);
            part.organisation = organisation_id(random_() % kOrganisations);
            part.id = fmt::format("{}.{}.{}", part.project, part.organisation, out.size());
            part.role = out.size() % 5 == 0 ? model::ParticipationRole::Coordinator
                                            : model::ParticipationRole::Participant;
            part.contribution = static_cast<double>(random_() % 100'000'000) / 100;
            part.currency = "EUR";
            part.activity_type = model::ActivityType::HES;
            part.is_sme = out.size() % 3 == 0;
            part.source = "generated";
            out.emplace_back(std::move(part));
        }
        return out;
    }

private:
    static std::string organisation_id(std::size_t i) {
        return fmt::format("pic-{}", 900'000'000 + i * 7'919);
    }
    static std::string project_id(std::size_t i) { return fmt::format("cordis-{}", 600'000 + i * 3); }

    std::string words(std::size_t bytes) {
        static constexpr const char* kWords[] = {"light ", "sensor ",  "harbour ", "membrane ", "of ",
                                                 "and ",   "cluster ", "implant ", "für ",      "Prüfung "};
        std::string out;
        while (out.size() < bytes) out += kWords[random_() % std::size(kWords)];
        return out;
    }
    model::Organisation organisation(std::size_t i) {
        model::Organisation out;
        out.id = organisation_id(i);
        out.kind = model::OrganisationKind::University;
        out.names = {{.text = words(40)}, {.text = words(6), .type = model::NameType::Short}};
        out.identifiers = {{.scheme = "PIC", .value = std::to_string(900'000'000 + i)},
                           {.scheme = "VAT", .value = fmt::format("XX{}", i)}};
        out.country = "DE";
        out.city = words(8);
        out.street = words(15);
        out.postcode = "12345";
        out.latitude = 47 + static_cast<double>(random_() % 100'000) / 12'345;
        out.longitude = 6 + static_cast<double>(random_() % 100'000) / 12'345;
        out.web = "https://www.example.org/" + out.id;
        out.activity_type = model::ActivityType::HES;
        out.is_sme = false;
        out.source = "generated";
        return out;
    }
    model::Project project(std::size_t i) {
        model::Project out;
        out.id = project_id(i);
        out.acronym = words(8);
        out.titles = {{.lang = "en", .text = words(90), .origin = model::TextOrigin::Import}};
        out.objective = {{.lang = "en", .text = words(1'600), .origin = model::TextOrigin::Import}};
        out.identifiers = {{.scheme = "GA", .value = std::to_string(i)},
                           {.scheme = "RCN", .value = std::to_string(i + 1'000'000)}};
        out.status = model::ProjectStatus::Closed;
        out.start = *model::Date::parse("2014-01-01");
        out.end = *model::Date::parse("2017-12-31");
        out.total_cost = static_cast<double>(random_() % 100'000'000) / 10;
        out.eu_contribution = static_cast<double>(random_() % 100'000'000) / 20;
        out.currency = "EUR";
        out.funding_scheme = "RIA";
        out.keywords = {words(10), words(12), words(8)};
        out.source = "generated";
        return out;
    }

    std::mt19937_64 random_{1};
};

void write_all(store::Store& store, const char* what, const std::vector<model::Record>& records) {
    const Stopwatch watch;
    for (std::size_t at = 0; at < records.size(); at += kBatch) {
        store::WriteBatch batch;
        batch.actor = "bench";
        const std::size_t end = std::min(at + kBatch, records.size());
        batch.puts.assign(records.begin() + static_cast<std::ptrdiff_t>(at),
                          records.begin() + static_cast<std::ptrdiff_t>(end));
        const auto report = store.write(batch);
        if (!report) {
            fmt::print("{}\n", base::located_sentence(report.errors().front(), "en"));
            std::exit(1);
        }
    }
    print(what, records.size(), watch);
}

void read_all(const store::Store& store) {
    const Stopwatch watch;
    std::size_t seen = 0;
    for (const RecordKind kind : {RecordKind::Organisation, RecordKind::Project, RecordKind::Participation}) {
        const Stopwatch one;
        std::size_t of_kind = 0;
        const auto done = store.scan(kind, [&](model::Record&&) { return ++of_kind > 0; });
        if (!done.ok()) std::exit(1);
        print(fmt::format("scan {}", model::word(kind)).c_str(), of_kind, one);
        seen += of_kind;
    }
    print("scan everything", seen, watch);
}

void look_up(const store::Store& store) {
    const Stopwatch watch;
    std::mt19937_64 random{2};
    constexpr std::size_t kLookups = 20'000;
    for (std::size_t i = 0; i < kLookups; ++i) {
        const auto id = fmt::format("pic-{}", 900'000'000 + random() % kOrganisations * 7'919);
        if (!store.referring(RecordKind::Participation, "organisation", id).ok()) std::exit(1);
    }
    print("participations of an organisation", kLookups, watch);
}

}  // namespace

int main(int count, char** arguments) {
    const std::string path = count > 1 ? arguments[1] : "store_bench.db";
    const base::SystemClock clock;
    auto opened = store::open_sqlite(path, store::OpenMode::Create, clock);
    if (!opened) {
        fmt::print("{}\n", base::located_sentence(opened.errors().front(), "en"));
        return 1;
    }
    store::Store& store = *opened.value();
    Register records;
    const auto organisations = records.organisations();
    const auto projects = records.projects();
    const auto participations = records.participations();
    const std::size_t all = organisations.size() + projects.size() + participations.size();

    const Stopwatch total;
    write_all(store, "write organisations", organisations);
    write_all(store, "write projects", projects);
    write_all(store, "write participations", participations);
    print("write everything", all, total);
    const Stopwatch again;
    write_all(store, "write equal organisations", organisations);
    write_all(store, "write equal projects", projects);
    write_all(store, "write equal participations", participations);
    print("write everything again", all, again);
    read_all(store);
    look_up(store);

    const Stopwatch backup;
    base::SilentProgress silent;
    std::filesystem::remove(path + ".backup");
    if (!store.backup(path + ".backup", silent).ok()) return 1;
    print("backup, verified", all, backup);
    fmt::print("{:<36} {:>8.1f} MB\n", "size",
               static_cast<double>(std::filesystem::file_size(path + ".backup")) / 1e6);
    return 0;
}
