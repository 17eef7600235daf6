-- Images that are named without a version.
-- What is built tomorrow begins with another system than what was tried today. The tag "latest"
-- is the one that is meant without a tag. Archived repositories and forks are left out.
--
-- group:     dependencies
-- severity:  low
-- remedy:    Write the tag of a version behind the image's name, better with the digest as well.
-- reference: https://docs.docker.com/build/building/best-practices/#pin-base-image-versions

-- finding
WITH loose AS (
  SELECT d.source, d.repo, d.name || ' in ' || d.manifest AS image,
         row_number() OVER (PARTITION BY d.source, d.repo ORDER BY d.manifest, d.name) AS nth, count(*) OVER whole AS images
    FROM dependency d JOIN repo r ON r.source = d.source AND r.key = d.repo
   WHERE d.ecosystem = 'docker' AND d.manifest <> '' AND d.version IN ('', 'latest') AND r.archived IS NOT 1 AND r.fork IS NOT 1
  WINDOW whole AS (PARTITION BY d.source, d.repo)
)
SELECT source, repo, printf('Images without a version: %d.', images) AS message,
       group_concat(image, ', ') || iif(images > 10, printf(' and %d more', images - 10), '') AS evidence
  FROM (SELECT * FROM loose WHERE nth <= 10 ORDER BY source, repo, nth)
 GROUP BY source, repo;
