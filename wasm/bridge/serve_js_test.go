package bridge

import (
	"strings"
	"testing"
	"time"

	"github.com/hack-pad/safejs"
)

// callFromPage calls an export as a page does and waits for its Promise.
func callFromPage(t *testing.T, call safejs.Value, args ...any) (text string, rejected bool) {
	t.Helper()
	promise := must(t)(call.Invoke(args...))
	done := make(chan struct{})
	settle := func(isError bool) safejs.Func {
		f, err := safejs.FuncOf(func(_ safejs.Value, values []safejs.Value) any {
			rejected, text = isError, describe(values[0])
			close(done)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	good, bad := settle(false), settle(true)
	defer good.Release()
	defer bad.Release()
	must(t)(promise.Call("then", good, bad))
	select {
	case <-done:
	case <-time.After(time.Minute):
		t.Fatal("the Promise was never settled")
	}
	return text, rejected
}

func describe(v safejs.Value) string {
	if message, err := v.Get("message"); err == nil && message.Type() == safejs.TypeString {
		v = message
	}
	text, _ := v.String()
	return text
}

func must(t *testing.T) func(safejs.Value, error) safejs.Value {
	return func(v safejs.Value, err error) safejs.Value {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// startServe plays the page's part and gives what serve was called with.
func startServe(t *testing.T) (names string, call safejs.Value) {
	t.Helper()
	served := make(chan []safejs.Value, 1)
	serve, err := safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		served <- args
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(serve.Release)
	host := must(t)(safejs.ValueOf(map[string]any{}))
	if err := host.Set("serve", serve); err != nil {
		t.Fatal(err)
	}
	if err := safejs.Global().Set("ahiruEngine", host); err != nil {
		t.Fatal(err)
	}
	go func() {
		if err := Serve(table); err != nil {
			t.Errorf("Serve: %v", err)
		}
	}()
	args := <-served
	return describe(args[0]), args[1]
}

func TestServe(t *testing.T) {
	names, call := startServe(t)
	if want := `["double","fail","gulp","panic"]`; names != want {
		t.Errorf("announced %s, want %s", names, want)
	}
	tests := []struct {
		args     []any
		want     string
		rejected bool
	}{
		{[]any{"double", "21"}, "42", false},
		{[]any{"fail", "1"}, "fail: no such thing", true},
		{[]any{"panic", "1"}, "panic: panic: out of cheese", true},
		{[]any{"double"}, "this one had 1 arguments", true},
		{[]any{"double", "4"}, "8", false}, // the panic ended its call only
	}
	for _, test := range tests {
		text, rejected := callFromPage(t, call, test.args...)
		if rejected != test.rejected || !strings.Contains(text, test.want) {
			t.Errorf("call(%v) = %q, rejected %v; want %q, %v", test.args, text, rejected, test.want, test.rejected)
		}
	}
}

// TestServeHandsOverFilesAndTellsOfProgress calls with all that may come beside
// an argument.
func TestServeHandsOverFilesAndTellsOfProgress(t *testing.T) {
	_, call := startServe(t)
	bytes := must(t)(must(t)(safejs.Global().Get("Uint8Array")).New(3))
	if _, err := safejs.CopyBytesToJS(bytes, []byte("abc")); err != nil {
		t.Fatal(err)
	}
	var told []string
	tell, err := safejs.FuncOf(func(_ safejs.Value, values []safejs.Value) any {
		told = append(told, describe(values[0]))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	defer tell.Release()
	undefined := safejs.Undefined()
	for _, test := range []struct {
		args []any
		want string
		told int
	}{
		{[]any{"gulp", "1", []any{safejs.Unsafe(bytes)}, tell}, `["abc"]`, 1},
		{[]any{"gulp", "1", []any{}, tell}, `[]`, 1},
		{[]any{"gulp", "1", undefined, undefined}, `[]`, 0},
		{[]any{"gulp", "1", []any{7}, tell}, "reading the files of a call", 0},
		{[]any{"gulp", "1", undefined, undefined, undefined}, "this one had 5 arguments", 0},
	} {
		told = nil
		text, _ := callFromPage(t, call, test.args...)
		if !strings.Contains(text, test.want) || len(told) != test.told {
			t.Errorf("call(%v) = %q, told %q; want %q, %d times", test.args, text, told, test.want, test.told)
		}
	}
}

func TestServeWithoutAPage(t *testing.T) {
	if err := safejs.Global().Delete("ahiruEngine"); err != nil {
		t.Fatal(err)
	}
	if err := Serve(table); err == nil || !strings.Contains(err.Error(), "announcing the exports") {
		t.Errorf("Serve without a page = %v, want an error", err)
	}
}
