package main

import "fmt"

// mapTasks measures the main thread's longest task in each thing that a reader
// does with the map, and names what took the time.
func (b *bench) mapTasks() error {
	page, end, err := b.rivals()
	if err != nil {
		return err
	}
	defer end()
	var tasks []struct {
		Doing, What string
		Longest     float64
	}
	if err := page.Eval(`rivals.tasks()`, &tasks); err != nil {
		return fmt.Errorf("the map's tasks: %w", err)
	}
	for _, t := range tasks {
		what := t.What
		if t.Longest == 0 {
			what = "none took 50 ms"
		}
		b.add(fmt.Sprintf("PEP map: longest task of the main thread in %s (%s; %s)", t.Doing, what, load()), t.Longest, 50, "ms")
	}
	return nil
}
