-- SPDX-License-Identifier: EUPL-1.2
-- Roles that are offered and not accepted yet, and mails that are of no use after a while.

ALTER TABLE "grant" ADD COLUMN "offered_until" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "mail" ADD COLUMN "useless_after" INTEGER NOT NULL DEFAULT 0;
