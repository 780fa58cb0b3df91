// Deadlock has two processes wait for each other's first message. Neither can know of the other: only whoever runs both
// sees that nothing will ever happen. Natively it hangs, as such programs do; in the page Go says in both that all
// goroutines are asleep.
package main

import (
	"fmt"
	"os"

	"github.com/ahiru-dev/ahiru/wasm/proc"
)

func init() {
	proc.Register("wait", func(c *proc.Child) error {
		questions, err := c.Reader(0)
		if err != nil {
			return err
		}
		return questions.Recv(new(int))
	})
}

func main() {
	proc.Main()
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	theirs, questions, err := proc.Pipe()
	if err != nil {
		return err
	}
	answers, ours, err := proc.Pipe()
	if err != nil {
		return err
	}
	if _, err := proc.Start("wait", nil, proc.Inherit(theirs, ours)); err != nil {
		return err
	}
	fmt.Println("both wait")
	if err := answers.Recv(new(int)); err != nil {
		return err
	}
	return questions.Send(1) // too late
}
