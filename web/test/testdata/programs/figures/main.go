// Figures reports numbers, with lines between that are none.
package main

import (
	"fmt"
	"os"
	"strings"
)

func main() {
	f, err := os.OpenFile(os.Getenv("AHIRU_FIGURES"), os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o644)
	if err != nil {
		panic(err)
	}
	fmt.Fprintln(f, `{"key":"a","label":"one","value":1.5,"unit":"s"}`)
	fmt.Fprintln(f, `{"key":"b","label":"infinite","value":1e999,"unit":"s"}`)
	fmt.Fprintln(f, `not JSON`)
	fmt.Fprintln(f, `{"key":"c","label":"`+strings.Repeat("long", 5000)+`","value":1,"unit":""}`)
	fmt.Fprint(f, `{"key":"d","label":"split`)
	fmt.Fprintln(f, ` in two","value":-2,"unit":"ms","extra":{"dropped":true}}`)
	fmt.Println("reported")
}
