-- Gives back what it is given, in every type that there is.
--
-- title:     Say
-- parameter: text (text, required): what is given back
-- parameter: loud (yes or no, default no): with an exclamation mark
-- parameter: times (integer 0 to 500, default 2): how often
-- parameter: weight (number 0 to 1): any number
-- parameter: words (list 1 to 3): a few more
-- parameter: mood (one of glad|sad, default glad): how it is said
-- parameter: colours (some of red|green, default ["green"]): of what colour
-- types:     loud boolean, times integer, weight number, words list, nth integer, unknown number, letters integer, few list, many list

-- refuse
SELECT 'It will not say ' || :text || '.' AS message WHERE :text = 'no';

-- result
SELECT :text AS text, :loud AS loud, :times AS times, :weight AS weight, :words AS words, :mood AS mood, :colours AS colours, NULL AS unknown;

-- said times
WITH RECURSIVE n (nth) AS (VALUES (1) UNION ALL SELECT nth + 1 FROM n WHERE nth < 3)
SELECT nth, :text || iif(:loud, '!', '') AS text FROM n;

-- said.parts
SELECT value AS part, :nth || '/' || :mood AS place FROM json_each('["a", "b"]');

-- long one
SELECT printf('%.5000c', 'x') AS text, length(:text) AS letters, printf('["a", "%.60000c", 3]', 'x') AS few, printf('["a", "%.70000c"]', 'x') AS many WHERE :text = 'long';
