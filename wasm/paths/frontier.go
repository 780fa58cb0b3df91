package paths

import "container/heap"

// A frontier holds the nodes that were reached and not yet settled.
type frontier interface {
	add(Entry)
	take() (Entry, bool)
	all() []Entry // in no order
}

// A queue gives nodes back in the order in which they were reached: breadth
// first.
type queue struct{ waiting []Entry }

func (q *queue) add(e Entry)  { q.waiting = append(q.waiting, e) }
func (q *queue) all() []Entry { return q.waiting }

func (q *queue) take() (Entry, bool) {
	if len(q.waiting) == 0 {
		return Entry{}, false
	}
	first := q.waiting[0]
	q.waiting = q.waiting[1:]
	return first, true
}

// A pile gives the most promising node first. A node that was reached again at
// a lower cost stands in it twice; the search throws the stale entry away,
// which is simpler than a pile that can be reordered and costs little in graphs
// as sparse as these.
type pile struct{ entries entries }

func (p *pile) add(e Entry)  { heap.Push(&p.entries, e) }
func (p *pile) all() []Entry { return p.entries }

func (p *pile) take() (Entry, bool) {
	if len(p.entries) == 0 {
		return Entry{}, false
	}
	return heap.Pop(&p.entries).(Entry), true
}

// entries is a heap ordered by promise.
type entries []Entry

func (e entries) Len() int           { return len(e) }
func (e entries) Less(i, j int) bool { return promise(e[i], e[j]) < 0 }
func (e entries) Swap(i, j int)      { e[i], e[j] = e[j], e[i] }
func (e *entries) Push(x any)        { *e = append(*e, x.(Entry)) }

func (e *entries) Pop() any {
	last := len(*e) - 1
	x := (*e)[last]
	*e = (*e)[:last]
	return x
}
