-- The last release, with commits since but in the first; and how it fits the times between them.
INSERT INTO repo (source, key, name, last_commit_at, release_count)
SELECT 's', value, 'r', iif(value = 'nothing since', '2020-01-01T00:00:00Z', '2026-11-20T00:00:00Z'), iif(value = 'never', 0, NULL)
  FROM json_each('["nothing since", "90 days", "91 days", "181 days", "366 days", "never", "unknown", "draft", "in time", "late", "too late", "two releases", "tags"]');
INSERT INTO release (source, repo, id, tag, draft, prerelease, published_at)
SELECT 's', column1, row_number() OVER (), 'v', column3, column4, column2 FROM (VALUES
  ('nothing since', '2020-01-01T00:00:00Z', 0, 0), ('90 days', '2026-08-23T21:00:00Z', 0, 0), ('91 days', '2026-08-22T21:00:00Z', 0, 0),
  ('181 days', '2026-05-24T21:00:00Z', 0, 0), ('366 days', '2025-11-20T21:00:00Z', 0, 0),
  ('draft', '2026-11-01T00:00:00Z', 1, 0), ('draft', '2026-11-01T00:00:00Z', 0, 1),
-- usual are 10 days: the last is 15, 30 and 31 days old
  ('in time', '2026-10-17T21:00:00Z', 0, 0), ('in time', '2026-10-27T21:00:00Z', 0, 0), ('in time', '2026-11-06T21:00:00Z', 0, 0),
  ('late', '2026-10-02T21:00:00Z', 0, 0), ('late', '2026-10-12T21:00:00Z', 0, 0), ('late', '2026-10-22T21:00:00Z', 0, 0),
  ('too late', '2026-10-01T21:00:00Z', 0, 0), ('too late', '2026-10-11T21:00:00Z', 0, 0), ('too late', '2026-10-21T21:00:00Z', 0, 0),
  ('two releases', '2026-10-11T21:00:00Z', 0, 0), ('two releases', '2026-10-21T21:00:00Z', 0, 0));
-- tags stand for releases only where there are none
INSERT INTO tag (source, repo, name, created_at) VALUES ('s', 'tags', 'v1', '2026-05-24T21:00:00Z'), ('s', 'tags', 'nightly', '2026-11-01T00:00:00Z'),
  ('s', '91 days', 'v9', '2026-11-20T00:00:00Z');
