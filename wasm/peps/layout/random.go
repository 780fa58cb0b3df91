package layout

// random is SplitMix64 (Steele, Lea and Flood, 2014): the same numbers on
// every machine and under every release of Go.
type random uint64

func (r *random) next() uint64 {
	*r += 0x9e3779b97f4a7c15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// float is uniform in [0, 1).
func (r *random) float() float64 { return float64(r.next()>>11) / (1 << 53) }

// inDisc is uniform in the disc of radius 1 about the origin.
func (r *random) inDisc() Place {
	for {
		p := Place{2*r.float() - 1, 2*r.float() - 1}
		if mul(p.X, p.X)+mul(p.Y, p.Y) <= 1 {
			return p
		}
	}
}
