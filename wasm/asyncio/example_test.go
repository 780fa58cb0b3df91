package asyncio_test

import (
	"fmt"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/asyncio"
)

func guest(name string, thinks time.Duration) *asyncio.Coro[string] {
	return asyncio.Async("guest", func(t *asyncio.Task) (string, error) {
		fmt.Println(name, "thinks")
		if err := asyncio.Sleep(t, thinks); err != nil {
			return "", err
		}
		fmt.Println(name, "orders")
		return name, nil
	})
}

func Example() {
	names, err := asyncio.Run(asyncio.Async("main", func(t *asyncio.Task) ([]string, error) {
		a := asyncio.CreateTask(t, guest("Ahiru", 60*time.Millisecond))
		b := asyncio.CreateTask(t, guest("Kamo", 20*time.Millisecond))
		return asyncio.Await(t, asyncio.Gather[string](t, a, b))
	}))
	fmt.Println(names, err)
	// Output:
	// Ahiru thinks
	// Kamo thinks
	// Kamo orders
	// Ahiru orders
	// [Ahiru Kamo] <nil>
}
