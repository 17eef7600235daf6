-- Always refuses, as the conformance tests want a tool of this name to.
--
-- title: Refuse

-- refuse
SELECT 'This tool refuses.' AS message;
