package test

import (
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

func navigate(t *testing.T, page *browser.Page, url string) {
	t.Helper()
	if err := page.Do(chromedp.Navigate(url)); err != nil {
		t.Fatalf("opening %s: %v", url, err)
	}
}

// eval evaluates an expression of the page, awaiting a promise.
func eval[T any](t *testing.T, page *browser.Page, expression string) T {
	t.Helper()
	var v T
	if err := page.Eval(expression, &v); err != nil {
		t.Fatalf("evaluating %s: %v", expression, err)
	}
	return v
}

// act performs actions and fails the test when one cannot be done.
func act(t *testing.T, page *browser.Page, actions ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := page.Do(actions...); err != nil {
		t.Fatal(err)
	}
}
