-- A check with a setting.
--
-- group:    own
-- severity: low
-- remedy:   None.
-- setting:  stars (0, 1 to 10): how many

-- finding
SELECT source, key AS repo, 'Words' AS message, 'Evidence' AS evidence FROM repo WHERE stars < 5;
