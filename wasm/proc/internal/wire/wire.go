// Package wire turns Go values into the bytes of a message and back.
//
// It exists for its size, since it is part of every lesson that starts a process: it adds 29 kB (brotli 11) to a
// program of 662 kB, where encoding/json adds 117 kB and encoding/gob 120 kB. It is also stricter than both: what would
// get lost on the way, such as a field that is not exported, is an error.
//
// A value is a tag byte and what the tag asks for:
//
//	none, no, yes      nothing
//	signed, unsigned   a varint (zigzag for signed), as package encoding/binary writes them
//	float              8 bytes, little-endian IEEE 754
//	text, blob, custom a length as uvarint, then so many bytes
//	list               a count as uvarint, then so many values
//	table              a count as uvarint, then so many keys and values, in any order
//	record             a count as uvarint, then so many names (length, bytes) and values
//
// A pointer is the value it points to, or none; nil slices and maps are none. What a type's own MarshalBinary gives is
// custom, for its UnmarshalBinary. Whoever reads chooses the type: a number goes into any integer type that has room
// for it, a record into any struct with the same field names.
package wire

import "fmt"

type tag byte

const (
	none tag = iota
	no
	yes
	signed
	unsigned
	float
	text
	blob
	custom
	list
	table
	record
)

var tagNames = [...]string{"nothing", "a bool", "a bool", "an integer", "an integer", "a float", "a string", "bytes",
	"a value with a form of its own", "a list", "a map", "a struct"}

func (t tag) String() string {
	if int(t) < len(tagNames) {
		return tagNames[t]
	}
	return fmt.Sprintf("the unknown tag %d", byte(t))
}

// deepest is how many values may lie within one another: what holds itself would never end.
const deepest = 1000

// A fault is an error with the place inside the value where it was found, such as "Parts[3].Name".
type fault struct {
	place string
	what  string
}

func (f *fault) Error() string {
	if f.place == "" {
		return f.what
	}
	if f.place[0] == '.' {
		return f.place[1:] + ": " + f.what
	}
	return f.place + ": " + f.what
}

func faultf(format string, args ...any) *fault {
	return &fault{what: fmt.Sprintf(format, args...)}
}

// in adds a step to the front of a fault's place.
func (f *fault) in(step string) *fault {
	if f != nil {
		f.place = step + f.place
	}
	return f
}
