package bridge

import (
	"context"
	"fmt"

	"github.com/hack-pad/safejs"
)

// Serve announces the exports to the page and answers its calls until the
// page ends the worker. It returns only when the page does not keep the
// contract.
func Serve(exports Exports) error {
	host, err := safejs.Global().Get("ahiruEngine")
	if err != nil {
		return fmt.Errorf("looking for the page's side: %w", err)
	}
	call, err := safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		return answer(exports, args)
	})
	if err != nil {
		return fmt.Errorf("making the function that the page calls: %w", err)
	}
	defer call.Release()
	if _, err := host.Call("serve", string(exports.names()), call); err != nil {
		return fmt.Errorf("announcing the exports to the page: %w", err)
	}
	select {}
}

// answer starts one call and returns the Promise of its result.
func answer(exports Exports, args []safejs.Value) any {
	return promise(func() (string, error) {
		if len(args) < 2 || len(args) > 4 {
			return "", fmt.Errorf("a call has a name, a JSON argument, files and a listener, this one had %d arguments", len(args))
		}
		name, err := args[0].String()
		if err != nil {
			return "", fmt.Errorf("reading the function's name: %w", err)
		}
		argument, err := args[1].String()
		if err != nil {
			return "", fmt.Errorf("reading the argument of %s: %w", name, err)
		}
		more, err := readBeside(args[2:])
		if err != nil {
			return "", err
		}
		out, err := exports.call(context.WithValue(context.Background(), besideKey{}, more), name, []byte(argument))
		return string(out), err
	})
}
