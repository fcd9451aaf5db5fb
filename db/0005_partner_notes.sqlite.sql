-- SPDX-License-Identifier: EUPL-1.2
-- What an organisation has noted about possible partners: asked, declined, met …

CREATE TABLE "partner_note" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisation" TEXT,
    "partner" TEXT,
    "outcome" TEXT NOT NULL,
    "day" TEXT,
    "text" TEXT,
    "noted_by" TEXT,
    "noted" INTEGER NOT NULL,
    "organisation_was" TEXT,
    "partner_was" TEXT
) STRICT;
CREATE INDEX "partner_note_organisation" ON "partner_note" ("organisation");
CREATE INDEX "partner_note_partner" ON "partner_note" ("partner");
CREATE INDEX "partner_note_noted_by" ON "partner_note" ("noted_by");
