// Generics writes a function once for every type that fits.
package main

import (
	"cmp"
	"fmt"
	"slices"
)

// A Set holds each value once.
type Set[T comparable] map[T]struct{}

// Of makes a set of some values.
func Of[T comparable](values ...T) Set[T] {
	s := Set[T]{}
	for _, v := range values {
		s[v] = struct{}{}
	}
	return s
}

// Sorted gives the values of a set in order: T must have one.
func Sorted[T cmp.Ordered](s Set[T]) []T {
	var all []T
	for v := range s {
		all = append(all, v)
	}
	slices.Sort(all)
	return all
}

func main() {
	fmt.Println(Sorted(Of(3, 1, 2, 3)))
	fmt.Println(Sorted(Of("あひる", "오리", "duck")))
}
