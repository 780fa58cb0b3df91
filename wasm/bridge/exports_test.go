package bridge

import (
	"context"
	"errors"
	"strings"
	"testing"
)

var table = Exports{
	"double": JSON(func(_ context.Context, n int) (int, error) { return 2 * n, nil }),
	"fail":   JSON(func(context.Context, int) (int, error) { return 0, errors.New("no such thing") }),
	"panic":  JSON(func(context.Context, int) (int, error) { panic("out of cheese") }),
}

func TestCall(t *testing.T) {
	answer, err := table.call(t.Context(), "double", []byte("21"))
	if err != nil || string(answer) != "42" {
		t.Errorf("double 21 = %s, %v; want 42", answer, err)
	}
}

func TestCallSaysWhatWentWrong(t *testing.T) {
	tests := []struct{ name, argument, want string }{
		{"fail", "1", "fail: no such thing"},
		{"panic", "1", "panic: panic: out of cheese"},
		{"halve", "1", `no function "halve", only ["double","fail",`},
		{"double", `"x"`, "double: reading the argument: "},
	}
	for _, test := range tests {
		answer, err := table.call(t.Context(), test.name, []byte(test.argument))
		if err == nil || !strings.Contains(err.Error(), test.want) || answer != nil {
			t.Errorf("%s(%s) = %s, %v; want an error with %q", test.name, test.argument, answer, err, test.want)
		}
	}
}
