-- What one request tells of a hundred repositories: what moved since last time, so that the
-- other questions are asked only there; open issues and pull requests, the state of CI, the
-- latest release, whether there is a security policy, how branches are protected and how many
-- alerts are open.
--
-- pages:   graphql $.data.repositoryOwner.repositories.pageInfo
-- items:   $.data.repositoryOwner.repositories.nodes
-- answer:  object
-- partial: yes
-- rank:    1

-- On an Enterprise Server it stands beside the other addresses, not below them.
-- ask
SELECT iif(server, json_array('api', 'graphql'), json_array('graphql')) AS path, server AS root, 'POST' AS method,
       json_object('query', 'query ($login: String!, $after: String) {
  rateLimit { cost remaining resetAt }
  repositoryOwner(login: $login) {
    repositories(first: 100, after: $after, ownerAffiliations: [OWNER], orderBy: {field: PUSHED_AT, direction: DESC}) {
      pageInfo { hasNextPage endCursor }
      nodes {
        nameWithOwner isEmpty viewerPermission isSecurityPolicyEnabled hasVulnerabilityAlertsEnabled
        defaultBranchRef { target { ... on Commit { oid committedDate history { totalCount } statusCheckRollup { state } } } }
        openIssues: issues(states: [OPEN]) { totalCount }
        openPulls: pullRequests(states: [OPEN]) { totalCount }
        movedIssue: issues(first: 1, orderBy: {field: UPDATED_AT, direction: DESC}) { nodes { updatedAt } }
        movedPull: pullRequests(first: 1, orderBy: {field: UPDATED_AT, direction: DESC}) { nodes { updatedAt } }
        releases(first: 1, orderBy: {field: CREATED_AT, direction: DESC}) { totalCount nodes { updatedAt } }
        latestRelease { tagName publishedAt }
        vulnerabilityAlerts(states: [OPEN]) { totalCount }
        branchProtectionRules { totalCount }
        rulesets(includeParents: true) { totalCount }
      }
    }
  }
}', 'variables', json_object('login', key, 'after', NULL)) AS body,
       iif(EXISTS (SELECT 1 FROM setting WHERE key = 'authenticated' AND value = '1'), NULL, 'needs a token') AS forbidden,
       key AS owner
  FROM (SELECT o.key, EXISTS (SELECT 1 FROM setting WHERE key = 'url' AND rtrim(value, '/') LIKE '%/api/v3') AS server
          FROM owner o WHERE EXISTS (SELECT 1 FROM repo r WHERE r.owner = o.key))
 ORDER BY key;

-- The answer is gone through once: CROSS keeps the join in this order.
-- rows repo window(owner)
SELECT r.key,
       n.value ->> '$.isEmpty' AS empty,
       n.value ->> '$.defaultBranchRef.target.oid' AS head,
       strftime('%Y-%m-%dT%H:%M:%SZ', n.value ->> '$.defaultBranchRef.target.committedDate') AS last_commit_at,
       n.value ->> '$.defaultBranchRef.target.history.totalCount' AS commit_count,
       CASE WHEN json_type(n.value, '$.defaultBranchRef.target.statusCheckRollup') = 'null' THEN 'none'
            ELSE lower(n.value ->> '$.defaultBranchRef.target.statusCheckRollup.state') END AS ci_state,
       n.value ->> '$.openIssues.totalCount' AS open_issues,
       n.value ->> '$.openPulls.totalCount' AS open_pulls,
       strftime('%Y-%m-%dT%H:%M:%SZ', n.value ->> '$.movedIssue.nodes[0].updatedAt') AS issue_updated_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', n.value ->> '$.movedPull.nodes[0].updatedAt') AS pull_updated_at,
       n.value ->> '$.releases.totalCount' AS release_count,
       strftime('%Y-%m-%dT%H:%M:%SZ', n.value ->> '$.releases.nodes[0].updatedAt') AS release_updated_at,
       n.value ->> '$.latestRelease.tagName' AS latest_release,
       strftime('%Y-%m-%dT%H:%M:%SZ', n.value ->> '$.latestRelease.publishedAt') AS released_at,
       n.value ->> '$.isSecurityPolicyEnabled' AS security_policy
  FROM json_each(coalesce(:body -> '$.data.repositoryOwner.repositories.nodes', 'the answer is no list')) n
 CROSS JOIN repo r ON r.key = n.value ->> '$.nameWithOwner';

-- Who may only read is told zero of everything.
-- rows repo_security window
SELECT r.key AS repo, 'internal' AS zone,
       n.value ->> '$.hasVulnerabilityAlertsEnabled' AS alerts_enabled,
       iif(n.value ->> '$.hasVulnerabilityAlertsEnabled', n.value ->> '$.vulnerabilityAlerts.totalCount', NULL) AS open_alerts,
       n.value ->> '$.branchProtectionRules.totalCount' AS protections,
       n.value ->> '$.rulesets.totalCount' AS rulesets
  FROM json_each(coalesce(:body -> '$.data.repositoryOwner.repositories.nodes', 'the answer is no list')) n
 CROSS JOIN repo r ON r.key = n.value ->> '$.nameWithOwner'
 WHERE n.value ->> '$.viewerPermission' IN ('ADMIN', 'MAINTAIN', 'WRITE');
