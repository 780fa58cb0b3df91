package main

import (
	"io"
	"testing"
	"time"
)

// A body that nobody reads and that drips is cut too, after its answer: it
// would hold the connection, and with it the shutdown, for as long as it likes.
func TestDrippingBodyIsCut(t *testing.T) {
	if bodyLimit >= 10*time.Second {
		t.Errorf("a dripping body is cut after %v, want less than 10 s", bodyLimit)
	}
	addr := start(t, newHandler(folder(writeSite(t, fixture())), quiet()))
	conn := dial(t, addr, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n")
	for sent := 0; ; sent++ {
		if _, err := io.WriteString(conn, "X"); err != nil {
			return
		}
		if sent > 600 {
			t.Fatalf("after %d bytes the connection is still there", sent)
		}
		time.Sleep(100 * time.Millisecond)
	}
}
