// Input counts the words of its standard input, which stands under "Input and
// arguments"; -min leaves out short ones.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"unicode/utf8"
)

var shortest = flag.Int("min", 1, "characters that a word must have (1 to 20)")

func main() {
	flag.Parse()
	counts := map[string]int{}
	words := bufio.NewScanner(os.Stdin)
	words.Split(bufio.ScanWords)
	for words.Scan() {
		if word := words.Text(); utf8.RuneCountInString(word) >= *shortest {
			counts[word]++
		}
	}
	for _, word := range slices.Sorted(maps.Keys(counts)) {
		fmt.Println(counts[word], word)
	}
	fmt.Println(len(counts), "words; arguments:", flag.Args())
}
