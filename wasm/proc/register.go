package proc

import (
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/ahiru-dev/ahiru/wasm/proc/internal/wire"
)

// A function is what a name stands for in every process of the program.
type function struct {
	run  func(*Child) error
	call func(arg []byte) ([]byte, error) // nil when it gives no result
}

var registry = struct {
	sync.Mutex
	functions map[string]function
	names     []string // in the order of registration
	closed    bool     // by Main
}{functions: map[string]function{}}

// own begins the names of the functions of this package, which are not listed.
const own = "proc/"

// Register gives f a name under which [Start] finds it in another process. It is to be called before [Main], best in an
// init function: parent and child are one program and must know the same names. It panics when it comes later, when
// the name is taken, empty, longer than 100 bytes, or holds quotes, backslashes or what cannot be printed.
//
// An error that f returns is printed to standard error, and the process ends with status 1.
func Register(name string, f func(*Child) error) {
	register(name, function{run: f})
}

// RegisterFunc is [Register] for a function that takes a value and gives one: what a [Pool] runs. Started as a process,
// its argument is that value and its result is lost, as with Python's Process.
func RegisterFunc[In, Out any](name string, f func(In) (Out, error)) {
	run := func(c *Child) error {
		var in In
		if err := c.Args(&in); err != nil {
			return err
		}
		_, err := f(in)
		return err
	}
	call := func(arg []byte) ([]byte, error) {
		var in In
		if err := wire.Unmarshal(arg, &in); err != nil {
			return nil, fmt.Errorf("reading its argument: %w", err)
		}
		out, err := f(in)
		if err != nil {
			return nil, err
		}
		return encode("its result", out)
	}
	register(name, function{run: run, call: call})
}

func register(name string, f function) {
	registry.Lock()
	defer registry.Unlock()
	if registry.closed {
		panic(fmt.Sprintf("proc: %q is registered after proc.Main(), too late for the processes started from it: register in an init function", name))
	}
	if fault := nameFault(name); fault != "" {
		panic(fmt.Sprintf("proc: %q cannot be the name of a function: %s", name, fault))
	}
	if _, taken := registry.functions[name]; taken {
		panic(fmt.Sprintf("proc: two functions are registered as %q", name))
	}
	registry.functions[name] = f
	if !strings.HasPrefix(name, own) {
		registry.names = append(registry.names, name)
	}
}

// nameFault keeps names to what needs no escapes in JSON.
func nameFault(name string) string {
	switch {
	case name == "":
		return "it is empty"
	case len(name) > 100:
		return "it is longer than 100 bytes"
	case !utf8.ValidString(name), strings.ContainsAny(name, `"\`), strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }):
		return "it holds quotes, backslashes or what cannot be printed"
	}
	return ""
}

// find gives the function of a name, or an error that names those there are.
func find(name string) (function, error) {
	registry.Lock()
	defer registry.Unlock()
	if f, known := registry.functions[name]; known {
		return f, nil
	}
	if len(registry.names) == 0 {
		return function{}, fmt.Errorf("no function is registered as %q: none is registered at all", name)
	}
	return function{}, fmt.Errorf("no function is registered as %q: registered are %s", name, strings.Join(registry.names, ", "))
}
