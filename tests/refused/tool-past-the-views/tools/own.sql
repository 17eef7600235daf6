-- The whole schema, past the views.
--
-- title: Schema

-- schema
SELECT name FROM sqlite_schema;
