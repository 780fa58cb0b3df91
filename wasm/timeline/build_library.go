package timeline

// library puts what the notices tell into the model.
func (b *builder) library(t *story) {
	m := b.m
	for _, h := range t.holds {
		hold := *h
		hold.Start, hold.End, hold.Open = b.ms(h.start), b.end(h.end), h.end == 0
		m.Holds = append(m.Holds, hold)
	}
	for _, w := range t.waits {
		wait := *w
		wait.Start, wait.End, wait.Open = b.ms(w.start), b.end(w.end), w.end == 0
		m.Waits = append(m.Waits, wait)
	}
	for _, r := range t.requests {
		request := *r
		request.At = b.ms(r.at)
		m.Requests = append(m.Requests, request)
	}
	for _, a := range t.arrivals {
		arrival := *a
		arrival.At = b.ms(a.at)
		if a.passed != 0 {
			at := b.ms(a.passed)
			arrival.Passed = &at
		}
		m.Arrivals = append(m.Arrivals, arrival)
	}
	for _, p := range t.messages {
		message := *p
		message.Sent = b.ms(p.sent)
		if p.To != "" {
			message.Received = b.ms(max(p.sent, p.received))
		}
		m.Messages = append(m.Messages, message)
	}
	b.jobs(t)
	for _, w := range t.wakeups {
		m.Wakeups = append(m.Wakeups, Wakeup{b.ms(w.at), w.from, w.to, w.thing})
	}
}

func (b *builder) jobs(t *story) {
	for _, j := range t.jobs {
		job := *j
		job.Start, job.End, job.Open = b.ms(j.start), b.end(j.end), j.end == 0
		b.m.Jobs = append(b.m.Jobs, job)
	}
	for _, j := range t.steps {
		if start, end := b.ms(j.start), b.end(j.end); end-start >= LongTurn {
			b.m.Callbacks = append(b.m.Callbacks, Callback{j.Lane, j.Name, start, end})
		}
	}
}
