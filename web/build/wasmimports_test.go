package main

import "testing"

func TestImportsFrom(t *testing.T) {
	header := "\x00asm\x01\x00\x00\x00"
	types := "\x01\x04\x01\x60\x00\x00"                      // one type: func()
	fromShm := "\x02\x0c\x01\x03shm\x04load\x00\x00"         // shm.load
	fromGo := "\x02\x0e\x01\x06gojs\x03\x04shm2\x00\x00\x00" // another module
	for wasm, want := range map[string]bool{
		header + types + fromShm:                   true,
		header + types + fromGo:                    false,
		header + types + "\x00\x05\x04\x03shm":     false, // a custom section says so, which is not importing
		header + "\x02\xff\xff\xff\xff\x0f\x03shm": false, // longer than the file
		header: false, "\x00as": false, "": false,
	} {
		if got := importsFrom([]byte(wasm), "shm"); got != want {
			t.Errorf("%q imports shm: %v, want %v", wasm, got, want)
		}
	}
}
