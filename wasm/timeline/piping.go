package timeline

import (
	"maps"
	"slices"

	"golang.org/x/exp/trace"
)

// slowSend is how long a message may take into its pipe, in nanoseconds, before it counts as a wait for room.
const slowSend = 200_000

// A pipe is what is known of one: who has its ends, and what is on its way.
type pipe struct {
	ends    map[string]map[int]int // by end: how many each worker has open
	way     []*Message             // sent and not received yet, in order
	sending map[string]*Message    // by lane
	early   []receipt
}

// A receipt is a message that seems to have come before it was sent, since clocks differ a little.
type receipt struct {
	at    trace.Time
	lane  string
	bytes int
}

// skew is how far the clocks of two workers may be apart, in nanoseconds, with room.
const skew = 1_000_000

func (t *story) pipeOf(thing string) *pipe {
	p := t.pipes[thing]
	if p == nil {
		p = &pipe{ends: map[string]map[int]int{endRead: {}, endWrite: {}}, sending: map[string]*Message{}}
		t.pipes[thing] = p
	}
	return p
}

func (t *story) pipe(n notice, lane string) {
	p, worker := t.pipeOf(n.thing), n.lane.stream.worker
	switch n.verb {
	case "open":
		p.ends[n.text][worker]++
	case "close":
		if p.ends[n.text][worker]--; p.ends[n.text][worker] <= 0 {
			delete(p.ends[n.text], worker)
		}
	case "send":
		m := &Message{Pipe: n.thing, From: lane, Bytes: n.number, worker: worker, stack: n.stack, sent: n.at}
		t.messages, p.sending[lane] = append(t.messages, m), m
		if to := p.received(n); to != "" {
			m.To, m.received = to, n.at
		} else {
			p.way = append(p.way, m)
		}
	case "sent":
		if m := p.sending[lane]; m != nil && n.at-m.sent >= slowSend {
			t.waits = append(t.waits, &Wait{Thing: n.thing, Lane: lane, worker: worker, sends: true, start: m.sent, end: n.at})
		}
		delete(p.sending, lane)
	case "await":
		t.wait(n, lane)
	case "receive":
		w, m := t.waited(n, lane), p.next(n.number)
		if m == nil {
			p.early = append(p.early, receipt{n.at, lane, n.number})
			return
		}
		m.To, m.received = lane, n.at
		if w != nil && m.sent >= w.start {
			t.wake(n, m.From, lane)
		}
	case "leave":
		t.waited(n, lane)
	}
}

// next takes the message that was received: the first, or where several send at once the first of so many bytes.
func (p *pipe) next(bytes int) *Message {
	i := slices.IndexFunc(p.way, func(m *Message) bool { return m.Bytes == bytes })
	if i < 0 {
		return nil
	}
	m := p.way[i]
	p.way = slices.Delete(p.way, i, i+1)
	return m
}

// received gives the lane that has a message already which is only now sent; "" for none. What was received long ago
// was sent before the trace.
func (p *pipe) received(n notice) (lane string) {
	p.early = slices.DeleteFunc(p.early, func(r receipt) bool { return n.at-r.at > skew })
	i := slices.IndexFunc(p.early, func(r receipt) bool { return r.bytes == n.number })
	if i < 0 {
		return ""
	}
	lane = p.early[i].lane
	p.early = slices.Delete(p.early, i, i+1)
	return lane
}

// stuck makes waits of what was never sent, up to the end.
func (t *story) stuck() {
	for _, thing := range slices.Sorted(maps.Keys(t.pipes)) {
		sending := t.pipes[thing].sending
		for _, lane := range slices.Sorted(maps.Keys(sending)) {
			m := sending[lane]
			w := &Wait{Thing: thing, Lane: lane, worker: m.worker, sends: true, stack: m.stack, start: m.sent}
			t.waits = append(t.waits, w)
			t.waiting[laneThing{lane, thing}] = w
		}
	}
}
