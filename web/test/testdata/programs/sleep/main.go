// Sleep outlasts any limit.
package main

import (
	"fmt"
	"time"
)

func main() {
	fmt.Println("good night")
	time.Sleep(time.Hour)
}
