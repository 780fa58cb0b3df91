// Iterators are functions that range can walk over, finite or not.
package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
)

// fibonacci never ends; whoever ranges over it breaks off.
func fibonacci() iter.Seq[int] {
	return func(yield func(int) bool) {
		for a, b := 0, 1; yield(a); a, b = b, a+b {
		}
	}
}

// first ends after n values.
func first[T any](n int, values iter.Seq[T]) iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		i := 0
		for v := range values {
			if i == n || !yield(i, v) {
				return
			}
			i++
		}
	}
}

func main() {
	for i, n := range first(10, fibonacci()) {
		fmt.Println(i, n)
	}
	legs := map[string]int{"duck": 2, "dog": 4, "ant": 6}
	fmt.Println(slices.Sorted(maps.Keys(legs)))
}
