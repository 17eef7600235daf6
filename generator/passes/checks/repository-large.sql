-- Repositories that are so large that every clone and every run of the CI waits for them.
-- Archived repositories and forks are left out.
--
-- group:     hygiene
-- severity:  info
-- remedy:    Take what is built or downloaded out of it, and keep large files in Git LFS or as
--            files of a release.
-- reference: https://docs.github.com/en/repositories/creating-and-managing-repositories/repository-limits
-- setting:   megabytes (1024, 1 to 1000000): from which size on

-- finding
SELECT source, key AS repo, 'It is so large that every clone takes long.' AS message, printf('Size: %d MB; recommended are less than %d.', size_kb / 1024, :megabytes) AS evidence
  FROM repo WHERE size_kb >= 1024 * :megabytes AND archived IS NOT 1 AND fork IS NOT 1;
