// Soba tells asyncio as a soba shop: one clerk, and guests who think before they
// order. It measures whether their thinking overlaps, and shows who runs when.
package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"runtime/trace"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/asyncio"
	"github.com/ahiru-dev/ahiru/wasm/lesson"
)

var (
	way = flag.String("way", "compare", "how the clerk serves them, or what goes wrong"+
		" (compare|turn|tasks|loop|gather|forget|cancel|stubborn|throw|steps|all)")
	times = flag.String("guests", "3,1,2", "seconds that each of 1 to 8 guests thinks, up to 5")
)

// A shop is one way of serving. The clerk is the coroutine that runs first.
type shop struct {
	key, label string
	clerk      func(t *asyncio.Task) error
}

var shops = []shop{
	{"turn", "awaited in turn", inTurn},
	{"tasks", "as tasks", asTasks},
	{"loop", "made and awaited in one loop", inOneLoop},
	{"gather", "gathered", gathered},
	{"forget", "a guest forgotten", forgetful},
	{"cancel", "a guest cancelled", func(t *asyncio.Task) error { return sendAway(t, order) }},
	{"stubborn", "a guest who stays", func(t *asyncio.Task) error { return sendAway(t, stubborn) }},
	{"throw", "a guest who throws", throwing},
	{"steps", "awaits of nothing", stepping},
}

func main() {
	lesson.Parse("soba")
	if err := seat(*times); err != nil {
		fmt.Fprintln(os.Stderr, "soba:", err)
		os.Exit(2)
	}
	for _, s := range shops {
		compared := *way == "compare" && (s.key == "turn" || s.key == "tasks")
		if compared || *way == "all" || *way == s.key {
			s.serve()
		}
	}
}

// serve runs one loop from its beginning to its end, and tells how long that took.
func (s shop) serve() {
	fmt.Printf("%s:\n", s.label)
	opened, thought, serving = time.Now(), 0, s.label
	book = map[string][]lesson.Change{}
	clerk := asyncio.Async("clerk", func(t *asyncio.Task) (struct{}, error) {
		return struct{}{}, s.clerk(t)
	})
	_, err := asyncio.Run(clerk, asyncio.Log(os.Stdout))
	took := time.Since(opened)
	if err != nil {
		fmt.Println("  the clerk gives up:", err)
	}
	lesson.Figure(s.key, s.label, took.Seconds(), "s")
	if len(book) == 0 {
		return // nobody thought
	}
	if atOnce := thought.Seconds() / took.Seconds(); atOnce > 1.1 {
		fmt.Printf("  the thinking overlapped (concurrent): %.1f at once on average\n", atOnce)
	} else {
		fmt.Println("  the thinking did not overlap")
	}
	var lanes []lesson.Lane
	for _, g := range party {
		lanes = append(lanes, lesson.Lane{Name: g.name, Changes: book[g.name]})
	}
	lesson.Ribbon(s.key+"-ribbon", "who does what: "+s.label, took, lanes)
}

// guest is what async def makes: calling it gives a coroutine, and nothing of it runs.
func guest(g person) *asyncio.Coro[string] {
	return asyncio.Async("guest", func(t *asyncio.Task) (string, error) {
		say(t, "%s sits down and thinks for %.4g s", g.name, g.thinks.Seconds())
		err := think(t, g, g.thinks) // await: whoever is ready may run now
		defer note(g, lesson.Done)
		if err != nil {
			say(t, "%s finds at its await: %v", g.name, err)
			return "", err
		}
		say(t, "%s orders", g.name)
		return g.name, nil
	})
}

// think is the one place in which a guest waits.
func think(t *asyncio.Task, g person, d time.Duration) error {
	_, told := trace.NewTask(context.Background(), serving) // a bar of its own on the timeline
	defer told.End()
	begun := time.Now()
	note(g, lesson.Sleeping)
	err := asyncio.Sleep(t, d)
	note(g, lesson.Running)
	thought += time.Since(begun)
	return err
}

