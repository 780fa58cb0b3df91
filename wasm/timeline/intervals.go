package timeline

import "golang.org/x/exp/trace"

// intervals are ranges of time of which several may be open, each known by its name.
type intervals struct {
	closed []interval
	open   []interval
}

type interval struct {
	name       string
	start, end trace.Time
}

func (all *intervals) begin(name string, at trace.Time) {
	for _, i := range all.open {
		if i.name == name {
			return // told again, at the begin of a generation
		}
	}
	all.open = append(all.open, interval{name: name, start: at})
}

func (all *intervals) end(name string, at trace.Time) {
	for at2, i := range all.open {
		if i.name == name {
			i.end = at
			all.closed = append(all.closed, i)
			all.open = append(all.open[:at2], all.open[at2+1:]...)
			return
		}
	}
}

// until gives all, the open ones ended at the moment up to which things are known.
func (all *intervals) until(at trace.Time) []interval {
	list := append([]interval{}, all.closed...)
	for _, i := range all.open {
		i.end = at
		list = append(list, i)
	}
	return list
}
