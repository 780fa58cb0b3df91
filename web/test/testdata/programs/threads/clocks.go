package main

import (
	"fmt"
	"math"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/shm"
)

const (
	rounds = 2000
	unit   = 100 // nanoseconds that a stamp counts
)

// Words that two threads compare their clocks by.
const (
	turn     = iota // whose turn it is: rises by one each time
	question        // the first's stamp
	answer          // the second's
	words
)

func init() {
	proc.RegisterFunc("answer", func(m *shm.Memory) (struct{}, error) {
		for round := range int32(rounds) {
			await(m, 2*round+1)
			m.Store(answer, stamp())
			m.Add(turn, 1)
		}
		return struct{}{}, nil
	})
}

func stamp() int32 { return int32(time.Now().UnixNano() / unit) }

func await(m *shm.Memory, value int32) {
	for m.Add(turn, 0) != value {
	}
}

// clocks prints for some threads between which two numbers, in microseconds, their clocks are ahead of this one's. What
// is seen later was stamped earlier, so each answer gives a lower and an upper bound; the tightest of all are printed.
func clocks() error {
	for range 4 {
		m, err := shm.New(words)
		if err != nil {
			return err
		}
		other, err := shm.Go("answer", m)
		if err != nil {
			return err
		}
		least, most := int32(math.MinInt32), int32(math.MaxInt32)
		for round := range int32(rounds) {
			asked := stamp()
			m.Add(turn, 1)
			await(m, 2*round+2)
			came := stamp()
			least = max(least, m.Load(answer)-came)
			most = min(most, m.Load(answer)-asked)
		}
		if err := other.Join(); err != nil {
			return err
		}
		fmt.Println(float64(least)*unit/1000, float64(most)*unit/1000)
	}
	return nil
}
