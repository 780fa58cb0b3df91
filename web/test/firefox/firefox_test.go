package firefox

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"
)

const complaining = `<!doctype html><title>t</title>
<script>
	console.error("page said"); setTimeout(() => { throw new Error("page threw") });
	const said = "console.error('worker said'); setTimeout(() => { throw new Error('worker threw') })";
	new Worker(URL.createObjectURL(new Blob([said])));
</script>
<p style="color:red">
<iframe sandbox="allow-scripts" srcdoc="<script>console.error('frame said'); fetch('/frame')</script>"></iframe>`

// TestComplaintsAreHeard is the proof that the other tests would notice.
func TestComplaintsAreHeard(t *testing.T) {
	b, err := Launch(t.Context())
	if errors.Is(err, ErrNoFirefox) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'none'; script-src 'unsafe-inline' blob:; worker-src blob:")
		w.Header().Set("Content-Type", "text/html")
		_, _ = w.Write([]byte(complaining))
	}))
	defer server.Close()
	page, err := b.NewPage(t.Context(), 390, 800)
	if err != nil {
		t.Fatal(err)
	}
	if err := page.Navigate(t.Context(), server.URL); err != nil {
		t.Fatal(err)
	}
	var width int
	if err := page.Eval(t.Context(), "Promise.resolve(innerWidth)", &width); err != nil || width != 390 {
		t.Errorf("width %d, %v; want 390", width, err)
	}
	if err := page.Eval(t.Context(), `(() => { throw new Error("in vain") })()`, nil); err == nil || !strings.Contains(err.Error(), "in vain") {
		t.Errorf("an expression that throws gave the error %v", err)
	}
	wanted := []string{"page said", "page threw", "worker said", "worker threw", "style-src", "frame said", "/frame"}
	for range 100 {
		wanted = slices.DeleteFunc(wanted, func(text string) bool { return strings.Contains(strings.Join(b.Complaints(), "\n"), text) })
		if len(wanted) == 0 {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Errorf("not heard: %q; heard: %q", wanted, b.Complaints())
}
