//go:build !js

package proc_test

import (
	"fmt"
	"io"

	"github.com/ahiru-dev/ahiru/wasm/proc"
)

func init() {
	proc.RegisterFunc("factors", func(n int) (factors []int, err error) {
		for i := 1; i <= n; i++ {
			if n%i == 0 {
				factors = append(factors, i)
			}
		}
		return factors, nil
	})
	proc.Register("countdown", func(c *proc.Child) error {
		var from int
		if err := c.Args(&from); err != nil {
			return err
		}
		w, err := c.Writer(0)
		for ; err == nil && from > 0; from-- {
			err = w.Send(from)
		}
		return err
	})
}

func ExampleMap() {
	pool, err := proc.NewPool(2)
	if err != nil {
		fmt.Println(err)
		return
	}
	lists, err := proc.Map[int, []int](pool, "factors", []int{12, 7, 9})
	fmt.Println(lists, err)
	pool.Close()
	fmt.Println(pool.Join())
	// Output:
	// [[1 2 3 4 6 12] [1 7] [1 3 9]] <nil>
	// <nil>
}

func ExampleStart() {
	reader, writer, err := proc.Pipe()
	if err != nil {
		fmt.Println(err)
		return
	}
	child, err := proc.Start("countdown", 3, proc.Inherit(writer))
	if err != nil {
		fmt.Println(err)
		return
	}
	writer.Close() // the child has its own: now the end of the child is the end of the pipe
	for n := 0; err != io.EOF; fmt.Println(n, err) {
		err = reader.Recv(&n)
	}
	fmt.Println(child.Wait())
	// Output:
	// 3 <nil>
	// 2 <nil>
	// 1 <nil>
	// 1 EOF
	// status 0 <nil>
}
