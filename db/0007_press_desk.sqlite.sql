-- SPDX-License-Identifier: EUPL-1.2
-- The press desk: texts, what they claim, and what people taught the reader.

CREATE TABLE "press_item" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisation" TEXT,
    "title" TEXT,
    "text" TEXT,
    "language" TEXT,
    "is_read" INTEGER NOT NULL,
    "is_cut" INTEGER NOT NULL,
    "publisher" TEXT,
    "published" TEXT,
    "url" TEXT,
    "form" TEXT,
    "digest" TEXT,
    "arrived" INTEGER NOT NULL,
    "brought_by" TEXT,
    "state" TEXT NOT NULL,
    "group" TEXT,
    "source" TEXT,
    "names" TEXT,
    "sentences" TEXT,
    "claims" INTEGER NOT NULL,
    "waiting" INTEGER NOT NULL,
    "accepted" INTEGER NOT NULL,
    "corrected" INTEGER NOT NULL,
    "rejected" INTEGER NOT NULL
) STRICT;
CREATE INDEX "press_item_organisation" ON "press_item" ("organisation");
CREATE INDEX "press_item_digest" ON "press_item" ("digest");
CREATE INDEX "press_item_brought_by" ON "press_item" ("brought_by");
CREATE INDEX "press_item_group" ON "press_item" ("group");

CREATE TABLE "press_claim" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "item" TEXT,
    "number" INTEGER NOT NULL,
    "fact" TEXT,
    "confidence" REAL NOT NULL,
    "state" TEXT NOT NULL,
    "decided_by" TEXT,
    "decided" INTEGER NOT NULL,
    "effects" TEXT
) STRICT;
CREATE INDEX "press_claim_item" ON "press_claim" ("item");
CREATE INDEX "press_claim_decided_by" ON "press_claim" ("decided_by");

CREATE TABLE "press_memory" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisation" TEXT,
    "lesson" TEXT NOT NULL,
    "name" TEXT,
    "subject_kind" TEXT,
    "subject" TEXT,
    "count" INTEGER NOT NULL,
    "learnt" INTEGER NOT NULL
) STRICT;
CREATE INDEX "press_memory_organisation" ON "press_memory" ("organisation");
