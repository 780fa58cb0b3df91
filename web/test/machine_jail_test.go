package test

import (
	"crypto/sha1"
	"encoding/base64"
	"net/http"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/web/build/bundle"
)

// A probeOutcome says of each try of the probe why it failed; "" means that it went through.
type probeOutcome struct{ Frame, Worker map[string]string }

// TestJailRefuses tries network, storage and page from a frame made as the machine makes its own, and the same on an
// ordinary page, where all of it works.
func TestJailRefuses(t *testing.T) {
	page := blank(t, 800)
	navigate(t, page, machineSite(t)+"/probe")
	jail := eval[probeOutcome](t, page, "askJail()")
	navigate(t, page, machineSite(t)+"/control")
	control := eval[probeOutcome](t, page, "askHere()")
	compare := func(where string, jail, control map[string]string) {
		if len(jail) < 9 || len(jail) != len(control) {
			t.Fatalf("%s: %d tries in the jail, %d outside", where, len(jail), len(control))
		}
		for name, refusal := range jail {
			if refusal == "" {
				t.Errorf("%s: %s went through in the jail", where, name)
			}
			if control[name] != "" {
				t.Errorf("%s: %s failed on an ordinary page too: %s", where, name, control[name])
			}
		}
	}
	compare("frame", jail.Frame, control.Frame)
	compare("worker", jail.Worker, control.Worker)
}

// TestProgramsFindNothingToReachWith looks for the same from inside a Go program.
func TestProgramsFindNothingToReachWith(t *testing.T) {
	page := machinePage(t, true)
	got := runProgram(t, page, runRequest{Wasm: "reach"}, "")
	want := "eval: refused\nFunction: refused\ncrypto: <number: 16>\nhttp: true\n"
	if got.Stdout != want || got.ExitCode != 0 {
		t.Errorf("status %d, got\n%s%swant\n%s", got.ExitCode, got.Stdout, got.Stderr, want)
	}
}

// probeHandler serves what the probe reaches for, the page that jails it and the one that lets it.
func probeHandler(t *testing.T, mux *http.ServeMux, b bundle.Bundler) {
	t.Helper()
	probe, err := b.Text("test/testdata/machine/probe.ts")
	if err != nil {
		t.Fatal(err)
	}
	script, err := b.Text("test/testdata/machine/probe-page.ts")
	if err != nil {
		t.Fatal(err)
	}
	mux.HandleFunc("/probe.js", serveText("text/javascript; charset=utf-8", script))
	mux.HandleFunc("/probe", serveMachinePage(pagePolicy(probe), "/probe.js"))
	mux.HandleFunc("/control", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(`<!doctype html><title>control</title><body><script>` + probe + `</script><script src="/probe.js"></script>`))
	})
	mux.HandleFunc("/probed.js", serveText("text/javascript", "if (typeof document === 'undefined') postMessage('here')"))
	mux.HandleFunc("/pixel.svg", serveText("image/svg+xml", `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>`))
	mux.HandleFunc("/socket", serveSocket)
	mux.HandleFunc("/events", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		_ = http.NewResponseController(w).Flush()
		<-r.Context().Done()
	})
}

func serveText(kind, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", kind)
		_, _ = w.Write([]byte(body))
	}
}

// serveSocket accepts a WebSocket and says nothing on it (RFC 6455, section 4.2.2).
func serveSocket(w http.ResponseWriter, r *http.Request) {
	sum := sha1.Sum([]byte(r.Header.Get("Sec-WebSocket-Key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"))
	accept := base64.StdEncoding.EncodeToString(sum[:])
	conn, stream, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	defer conn.Close()
	lines := []string{"HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Accept: " + accept}
	_, _ = stream.WriteString(strings.Join(lines, "\r\n") + "\r\n\r\n")
	_ = stream.Flush()
	_, _ = stream.ReadByte() // until the page is gone
}
