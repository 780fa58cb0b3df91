package proc

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"syscall"

	"github.com/ahiru-dev/ahiru/wasm/proc/internal/wire"
	"github.com/ahiru-dev/ahiru/wasm/proc/notice"
)

// A Writer is the sending end of a [Pipe]. Goroutines may send at once. So may processes that inherited one Writer,
// with messages of up to 4 KiB; longer ones could mix.
type Writer struct {
	end    *end
	turn   sync.Mutex
	bytes  atomic.Int64
	closed atomic.Bool
}

// Send copies v into the pipe and waits while the pipe is full. It fails when v cannot be encoded or is too large
// (nothing is sent then), with [ErrNoReader], or with [os.ErrClosed].
func (w *Writer) Send(v any) error {
	frame, err := wire.Append(make([]byte, headerBytes), v)
	if err != nil {
		return fmt.Errorf("encoding a message: %w", err)
	}
	return w.send(frame)
}

// sendEncoded sends a message that is encoded already.
func (w *Writer) sendEncoded(message []byte) error {
	return w.send(append(make([]byte, headerBytes), message...))
}

// send writes a message that has headerBytes of room before it, in one piece.
func (w *Writer) send(frame []byte) error {
	length := len(frame) - headerBytes
	if err := checkSize("the message", length); err != nil {
		return err
	}
	binary.BigEndian.PutUint32(frame, uint32(length))
	return w.write(frame)
}

// write writes all of it in one piece.
func (w *Writer) write(frame []byte) error {
	w.turn.Lock()
	defer w.turn.Unlock()
	if w.closed.Load() {
		return fmt.Errorf("sending: this end of the pipe is closed: %w", os.ErrClosed)
	}
	told := notice.On()
	if told {
		notice.Number(w.end.thing(), "send", len(frame))
		defer notice.Tell(w.end.thing(), "sent")
	}
	switch _, err := w.end.Write(frame); {
	case err == nil:
		w.bytes.Add(int64(len(frame)))
		return nil
	case errors.Is(err, syscall.EPIPE):
		return fmt.Errorf("sending: %w", ErrNoReader)
	default:
		return fmt.Errorf("sending: %w", err)
	}
}

// Bytes is how many bytes were sent here: all messages, with the 4 bytes of length before each.
func (w *Writer) Bytes() int64 { return w.bytes.Load() }

// Close closes this copy of the end. A Send that waits fails; a second Close does nothing.
func (w *Writer) Close() error {
	if w.closed.Swap(true) {
		return nil
	}
	tellClose(w.end, false)
	return w.end.Close()
}

func (w *Writer) lend() (lent, error) {
	if w.closed.Load() {
		return lent{}, errors.New("a closed writing end cannot be handed to a child")
	}
	return lent{end: w.end, gone: func() {}}, nil
}
