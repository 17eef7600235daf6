-- What the program itself gives.

-- rows portfolio
SELECT * FROM portfolio;
