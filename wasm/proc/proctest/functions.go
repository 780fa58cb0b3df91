// Package proctest holds the cases that package proc has to pass in both worlds. They need [proc.Main] to have been
// called; importing this package registers the functions that they start.
package proctest

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
)

// Cases lists all there are.
func Cases() []cases.Case {
	return slices.Concat(processCases, faultCases, pipeCases, queueCases, threadCases, poolCases, fileCases, lockCases)
}

// Work is an argument with things in things.
type Work struct {
	Name  string
	Parts []Part
	Notes map[string][]int
	Next  *Work
}

// Part is a part of a [Work].
type Part struct {
	ID     uint8
	Weight float64
	Data   []byte
}

var sample = Work{
	Name:  "アヒル",
	Parts: []Part{{1, 0.5, []byte{0, 255}}, {255, -1e300, nil}},
	Notes: map[string][]int{"a": {1, -2}, "": nil},
	Next:  &Work{Name: "duckling"},
}

// touched is what a child changes, in its own memory.
var touched = 0

func init() {
	for name, f := range map[string]func(*proc.Child) error{
		"nothing": func(*proc.Child) error { return nil },
		"is big":  isBig,
		"is sample": func(c *proc.Child) error {
			var got Work
			return errors.Join(c.Args(&got), same(fmt.Sprintf("%+v", got.Parts), fmt.Sprintf("%+v", sample.Parts)),
				same(got.Name+got.Next.Name, sample.Name+sample.Next.Name), same(fmt.Sprint(got.Notes), fmt.Sprint(sample.Notes)))
		},
		"touch":    func(*proc.Child) error { touched = 1; return nil },
		"fail":     func(*proc.Child) error { return errors.New("no duck") },
		"exit":     exit,
		"panic":    func(*proc.Child) error { panic("quack\nand more") },
		"index":    func(*proc.Child) error { var none []int; _ = none[len(os.Args)+5]; return nil },
		"go panic": func(*proc.Child) error { go panic(errors.New("quack apart")); select {} },
		"hang":     func(*proc.Child) error { time.Sleep(time.Hour); return nil },
		"spin": func(*proc.Child) error {
			for {
				touched++
			}
		},
		"print":          printLines,
		"produce":        produce,
		"tick":           tick,
		"echo":           echo,
		"flood":          flood,
		"until gone":     untilGone,
		"hold":           hold,
		"family":         family,
		"lead":           lead,
		"starts unasked": startsUnasked,
	} {
		proc.Register(name, f)
	}
	proc.RegisterFunc("square", func(n int) (int, error) { return n * n, nil })
	proc.RegisterFunc("late", func(ms int) (int, error) { time.Sleep(time.Duration(ms) * time.Millisecond); return ms, nil })
	proc.RegisterFunc("even", even)
	proc.RegisterFunc("die", die)
	proc.RegisterFunc("grow", func(n int) ([]byte, error) { return make([]byte, n), nil })
	proc.RegisterFunc("channel", func(int) (chan int, error) { return nil, nil })
	proc.RegisterFunc("mirror", func(w Work) (Work, error) { return w, nil })
}

func same(got, want string) error {
	if got != want {
		return fmt.Errorf("got %s, want %s", got, want)
	}
	return nil
}

func isBig(c *proc.Child) error {
	var text string
	if err := c.Args(&text); err != nil {
		return err
	}
	if text != strings.Repeat("duck", len(text)/4) {
		return fmt.Errorf("%d bytes came, and they are no ducks", len(text))
	}
	return nil
}

func exit(c *proc.Child) error {
	var code int
	if err := c.Args(&code); err != nil {
		return err
	}
	os.Exit(code)
	return nil
}

func printLines(c *proc.Child) error {
	var n int
	err := c.Args(&n)
	for i := range n {
		fmt.Println("line", i)
	}
	return err
}

// produce sends the numbers below its argument.
func produce(c *proc.Child) error {
	var n int
	w, err := c.Writer(0)
	if err := errors.Join(c.Args(&n), err); err != nil {
		return err
	}
	for i := range n {
		if err := w.Send(i); err != nil {
			return err
		}
	}
	return nil
}

// tick sends so many messages of 10 KiB through its first pipe, and says so after each through its second.
func tick(c *proc.Child) error {
	var n int
	data, err := c.Writer(0)
	ticks, err2 := c.Writer(1)
	if err := errors.Join(c.Args(&n), err, err2); err != nil {
		return err
	}
	for i := range n {
		if err := errors.Join(data.Send(make([]byte, 10<<10)), ticks.Send(i)); err != nil {
			return err
		}
	}
	return nil
}

// echo sends back what it receives until the end.
func echo(c *proc.Child) error {
	r, err := c.Reader(0)
	w, err2 := c.Writer(1)
	if err := errors.Join(err, err2); err != nil {
		return err
	}
	for {
		var b []byte
		if err := r.Recv(&b); err != nil {
			return nil
		}
		if err := w.Send(b); err != nil {
			return err
		}
	}
}

// flood sends messages that no pipe holds at once.
func flood(c *proc.Child) error {
	w, err := c.Writer(0)
	for err == nil {
		err = w.Send(make([]byte, 1<<20))
	}
	return err
}

// untilGone sends until nobody reads any more.
func untilGone(c *proc.Child) error {
	w, err := c.Writer(0)
	for err == nil {
		err = w.Send("tick")
		time.Sleep(time.Millisecond)
	}
	if errors.Is(err, proc.ErrNoReader) {
		return nil
	}
	return err
}

// hold keeps an inherited end open.
func hold(c *proc.Child) error {
	w, err := c.Writer(0)
	if err != nil {
		return err
	}
	if err := w.Send("held"); err != nil {
		return err
	}
	time.Sleep(time.Hour)
	return nil
}

// family starts a child of its own that holds what it inherited, and hangs.
func family(c *proc.Child) error {
	w, err := c.Writer(0)
	if err != nil {
		return err
	}
	if _, err := proc.Start("hold", nil, proc.Inherit(w)); err != nil {
		return err
	}
	time.Sleep(time.Hour)
	return nil
}

// lead does as family and ends.
func lead(c *proc.Child) error {
	w, err := c.Writer(0)
	if err != nil {
		return err
	}
	_, err = proc.Start("hold", nil, proc.Inherit(w))
	return err
}

// startsUnasked does what a child may not take for granted: it uses an end that it has not been given.
func startsUnasked(c *proc.Child) error {
	_, err := c.Writer(3)
	_, err2 := c.Reader(0)
	fmt.Print(err, "\n", err2, "\n")
	return nil
}

func even(n int) (int, error) {
	if n%2 != 0 {
		return 0, fmt.Errorf("%d is odd", n)
	}
	return n / 2, nil
}

func die(how string) (int, error) {
	switch how {
	case "panic":
		panic("quack")
	case "exit":
		os.Exit(4)
	}
	return 1, nil
}
