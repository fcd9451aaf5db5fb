// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "peers.hpp"

#ifdef KONTOR_BENCH_POSTGRES
#include <libpq-fe.h>

#include <array>
#endif

namespace kontor::bench {

#ifdef KONTOR_BENCH_POSTGRES

namespace {

// The sum over both steps. Who was in a project with somebody reached is not paired with each of them: what
// arrives at a project is added up first and given to every member, less what came from the member itself.
constexpr const char* kTied = R"(
with first as materialized (
    select b.organisation, sum(p.strength) as strength
    from participation a join project p on p.id = a.project join participation b on b.project = a.project
    where a.organisation = $1 and b.organisation <> $1 group by b.organisation),
arrived as materialized (
    select a.project, sum(f.strength) as strength
    from first f join participation a on a.organisation = f.organisation group by a.project),
second as (
    select b.organisation, sum(p.strength * (r.strength - coalesce(f.strength, 0))) / 2 as strength
    from arrived r join project p on p.id = r.project join participation b on b.project = r.project
    left join first f on f.organisation = b.organisation
    where b.organisation <> $1 group by b.organisation)
select organisation, sum(strength) from (select * from first union all select * from second) both_steps
group by organisation order by 2 desc, 1 limit 100)";

// Over the pairs added up beforehand, stored in both directions: the best of one, two and three links.
constexpr const char* kChain = R"(
with ours as materialized (select destination, strength from link where origin = $1),
theirs as materialized (select destination, strength from link where origin = $2)
select max(strength) from (
    select strength from ours where destination = $2
    union all
    select o.strength * t.strength from ours o join theirs t on t.destination = o.destination
    union all
    select o.strength * l.strength * t.strength from ours o join link l on l.origin = o.destination
    join theirs t on t.destination = l.destination
    where l.destination <> $1 and o.destination <> $2) chains)";

class Postgres final : public Peer {
public:
    explicit Postgres(PGconn* connection) : connection_(connection) {}
    Postgres(const Postgres&) = delete;
    Postgres& operator=(const Postgres&) = delete;
    ~Postgres() override { PQfinish(connection_); }

    std::string name() const override { return "PostgreSQL"; }

    /// What the kernel counts for the server's process that serves us; it must run on this machine.
    double spent() const override {
        std::ifstream counts("/proc/" + std::to_string(PQbackendPID(connection_)) + "/schedstat");
        double nanoseconds = 0;
        counts >> nanoseconds;
        return nanoseconds / 1e6;
    }

    bool fill(const PeerNetwork& network) {
        // Everything fits into memory and is planned with the values at hand; one process, so that its
        // processor time is all there is.
        for (const char* sql :
             {"set temp_buffers = '2GB'", "set work_mem = '256MB'", "set jit = off",
              "set max_parallel_workers_per_gather = 0", "set plan_cache_mode = force_custom_plan",
              "create temporary table project(id integer, strength double precision)",
              "create temporary table participation(project integer, organisation integer)",
              "create temporary table link(origin integer, destination integer, strength double "
              "precision)"}) {
            if (!run(sql)) return false;
        }
        std::string projects;
        std::string participations;
        for (std::size_t p = 0; p < network.members.size(); ++p) {
            projects += std::to_string(p) + "\t" + decimal(network.strengths[p]) + "\n";
            for (const std::uint32_t member : network.members[p])
                participations += std::to_string(p) + "\t" + std::to_string(member) + "\n";
        }
        std::string links;
        for (const PeerLink& link : links_of(network)) {
            const std::string strength = "\t" + decimal(std::min(1.0, link.strength)) + "\n";
            links += std::to_string(link.from) + "\t" + std::to_string(link.to) + strength;
            links += std::to_string(link.to) + "\t" + std::to_string(link.from) + strength;
        }
        if (!copy("project", projects) || !copy("participation", participations) || !copy("link", links))
            return false;
        for (const char* sql : {"alter table project add primary key (id)",
                                "create index on participation(organisation) include (project)",
                                "create index on participation(project) include (organisation)",
                                "create index on link(origin, destination) include (strength)",
                                "analyze project", "analyze participation", "analyze link"}) {
            if (!run(sql)) return false;
        }
        return prepare("tied", kTied, 1) && prepare("chain", kChain, 2);
    }