// order makes a task: the guest stands in the queue, and begins when the clerk awaits.
func order(t *asyncio.Task, g person) *asyncio.Future[string] {
	note(g, lesson.Runnable)
	return asyncio.CreateTask(t, guest(g), g.name)
}

func inTurn(t *asyncio.Task) error {
	for _, g := range party {
		say(t, "awaits the coroutine of %s", g.name)
		if _, err := asyncio.Await(t, guest(g)); err != nil {
			return err
		}
	}
	return nil
}

func asTasks(t *asyncio.Task) error {
	var tasks []*asyncio.Future[string]
	for _, g := range party {
		tasks = append(tasks, order(t, g))
		say(t, "has made a task of %s, who has not begun", g.name)
	}
	for _, task := range tasks {
		say(t, "awaits %s", task.Name())
		if _, err := asyncio.Await(t, task); err != nil {
			return err
		}
	}
	return nil
}

func inOneLoop(t *asyncio.Task) error {
	for _, g := range party {
		task := order(t, g)
		say(t, "awaits %s at once, before there is another", g.name)
		if _, err := asyncio.Await(t, task); err != nil {
			return err
		}
	}
	return nil
}

func gathered(t *asyncio.Task) error {
	var all []asyncio.Awaitable[string]
	for _, g := range party {
		all = append(all, order(t, g))
	}
	say(t, "awaits all of them")
	half := slices.MinFunc(party, byThinking).thinks / 2
	t.Loop().CallLater(half, func() { fmt.Print(t.Loop().Tree()) }) // who awaits whom
	names, err := asyncio.Await(t, asyncio.Gather(t, all...))
	if err == nil {
		say(t, "has the orders as asked for: %s", strings.Join(names, ", "))
	}
	return err
}

// forgetful calls a coroutine and does not await it, and leaves a task alone.
func forgetful(t *asyncio.Task) error {
	first, last := party[0], party[len(party)-1]
	guest(first) // a coroutine, and nobody has it
	say(t, "has called the coroutine of %s, and that is all", first.name)
	if len(party) > 1 {
		order(t, last)
		say(t, "has made a task of %s, and will not await it", last.name)
	}
	quickest := slices.MinFunc(party, byThinking).thinks / 2
	say(t, "does something else for %.4g s and closes the shop", quickest.Seconds())
	return asyncio.Sleep(t, quickest)
}

// sendAway cancels the one who thinks longest, when half of the shortest is over.
func sendAway(t *asyncio.Task, order func(*asyncio.Task, person) *asyncio.Future[string]) error {
	slowest := slices.MaxFunc(party, byThinking)
	var tasks []*asyncio.Future[string]
	for _, g := range party {
		tasks = append(tasks, order(t, g))
	}
	asyncio.Sleep(t, slices.MinFunc(party, byThinking).thinks/2)
	at := slices.Index(party, slowest)
	say(t, "cancels %s: %v", slowest.name, tasks[at].Cancel())
	for i, o := range awaitAll(t, tasks) {
		if o.Err != nil {
			say(t, "has no order of %s: %v", party[i].name, o.Err)
		} else {
			say(t, "has the order of %s", o.Value)
		}
	}
	return nil
}

// stubborn makes a task of a guest who is told, and goes on thinking.
func stubborn(t *asyncio.Task, g person) *asyncio.Future[string] {
	note(g, lesson.Runnable)
	return asyncio.CreateTask(t, asyncio.Async("stubborn", func(t *asyncio.Task) (string, error) {
		until := time.Now().Add(g.thinks)
		for left := g.thinks; left > 0; left = time.Until(until) {
			if err := think(t, g, left); err != nil {
				say(t, "%s finds at its await: %v, and ignores it", g.name, err)
			}
		}
		note(g, lesson.Done)
		say(t, "%s orders", g.name)
		return g.name, nil
	}), g.name)
}

var errNoEel = errors.New("no eel today")

