package proc

import "os"

// space is what a thread of the page was told by the process it belongs to.
var space int

// Space tells memories apart: threads of one process are in one space, processes never. Package shm marks what it
// shares with it.
func Space() int {
	if space != 0 {
		return space
	}
	return os.Getpid()
}
