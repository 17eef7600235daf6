INSERT INTO repo (source, key, name) VALUES ('s', 'o/long', 'long'), ('s', 'o/short', 'short');
