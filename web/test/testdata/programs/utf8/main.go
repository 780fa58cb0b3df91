// Utf8 writes bytes that are no text, and text whose characters are cut in two.
package main

import "os"

func main() {
	whole := []byte("鴨と家鴨 오리 🦆\n")
	for i := range whole {
		os.Stdout.Write(whole[i : i+1])
		os.Stderr.Write(whole[i : i+1])
	}
	os.Stdout.Write([]byte("a\xff\xfeb\xe3\x81"))
	os.Stderr.Write([]byte("\xed\xa0\x80."))
}
