// SPDX-License-Identifier: EUPL-1.2
#include <cstdio>
#include <cstdlib>

#include "rivals.hpp"

#ifdef KONTOR_BENCH_POSTGRES
#include <libpq-fe.h>

#include <array>
#endif

namespace kontor::bench {

#ifdef KONTOR_BENCH_POSTGRES

namespace {

class Postgres final : public Rival {
public:
    explicit Postgres(PGconn* connection) : connection_(connection) {}
    Postgres(const Postgres&) = delete;
    Postgres& operator=(const Postgres&) = delete;
    ~Postgres() override { PQfinish(connection_); }

    std::string name() const override { return "PostgreSQL"; }

    bool fill(const std::vector<search::Document>& documents) {
        // The whole table fits: nothing is read from disk while it is timed.
        if (!run("set temp_buffers = '1GB'") || !run("set work_mem = '64MB'") || !run("set jit = off"))
            return false;
        if (!run("create temporary table texts(id integer primary key, kind integer, country text, year "
                 "integer, "
                 "words tsvector)"))
            return false;
        if (!run("begin")) return false;
        for (std::size_t i = 0; i < documents.size(); ++i) {
            const std::array<std::string, 6> values{
                std::to_string(i),        std::to_string(static_cast<int>(documents[i].kind)),
                documents[i].country,     std::to_string(documents[i].year),
                title_text(documents[i]), body_text(documents[i])};
            if (!insert(values)) return false;
        }
        return run("commit") && run("create index on texts using gin(words)") && run("analyze texts");
    }

    std::vector<std::size_t> best(const std::string& query, Words words) override {
        std::vector<std::size_t> out;
        PGresult* result = ask(kPage, query, words);
        for (int row = 0; row < PQntuples(result); ++row)
            out.push_back(std::strtoull(PQgetvalue(result, row, 0), nullptr, 10));
        PQclear(result);
        return out;
    }

    std::size_t search(const std::string& query, Words words) override {
        rows(kPage, query, words);
        return rows("select count(*) from texts where words @@ to_tsquery('english', $1)", query, words);
    }

    std::size_t search_with_facets(const std::string& query, Words words) override {
        rows(kPage, query, words);
        return rows(
            "with found as materialized (select * from texts where words @@ to_tsquery('english', $1)) "
            "select 'k', kind::text, count(*) from found group by kind union all "
            "select 'c', country, count(*) from found group by country union all "
            "select 'y', year::text, count(*) from found group by year",
            query, words);
    }

private:
    static constexpr const char* kPage =
        "select id from texts, to_tsquery('english', $1) q where words @@ q order by ts_rank(words, q) "
        "desc limit 20";

    bool insert(const std::array<std::string, 6>& values) {
        std::array<const char*, 6> pointers{};
        for (std::size_t i = 0; i < values.size(); ++i) pointers[i] = values[i].c_str();
        PGresult* result =
            PQexecParams(connection_,
                         "insert into texts values($1, $2, $3, $4, setweight(to_tsvector('english', $5), "
                         "'A') || setweight(to_tsvector('english', $6), 'D'))",
                         6, nullptr, pointers.data(), nullptr, nullptr, 0);
        const bool is_done = PQresultStatus(result) == PGRES_COMMAND_OK;
        PQclear(result);
        return is_done;
    }

    bool run(const char* sql) {
        PGresult* result = PQexec(connection_, sql);
        const bool is_done = PQresultStatus(result) == PGRES_COMMAND_OK;
        if (!is_done) std::fprintf(stderr, "postgres: %s\n", PQresultErrorMessage(result));
        PQclear(result);
        return is_done;
    }

    /// A refused query would look fast: it ends the run.
    PGresult* ask(const char* sql, const std::string& query, Words words) {
        std::string expression;
        for (const char c : query) {
            if (c == '\'') expression += c;  // doubled within quotes
            expression += c == ' ' ? std::string(words == Words::All ? "' & '" : "' | '") : std::string(1, c);
        }
        expression = "'" + expression + "'";
        const char* value = expression.c_str();
        PGresult* result = PQexecParams(connection_, sql, 1, nullptr, &value, nullptr, nullptr, 0);
        if (PQresultStatus(result) == PGRES_TUPLES_OK) return result;
        std::fprintf(stderr, "postgres: %s: %s\n", value, PQresultErrorMessage(result));
        std::exit(1);
    }

    std::size_t rows(const char* sql, const std::string& query, Words words) {
        PGresult* result = ask(sql, query, words);
        const auto count = static_cast<std::size_t>(PQntuples(result));
        PQclear(result);
        return count;
    }

    PGconn* connection_;
};

}  // namespace

std::unique_ptr<Rival> make_postgres(const std::string& url, const std::vector<search::Document>& documents) {
    PGconn* connection = PQconnectdb(url.c_str());
    auto rival = std::make_unique<Postgres>(connection);
    if (PQstatus(connection) != CONNECTION_OK || !rival->fill(documents)) {
        std::fprintf(stderr, "postgres: %s\n", PQerrorMessage(connection));
        return nullptr;
    }
    return rival;
}

#else

std::unique_ptr<Rival> make_postgres(const std::string&, const std::vector<search::Document>&) {
    std::fprintf(stderr, "postgres: libpq was not there when this program was built\n");
    return nullptr;
}

#endif

}  // namespace kontor::bench
