package futures

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
)

// A function has a pool make a call of one registered function.
type function func(p *proc.Pool, arg any) (call, error)

// call is a [proc.Call] whose result is of any type.
type call interface {
	Done() <-chan struct{}
	Started() bool
	Cancel() bool
	Ended() time.Time
	result() (any, error)
}

var registry = struct {
	sync.Mutex
	functions map[string]function
}{functions: map[string]function{}}

// Register gives f a name under which executors find it, in other processes too. Like [proc.RegisterFunc], which it
// calls, it is for init functions, and panics when it comes after [proc.Main] or the name is taken or no good.
//
// An error that f returns becomes the future's. A panic ends the worker, and the pool takes a new one.
func Register[In, Out any](name string, f func(In) (Out, error)) {
	proc.RegisterFunc(name, f)
	registry.Lock()
	defer registry.Unlock()
	registry.functions[name] = func(p *proc.Pool, arg any) (call, error) {
		in, is := arg.(In)
		if !is {
			return nil, fmt.Errorf("%s takes an argument of type %T, not %T", name, in, arg)
		}
		return typed[Out]{proc.Apply[In, Out](p, name, in)}, nil
	}
}

type typed[Out any] struct{ *proc.Call[Out] }

func (t typed[Out]) result() (any, error) { return t.Result() }

// find gives the function of a name, or an error that names those there are.
func find(name string) (function, error) {
	registry.Lock()
	defer registry.Unlock()
	if f, known := registry.functions[name]; known {
		return f, nil
	}
	if len(registry.functions) == 0 {
		return nil, fmt.Errorf("no function is registered as %q: none is registered at all", name)
	}
	var names []string
	for known := range registry.functions {
		names = append(names, known)
	}
	slices.Sort(names)
	return nil, fmt.Errorf("no function is registered as %q: registered are %s", name, strings.Join(names, ", "))
}
