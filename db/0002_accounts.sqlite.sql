-- SPDX-License-Identifier: EUPL-1.2
-- Accounts and roles, who may see what, people, what was said before a change, and the audit log.

ALTER TABLE "claim" ADD COLUMN "review" TEXT;
ALTER TABLE "agreement" ADD COLUMN "confirmed_by" TEXT;

CREATE TABLE "person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "organisation" TEXT NOT NULL REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
    "function" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "languages" TEXT,
    "purpose" TEXT NOT NULL,
    "consent_version" TEXT,
    "consent_on" TEXT,
    "keep_until" TEXT NOT NULL,
    "source" TEXT,
    "as_of" TEXT
) STRICT;
CREATE INDEX "person_organisation" ON "person" ("organisation");

CREATE TABLE "disclosure" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subject_kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "owner" TEXT NOT NULL REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
    "visibility" TEXT NOT NULL,
    "fields" TEXT,
    "source" TEXT
) STRICT;
CREATE UNIQUE INDEX "disclosure_subject" ON "disclosure" ("subject", "subject_kind");
CREATE INDEX "disclosure_owner" ON "disclosure" ("owner");

-- What a record said before the change, as JSON; NULL for its first version and when it had to be forgotten.
ALTER TABLE "change" ADD COLUMN "before" TEXT;
-- The first sequence number of the batch that the change belongs to: what was written together.
ALTER TABLE "change" ADD COLUMN "batch" INTEGER;
CREATE INDEX "change_record" ON "change" ("id", "kind");
CREATE INDEX "change_batch" ON "change" ("batch");

-- What somebody did or saw beside changing a record. Appended to, never changed.
CREATE TABLE "audit" (
    "sequence" INTEGER NOT NULL PRIMARY KEY,
    "at" INTEGER NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT,
    "subject" TEXT,
    "organisation" TEXT,
    "detail" TEXT
) STRICT;
CREATE INDEX "audit_actor" ON "audit" ("actor");
CREATE INDEX "audit_organisation" ON "audit" ("organisation");

CREATE TABLE "user" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT,
    "skeleton" TEXT,
    "name" TEXT,
    "language" TEXT,
    "state" TEXT NOT NULL,
    "password" TEXT,
    "totp_secret" TEXT,
    "totp_step" INTEGER NOT NULL,
    "recovery_codes" TEXT,
    "issuer" TEXT,
    "subject" TEXT,
    "created" INTEGER NOT NULL,
    "last_sign_in" INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX "user_email" ON "user" ("email");
CREATE INDEX "user_skeleton" ON "user" ("skeleton");
CREATE INDEX "user_subject" ON "user" ("subject");

CREATE TABLE "grant" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "user" TEXT NOT NULL REFERENCES "user" ("id") DEFERRABLE INITIALLY DEFERRED,
    "role" TEXT NOT NULL,
    "organisation" TEXT,
    "given_by" TEXT,
    "given" INTEGER NOT NULL
) STRICT;
CREATE INDEX "grant_user" ON "grant" ("user");
CREATE INDEX "grant_organisation" ON "grant" ("organisation");

CREATE TABLE "session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "user" TEXT NOT NULL REFERENCES "user" ("id") DEFERRABLE INITIALLY DEFERRED,
    "created" INTEGER NOT NULL,
    "seen" INTEGER NOT NULL,
    "expires" INTEGER NOT NULL,
    "address" TEXT,
    "agent" TEXT
) STRICT;
CREATE INDEX "session_user" ON "session" ("user");

CREATE TABLE "api_token" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "fingerprint" TEXT,
    "user" TEXT NOT NULL REFERENCES "user" ("id") DEFERRABLE INITIALLY DEFERRED,
    "name" TEXT,
    "scopes" TEXT,
    "created" INTEGER NOT NULL,
    "expires" INTEGER NOT NULL,
    "used" INTEGER NOT NULL
) STRICT;
CREATE INDEX "api_token_user" ON "api_token" ("user");
CREATE UNIQUE INDEX "api_token_fingerprint" ON "api_token" ("fingerprint");

CREATE TABLE "link" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "purpose" TEXT NOT NULL,
    "user" TEXT REFERENCES "user" ("id") DEFERRABLE INITIALLY DEFERRED,
    "organisation" TEXT,
    "created" INTEGER NOT NULL,
    "expires" INTEGER NOT NULL,
    "used" INTEGER NOT NULL
) STRICT;
CREATE INDEX "link_user" ON "link" ("user");
CREATE INDEX "link_organisation" ON "link" ("organisation");

CREATE TABLE "mail" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "to" TEXT,
    "language" TEXT,
    "subject" TEXT,
    "plain" TEXT,
    "html" TEXT,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "created" INTEGER NOT NULL,
    "due" INTEGER NOT NULL,
    "answer" TEXT
) STRICT;
CREATE INDEX "mail_state" ON "mail" ("state");

CREATE TABLE "draft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "author" TEXT NOT NULL REFERENCES "user" ("id") DEFERRABLE INITIALLY DEFERRED,
    "subject_kind" TEXT NOT NULL,
    "subject" TEXT,
    "base" INTEGER NOT NULL,
    "content" TEXT,
    "changed" INTEGER NOT NULL
) STRICT;
CREATE INDEX "draft_author" ON "draft" ("author");
CREATE INDEX "draft_subject" ON "draft" ("subject");
