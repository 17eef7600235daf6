-- Says a sentence, as the conformance tests want a tool of this name to.
--
-- title: Say a sentence

-- result
SELECT 'This is a simple text response for testing.' AS text;
