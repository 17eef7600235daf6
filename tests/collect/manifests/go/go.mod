module github.com/us/c/v2

go 1.21

require github.com/us/b v1.0.0
require (
	golang.org/x/net v0.17.0
	github.com/x/y v1.2.3 // indirect
	// comment
)
replace (
	a => b v1
)
