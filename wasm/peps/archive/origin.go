package archive

import (
	"strings"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/peps"
)

// commit is the commit that git archive writes as a comment, if that is one.
func commit(comment string) peps.Optional {
	comment = strings.TrimSpace(comment)
	if len(comment) != 40 && len(comment) != 64 || strings.Trim(comment, "0123456789abcdef") != "" {
		return ""
	}
	return peps.Optional(comment)
}

// dateOf is the date of a commit whose archive was made: git archive gives every
// entry the time of the commit. Without a commit the times say only when somebody
// packed the files.
func dateOf(commit peps.Optional, newest time.Time) peps.Optional {
	if commit == "" || newest.IsZero() {
		return ""
	}
	return peps.Optional(newest.UTC().Format(time.RFC3339))
}
