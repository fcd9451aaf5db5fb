#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Writes a SQLite database as SQL text to standard output: dump_database.py DATABASE."""
import sqlite3
import sys

with sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True) as database:
    print("-- SPDX-License-Identifier: EUPL-1.2")
    for statement in database.iterdump():
        print(statement)
