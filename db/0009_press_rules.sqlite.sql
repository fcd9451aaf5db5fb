-- SPDX-License-Identifier: EUPL-1.2
-- What a press desk accepts by itself; when a text was withdrawn, with which news; what merges moved.

CREATE TABLE "press_rule" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisation" TEXT,
    "is_on" INTEGER NOT NULL,
    "minimum" REAL NOT NULL,
    "predicates" TEXT,
    "changed_by" TEXT,
    "changed" INTEGER NOT NULL
) STRICT;
ALTER TABLE "press_item" ADD COLUMN "withdrawn" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "press_item" ADD COLUMN "news" TEXT;
ALTER TABLE "press_item" ADD COLUMN "signature" TEXT;
ALTER TABLE "press_item" ADD COLUMN "organisation_was" TEXT;
ALTER TABLE "press_memory" ADD COLUMN "organisation_was" TEXT;
ALTER TABLE "press_memory" ADD COLUMN "subject_was" TEXT;
ALTER TABLE "press_feed" ADD COLUMN "organisation_was" TEXT;
