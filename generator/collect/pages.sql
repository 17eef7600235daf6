-- Where the page after :page is, by the kind of pages: no row where it was the last. :first,
-- :second and :third are the words behind the kind's name; :query is the request's, :body the
-- answer, :items the path of its list, :token the value of its header.

-- link
SELECT :next WHERE :next IS NOT NULL;

-- page
SELECT json_object('query', json_object(:first, 1 + coalesce(:page ->> printf('$.query."%w"', :first),
                                                             :query ->> printf('$."%w"', :first), 1)))
 WHERE json_array_length(:body, :items) >= coalesce(:query ->> printf('$."%w"', :second), 1);

-- A server may give fewer than it was asked for; where the answer tells the total, that counts.
-- offset
WITH have AS (
  SELECT json_array_length(:body, :items) AS length,
         coalesce(:page ->> printf('$.query."%w"', :first), :query ->> printf('$."%w"', :first), 0) AS before,
         :body ->> :third AS total
)
SELECT json_object('query', json_object(:first, before + length)) FROM have
 WHERE length > 0 AND iif(total IS NULL, length >= coalesce(:query ->> printf('$."%w"', :second), 1), before + length < total);

-- cursor
SELECT json_object('query', json_object(:first, :body ->> :second)) WHERE coalesce(:body ->> :second, '') <> '';

-- next-url
SELECT :body ->> :first WHERE coalesce(:body ->> :first, '') <> '' AND NOT coalesce(:body ->> :second, 0);

-- graphql
SELECT json_object('body', json_object('variables', json_object('after', :body ->> (:first || '.endCursor'))))
 WHERE :body ->> (:first || '.hasNextPage') AND :body ->> (:first || '.endCursor') IS NOT NULL;

-- header
SELECT json_object('query', json_object(:second, :token)) WHERE coalesce(:token, '') <> '';

-- Whether the answer has the list that is declared.
-- has_items
SELECT json_type(:body, :items) IS 'array';

-- What a GraphQL answer says went wrong: the words, and whether it is that we may not.
-- graphql_errors
SELECT coalesce(value ->> '$.message', value ->> '$.type', 'an error without words'),
       coalesce(value ->> '$.type', value ->> '$.extensions.code') IN ('FORBIDDEN', 'INSUFFICIENT_SCOPES', 'UNAUTHENTICATED'),
       json_type(:body, '$.data') = 'object'
  FROM json_each(:body, '$.errors') LIMIT 1;
