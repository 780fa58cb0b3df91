package proc

import (
	"fmt"
	"strings"

	"github.com/ahiru-dev/ahiru/wasm/proc/internal/wire"
)

// A Child is what a started function knows: its argument and the pipe ends it inherited.
type Child struct {
	pid  int
	args []byte
	ends []any // *Reader or *Writer
}

// Args reads the argument into what pointer points to. The types of both sides must match: integers go where they fit,
// structs by the names of their fields.
func (c *Child) Args(pointer any) error {
	if err := wire.Unmarshal(c.args, pointer); err != nil {
		return fmt.Errorf("reading the arguments: %w", err)
	}
	return nil
}

// Pid is the number of the process, as its parent knows it.
func (c *Child) Pid() int { return c.pid }

// Reader gives the i-th end that was inherited, counted over all ends from 0, which must be a reading end.
func (c *Child) Reader(i int) (*Reader, error) {
	return inherited[*Reader](c, i, "sending")
}

// Writer gives the i-th end that was inherited, counted over all ends from 0, which must be a sending end.
func (c *Child) Writer(i int) (*Writer, error) {
	return inherited[*Writer](c, i, "receiving")
}

func inherited[E End](c *Child, i int, other string) (e E, err error) {
	if i < 0 || i >= len(c.ends) {
		return e, fmt.Errorf("there is no inherited pipe end %d: this process was given %d", i, len(c.ends))
	}
	e, is := c.ends[i].(E)
	if !is {
		return e, fmt.Errorf("the inherited pipe end %d is the %s one", i, other)
	}
	return e, nil
}

// unpack makes the child that a parcel describes.
func unpack(p parcel, pid int) (*Child, error) {
	c := &Child{pid: pid, args: p.Args}
	for _, name := range p.Ends {
		where, reads := strings.CutPrefix(name, "r")
		e, err := openInherited(strings.TrimPrefix(where, "w"), reads)
		if err != nil {
			return nil, fmt.Errorf("taking over a pipe end: %w", err)
		}
		c.give(e, reads)
	}
	if !p.Piped {
		return c, nil
	}
	last := len(c.ends) - 1
	reader, err := c.Reader(last)
	if err != nil {
		return nil, err
	}
	c.ends = c.ends[:last]
	defer reader.Close()
	if c.args, err = reader.receive(); err != nil {
		return nil, fmt.Errorf("receiving the arguments: %w", err)
	}
	return c, nil
}

func (c *Child) give(e *end, reads bool) {
	tellOpen(e, reads)
	if reads {
		c.ends = append(c.ends, newReader(e))
	} else {
		c.ends = append(c.ends, &Writer{end: e})
	}
}
