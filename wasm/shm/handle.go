package shm

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"github.com/ahiru-dev/ahiru/wasm/proc"
)

var errNoHandle = errors.New("this is nothing that package shm has made")

// MarshalBinary makes a part of a message of the handle.
func (m *Memory) MarshalBinary() ([]byte, error) {
	if m.words == 0 {
		return nil, errNoHandle
	}
	form := binary.AppendUvarint(nil, uint64(m.space))
	form = binary.AppendUvarint(form, uint64(m.at))
	return binary.AppendUvarint(form, uint64(m.words)), nil
}

// UnmarshalBinary reads a handle from a message. It fails in another process than the one whose memory it is.
func (m *Memory) UnmarshalBinary(form []byte) error {
	if err := shared(); err != nil {
		return err
	}
	var parts [3]uint64
	for i := range parts {
		part, n := binary.Uvarint(form)
		if n <= 0 || part > math.MaxInt32 {
			return errNoHandle
		}
		parts[i], form = part, form[n:]
	}
	space, at, words := int(parts[0]), parts[1], parts[2]
	if space != proc.Space() {
		return fmt.Errorf("it belongs to process %d, and this is process %d: the threads of one process share memory, processes do not", space, proc.Space())
	}
	if len(form) > 0 || at < lineBytes || at%wordBytes != 0 || words < 1 || at+words*wordBytes > uint64(size()) {
		return errNoHandle
	}
	*m = Memory{space: space, at: int32(at), words: int32(words)}
	return nil
}

// MarshalBinary makes a part of a message of the handle.
func (l *Mutex) MarshalBinary() ([]byte, error) { return l.memory.MarshalBinary() }

// UnmarshalBinary reads a handle from a message, in the process that it is of.
func (l *Mutex) UnmarshalBinary(form []byte) error { return l.memory.unmarshal(form, mutexWords) }

// MarshalBinary makes a part of a message of the handle.
func (c *Counter) MarshalBinary() ([]byte, error) { return c.memory.MarshalBinary() }

// UnmarshalBinary reads a handle from a message, in the process that it is of.
func (c *Counter) UnmarshalBinary(form []byte) error { return c.memory.unmarshal(form, counterWords) }

// MarshalBinary makes a part of a message of the handle.
func (b *Barrier) MarshalBinary() ([]byte, error) { return b.memory.MarshalBinary() }

// UnmarshalBinary reads a handle from a message, in the process that it is of.
func (b *Barrier) UnmarshalBinary(form []byte) error { return b.memory.unmarshal(form, barrierWords) }

// unmarshal is UnmarshalBinary for what has so many words.
func (m *Memory) unmarshal(form []byte, words int32) error {
	var got Memory
	if err := got.UnmarshalBinary(form); err != nil {
		return err
	}
	if got.words != words {
		return errNoHandle
	}
	*m = got
	return nil
}
