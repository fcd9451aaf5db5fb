-- SPDX-License-Identifier: EUPL-1.2
-- News of the network, and the feeds from which the press desk reads.

CREATE TABLE "news" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "titles" TEXT,
    "summary" TEXT,
    "published" TEXT,
    "publisher" TEXT,
    "url" TEXT,
    "organisations" TEXT,
    "projects" TEXT,
    "programmes" TEXT,
    "topics" TEXT,
    "countries" TEXT,
    "regions" TEXT,
    "group" TEXT REFERENCES "news" ("id") DEFERRABLE INITIALLY DEFERRED,
    "keeper" TEXT,
    "source" TEXT
) STRICT;
CREATE INDEX "news_group" ON "news" ("group");

CREATE TABLE "press_feed" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisation" TEXT,
    "url" TEXT,
    "title" TEXT,
    "state" TEXT NOT NULL,
    "created" INTEGER NOT NULL,
    "created_by" TEXT,
    "read_at" INTEGER NOT NULL,
    "changed_at" INTEGER NOT NULL,
    "etag" TEXT,
    "last_modified" TEXT,
    "last_error" TEXT,
    "failures" INTEGER NOT NULL
) STRICT;
CREATE INDEX "press_feed_organisation" ON "press_feed" ("organisation");
