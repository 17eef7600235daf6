-- Nothing, so that only this site's own pass makes parts.

-- rows score_part
SELECT '' AS source, '' AS repo, '' AS component, 0 AS maximum, '' AS reason WHERE false;
