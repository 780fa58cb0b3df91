// This dog has its name as a field, as in Python. A Go interface cannot ask for
// a field: the dog is no Quacker.
package main

import "fmt"

type Quacker interface {
	Name() string
	Sound() string
}

type Dog struct{ Name string }

func (d Dog) Sound() string { return "woof!" }

func cry(q Quacker) {
	fmt.Println(q.Name(), "went", q.Sound())
}

func main() {
	cry(Dog{"Morupako"})
}
