package proc

import "fmt"

// Pipe makes a one-way channel between processes. Each end belongs to the process that holds it open; [Inherit] hands
// an end to a child, and the parent then closes its own copy: a reader meets the end of the pipe only when every copy
// of the writing end is closed.
//
//	reader, writer, err := proc.Pipe()
//	child, err := proc.Start("producer", 10, proc.Inherit(writer))
//	writer.Close() // the child has its own
//	for {
//		var n int
//		if err := reader.Recv(&n); err == io.EOF {
//			break
//		}
//	}
//
// It is Python's multiprocessing.Pipe(duplex=False): messages are copied, and a sender waits while 64 KiB lie unread
// (back-pressure).
func Pipe() (*Reader, *Writer, error) {
	r, w, err := newPipe()
	if err != nil {
		return nil, nil, fmt.Errorf("making a pipe: %w", err)
	}
	tellOpen(r, true)
	tellOpen(w, false)
	return newReader(r), &Writer{end: w}, nil
}

// An End is a [Reader] or a [Writer].
type End interface {
	// lend gives what a child inherits and what to do once it has.
	lend() (lent, error)
}

// lent is an end on its way to a child.
type lent struct {
	end   *end
	reads bool
	gone  func()
}
