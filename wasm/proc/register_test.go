package proc

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestRegisterRefuses(t *testing.T) {
	none := func(*Child) error { return nil }
	registry.Lock()
	closed := registry.closed // by TestMain
	registry.closed = false
	registry.Unlock()
	defer func() {
		registry.Lock()
		registry.closed = closed
		delete(registry.functions, "once")
		registry.names = slices.DeleteFunc(registry.names, func(name string) bool { return name == "once" })
		registry.Unlock()
	}()
	Register("once", none)
	for name, want := range map[string]string{
		"":                       "it is empty",
		"a\"b":                   "it holds quotes",
		`a\b`:                    "it holds quotes",
		"a\nb":                   "it holds quotes",
		"\xff":                   "it holds quotes",
		strings.Repeat("a", 101): "longer than 100 bytes",
		"once":                   `two functions are registered as "once"`,
	} {
		if got := thrown(func() { Register(name, none) }); !strings.Contains(got, want) {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}

func TestRegisterAfterMain(t *testing.T) {
	got := thrown(func() { Register("late duck", func(*Child) error { return nil }) })
	if want := `"late duck" is registered after proc.Main(), too late`; !strings.Contains(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestStartWantsMain(t *testing.T) {
	mainCalled.Store(false)
	defer mainCalled.Store(true)
	_, err := Start("nothing", nil)
	if err == nil || !strings.Contains(err.Error(), "proc.Main() was not called") {
		t.Errorf("got %v", err)
	}
}

func thrown(f func()) (text string) {
	defer func() { text = fmt.Sprint(recover()) }()
	f()
	return ""
}
