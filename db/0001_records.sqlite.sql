-- SPDX-License-Identifier: EUPL-1.2
-- Records as docs/records.md describes them: one table per kind, one column per field, under the field's own name.
-- Empty, unknown and absent are NULL. Lists and nested values are JSON text. Foreign keys stand where a reference is
-- indexed; the store checks every other reference itself. Never edited once released: the next change is file 0002.

CREATE TABLE "meta" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "meta" ("key", "value") VALUES ('product', 'kontor');

CREATE TABLE "source" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "url" TEXT,
    "publisher" TEXT,
    "published" TEXT,
    "as_of" TEXT,
    "licence" TEXT,
    "note" TEXT
) STRICT;

CREATE TABLE "region" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "country" TEXT,
    "parent" TEXT REFERENCES "region" ("id") DEFERRABLE INITIALLY DEFERRED,
    "name" TEXT NOT NULL,
    "version" TEXT,
    "source" TEXT
) STRICT;
CREATE INDEX "region_parent" ON "region" ("parent");

CREATE TABLE "place" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "alternative_names" TEXT,
    "country" TEXT,
    "latitude" REAL NOT NULL,
    "longitude" REAL NOT NULL,
    "population" INTEGER NOT NULL,
    "source" TEXT
) STRICT;

CREATE TABLE "topic" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "scheme" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "labels" TEXT,
    "synonyms" TEXT,
    "parent" TEXT REFERENCES "topic" ("id") DEFERRABLE INITIALLY DEFERRED,
    "mappings" TEXT,
    "definition" TEXT,
    "source" TEXT
) STRICT;
CREATE INDEX "topic_parent" ON "topic" ("parent");

CREATE TABLE "organisation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "names" TEXT,
    "identifiers" TEXT,
    "country" TEXT,
    "nuts" TEXT,
    "city" TEXT,
    "postcode" TEXT,
    "street" TEXT,
    "latitude" REAL,
    "longitude" REAL,
    "web" TEXT,
    "description" TEXT,
    "topics" TEXT,
    "offers" TEXT,
    "needs" TEXT,
    "activity_type" TEXT,
    "size_class" TEXT,
    "employees" INTEGER NOT NULL,
    "is_sme" INTEGER,
    "founded" INTEGER NOT NULL,
    "languages" TEXT,
    "open_for_ideas" INTEGER,
    "invented" INTEGER NOT NULL,
    "cluster" TEXT,
    "source" TEXT,
    "as_of" TEXT
) STRICT;

CREATE TABLE "membership" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "member" TEXT NOT NULL REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
    "cluster" TEXT NOT NULL REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
    "type" TEXT,
    "from" TEXT,
    "to" TEXT,
    "source" TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX "membership_member" ON "membership" ("member");
CREATE INDEX "membership_cluster" ON "membership" ("cluster");

CREATE TABLE "programme" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "names" TEXT,
    "short" TEXT,
    "funder" TEXT,
    "parent" TEXT,
    "from" TEXT,
    "to" TEXT,
    "url" TEXT,
    "description" TEXT,
    "source" TEXT
) STRICT;

CREATE TABLE "call" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "programme" TEXT NOT NULL REFERENCES "programme" ("id") DEFERRABLE INITIALLY DEFERRED,
    "identifier" TEXT NOT NULL,
    "titles" TEXT,
    "opens" TEXT,
    "deadline" TEXT,
    "zone" TEXT,
    "budget" REAL,
    "currency" TEXT,
    "action_type" TEXT,
    "topics" TEXT,
    "description" TEXT,
    "url" TEXT,
    "source" TEXT
) STRICT;
CREATE INDEX "call_programme" ON "call" ("programme");

CREATE TABLE "project" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "acronym" TEXT,
    "titles" TEXT,
    "programme" TEXT REFERENCES "programme" ("id") DEFERRABLE INITIALLY DEFERRED,
    "call" TEXT,
    "identifiers" TEXT,
    "status" TEXT NOT NULL,
    "start" TEXT,
    "end" TEXT,
    "funding_scheme" TEXT,
    "total_cost" REAL,
    "eu_contribution" REAL,
    "currency" TEXT,
    "objective" TEXT,
    "topics" TEXT,
    "keywords" TEXT,
    "target_regions" TEXT,
    "phases" TEXT,
    "strands" TEXT,
    "predecessors" TEXT,
    "url" TEXT,
    "source" TEXT,
    "as_of" TEXT
) STRICT;
CREATE INDEX "project_programme" ON "project" ("programme");

CREATE TABLE "participation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "project" TEXT NOT NULL REFERENCES "project" ("id") DEFERRABLE INITIALLY DEFERRED,
    "organisation" TEXT NOT NULL REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
    "role" TEXT NOT NULL,
    "phases" TEXT,
    "from" TEXT,
    "to" TEXT,
    "contribution" REAL,
    "currency" TEXT,
    "activity_type" TEXT,
    "is_sme" INTEGER,
    "source" TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX "participation_project" ON "participation" ("project");
CREATE INDEX "participation_organisation" ON "participation" ("organisation");

CREATE TABLE "agreement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "type" TEXT NOT NULL,
    "titles" TEXT,
    "parties" TEXT,
    "signed" TEXT,
    "valid_to" TEXT,
    "scope" TEXT,
    "project" TEXT,
    "source" TEXT
) STRICT;

CREATE TABLE "delegation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "titles" TEXT,
    "from" TEXT,
    "to" TEXT,
    "organisers" TEXT,
    "participants" TEXT,
    "basis" TEXT,
    "project" TEXT,
    "stops" TEXT,
    "description" TEXT,
    "source" TEXT
) STRICT;

CREATE TABLE "claim" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subject_kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "predicate" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "unit" TEXT,
    "phase" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "approximate" INTEGER NOT NULL,
    "as_of" TEXT,
    "source" TEXT NOT NULL REFERENCES "source" ("id") DEFERRABLE INITIALLY DEFERRED,
    "sentence" TEXT,
    "confidence" REAL NOT NULL
) STRICT;
CREATE INDEX "claim_subject" ON "claim" ("subject");
CREATE INDEX "claim_source" ON "claim" ("source");

-- Identifiers of organisations and projects, kept by the store from the records.
CREATE TABLE "identifier" (
    "kind" TEXT NOT NULL,
    "scheme" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    PRIMARY KEY ("kind", "scheme", "value", "id")
) STRICT, WITHOUT ROWID;

-- The change feed: gapless, ascending from 1, never deleted from.
CREATE TABLE "change" (
    "sequence" INTEGER NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "at" INTEGER NOT NULL
) STRICT;

CREATE TABLE "import_run" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "done" INTEGER NOT NULL,
    "started" INTEGER NOT NULL,
    "finished" INTEGER NOT NULL,
    "report" TEXT NOT NULL
) STRICT;
CREATE INDEX "import_run_content" ON "import_run" ("kind", "fingerprint");
