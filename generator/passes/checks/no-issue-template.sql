-- Repositories with many open issues and no form that asks for what is needed.
-- Only public ones. Archived repositories and forks are left out.
--
-- group:     community
-- severity:  info
-- remedy:    Add a form that asks what was done, what happened, and with which version.
-- reference: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/configuring-issue-templates-for-your-repository
-- setting:   issues (20, 1 to 10000): how many open issues there must be

-- finding
SELECT source, key AS repo, 'Many issues are open, and no form asks for what is needed to deal with them.' AS message, printf('Open issues: %d.', open_issues) AS evidence
  FROM repo
 WHERE has_issue_template = 0 AND open_issues >= :issues AND visibility IS NOT 'private' AND archived IS NOT 1 AND fork IS NOT 1;
