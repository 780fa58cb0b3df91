//go:build ignore

package other

const sound = 3
