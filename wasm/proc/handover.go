package proc

import (
	"encoding/base64"
	"fmt"
	"strconv"

	"github.com/ahiru-dev/ahiru/wasm/proc/internal/wire"
)

// variable is the environment variable that makes a process a child. It holds one line of JSON:
//
//	{"function":"factorize","args":"<base64 of a parcel>","pid":3}
const variable = "AHIRU_PROC"

// A parcel is all that a child is given, but for its function's name.
type parcel struct {
	Args  []byte   // its encoded argument
	Piped bool     // the argument is not in Args but comes through the last of Ends
	Ends  []string // what it inherits: "r" or "w", then the name under which it opens that end
	Space int      // a thread's: see Space
}

// largestInline is how many bytes of arguments travel in the environment; more take a pipe. A Go program in the page has
// 8 KiB for all its arguments and its environment.
const largestInline = 1024

func (p parcel) seal() (string, error) {
	bytes, err := wire.Marshal(p)
	return base64.StdEncoding.EncodeToString(bytes), err
}

func unseal(text string) (p parcel, err error) {
	bytes, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return p, err
	}
	return p, wire.Unmarshal(bytes, &p)
}

// orders is what variable says.
type orders struct {
	function string
	parcel   parcel
	pid      int
}

// line writes orders; function and args need no escapes.
func line(function, args string, pid int) string {
	return `{"function":"` + function + `","args":"` + args + `","pid":` + strconv.Itoa(pid) + `}`
}

func readOrders(text string) (o orders, err error) {
	members, err := parseLine(text)
	if err != nil {
		return o, fmt.Errorf("reading %s: %w", variable, err)
	}
	o.function = members["function"]
	if o.pid, err = strconv.Atoi(members["pid"]); err != nil {
		return o, fmt.Errorf("reading %s: its pid: %w", variable, err)
	}
	if o.parcel, err = unseal(members["args"]); err != nil {
		return o, fmt.Errorf("reading %s: its args: %w", variable, err)
	}
	return o, nil
}
