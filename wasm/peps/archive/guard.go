package archive

import (
	"io"

	"github.com/ahiru-dev/ahiru/wasm/peps"
)

// counter counts the bytes read through it.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// guard stops reading where unpacked data passes a limit.
type guard struct {
	r      io.Reader
	packed *counter // what r is unpacked from
	limits Limits
	n      int64
	err    error // the limit that was passed
}

func (g *guard) Read(p []byte) (int, error) {
	if g.err != nil {
		return 0, g.err
	}
	n, err := g.r.Read(p)
	g.n += int64(n)
	if g.n > g.limits.Total {
		g.err = peps.NewFault(peps.BombSize, g.limits.Total>>20)
	} else if g.n > ratioFrom && g.packed.n > 0 && g.n/g.packed.n > g.limits.Ratio {
		g.err = peps.NewFault(peps.BombRatio, g.limits.Ratio)
	}
	if g.err != nil {
		return 0, g.err
	}
	return n, err
}
