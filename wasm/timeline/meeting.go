package timeline

// A meeting is what is known of a barrier: who has come to it in the round that fills, and who has not left yet.
type meeting struct {
	rounds [][]*Arrival
	inside map[string]*Arrival // by lane
}

// meet follows a barrier. A round is full when as many have come as it is for; the last lets the others go on.
func (t *story) meet(n notice, lane string) {
	m := t.barriers[n.thing]
	if m == nil {
		m = &meeting{rounds: [][]*Arrival{{}}, inside: map[string]*Arrival{}}
		t.barriers[n.thing] = m
	}
	switch n.verb {
	case "wait":
		t.wait(n, lane)
		if last := m.rounds[len(m.rounds)-1]; len(last) == n.number && n.number > 0 {
			m.rounds = append(m.rounds, nil)
		}
		number := len(m.rounds)
		a := &Arrival{Thing: n.thing, Lane: lane, Round: number, at: n.at}
		m.rounds[number-1] = append(m.rounds[number-1], a)
		m.inside[lane], t.arrivals = a, append(t.arrivals, a)
	case "pass":
		w, a := t.waited(n, lane), m.inside[lane]
		if w == nil || a == nil {
			return // it came before the trace
		}
		a.passed = n.at
		delete(m.inside, lane)
		round := m.rounds[a.Round-1]
		t.wake(n, round[len(round)-1].Lane, lane)
	case "break":
		t.waited(n, lane)
		delete(m.inside, lane)
		if last := len(m.rounds) - 1; len(m.rounds[last]) > 0 {
			m.rounds = append(m.rounds, nil) // those that come next begin anew
		}
	}
}
