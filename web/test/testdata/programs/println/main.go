// Println prints a million lines through the runtime, which cannot wait.
package main

func main() {
	for i := range 1_000_000 {
		println("line", i)
	}
}
