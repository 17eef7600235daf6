-- Repositories with programs and without tests.
-- Tests are told by the names of files, so only languages count in which they have files of their
-- own. Repositories with fewer than 20 commits, archived and empty ones, templates and forks are
-- left out.
--
-- group:     ci
-- severity:  info
-- remedy:    Write a first test of what must not break, and have it run on every change.
-- reference: https://github.com/ossf/scorecard/blob/main/docs/checks.md#ci-tests
-- setting:   commits (20, 1 to 100000): how many commits there must be

-- finding
SELECT source, key AS repo, 'No tests were found, so nobody knows what a change breaks.' AS message,
       printf('No file is called as tests are; most of it is written in %s; commits: %d.', language, commit_count) AS evidence
  FROM repo
 WHERE has_tests = 0 AND commit_count >= :commits
   AND language IN ('JavaScript', 'TypeScript', 'Python', 'Go', 'Java', 'Ruby', 'PHP', 'C#', 'Kotlin', 'Scala', 'Swift', 'Dart', 'Elixir', 'C++')
   AND archived IS NOT 1 AND fork IS NOT 1 AND empty IS NOT 1 AND template IS NOT 1;
