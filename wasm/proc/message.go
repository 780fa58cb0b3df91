package proc

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/ahiru-dev/ahiru/wasm/proc/internal/wire"
)

// MaxMessage is how many bytes one message may have: arguments, results, and what goes through a pipe.
const MaxMessage = 16 << 20

// Forever is a timeout that never comes. So is any negative one.
const Forever = -1

// Errors of pipes, to be found with [errors.Is]. A closed end of one's own is [os.ErrClosed].
var (
	// ErrTruncated: the sender ended in the middle of a message. Half a message is never given out.
	ErrTruncated = errors.New("the sender ended in the middle of a message")
	// ErrNoReader: every reading end of the pipe is closed.
	ErrNoReader = errors.New("nobody reads the pipe any more")
)

// headerBytes stand before each message in a pipe: its length, big-endian.
const headerBytes = 4

// encode gives the bytes of what, which names v in errors.
func encode(what string, v any) ([]byte, error) {
	message, err := wire.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("encoding %s: %w", what, err)
	}
	return message, checkSize(what, len(message))
}

func checkSize(what string, bytes int) error {
	if bytes > MaxMessage {
		return fmt.Errorf("%s: %d bytes, where a message carries at most %d", what, bytes, MaxMessage)
	}
	return nil
}

// readFrame reads one message. The end between two messages is [io.EOF].
func readFrame(from io.Reader) ([]byte, error) {
	var header [headerBytes]byte
	if n, err := io.ReadFull(from, header[:]); err == io.ErrUnexpectedEOF {
		return nil, fmt.Errorf("%w: %d of the %d bytes before it came", ErrTruncated, n, headerBytes)
	} else if err != nil {
		return nil, err
	}
	length := binary.BigEndian.Uint32(header[:])
	if length > MaxMessage {
		return nil, fmt.Errorf("what came through the pipe is no message: it claims %d bytes", length)
	}
	message := make([]byte, length)
	if n, err := io.ReadFull(from, message); err == io.EOF || err == io.ErrUnexpectedEOF {
		return nil, fmt.Errorf("%w: %d of its %d bytes came", ErrTruncated, n, length)
	} else if err != nil {
		return nil, err
	}
	return message, nil
}

// Encode gives the bytes in which v would travel: for a library that keeps what it is to send later, such as a queue.
func Encode(v any) ([]byte, error) { return encode("a value", v) }

// Decode reads what [Encode] wrote into what pointer points to.
func Decode(message []byte, pointer any) error { return wire.Unmarshal(message, pointer) }
