package proc

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc/internal/wire"
	"github.com/ahiru-dev/ahiru/wasm/proc/notice"
)

// A Reader is the receiving end of a [Pipe]: of messages with [Reader.Recv] and [Reader.Poll], or of plain bytes with
// [Reader.Read] where the pipe carries a process's standard output. Goroutines may receive at once.
type Reader struct {
	end    *end
	turn   chan struct{} // holds one token: whoever has it receives
	use    atomic.Int32
	pump   sync.Once
	frames chan received // from the pump, up to its first error
	head   *received     // taken from frames, not yet given out; belongs to the turn
	bytes  atomic.Int64
	closed chan struct{}
	close  sync.Once
}

type received struct {
	message []byte
	err     error
}

// What a Reader has been used for: one way excludes the others.
const (
	unused int32 = iota
	forMessages
	forBytes
	forCells
	byAnother
)

func newReader(e *end) *Reader {
	return &Reader{end: e, turn: make(chan struct{}, 1), frames: make(chan received), closed: make(chan struct{})}
}

// Recv waits for the next message and reads it into what pointer points to. The end of the pipe is [io.EOF] itself.
// Other errors: [ErrTruncated], [os.ErrClosed], and a message that does not fit its place, which is lost then.
func (r *Reader) Recv(pointer any) error {
	message, err := r.receive()
	if err != nil {
		return err
	}
	if err := wire.Unmarshal(message, pointer); err != nil {
		return fmt.Errorf("reading a message: %w", err)
	}
	return nil
}

// Poll tells whether Recv would give something at once: a message, the end of the pipe or an error. It waits up to
// timeout for that, a millisecond at least, so that a loop over Poll lets messages come in; a negative timeout waits
// without end.
func (r *Reader) Poll(timeout time.Duration) (bool, error) {
	if err := r.claim(forMessages); err != nil {
		return false, err
	}
	var late <-chan time.Time
	if timeout >= 0 {
		timer := time.NewTimer(max(timeout, time.Millisecond))
		defer timer.Stop()
		late = timer.C
	}
	select {
	case r.turn <- struct{}{}:
	case <-late:
		return false, nil
	}
	defer r.pass()
	if r.head == nil && !r.take(late) {
		return false, nil
	}
	if r.head == nil {
		return false, errReaderClosed()
	}
	return true, nil
}

func (r *Reader) receive() ([]byte, error) {
	if err := r.claim(forMessages); err != nil {
		return nil, err
	}
	r.turn <- struct{}{}
	defer r.pass()
	if r.head == nil {
		r.take(nil)
	}
	if r.head == nil {
		return nil, errReaderClosed()
	}
	if r.head.err != nil {
		return nil, r.head.err // and again at the next call
	}
	message := r.head.message
	r.head = nil
	r.bytes.Add(int64(headerBytes + len(message)))
	if notice.On() {
		notice.Number(r.end.thing(), "receive", headerBytes+len(message))
	}
	return message, nil
}

func (r *Reader) pass() { <-r.turn }

// take fills head from the pump; it leaves head empty when the reader is closed, and gives false when it is late.
func (r *Reader) take(late <-chan time.Time) bool {
	r.pump.Do(func() { go r.run() })
	if notice.On() {
		thing := r.end.thing()
		notice.Tell(thing, "await")
		defer func() {
			if r.head == nil || r.head.err != nil || late != nil { // no message, or one that is left for Recv
				notice.Tell(thing, "leave")
			}
		}()
	}
	select {
	case next := <-r.frames:
		r.head = &next
	case <-r.closed:
	case <-late:
		return false
	}
	return true
}

// run is the pump: it reads one message ahead, since a read that waits cannot be called off in the page.
func (r *Reader) run() {
	from := bufio.NewReaderSize(r.end, 16<<10)
	for {
		message, err := readFrame(from)
		if err != nil && err != io.EOF {
			err = fmt.Errorf("receiving: %w", err)
		}
		select {
		case r.frames <- received{message, err}:
		case <-r.closed:
			return
		}
		if err != nil {
			return
		}
	}
}

// Read reads plain bytes, as they come. A pipe is read so, or by messages, never both.
func (r *Reader) Read(p []byte) (int, error) {
	if err := r.claim(forBytes); err != nil {
		return 0, err
	}
	n, err := r.end.Read(p)
	r.bytes.Add(int64(n))
	if err != nil && errors.Is(err, os.ErrClosed) {
		err = errReaderClosed()
	}
	return n, err
}

// claim settles what the reader is used for.
func (r *Reader) claim(use int32) error {
	select {
	case <-r.closed:
		return errReaderClosed()
	default:
	}
	if r.use.CompareAndSwap(unused, use) || r.use.Load() == use {
		return nil
	}
	if r.use.Load() == byAnother {
		return errors.New("this reading end was handed to a child: the messages are the child's")
	}
	if r.use.Load() == forCells {
		return errors.New("this end belongs to a queue, which is read with Get")
	}
	return errors.New("a pipe is read by messages or by bytes, not both")
}

// Bytes is how many bytes were received here: all messages, with the 4 bytes of length before each.
func (r *Reader) Bytes() int64 { return r.bytes.Load() }

// Close closes this copy of the end. When it was the last one, senders fail with [ErrNoReader]; what lies unread is
// lost. A Recv that waits fails; a second Close does nothing.
func (r *Reader) Close() error {
	var err error
	r.close.Do(func() {
		tellClose(r.end, true)
		close(r.closed)
		err = r.end.Close()
	})
	return err
}

func (r *Reader) lend() (lent, error) {
	select {
	case <-r.closed:
		return lent{}, errors.New("a closed reading end cannot be handed to a child")
	default:
	}
	if r.use.Load() != unused {
		return lent{}, errors.New("this reading end is in use or was handed on already: each process needs a pipe of its own")
	}
	return lent{end: r.end, reads: true, gone: func() { r.use.Store(byAnother) }}, nil
}

func errReaderClosed() error {
	return fmt.Errorf("receiving: this end of the pipe is closed: %w", os.ErrClosed)
}
