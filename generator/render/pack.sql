-- What goes into an archive of an edition.

-- files
SELECT path, bytes, modified FROM file WHERE edition = :edition
UNION ALL
SELECT 'manifest.json', NULL, NULL
 ORDER BY path COLLATE BINARY;

-- Seconds since 1970, of the last run; a zip archive knows no time before 1980.
-- time
SELECT max(coalesce(max(CAST(strftime('%s', started_at) AS INTEGER)), 0), 315532800) FROM run;
