-- SPDX-License-Identifier: EUPL-1.2
-- The care of a record, offered to another organisation and not accepted yet.

CREATE TABLE "care_offer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subject_kind" TEXT NOT NULL,
    "subject" TEXT,
    "giver" TEXT,
    "taker" TEXT,
    "offered_by" TEXT,
    "offered" INTEGER NOT NULL
) STRICT;
CREATE INDEX "care_offer_giver" ON "care_offer" ("giver");
CREATE INDEX "care_offer_taker" ON "care_offer" ("taker");
