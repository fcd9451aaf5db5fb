-- SPDX-License-Identifier: EUPL-1.2
-- What the engines learnt from the network at hand.

CREATE TABLE "trained_model" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "trained" INTEGER NOT NULL,
    "cases" INTEGER NOT NULL,
    "content" TEXT
) STRICT;
