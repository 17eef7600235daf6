-- Repositories that do not say in a sentence what they are.
-- Lists and searches show nothing but the name. Archived and empty repositories and forks are left
-- out.
--
-- group:     hygiene
-- severity:  info
-- remedy:    Write a sentence into the description, on the repository's page.
-- reference: https://docs.github.com/en/repositories/creating-and-managing-repositories/best-practices-for-repositories

-- finding
SELECT source, key AS repo, 'It has no description, so lists show nothing but its name.' AS message,
       'The source reports an empty description.' || iif(stars > 0, printf(' Stars: %d.', stars), '') AS evidence
  FROM repo
 WHERE trim(description) = '' AND archived IS NOT 1 AND fork IS NOT 1 AND empty IS NOT 1;
