-- Repositories without a security policy.
-- Whoever finds a vulnerability does not know whom to tell in private. Archived and empty
-- repositories and forks are left out. A policy that an owner keeps for all repositories in
-- one place counts where the source says so; local repositories do not know it.
--
-- group:     security
-- severity:  low
-- remedy:    Add a file SECURITY.md that says how to report a vulnerability in private and
--            which versions are looked after.
-- reference: https://docs.github.com/en/code-security/getting-started/adding-a-security-policy-to-your-repository

-- finding
SELECT source, key AS repo, NULL AS number,
       'It has no security policy of its own, so a vulnerability may be reported in public or not at all.' AS message,
       coalesce('No security policy among the files of ' || substr(head, 1, 12) || '.', 'The source reports no security policy.')
         || coalesce(' Commits: ' || commit_count || '; contributors: ' || contributor_count || '.', '') AS evidence
  FROM repo
 WHERE has_security = 0 AND security_policy IS NOT 1
   AND archived IS NOT 1 AND fork IS NOT 1 AND empty IS NOT 1;
