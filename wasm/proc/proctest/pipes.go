package proctest

import (
	"bytes"
	"errors"
	"io"
	"os"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
)

// short is a timeout that is meant to pass, long one that is not.
const (
	short = 50 * time.Millisecond
	long  = time.Minute
)

var pipeCases = []cases.Case{
	{Name: "pipe/order-and-end", Run: func(t cases.T) {
		r, w := pipe(t)
		p := start(t, "produce", 100, proc.Inherit(w))
		must(t, w.Close())
		for i := range 100 {
			n := -1
			must(t, r.Recv(&n))
			equal(t, "message", n, i)
		}
		equal(t, "the end", r.Recv(new(int)), io.EOF)
		equal(t, "the end, asked again", r.Recv(new(int)), io.EOF)
		ends(t, p, success)
		must(t, r.Close())
	}},
	{Name: "pipe/bytes-are-counted", Run: func(t cases.T) {
		r, w := pipe(t)
		for range 3 {
			must(t, w.Send("duck"))
			must(t, r.Recv(new(string)))
		}
		const each = 4 + 1 + 1 + 4 // length, tag, length of the text, text
		equal(t, "bytes sent", w.Bytes(), 3*each)
		equal(t, "bytes received", r.Bytes(), 3*each)
		must(t, w.Close(), r.Close())
	}},
	{Name: "pipe/there-and-back", Run: func(t cases.T) {
		theirs, w := pipe(t)
		r, answers := pipe(t)
		p := start(t, "echo", nil, proc.Inherit(theirs, answers))
		must(t, theirs.Close(), answers.Close())
		for _, size := range []int{0, 1, 4091, 4096, 65536, 5 << 20} {
			sent := bytes.Repeat([]byte{byte(size + 1)}, size)
			var got []byte
			go func() { _ = w.Send(sent) }() // the largest do not fit into the pipe
			must(t, r.Recv(&got))
			if !bytes.Equal(got, sent) {
				t.Errorf("%d bytes came back as %d or changed", len(sent), len(got))
			}
		}
		must(t, w.Close())
		ends(t, p, success)
	}},
	{Name: "pipe/poll", Run: func(t cases.T) {
		r, w := pipe(t)
		polls(t, r, short, false)
		polls(t, r, 0, false)
		must(t, w.Send(1))
		polls(t, r, long, true)
		polls(t, r, 0, true)
		polls(t, r, proc.Forever, true)
		must(t, r.Recv(new(int)))
		polls(t, r, short, false)
		must(t, w.Close())
		polls(t, r, long, true)
		equal(t, "the end", r.Recv(new(int)), io.EOF)
	}},
	{Name: "pipe/no-end-while-the-parent-holds-it", Run: func(t cases.T) {
		r, w := pipe(t)
		p := start(t, "produce", 1, proc.Inherit(w))
		must(t, r.Recv(new(int)))
		ends(t, p, success)
		polls(t, r, short, false)
		must(t, w.Close())
		polls(t, r, long, true)
		equal(t, "the end", r.Recv(new(int)), io.EOF)
	}},
	{Name: "pipe/back-pressure", Run: func(t cases.T) {
		r, w := pipe(t)
		ticks, ticker := pipe(t)
		p := start(t, "tick", 200, proc.Inherit(w, ticker))
		must(t, w.Close(), ticker.Close())
		sent := 0
		for more, _ := ticks.Poll(long); more && sent < 200; more, _ = ticks.Poll(10 * short) {
			must(t, ticks.Recv(&sent))
		}
		if sent > 20 {
			t.Errorf("%d messages of 10 KiB went into a pipe that nobody reads", sent)
		}
		for range 200 {
			must(t, r.Recv(new([]byte)))
		}
		equal(t, "the end", r.Recv(new([]byte)), io.EOF)
		ends(t, p, success)
	}},
	{Name: "pipe/nobody-reads", Run: func(t cases.T) {
		r, w := pipe(t)
		must(t, r.Close(), r.Close())
		err := w.Send(1)
		if !errors.Is(err, proc.ErrNoReader) {
			t.Errorf("got %v", err)
		}
		says(t, err, "sending: nobody reads the pipe any more")
	}},
	{Name: "pipe/reader-hangs-up", Run: func(t cases.T) {
		r, w := pipe(t)
		p := start(t, "until gone", nil, proc.Inherit(w))
		must(t, w.Close())
		must(t, r.Recv(new(string)))
		must(t, r.Close())
		ends(t, p, success)
	}},
	{Name: "pipe/reader-hangs-up-while-it-waits", Run: func(t cases.T) {
		r, w := pipe(t)
		polls(t, r, short, false) // from here on a read waits
		must(t, r.Close())
		if err := w.Send(1); !errors.Is(err, proc.ErrNoReader) {
			t.Errorf("got %v", err)
		}
	}},
	{Name: "pipe/killed-in-the-middle-of-a-message", Run: func(t cases.T) {
		for range 20 { // where the kill strikes is chance
			if err := killInFlood(t); errors.Is(err, proc.ErrTruncated) {
				says(t, err, "the sender ended in the middle of a message: ", " bytes came")
				return
			}
		}
		t.Errorf("no message was cut in 20 trials")
	}},
	{Name: "pipe/closed-ends", Run: func(t cases.T) {
		r, w := pipe(t)
		waiting := make(chan error)
		go func() { waiting <- r.Recv(new(int)) }()
		polls(t, r, 0, false)
		must(t, r.Close(), w.Close(), w.Close())
		_, polled := r.Poll(0)
		for _, err := range []error{<-waiting, r.Recv(new(int)), polled, w.Send(1)} {
			if !errors.Is(err, os.ErrClosed) {
				t.Errorf("got %v, want an error of a closed end", err)
			}
		}
	}},
	{Name: "pipe/close-ends-a-send-that-waits", Run: func(t cases.T) {
		r, w := pipe(t)
		sent := make(chan error)
		go func() { sent <- w.Send(make([]byte, 1<<20)) }()
		time.Sleep(short)
		must(t, r.Close())
		if err := <-sent; !errors.Is(err, proc.ErrNoReader) {
			t.Errorf("the reader is closed: got %v", err)
		}
		r, w = pipe(t)
		go func() { sent <- w.Send(make([]byte, 1<<20)) }()
		time.Sleep(short)
		must(t, w.Close())
		if err := <-sent; !errors.Is(err, os.ErrClosed) {
			t.Errorf("the writer is closed: got %v", err)
		}
		must(t, r.Close())
	}},
	{Name: "pipe/message-of-another-type", Run: func(t cases.T) {
		r, w := pipe(t)
		must(t, w.Send("duck"), w.Send(2))
		says(t, r.Recv(new(int)), "reading a message: the message holds a string where int is wanted")
		n := 0
		must(t, r.Recv(&n))
		equal(t, "the next message", n, 2)
		must(t, w.Close(), r.Close())
	}},
	{Name: "pipe/what-cannot-be-sent", Run: func(t cases.T) {
		r, w := pipe(t)
		says(t, w.Send(make(chan int)), "encoding a message: chan int")
		says(t, w.Send(make([]byte, proc.MaxMessage)), "the message: 16777221 bytes", "at most 16777216")
		must(t, w.Send(1))
		must(t, r.Recv(new(int)))
		must(t, w.Close(), r.Close())
	}},
	{Name: "pipe/bytes-or-messages", Run: func(t cases.T) {
		r, w := pipe(t)
		must(t, w.Send(1))
		must(t, r.Recv(new(int)))
		_, err := r.Read(make([]byte, 1))
		says(t, err, "by messages or by bytes, not both")
		must(t, w.Close(), r.Close())
	}},
	{Name: "pipe/many-senders-and-receivers", Run: func(t cases.T) {
		r, w := pipe(t)
		got := make(chan error)
		for range 4 {
			go func() {
				for range 50 {
					_ = w.Send(make([]byte, 100))
				}
			}()
			go func() {
				var err error
				for range 50 {
					err = errors.Join(err, r.Recv(new([]byte)))
				}
				got <- err
			}()
		}
		for range 4 {
			must(t, <-got)
		}
		must(t, w.Close())
		equal(t, "the end", r.Recv(new([]byte)), io.EOF)
	}},
}

// polls wants this answer from Poll.
func polls(t cases.T, r *proc.Reader, timeout time.Duration, want bool) {
	t.Helper()
	got, err := r.Poll(timeout)
	must(t, err)
	if got != want {
		t.Errorf("polling for %v: got %v, want %v", timeout, got, want)
	}
}

// killInFlood kills a process that sends large messages without end, while it waits for the pipe to take the rest of
// one. It gives what is read behind the last whole message.
func killInFlood(t cases.T) (err error) {
	t.Helper()
	r, w := pipe(t)
	p := start(t, "flood", nil, proc.Inherit(w))
	must(t, w.Close(), r.Recv(new([]byte)))
	time.Sleep(short)
	must(t, p.Kill())
	ends(t, p, killed)
	for err == nil {
		var message []byte
		if err = r.Recv(&message); err == nil {
			equal(t, "bytes of a message", len(message), 1<<20)
		}
	}
	equal(t, "the same, asked again", r.Recv(new([]byte)), err)
	must(t, r.Close())
	return err
}