    std::vector<Tied> tied(std::uint32_t subject) override {
        const std::string value = std::to_string(subject);
        const std::array<const char*, 1> values{value.c_str()};
        PGresult* result = ask("tied", values.data(), values.size());
        std::vector<Tied> out;
        for (int row = 0; row < PQntuples(result); ++row) {
            out.push_back({static_cast<std::uint32_t>(std::strtoul(PQgetvalue(result, row, 0), nullptr, 10)),
                           std::strtod(PQgetvalue(result, row, 1), nullptr)});
        }
        PQclear(result);
        return out;
    }

    double chain(std::uint32_t from, std::uint32_t to) override {
        const std::string first = std::to_string(from);
        const std::string second = std::to_string(to);
        const std::array<const char*, 2> values{first.c_str(), second.c_str()};
        PGresult* result = ask("chain", values.data(), values.size());
        const double out = std::strtod(PQgetvalue(result, 0, 0), nullptr);
        PQclear(result);
        return out;
    }

private:
    static std::string decimal(double value) {
        std::array<char, 32> text{};
        std::snprintf(text.data(), text.size(), "%.17g", value);
        return text.data();
    }

    bool is_done(PGresult* result, ExecStatusType wanted) {
        const bool done = PQresultStatus(result) == wanted;
        if (!done) std::fprintf(stderr, "postgres: %s\n", PQresultErrorMessage(result));
        PQclear(result);
        return done;
    }
    bool run(const char* sql) { return is_done(PQexec(connection_, sql), PGRES_COMMAND_OK); }
    bool prepare(const char* name, const char* sql, int values) {
        const std::array<Oid, 2> types{23, 23};  // integer
        return is_done(PQprepare(connection_, name, sql, values, types.data()), PGRES_COMMAND_OK);
    }
    bool copy(const std::string& table, const std::string& rows) {
        if (!is_done(PQexec(connection_, ("copy " + table + " from stdin").c_str()), PGRES_COPY_IN))
            return false;
        constexpr std::size_t kStep = 1U << 20U;
        for (std::size_t at = 0; at < rows.size(); at += kStep) {
            const std::size_t length = std::min(kStep, rows.size() - at);
            if (PQputCopyData(connection_, rows.data() + at, static_cast<int>(length)) != 1) return false;
        }
        if (PQputCopyEnd(connection_, nullptr) != 1) return false;
        const bool done = is_done(PQgetResult(connection_), PGRES_COMMAND_OK);
        while (PGresult* rest = PQgetResult(connection_)) PQclear(rest);
        return done;
    }

    /// A refused query would look fast: it ends the run.
    PGresult* ask(const char* statement, const char* const* values, std::size_t count) {
        PGresult* result =
            PQexecPrepared(connection_, statement, static_cast<int>(count), values, nullptr, nullptr, 0);
        if (PQresultStatus(result) == PGRES_TUPLES_OK) return result;
        std::fprintf(stderr, "postgres: %s\n", PQresultErrorMessage(result));
        std::exit(1);
    }

    PGconn* connection_;
};

}  // namespace

std::unique_ptr<Peer> make_postgres(const std::string& url, const PeerNetwork& network) {
    PGconn* connection = PQconnectdb(url.c_str());
    auto peer = std::make_unique<Postgres>(connection);
    if (PQstatus(connection) != CONNECTION_OK || !peer->fill(network)) {
        std::fprintf(stderr, "postgres: %s\n", PQerrorMessage(connection));
        return nullptr;
    }
    return peer;
}

#else

std::unique_ptr<Peer> make_postgres(const std::string&, const PeerNetwork&) {
    std::fprintf(stderr, "postgres: libpq was not there when this program was built\n");
    return nullptr;
}

#endif

}  // namespace kontor::bench
