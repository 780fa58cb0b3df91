package proc

// hire starts a worker and somebody who tends it.
func (p *Pool) hire(number int) error {
	w, err := startWorker(number, p.number, p.options)
	if err != nil {
		return err
	}
	p.lock.Lock()
	p.workers[w] = true
	over := p.cause != nil
	p.lock.Unlock()
	if over {
		w.end() // Terminate did not see it
	}
	p.tending.Go(func() { p.tend(w) })
	return nil
}

// tend gives a worker calls until none are left, or the worker dies and another takes its place.
func (p *Pool) tend(w *worker) {
	defer p.dismiss(w)
	for {
		select {
		case j, more := <-p.ready:
			if !more {
				return
			}
			if j.begin() && !p.run(w, j) {
				p.replace(w)
				return
			}
		case <-w.process.Done():
			p.replace(w)
			return
		case <-p.over:
			return
		}
	}
}

// run has the worker run the call, and tells whether the worker is alive.
func (p *Pool) run(w *worker, j *job) bool {
	if broken := w.call(j); broken == nil {
		return true
	}
	if cause := p.why(); cause != nil {
		j.finish(nil, cause)
		return false
	}
	w.end() // what does not answer is not to live on
	exit, _ := w.process.Wait()
	j.finish(nil, &WorkerError{Function: j.task.Function, Worker: w.number, Exit: exit})
	return false
}

// replace puts a new worker in the place of one that has died. When none can be started, the pool is at its end.
func (p *Pool) replace(w *worker) {
	if p.why() != nil {
		return
	}
	exit, _ := w.process.Wait()
	p.report(w, exit)
	p.replaced.Add(1)
	if err := p.hire(w.number); err != nil {
		p.breakOff(err)
	}
}

// dismiss lets an idle worker end, and waits for it.
func (p *Pool) dismiss(w *worker) {
	w.hangUp()
	<-w.process.Done()
	p.lock.Lock()
	defer p.lock.Unlock()
	delete(p.workers, w)
	p.sent += w.tasks.Bytes()
	p.received += w.answers.Bytes()
}
