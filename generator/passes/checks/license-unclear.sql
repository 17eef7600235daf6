-- Repositories with a licence that nobody can tell which it is.
-- Programs and lawyers of others look for a name that they know. Private, archived and empty
-- repositories and forks are left out.
--
-- group:     community
-- severity:  info
-- remedy:    Use the unchanged text of a known licence, or write SPDX-License-Identifier: and its
--            name at its top.
-- reference: https://spdx.org/licenses/

-- finding
SELECT source, key AS repo, 'It has a licence, but it is not clear which.' AS message,
       coalesce('File ' || (SELECT min(path) FROM repo_file f WHERE f.source = r.source AND f.repo = r.key AND f.kind = 'license') || '; its text is none that is known.',
                'The source does not recognise its text.') AS evidence
  FROM repo r
 WHERE license IN ('NOASSERTION', 'other') AND visibility IS NOT 'private' AND archived IS NOT 1 AND fork IS NOT 1 AND empty IS NOT 1;
