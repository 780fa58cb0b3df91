//go:build !js

package proc

import (
	"os"
	"strconv"
)

// An end is one end of a pipe of the operating system.
type end struct{ *os.File }

func newPipe() (r, w *end, err error) {
	reads, writes, err := os.Pipe()
	if err != nil {
		return nil, nil, err
	}
	return &end{reads}, &end{writes}, nil
}

// inheritedName is the number under which a child has this end, the position-th that it inherits.
func (e *end) inheritedName(position int) string {
	return strconv.Itoa(firstEnd + position)
}

func openInherited(name string, _ bool) (*end, error) {
	fd, err := strconv.Atoi(name)
	if err != nil {
		return nil, err
	}
	file, err := takeOver(fd, "pipe")
	if err != nil {
		return nil, err
	}
	return &end{file}, nil
}
