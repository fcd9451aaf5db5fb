-- SPDX-License-Identifier: EUPL-1.2
-- Roles that are offered and not accepted yet, mails that are of no use after a while, and what makes the audit quick.

ALTER TABLE "grant" ADD COLUMN "offered_until" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "mail" ADD COLUMN "useless_after" INTEGER NOT NULL DEFAULT 0;

-- The audit is read backwards, page by page: what one person did, what concerns an organisation, what was done to a record.
DROP INDEX "audit_actor";
DROP INDEX "audit_organisation";
CREATE INDEX "audit_actor" ON "audit" ("actor", "sequence");
CREATE INDEX "audit_organisation" ON "audit" ("organisation", "sequence");
CREATE INDEX "audit_subject" ON "audit" ("subject", "sequence");
CREATE INDEX "change_actor" ON "change" ("actor", "sequence");
