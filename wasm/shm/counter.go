package shm

// A Counter is one shared number of 32 bits. Like [Memory] it is a handle that can be sent to threads.
type Counter struct{ memory Memory }

const counterWords = 1

// NewCounter gives a counter that is 0. It fails as [New] does.
func NewCounter() (*Counter, error) {
	memory, err := New(counterWords)
	if err != nil {
		return nil, err
	}
	return &Counter{*memory}, nil
}

// Load reads the number, plainly.
func (c *Counter) Load() int32 { return c.memory.Load(0) }

// Store writes the number, plainly: Store(Load()+1) by two threads at once may count once.
func (c *Counter) Store(value int32) { c.memory.Store(0, value) }

// Add adds in one step that no other thread can come between (fetch-and-add), and gives the new number. It wraps around.
func (c *Counter) Add(delta int32) int32 { return c.memory.Add(0, delta) }
