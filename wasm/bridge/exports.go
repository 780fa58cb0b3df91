package bridge

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"runtime/debug"
	"slices"
)

// An Export answers a call of the page: JSON in, JSON out. The context ends
// with the call.
type Export func(ctx context.Context, argument []byte) ([]byte, error)

// Exports is the table of everything that a program offers to its page.
type Exports map[string]Export

// JSON makes an Export of a Go function whose argument and result have a JSON
// form.
func JSON[In, Out any](fn func(context.Context, In) (Out, error)) Export {
	return func(ctx context.Context, argument []byte) ([]byte, error) {
		var in In
		if err := json.Unmarshal(argument, &in); err != nil {
			return nil, fmt.Errorf("reading the argument: %w", err)
		}
		out, err := fn(ctx, in)
		if err != nil {
			return nil, err
		}
		return json.Marshal(out)
	}
}

// names lists the exports as the JSON array of the contract.
func (e Exports) names() []byte {
	list := make([]string, 0, len(e))
	for name := range e {
		list = append(list, name)
	}
	slices.Sort(list)
	text, _ := json.Marshal(list) // strings always have a JSON form
	return text
}

// call answers one call. Everything that goes wrong comes back as an error
// that names the export; the stack of a panic goes to the console.
func (e Exports) call(ctx context.Context, name string, argument []byte) (answer []byte, err error) {
	export, known := e[name]
	if !known {
		return nil, fmt.Errorf("this program has no function %q, only %s", name, e.names())
	}
	ctx, end := context.WithCancel(ctx)
	defer end()
	defer func() {
		if v := recover(); v != nil {
			fmt.Fprintf(os.Stderr, "%s: panic: %v\n%s", name, v, debug.Stack())
			answer, err = nil, fmt.Errorf("%s: panic: %v (the console has the stack)", name, v)
		}
	}()
	answer, err = export(ctx, argument)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return answer, nil
}