// throwing has a guest fail who thinks shortest, twice: gathered, and in a task group.
func throwing(t *asyncio.Task) error {
	quickest := slices.MinFunc(party, byThinking)
	angry := func(g person) *asyncio.Coro[string] {
		note(g, lesson.Runnable)
		if g != quickest {
			return guest(g)
		}
		return asyncio.Async("guest", func(t *asyncio.Task) (string, error) {
			if _, err := asyncio.Await(t, guest(g)); err != nil {
				return "", err
			}
			return "", errNoEel
		})
	}
	var tasks []*asyncio.Future[string]
	for _, g := range party {
		tasks = append(tasks, asyncio.CreateTask(t, angry(g), g.name))
	}
	_, err := asyncio.Await(t, asyncio.Gather(t, awaitables(tasks)...))
	say(t, "gather fails at once: %v; the others go on", err)
	awaitAll(t, tasks)

	err = asyncio.Group(t, func(g *asyncio.TaskGroup) error {
		for _, p := range party {
			asyncio.Spawn(g, angry(p), p.name)
		}
		return nil
	})
	say(t, "the task group fails: %v; the others were cancelled", err)
	return nil
}

// stepping has a hundred tasks give way a thousand times each: what a step costs.
func stepping(t *asyncio.Task) error {
	restless := func(t *asyncio.Task) (int, error) {
		for range 1000 {
			if err := asyncio.Sleep(t, 0); err != nil {
				return 0, err
			}
		}
		return 0, nil
	}
	var all []asyncio.Awaitable[int]
	for range 100 {
		all = append(all, asyncio.Async("restless", restless))
	}
	begun, before := time.Now(), t.Loop().Steps()
	_, err := asyncio.Await(t, asyncio.Gather(t, all...))
	took := time.Since(begun).Seconds()
	if took <= 0 {
		fmt.Println("  on this clock a step takes no time")
		return err
	}
	speed := float64(t.Loop().Steps()-before) / took
	lesson.Figure("speed", "steps of the loop in a second", speed, "/s")
	return err
}

// awaitAll waits for all of them, however they end: gather with return_exceptions.
func awaitAll(t *asyncio.Task, tasks []*asyncio.Future[string]) []asyncio.Outcome[string] {
	outcomes, _ := asyncio.Await(t, asyncio.Settle(t, awaitables(tasks)...))
	return outcomes
}

func awaitables(tasks []*asyncio.Future[string]) (all []asyncio.Awaitable[string]) {
	for _, task := range tasks {
		all = append(all, task)
	}
	return all
}

// A person is a guest as the flags describe them.
type person struct {
	name   string
	thinks time.Duration
}

func byThinking(a, b person) int { return cmp.Compare(a.thinks, b.thinks) }

var (
	party   []person
	opened  time.Time                  // the shop
	thought time.Duration              // by all guests together
	serving string                     // in which way
	book    map[string][]lesson.Change // what each guest did, and when
)

func note(g person, s lesson.State) {
	book[g.name] = append(book[g.name], lesson.Change{At: time.Since(opened), State: s})
}

// say prints a line with the time and the task that runs.
func say(t *asyncio.Task, format string, args ...any) {
	who := strings.Replace(t.Name(), "Task-1", "clerk", 1)
	text := fmt.Sprintf(format, args...)
	fmt.Printf("  %5.2f s  [%s] %s\n", time.Since(opened).Seconds(), who, text)
}

// seat reads the thinking times. Guests are called A, B, C.
func seat(list string) error {
	for i, text := range strings.Split(list, ",") {
		seconds, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
		if err != nil || !(0 <= seconds && seconds <= 5) { // so written, NaN is outside too
			return fmt.Errorf("-guests: each guest thinks 0 to 5 seconds, not %q", text)
		}
		thinks := time.Duration(seconds * float64(time.Second))
		party = append(party, person{string(rune('A' + i)), thinks})
	}
	if len(party) > 8 {
		return fmt.Errorf("-guests: the shop has 8 seats, and %d guests came", len(party))
	}
	return nil
}
