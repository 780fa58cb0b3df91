// A cat has a name, but no sound: where a Quacker is asked for, the compiler
// refuses it. Python would notice when Sound is called.
package main

import "fmt"

type Quacker interface {
	Name() string
	Sound() string
}

type Cat struct{ name string }

func (c Cat) Name() string { return c.name }

func cry(q Quacker) {
	fmt.Println(q.Name(), "went", q.Sound())
}

func main() {
	cry(Cat{"Morupako"})
}
