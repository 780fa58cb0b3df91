package browser

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestPageHearsComplaints is the proof that the other tests would notice.
func TestPageHearsComplaints(t *testing.T) {
	session, end, err := Launch(context.Background())
	if errors.Is(err, ErrNoChromium) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer end()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'none'; script-src 'unsafe-inline'")
		w.Header().Set("Content-Type", "text/html")
		_, _ = w.Write([]byte(`<title>t</title><script>console.error("said"); setTimeout(() => { throw new Error("thrown") })</script><p style="color:red">`))
	}))
	defer server.Close()
	page, closePage, err := NewPage(session, 390, 800)
	if err != nil {
		t.Fatal(err)
	}
	defer closePage()
	if err := page.Do(chromedp.Navigate(server.URL)); err != nil {
		t.Fatal(err)
	}
	var width int
	if err := page.Eval(`new Promise(done => setTimeout(() => done(innerWidth), 200))`, &width); err != nil || width != 390 {
		t.Fatalf("width %d, %v; want 390", width, err)
	}
	if heard := page.Complaints(); len(heard) < 3 {
		t.Errorf("heard %q, want the console, the exception and the policy", heard)
	}
}
