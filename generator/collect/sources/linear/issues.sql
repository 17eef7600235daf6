-- Issues that are not done, and those that changed lately: all of them each time, so that what
-- was deleted is gone here too. The query fits the schema that Linear publishes with its client.
--
-- pages:  graphql $.data.issues.pageInfo
-- items:  $.data.issues.nodes
-- answer: object
-- group:  business
-- rank:   10

-- ask
SELECT json_array('graphql') AS path, 'POST' AS method, 'issue' AS kind,
       json_object('query', 'query ($after: String, $filter: IssueFilter) {
  issues(first: 100, after: $after, orderBy: updatedAt, filter: $filter) {
    nodes {
      identifier title description url priority priorityLabel dueDate
      createdAt updatedAt completedAt canceledAt
      state { name type }
      team { key }
      creator { name }
      assignee { name }
      labels(first: 50) { nodes { name } }
    }
    pageInfo { hasNextPage endCursor }
  }
}', 'variables', json_object('after', NULL, 'filter', json_patch(json_object(
         'or', json_array(json_object('state', json_object('type', json_object('nin', json_array('completed', 'canceled', 'duplicate')))),
                          json_object('updatedAt', json_object('gte', strftime('%Y-%m-%dT%H:%M:%SZ', 'now', 'start of day',
                                      printf('-%d days', coalesce((SELECT value FROM setting WHERE key = 'days'), 30))))))),
         json_object('team', (SELECT json_object('key', json_object('in', json_group_array(value)))
                                FROM setting WHERE key = 'team' HAVING count(*) > 0))))) AS body;

-- A day by which something is to be done ends at midnight.
-- rows ticket complete(kind)
WITH meaning (priority, severity) AS (
  VALUES (1, 'critical'), (2, 'high'), (3, 'medium'), (4, 'low')
), issue AS MATERIALIZED (
  SELECT value FROM json_each(coalesce(:body -> '$.data.issues.nodes', 'the answer is no list'))
)
SELECT value ->> '$.identifier' AS key, :kind AS kind,
       value ->> '$.team.key' AS project,
       value ->> '$.title' AS title,
       value ->> '$.description' AS body,
       iif(value ->> '$.state.type' IN ('completed', 'canceled', 'duplicate'), 'closed', 'open') AS state,
       substr(value ->> '$.state.name', 1, 64) AS status,
       (SELECT severity FROM meaning WHERE priority = value ->> '$.priority') AS severity,
       substr(value ->> '$.priorityLabel', 1, 64) AS rating,
       value ->> '$.creator.name' AS requester,
       iif(value ->> '$.assignee.name' IS NULL, '[]', json_array(value ->> '$.assignee.name')) AS assignees,
       (SELECT json_group_array(l.value ->> '$.name') FROM json_each(issue.value, '$.labels.nodes') l) AS labels,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.createdAt') AS opened_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.updatedAt') AS updated_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', date(value ->> '$.dueDate') || 'T23:59:59') AS due_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', coalesce(value ->> '$.completedAt', value ->> '$.canceledAt')) AS closed_at,
       value ->> '$.url' AS url
  FROM issue;
