// Command held looks at Go's clock between two looks at its worker's own, which no pause stops. It goes on until it has
// been held once, and then tells how far Go's clock was behind the worker's before that and after it: for each of the
// two no less and no more than so many ms, however long a busy machine kept it waiting between two looks.
package main

import (
	"fmt"
	"math"
	"syscall/js"
	"time"
)

// A distance is between two bounds, in ms.
type distance struct{ least, most float64 }

// narrow takes one more look into account.
func (d *distance) narrow(least, most float64) {
	d.least, d.most = max(d.least, least), min(d.most, most)
}

const (
	// enough is more than clocks that both go can move apart, in ms.
	enough = 100
	// many looks have some among them between which nothing came.
	many = 2000
)

func main() {
	clock := js.Global().Get("performance")
	begun := time.Now()
	looks := []distance{{math.Inf(-1), math.Inf(1)}}
	for before, after := 0, 0; after < many; before++ {
		if before == many {
			fmt.Println("begun")
		}
		real := clock.Call("now").Float()
		gone := float64(time.Since(begun).Nanoseconds()) / 1e6
		behind := real - gone
		if behind > looks[len(looks)-1].most+enough {
			looks = append(looks, distance{math.Inf(-1), math.Inf(1)})
		}
		looks[len(looks)-1].narrow(behind, clock.Call("now").Float()-gone)
		after += len(looks) - 1
	}
	fmt.Println(len(looks), looks[0].least, looks[0].most, looks[len(looks)-1].least, looks[len(looks)-1].most)
}
