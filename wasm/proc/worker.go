package proc

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc/notice"
)

// workerFunction is what the processes of a pool run.
const workerFunction = own + "worker"

func init() { Register(workerFunction, serve) }

// serve runs tasks until no more come.
func serve(c *Child) error {
	tasks, err := c.Reader(0)
	if err != nil {
		return err
	}
	answers, err := c.Writer(1)
	if err != nil {
		return err
	}
	var pool string
	if err := c.Args(&pool); err != nil {
		return err
	}
	next := answer{} // the first says that the worker stands
	for {
		err := answers.Send(next)
		if err != nil && !hungUp(err) { // too large: nothing was sent
			err = answers.Send(failure(err))
		}
		if err != nil {
			return nil // the pool was terminated
		}
		var t task
		if err := tasks.Recv(&t); err == io.EOF || hungUp(err) {
			return nil
		} else if err != nil {
			return err
		}
		next = perform(t, "pool "+pool)
	}
}

func perform(t task, pool string) answer {
	f, err := find(t.Function)
	if err != nil {
		return failure(err)
	}
	if notice.On() {
		notice.Text(pool, "begin", t.Function)
		defer notice.Tell(pool, "end")
	}
	value, err := f.call(t.Arg)
	if err != nil {
		return failure(err)
	}
	return answer{Value: value, Ended: time.Now().UnixNano()}
}

func failure(err error) answer {
	text := err.Error()
	return answer{Failure: &text, Ended: time.Now().UnixNano()}
}

func hungUp(err error) bool {
	return errors.Is(err, ErrNoReader) || errors.Is(err, os.ErrClosed)
}

// A worker is a process of a pool as the pool sees it.
type worker struct {
	number  int
	process *Process
	tasks   *Writer
	answers *Reader
}

// startWorker gives a worker that is ready for its first task.
func startWorker(number int, pool string, options []Option) (w *worker, err error) {
	theirTasks, tasks, err := Pipe()
	if err != nil {
		return nil, err
	}
	answers, theirAnswers, err := Pipe()
	if err != nil {
		return nil, errors.Join(err, theirTasks.Close(), tasks.Close())
	}
	w = &worker{number: number, tasks: tasks, answers: answers}
	w.process, err = Start(workerFunction, pool, append([]Option{Inherit(theirTasks, theirAnswers)}, options...)...)
	err = errors.Join(err, theirTasks.Close(), theirAnswers.Close())
	if err == nil {
		err = w.answers.Recv(&answer{})
	}
	if err != nil {
		w.hangUp()
		return nil, fmt.Errorf("starting worker %d of the pool: %w", number, err)
	}
	return w, nil
}

// call has the worker run a call and finish it. An error tells that the worker is of no use any more.
func (w *worker) call(j *job) (broken error) {
	if err := w.tasks.Send(j.task); hungUp(err) {
		return err
	} else if err != nil {
		j.finish(nil, err)
		return nil
	}
	var a answer
	if err := w.answers.Recv(&a); err != nil {
		return err
	}
	var err error
	if a.Failure != nil {
		err = &CallError{Function: j.task.Function, Text: *a.Failure}
	}
	j.finishAt(a.Ended, a.Value, err)
	return nil
}

// hangUp closes the pipes: a worker that is idle then ends, one that works ends after its task.
func (w *worker) hangUp() {
	_ = w.tasks.Close()
	_ = w.answers.Close()
}

// end ends the worker at once where that is possible.
func (w *worker) end() {
	if w.process.thread {
		w.hangUp()
	} else {
		_ = w.process.Kill() // it fails for a process that has ended
	}
}
