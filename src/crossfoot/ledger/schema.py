"""The tables of a ledger. Grain and units stand beside each table."""

from __future__ import annotations

VERSION = "1"

# numbers: the exact value, low, high and step as fractions ("3/2"), "" where open or absent;
# the doubles beside them are for queries, nothing is computed with them
TABLES = """
CREATE TABLE meta (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);

-- one row a document; id is the start of the text's SHA-256
CREATE TABLE documents (
    id VARCHAR PRIMARY KEY, name VARCHAR NOT NULL, title VARCHAR, outlet VARCHAR,
    language VARCHAR, format VARCHAR NOT NULL, published DATE, chars INTEGER NOT NULL,
    figures INTEGER NOT NULL, findings INTEGER NOT NULL, version_of VARCHAR,
    about_start DATE, about_end DATE, -- the days of what it reports, where that is told
    sketch BIGINT[] NOT NULL, crossfoot VARCHAR NOT NULL, added TIMESTAMP NOT NULL, text VARCHAR
);

-- one row a figure of a document; offsets are code points of the document's text
CREATE TABLE figures (
    document VARCHAR NOT NULL, figure VARCHAR NOT NULL, "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL, text VARCHAR NOT NULL, sentence INTEGER NOT NULL,
    kind VARCHAR NOT NULL, value DOUBLE, low DOUBLE, high DOUBLE, numbers VARCHAR[] NOT NULL,
    hedge VARCHAR, unit VARCHAR, measure VARCHAR, population VARCHAR[] NOT NULL, place VARCHAR,
    period_start DATE, period_end DATE, source VARCHAR, status VARCHAR NOT NULL,
    words VARCHAR[] NOT NULL, excerpt VARCHAR NOT NULL
);

-- one row a finding within a document
CREATE TABLE findings (
    document VARCHAR NOT NULL, number INTEGER NOT NULL, code VARCHAR NOT NULL,
    relation VARCHAR NOT NULL, verdict VARCHAR NOT NULL, severity VARCHAR,
    message VARCHAR NOT NULL, arithmetic VARCHAR NOT NULL, figures VARCHAR[] NOT NULL
);

-- one row a trait of a document by which its relatives are found: the inverted index; days are
-- proleptic Gregorian ordinals, `first` and `last` those of the figure's period, `day` that of
-- publication
CREATE TABLE traits (
    document VARCHAR NOT NULL, trait VARCHAR NOT NULL, lead BOOLEAN NOT NULL,
    weight DOUBLE NOT NULL, measure VARCHAR, place VARCHAR,
    "first" INTEGER, "last" INTEGER, day INTEGER
);

-- one row a pair of documents about one event; `later` was published after `earlier`
CREATE TABLE relatives (
    later VARCHAR NOT NULL, earlier VARCHAR NOT NULL, score DOUBLE NOT NULL,
    reasons VARCHAR[] NOT NULL
);

-- one row a document: the event it belongs to, named by the first of its documents
CREATE TABLE members (document VARCHAR NOT NULL, event VARCHAR NOT NULL);

-- one row a pair of figures of two documents that speak of one quantity
CREATE TABLE links (
    kind VARCHAR NOT NULL, later VARCHAR NOT NULL, later_figure VARCHAR NOT NULL,
    earlier VARCHAR NOT NULL, earlier_figure VARCHAR NOT NULL, reasons VARCHAR[] NOT NULL
);

-- the newest version of each document
CREATE VIEW current_documents AS
    SELECT d.* EXCLUDE (text, sketch), m.event
    FROM documents d LEFT JOIN members m ON m.document = d.id
    WHERE d.id NOT IN (SELECT version_of FROM documents WHERE version_of IS NOT NULL);
"""
