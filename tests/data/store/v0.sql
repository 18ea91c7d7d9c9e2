-- A file of the previews, before the schema had a version.
PRAGMA application_id = 1128492141;
CREATE TABLE seen (fingerprint TEXT, rule TEXT, severity TEXT, message TEXT, at TEXT);
INSERT INTO seen VALUES ('00000000000000aa', 'figure-conflict', 'error', 'Two figures', '2025-11-02T10:00:00Z');
INSERT INTO seen VALUES ('00000000000000bb', 'date-conflict', 'error', 'Two dates', '2025-11-02T10:00:00Z');
