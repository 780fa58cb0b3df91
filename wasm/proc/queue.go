package proc

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/ahiru-dev/ahiru/wasm/proc/internal/wire"
	"github.com/ahiru-dev/ahiru/wasm/proc/notice"
)

// A Queue is a pipe from which several processes take: each message goes to one of them, whichever asks first. It
// belongs to none of them, so a message that nobody has taken outlives them all: the accept queue of a listening socket
// works so, and the pipe by which make gives its jobs out.
//
// Whoever makes it puts in; children inherit the taking end, and find it with [Child.Queue]. What is put in is small, up
// to 62 bytes as encoded. Each message fills a cell of one size there, so that one read takes exactly one of them and
// nobody meets half a message, whoever else reads.
type Queue struct {
	from *Reader
	to   *Writer // nil in a child
}

// cellBytes divides the size of a pipe, and what the system writes in one piece.
const (
	cellBytes  = 64
	cellHeader = 2
)

// NewQueue makes an empty queue. It has room for 1024 messages; Put waits for more.
func NewQueue() (*Queue, error) {
	from, to, err := Pipe()
	if err != nil {
		return nil, err
	}
	return &Queue{from, to}, from.claim(forCells)
}

// Put copies v into the queue.
func (q *Queue) Put(v any) error {
	if q.to == nil {
		return errors.New("only the process that made a queue puts something in")
	}
	cell, err := wire.Append(make([]byte, cellHeader), v)
	if err != nil {
		return fmt.Errorf("encoding a message: %w", err)
	}
	length := len(cell) - cellHeader
	if len(cell) > cellBytes {
		return fmt.Errorf("a message of %d bytes, where a queue carries at most %d", length, cellBytes-cellHeader)
	}
	binary.BigEndian.PutUint16(cell, uint16(length))
	return q.to.write(append(cell, make([]byte, cellBytes-len(cell))...))
}

// Get waits for the next message and reads it into what pointer points to. [io.EOF] is the end: nothing is left, and
// nothing will be put in any more.
func (q *Queue) Get(pointer any) error {
	thing := q.from.end.thing()
	if notice.On() {
		notice.Tell(thing, "await")
	}
	cell := make([]byte, cellBytes)
	n, err := q.from.end.Read(cell)
	if notice.On() && err != nil {
		notice.Tell(thing, "leave")
	} else if notice.On() {
		notice.Number(thing, "receive", n)
	}
	switch {
	case err == io.EOF:
		return io.EOF
	case errors.Is(err, os.ErrClosed):
		return errReaderClosed()
	case err != nil:
		return fmt.Errorf("taking from a queue: %w", err)
	case n != cellBytes:
		return fmt.Errorf("taking from a queue: %w: %d of the %d bytes of a cell came", ErrTruncated, n, cellBytes)
	}
	length := int(binary.BigEndian.Uint16(cell))
	if length > cellBytes-cellHeader {
		return fmt.Errorf("what came through the queue is no message: it claims %d bytes", length)
	}
	if err := wire.Unmarshal(cell[cellHeader:cellHeader+length], pointer); err != nil {
		return fmt.Errorf("reading a message: %w", err)
	}
	return nil
}

// Close says that nothing more will be put in. Whoever takes gets what is left, and then the end.
func (q *Queue) Close() error {
	if q.to == nil {
		return q.from.Close()
	}
	return q.to.Close()
}

// lend gives a child the taking end. The others keep theirs.
func (q *Queue) lend() (lent, error) {
	return lent{end: q.from.end, reads: true, gone: func() {}}, nil
}

// Queue gives the i-th end that was inherited, counted over all ends from 0, which must be a queue's.
func (c *Child) Queue(i int) (*Queue, error) {
	r, err := c.Reader(i)
	if err != nil {
		return nil, err
	}
	return &Queue{from: r}, r.claim(forCells)
}
