-- The files of an edition's output folder: what was there, what is made, what goes.

-- output
SELECT folder, manifest FROM output WHERE edition = :edition;

-- files
SELECT path, page, bytes, modified FROM file WHERE edition = :edition;

-- file
SELECT context, bytes, modified FROM file WHERE edition = :edition AND path = :path;

-- has
SELECT 1 FROM file WHERE edition = :edition AND path = :path;

-- count
SELECT count(*) FROM file WHERE edition = :edition;

-- What this run made, and which pages it looked at: with a NULL source all files of a page.
-- create_made
CREATE TEMP TABLE made (
  path TEXT PRIMARY KEY COLLATE NOCASE, page TEXT, source TEXT, repo TEXT, context TEXT,
  outward INTEGER, bytes INTEGER, modified INTEGER, staged INTEGER, origin TEXT, job INTEGER
) WITHOUT ROWID;

-- create_visited
CREATE TEMP TABLE visited (page TEXT, source TEXT, repo TEXT);

-- index_visited
CREATE INDEX temp.visited_page ON visited (page, source, repo);

-- visit
INSERT INTO temp.visited VALUES (:page, :source, :repo);

-- Pages that are no more, :pages being a JSON array of those that are.
-- visit_others
INSERT INTO temp.visited
SELECT page, NULL, NULL FROM (SELECT DISTINCT page FROM file WHERE edition = :edition)
 WHERE page NOT IN (SELECT value FROM json_each(:pages));

-- made
SELECT origin, job, path FROM temp.made WHERE path = :path;

-- make
INSERT INTO temp.made VALUES (:path, :page, :source, :repo, :context, :outward, :bytes, :modified, :staged, :origin, :job);

-- Where a file is made that is another page's, which was not looked at.
-- conflict
SELECT m.path, m.origin, f.page
  FROM temp.made m CROSS JOIN file f ON f.edition = :edition AND f.path = m.path
 WHERE (f.page, f.source, f.repo) IS NOT (m.page, m.source, m.repo)
   AND NOT EXISTS (SELECT 1 FROM temp.visited v WHERE v.page = f.page AND v.source IS NULL)
   AND NOT EXISTS (SELECT 1 FROM temp.visited v WHERE (v.page, v.source, v.repo) = (f.page, f.source, f.repo))
 ORDER BY m.job LIMIT 1;

-- staged
SELECT path FROM temp.made WHERE staged ORDER BY path;

-- gone
WITH looked_at AS (
  SELECT f.path FROM temp.visited v CROSS JOIN file f ON f.edition = :edition AND f.page = v.page
   WHERE v.source IS NULL
  UNION
  SELECT f.path FROM temp.visited v CROSS JOIN file f
    ON f.edition = :edition AND (f.page, f.source, f.repo) = (v.page, v.source, v.repo)
)
SELECT path FROM looked_at l WHERE NOT EXISTS (SELECT 1 FROM temp.made m WHERE m.path = l.path) ORDER BY path;

-- forget
DELETE FROM file WHERE edition = :edition AND path = :path;

-- keep
INSERT INTO file (edition, path, page, source, repo, context, outward, bytes, modified)
SELECT :edition, path, page, source, repo, context, outward, bytes, modified FROM temp.made WHERE true
ON CONFLICT DO UPDATE
   SET path = excluded.path, page = excluded.page, source = excluded.source, repo = excluded.repo,
       context = excluded.context, outward = excluded.outward, bytes = excluded.bytes, modified = excluded.modified
 WHERE context <> excluded.context OR modified <> excluded.modified OR bytes <> excluded.bytes OR path <> excluded.path COLLATE BINARY
       OR (page, source, repo, outward) <> (excluded.page, excluded.source, excluded.repo, excluded.outward);

-- paths
SELECT path FROM file WHERE edition = :edition ORDER BY path COLLATE BINARY;

-- save_output
INSERT INTO output (edition, folder, manifest) VALUES (:edition, :folder, :manifest)
ON CONFLICT DO UPDATE SET folder = excluded.folder, manifest = excluded.manifest
 WHERE (folder, manifest) <> (excluded.folder, excluded.manifest);
