// Package hostcheck asks a host that serves the site what a browser would ask
// it, and says what the host should do otherwise: types, isolation, policy,
// compression, caching, missing pages, and whether the files arrive as built.
//
// It reads a few megabytes, asks some thirty questions, and believes nothing
// of what it hears: answers are bounded, waits too, and what is quoted of them
// holds no control characters.
package hostcheck
