-- Where a reference like #12 leads.

-- To the page of its repository, where it is shown there by itself, else to where it came from.
-- leads
SELECT iif(i.state = 'open', page.path, NULL), i.url
  FROM issue i LEFT JOIN page ON page.source = i.source AND page.repo = i.repo
 WHERE i.source = :source AND i.repo = :repo AND i.number = :number;
