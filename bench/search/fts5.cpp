// SPDX-License-Identifier: EUPL-1.2
#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>

#include "rivals.hpp"
#include "text/analyzer.hpp"

namespace kontor::bench {

namespace {

void check(int status, sqlite3* database) {
    if (status == SQLITE_OK || status == SQLITE_ROW || status == SQLITE_DONE) return;
    std::fprintf(stderr, "sqlite: %s\n", sqlite3_errmsg(database));
    std::exit(1);
}

class Fts5 final : public Rival {
public:
    explicit Fts5(const std::vector<search::Document>& documents) {
        check(sqlite3_open(":memory:", &database_), database_);
        run("create virtual table texts using fts5(title, body, content='', tokenize='porter unicode61')");
        run("create table facets(id integer primary key, kind, country, year)");
        run("begin");
        sqlite3_stmt* text = prepare("insert into texts(rowid, title, body) values(?1, ?2, ?3)");
        sqlite3_stmt* facet = prepare("insert into facets values(?1, ?2, ?3, ?4)");
        for (std::size_t i = 0; i < documents.size(); ++i) {
            const auto row = static_cast<sqlite3_int64>(i + 1);
            const std::string title = title_text(documents[i]);
            const std::string body = body_text(documents[i]);
            sqlite3_bind_int64(text, 1, row);
            sqlite3_bind_text(text, 2, title.data(), static_cast<int>(title.size()), SQLITE_TRANSIENT);
            sqlite3_bind_text(text, 3, body.data(), static_cast<int>(body.size()), SQLITE_TRANSIENT);
            step_once(text);
            sqlite3_bind_int64(facet, 1, row);
            sqlite3_bind_int(facet, 2, static_cast<int>(documents[i].kind));
            sqlite3_bind_text(facet, 3, documents[i].country.c_str(), -1, SQLITE_TRANSIENT);
            sqlite3_bind_int(facet, 4, documents[i].year);
            step_once(facet);
        }
        run("commit");
        run("insert into texts(texts) values('optimize')");
        sqlite3_finalize(text);
        sqlite3_finalize(facet);
        page_ =
            prepare("select rowid from texts where texts match ?1 order by bm25(texts, 3.0, 1.0) limit 20");
        count_ = prepare("select count(*) from texts where texts match ?1");
        facets_ = prepare(
            "with found as materialized (select f.* from texts join facets f on f.id = texts.rowid where "
            "texts match ?1) "
            "select 'k', kind, count(*) from found group by kind union all "
            "select 'c', country, count(*) from found group by country union all "
            "select 'y', year, count(*) from found group by year");
    }
    Fts5(const Fts5&) = delete;
    Fts5& operator=(const Fts5&) = delete;
    ~Fts5() override {
        for (sqlite3_stmt* statement : {page_, count_, facets_}) sqlite3_finalize(statement);
        sqlite3_close(database_);
    }

    std::string name() const override { return "SQLite FTS5"; }

    std::vector<std::size_t> best(const std::string& query, Words words) override {
        const std::string match = expression(query, words);
        bind(page_, match);
        std::vector<std::size_t> out;
        while (sqlite3_step(page_) == SQLITE_ROW)
            out.push_back(static_cast<std::size_t>(sqlite3_column_int64(page_, 0) - 1));
        sqlite3_reset(page_);
        return out;
    }

    std::size_t search(const std::string& query, Words words) override {
        const std::string match = expression(query, words);
        rows(page_, match);
        bind(count_, match);
        sqlite3_step(count_);
        const auto count = static_cast<std::size_t>(sqlite3_column_int64(count_, 0));
        sqlite3_reset(count_);
        return count;
    }

    std::size_t search_with_facets(const std::string& query, Words words) override {
        const std::string match = expression(query, words);
        rows(page_, match);
        return rows(facets_, match);
    }

private:
    static std::string expression(const std::string& query, Words words) {
        std::string out;
        text::WordCursor cursor(query);
        text::WordRange range;
        while (cursor.next(range)) {
            if (!out.empty()) out += words == Words::All ? " AND " : " OR ";
            out += '"' + query.substr(range.begin, range.end - range.begin) + '"';
        }
        return out;
    }

    static void bind(sqlite3_stmt* statement, const std::string& match) {
        sqlite3_bind_text(statement, 1, match.data(), static_cast<int>(match.size()), SQLITE_TRANSIENT);
    }

    std::size_t rows(sqlite3_stmt* statement, const std::string& match) {
        bind(statement, match);
        std::size_t count = 0;
        while (sqlite3_step(statement) == SQLITE_ROW) ++count;
        sqlite3_reset(statement);
        return count;
    }

    void step_once(sqlite3_stmt* statement) {
        check(sqlite3_step(statement), database_);
        sqlite3_reset(statement);
    }
    void run(const char* sql) { check(sqlite3_exec(database_, sql, nullptr, nullptr, nullptr), database_); }
    sqlite3_stmt* prepare(const char* sql) {
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v2(database_, sql, -1, &statement, nullptr), database_);
        return statement;
    }

    sqlite3* database_ = nullptr;
    sqlite3_stmt* page_ = nullptr;
    sqlite3_stmt* count_ = nullptr;
    sqlite3_stmt* facets_ = nullptr;
};

}  // namespace

std::unique_ptr<Rival> make_fts5(const std::vector<search::Document>& documents) {
    return std::make_unique<Fts5>(documents);
}

std::string title_text(const search::Document& document) {
    std::string out;
    for (const search::FieldText& field : document.fields) {
        if (field.field != search::Field::Text) out += field.text + ' ';
    }
    return out;
}

std::string body_text(const search::Document& document) {
    std::string out;
    for (const search::FieldText& field : document.fields) {
        if (field.field == search::Field::Text) out += field.text + ' ';
    }
    return out;
}

}  // namespace kontor::bench
