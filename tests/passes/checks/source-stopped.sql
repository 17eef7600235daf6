INSERT INTO allowance (source, requests_left, stopped) VALUES ('s', 0, 'the limit is used up until 22:00'), ('t', 0, 'the limit is used up');
-- finds limit | low | The last run could not ask all that it wanted to. | the limit is used up until 22:00
-- waives
