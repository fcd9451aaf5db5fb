-- SPDX-License-Identifier: EUPL-1.2
BEGIN TRANSACTION;
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
, "confirmed_by" TEXT) STRICT;
INSERT INTO "agreement" VALUES('absicht-1','loi','[{"lang":"de","text":"Absichtserklärung"}]','["lichthafen","lichthafen-gmbh"]','2017-05-05','2022','[{"lang":"de","text":"Austausch"}]','leuchtfeuer','hafenblatt-2019','["lichthafen","lichthafen-gmbh"]');
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
INSERT INTO "call" VALUES('brueckenschlag-2','brueckenschlag','BRÜ-2018-02','[{"lang":"de","text":"Zweiter Aufruf"}]','2018-01-15','2018-05-31','Europe/Berlin',2500000.5,'EUR','RIA','["photonics"]','[{"lang":"de","text":"Für Verbünde."}]','https://brueckenschlag.example/2','hafenblatt-2019');
CREATE TABLE "change" (
    "sequence" INTEGER NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "at" INTEGER NOT NULL
, "before" TEXT, "batch" INTEGER) STRICT;
INSERT INTO "change" VALUES(1,'source','hafenblatt-2019','put','system',1700000000,NULL,1);
INSERT INTO "change" VALUES(2,'region','de212','put','system',1700000000,NULL,1);
INSERT INTO "change" VALUES(3,'place','place-1','put','system',1700000000,NULL,1);
INSERT INTO "change" VALUES(4,'topic','photonics','put','system',1700000000,NULL,1);
INSERT INTO "change" VALUES(5,'organisation','lichthafen','put','system',1700000000,NULL,1);
INSERT INTO "change" VALUES(6,'membership','m-1','put','system',1700000000,NULL,1);
INSERT INTO "change" VALUES(7,'programme','brueckenschlag','put','system',1700000000,NULL,1);
INSERT INTO "change" VALUES(8,'call','brueckenschlag-2','put','system',1700000000,NULL,1);
INSERT INTO "change" VALUES(9,'project','leuchtfeuer','put','system',1700000000,NULL,1);
INSERT INTO "change" VALUES(10,'participation','p-1','put','system',1700000000,NULL,1);
INSERT INTO "change" VALUES(11,'agreement','absicht-1','put','system',1700000000,NULL,1);
INSERT INTO "change" VALUES(12,'delegation','reise-boston','put','system',1700000000,NULL,1);
INSERT INTO "change" VALUES(13,'claim','aussage-1','put','system',1700000000,NULL,1);
INSERT INTO "change" VALUES(14,'person','ada-beispiel','put','system',1700000000,NULL,1);
INSERT INTO "change" VALUES(15,'disclosure','sicht-1','put','system',1700000000,NULL,1);
INSERT INTO "change" VALUES(16,'region','de21','put','system',1700000000,NULL,1);
INSERT INTO "change" VALUES(17,'topic','optics','put','system',1700000000,NULL,1);
INSERT INTO "change" VALUES(18,'organisation','lichthafen-gmbh','put','system',1700000000,NULL,1);
INSERT INTO "change" VALUES(19,'organisation','lichthafen-ev','put','system',1700000000,NULL,1);
INSERT INTO "change" VALUES(20,'programme','dachprogramm','put','system',1700000000,NULL,1);
INSERT INTO "change" VALUES(21,'project','leuchtturm','put','system',1700000000,NULL,1);
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
, "review" TEXT) STRICT;
INSERT INTO "claim" VALUES('aussage-1','project','leuchtfeuer','total_cost','1300000','EUR',1,'amended',1,'2019-03','hafenblatt-2019','Rund 1,3 Mio. Euro kostet das Vorhaben.',0.75,'waiting');
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
INSERT INTO "delegation" VALUES('reise-boston','[{"lang":"de","text":"Reise nach Boston"}]','2019-10-06','2019-10-11','["lichthafen"]','["lichthafen-gmbh"]','absicht-1','leuchtfeuer','[{"city":"Boston","country":"US","zone":"America/New_York","from":"2019-10-06","to":"2019-10-11","purpose":[{"lang":"de","text":"Klinikbesuche"}]}]','[{"lang":"de","text":"Sechs Tage."}]','hafenblatt-2019');
CREATE TABLE "disclosure" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subject_kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "owner" TEXT NOT NULL REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
    "visibility" TEXT NOT NULL,
    "fields" TEXT,
    "source" TEXT
) STRICT;
INSERT INTO "disclosure" VALUES('sicht-1','organisation','lichthafen','lichthafen-ev','network','[{"field":"needs","visibility":"matched"}]','hafenblatt-2019');
CREATE TABLE "draft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "author" TEXT NOT NULL REFERENCES "user" ("id") DEFERRABLE INITIALLY DEFERRED,
    "subject_kind" TEXT NOT NULL,
    "subject" TEXT,
    "base" INTEGER NOT NULL,
    "content" TEXT,
    "changed" INTEGER NOT NULL
) STRICT;
CREATE TABLE "grant" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "user" TEXT NOT NULL REFERENCES "user" ("id") DEFERRABLE INITIALLY DEFERRED,
    "role" TEXT NOT NULL,
    "organisation" TEXT,
    "given_by" TEXT,
    "given" INTEGER NOT NULL
) STRICT;
CREATE TABLE "identifier" (
    "kind" TEXT NOT NULL,
    "scheme" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    PRIMARY KEY ("kind", "scheme", "value", "id")
) STRICT, WITHOUT ROWID;
INSERT INTO "identifier" VALUES('organisation','PIC','999000111','lichthafen');
INSERT INTO "identifier" VALUES('organisation','VAT','DE000000001','lichthafen');
INSERT INTO "identifier" VALUES('project','GA','700001','leuchtfeuer');
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
CREATE TABLE "link" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "purpose" TEXT NOT NULL,
    "user" TEXT REFERENCES "user" ("id") DEFERRABLE INITIALLY DEFERRED,
    "organisation" TEXT,
    "created" INTEGER NOT NULL,
    "expires" INTEGER NOT NULL,
    "used" INTEGER NOT NULL
) STRICT;
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
CREATE TABLE "membership" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "member" TEXT NOT NULL REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
    "cluster" TEXT NOT NULL REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
    "type" TEXT,
    "from" TEXT,
    "to" TEXT,
    "source" TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO "membership" VALUES('m-1','lichthafen-gmbh','lichthafen','sme','2010','2020-12-31','hafenblatt-2019');
CREATE TABLE "meta" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES('product','kontor');
CREATE TABLE "migration" ("version" INTEGER NOT NULL PRIMARY KEY, "name" TEXT NOT NULL, "checksum" TEXT NOT NULL, "applied" INTEGER NOT NULL) STRICT;
INSERT INTO "migration" VALUES(1,'0001_records.sqlite.sql','fbfd538fdf4747d375a9bb5463415634d89b763a17d612aa98b9973294dd0bfd',1700000000);
INSERT INTO "migration" VALUES(2,'0002_accounts.sqlite.sql','a8d9fdb43e013da5f0ff4762bb5a7a3c75867e18e793c7c5f3b51f0b3992a18e',1700000000);
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
INSERT INTO "organisation" VALUES('lichthafen','cluster','[{"text":"Lichthafen Nord","lang":"de","type":"short"},{"text":"Light Harbour \"North\"","lang":"en","type":"alias"}]','[{"scheme":"PIC","value":"999000111"},{"scheme":"VAT","value":"DE000000001"}]','DE','DE600','Hamburg','20457','Am Kai 1',53.5439,9.9883,'https://lichthafen.example','[{"lang":"de","text":"Ein Cluster für Licht.","origin":"import"},{"lang":"fr","text":"Un pôle de la lumière.","origin":"machine"}]','["photonics","optics"]','[{"topic":"photonics","text":[{"lang":"de","text":"Laserschweißen"}],"trl":7}]','[{"topic":"optics","text":[{"lang":"en","text":"clinical partners"}],"trl":4}]','OTH','small',12,1,2004,'["de","en"]',1,1,'{"management_entity":"lichthafen-gmbh","association_entity":"lichthafen-ev","labels":[{"scheme":"ESCA","level":"gold","from":"2018","to":"2021-12-31"}],"target_regions":[{"country":"FI","region":"Tampere","name":[{"lang":"de","text":"Finnland"}],"priority":1}],"services":[{"lang":"en","text":"matchmaking"}]}','hafenblatt-2019','2020-06-01');
INSERT INTO "organisation" VALUES('lichthafen-gmbh','company','[{"text":"Lichthafen GmbH"}]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,0,NULL,NULL,0,NULL,NULL,NULL);
INSERT INTO "organisation" VALUES('lichthafen-ev','association','[{"text":"Lichthafen e. V."}]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,0,NULL,NULL,0,NULL,NULL,NULL);
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
INSERT INTO "participation" VALUES('p-1','leuchtfeuer','lichthafen-gmbh','international_partner','[1,2]','2018-09','2021-08',250000.1,'EUR','PRC',0,'hafenblatt-2019');
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
INSERT INTO "person" VALUES('ada-beispiel','Ada Beispiel','lichthafen','Internationales','ada@lichthafen.example','+49 351 0000','["de","en"]','contact','2026-1','2026-01-02','2028-01-02','hafenblatt-2019','2026-01-02');
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
INSERT INTO "place" VALUES('place-1','Łódź','["Lodz","Lodsch"]','PL',51.77058,19.47395,768755,'hafenblatt-2019');
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
INSERT INTO "programme" VALUES('brueckenschlag','[{"lang":"de","text":"Brückenschlag"}]','BRÜ','lichthafen-ev','dachprogramm','2014','2020','https://brueckenschlag.example','[{"lang":"de","text":"Fördert Vorhaben über Grenzen."}]','hafenblatt-2019');
INSERT INTO "programme" VALUES('dachprogramm','[{"lang":"de","text":"Dachprogramm"}]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO "project" VALUES('leuchtfeuer','LEUCHTFEUER','[{"lang":"en","text":"Light across the sea"}]','brueckenschlag','brueckenschlag-2','[{"scheme":"GA","value":"700001"}]','closed','2018-09-01','2021-08','RIA',1234567.89,1000000.0,'EUR','[{"lang":"en","text":"Guide ships by light.\nAnd report."}]','["photonics"]','["laser","Schifffahrt"]','[{"country":"US","region":"Boston","name":[{"lang":"en","text":"Boston"}],"priority":2}]','[{"number":1,"name":[{"lang":"de","text":"Aufbau"}],"from":"2018-09","to":"2019-08","budget":500000.25}]','[{"name":[{"lang":"de","text":"Technik"}],"description":[{"lang":"de","text":"Sender und Empfänger"}]}]','["leuchtturm"]','https://leuchtfeuer.example','hafenblatt-2019','2020');
INSERT INTO "project" VALUES('leuchtturm',NULL,'[{"lang":"en","text":"Lighthouse"}]',NULL,NULL,NULL,'unknown',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO "region" VALUES('de212','DE212',3,'DE','de21','München, Kreisfreie Stadt','2021','hafenblatt-2019');
INSERT INTO "region" VALUES('de21','DE21',2,'DE',NULL,'Oberbayern',NULL,NULL);
CREATE TABLE "session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "user" TEXT NOT NULL REFERENCES "user" ("id") DEFERRABLE INITIALLY DEFERRED,
    "created" INTEGER NOT NULL,
    "seen" INTEGER NOT NULL,
    "expires" INTEGER NOT NULL,
    "address" TEXT,
    "agent" TEXT
) STRICT;
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
INSERT INTO "source" VALUES('hafenblatt-2019','Hafenblatt, Ausgabe 3/2019','press','https://hafenblatt.example/2019/3','Verlag am Kai','2019-03-14','2019-03','CC BY 4.0','Seite 7 „Optik“');
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
INSERT INTO "topic" VALUES('photonics','euroscivoc','science','{"de":"Photonik","en":"photonics"}','{"de":["Lichttechnik","optische Technologien"],"en":["light technology"]}','optics','[{"scheme":"nace","code":"26.70"}]','{"en":"Making, steering and measuring light."}','hafenblatt-2019');
INSERT INTO "topic" VALUES('optics','kontor','technology','{"en":"optics"}',NULL,NULL,NULL,NULL,NULL);
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
CREATE INDEX "region_parent" ON "region" ("parent");
CREATE INDEX "topic_parent" ON "topic" ("parent");
CREATE INDEX "membership_member" ON "membership" ("member");
CREATE INDEX "membership_cluster" ON "membership" ("cluster");
CREATE INDEX "call_programme" ON "call" ("programme");
CREATE INDEX "project_programme" ON "project" ("programme");
CREATE INDEX "participation_project" ON "participation" ("project");
CREATE INDEX "participation_organisation" ON "participation" ("organisation");
CREATE INDEX "claim_subject" ON "claim" ("subject");
CREATE INDEX "claim_source" ON "claim" ("source");
CREATE INDEX "import_run_content" ON "import_run" ("kind", "fingerprint");
CREATE INDEX "person_organisation" ON "person" ("organisation");
CREATE UNIQUE INDEX "disclosure_subject" ON "disclosure" ("subject", "subject_kind");
CREATE INDEX "disclosure_owner" ON "disclosure" ("owner");
CREATE INDEX "change_record" ON "change" ("id", "kind");
CREATE INDEX "change_batch" ON "change" ("batch");
CREATE INDEX "audit_actor" ON "audit" ("actor");
CREATE INDEX "audit_organisation" ON "audit" ("organisation");
CREATE UNIQUE INDEX "user_email" ON "user" ("email");
CREATE INDEX "user_skeleton" ON "user" ("skeleton");
CREATE INDEX "user_subject" ON "user" ("subject");
CREATE INDEX "grant_user" ON "grant" ("user");
CREATE INDEX "grant_organisation" ON "grant" ("organisation");
CREATE INDEX "session_user" ON "session" ("user");
CREATE INDEX "api_token_user" ON "api_token" ("user");
CREATE UNIQUE INDEX "api_token_fingerprint" ON "api_token" ("fingerprint");
CREATE INDEX "link_user" ON "link" ("user");
CREATE INDEX "link_organisation" ON "link" ("organisation");
CREATE INDEX "mail_state" ON "mail" ("state");
CREATE INDEX "draft_author" ON "draft" ("author");
CREATE INDEX "draft_subject" ON "draft" ("subject");
COMMIT;
