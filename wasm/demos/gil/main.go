// Gil has threads compute, wait and count under CPython's interpreter lock, and
// without it. The lock is CPython's algorithm, run here between real threads; what
// they do is Go, which has no such lock.
package main

import (
	"flag"
	"fmt"
	"os"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/futures"
	"github.com/ahiru-dev/ahiru/wasm/gil"
	"github.com/ahiru-dev/ahiru/wasm/lesson"
	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/shm"
)

var (
	work     = flag.String("work", "all", "what the threads do (all|compute|io|switch|refs)")
	mode     = flag.String("mode", "all", "how they compute (all|lock|held|released|none)")
	workers  = flag.Int("workers", 2, "how many threads compute (1 to 8)")
	n        = flag.Int("n", 500000, "steps of each thread (1000 to 20000000)")
	objects  = flag.Int("objects", 10, "objects whose references are counted (1 to 100)")
	interval = flag.Duration("interval", gil.DefaultInterval,
		"how long a thread waits until it asks for the lock (0.1ms to 100ms)")
)

func init() { // what a thread shall find must have a name
	for name, f := range map[string]func(job, *gil.Thread, *report){
		"compute": compute, "wait": wait, "count": count, "refer": refer,
	} {
		futures.Register(name, func(j job) (report, error) { return attached(j, f) })
	}
}

func main() {
	proc.Main() // a thread makes its calls here and ends
	lesson.Parse("gil")
	alone := 0.0
	for range 4 { // browsers translate better what has run, and the machine may be busy
		r, _ := attached(job{Steps: *n, Epoch: time.Now()}, compute)
		alone = max(alone, speed([]report{r}))
	}
	lesson.Figure("alone", "one thread alone, no lock", alone, "steps/µs")
	begun := time.Now()
	if err := open(); err != nil {
		fmt.Println(err)
		fmt.Println("so there are no threads here that a lock could keep apart")
		return
	}
	lesson.Figure("startup", "starting the threads, not counted", time.Since(begun).Seconds(), "s")
	if *work == "all" || *work == "compute" {
		throughput(alone)
	}
	if *work == "all" || *work == "io" {
		latency()
	}
	if *work == "all" || *work == "switch" {
		switches()
	}
	if *work == "all" || *work == "refs" {
		references()
	}
}

// A job is what a thread is given. The handles stand for the same lock, barrier and
// words in each thread. Without a lock (nil) nobody waits for anybody.
type job struct {
	How   string
	Steps int
	Lock  *gil.Lock
	Start *shm.Barrier
	Words *shm.Memory
	Ended *shm.Counter // threads that have
	Epoch time.Time    // from which the times in reports count
}

type report struct {
	Begun, Ended time.Duration
	Ran          time.Duration
	Did          int    // steps
	Sum          uint32 // of them, so that no compiler leaves them out
	Changes      []lesson.Change
	Waits        []time.Duration
}

// attached does a thread's work: together with the others, and as one of the
// interpreter's threads.
func attached(j job, do func(job, *gil.Thread, *report)) (r report, err error) {
	if j.Start != nil {
		if _, err = j.Start.Wait(time.Minute); err != nil {
			return r, err
		}
	}
	r.Begun, r.Sum = time.Since(j.Epoch), 1
	t := j.Lock.Attach(gil.Keep(1000))
	do(j, t, &r)
	t.Detach()
	r.Ended = time.Since(j.Epoch)
	if j.Ended != nil {
		j.Ended.Add(1)
	}
	r.Ran = t.Total(gil.Holding)
	if j.How == "released" {
		r.Ran += t.Total(gil.Outside)
	}
	for _, c := range t.Changes() {
		change := lesson.Change{At: c.At.Sub(j.Epoch), State: drawn[c.State]}
		if j.How == "released" && c.State == gil.Outside {
			change.State = lesson.Running // it computes there
		}
		r.Changes = append(r.Changes, change)
	}
	r.Changes = append(r.Changes, lesson.Change{At: r.Ended, State: lesson.Done})
	return r, nil
}

var drawn = map[gil.State]lesson.State{
	gil.Holding: lesson.Running, gil.Waiting: lesson.Blocked, gil.Outside: lesson.Sleeping,
}

// step stands for what Python code does between two looks at the lock.
//
//go:noinline
func step(x uint32) uint32 {
	for range 50 {
		x ^= x << 13
		x ^= x >> 17
		x ^= x << 5
	}
	return x
}

// compute makes its steps as Python code, or in five calls of what stands for C code.
func compute(j job, t *gil.Thread, r *report) {
	call := func() {
		for range j.Steps / 5 {
			r.Sum = step(r.Sum)
			r.Did++
		}
	}
	for r.Did < j.Steps/5*5 || j.How == "beside" && j.Ended.Add(0) == 0 {
		switch j.How {
		case "held":
			call()
		case "released":
			t.Release(call) // Py_BEGIN_ALLOW_THREADS
		default:
			r.Sum = step(r.Sum)
			r.Did++
		}
		t.Check() // here another thread may go on, if it asked for that
	}
}

// wait waits for something other than the lock, again and again as a server does.
func wait(j job, t *gil.Thread, r *report) {
	for len(r.Waits) < 5 || time.Since(j.Epoch) < 100*time.Millisecond {
		t.Release(func() { shm.Block(time.Millisecond) }) // Python's sleep does this too
		r.Waits = append(r.Waits, t.Waited())
	}
}

// count counts in word 0, with a look at the lock before or after the store.
func count(j job, t *gil.Thread, r *report) {
	for range j.Steps {
		r.Sum = step(r.Sum)
		seen := j.Words.Load(0)
		if j.How == "between" {
			t.Check()
		}
		j.Words.Store(0, seen+1)
		if j.How == "after" {
			t.Check()
		}
	}
}

// refer takes a reference to an object and drops it, again and again, as long as the
// object is there.
func refer(j job, t *gil.Thread, r *report) {
	for ; r.Did < j.Steps && j.Words.Load(1) == 0; r.Did++ {
		takeAndDrop(j.Words, t, j.How == "atomic" || j.How == "alone-atomic")
	}
}

// takeAndDrop does it once. Word 0 is the object's reference count; word 1 tells that
// the object was freed. It is a function because a browser translates those better
// that are called often.
//
//go:noinline
func takeAndDrop(words *shm.Memory, t *gil.Thread, atomic bool) {
	left := int32(0)
	if atomic {
		words.Add(0, 1)
		t.Check()
		left = words.Add(0, -1)
	} else {
		words.Store(0, words.Load(0)+1) // Py_INCREF
		t.Check()
		left = words.Load(0) - 1 // Py_DECREF
		words.Store(0, left)
	}
	if left == 0 {
		words.Add(1, 1) // the last reference is gone: free the object
	}
}

var pool *futures.ThreadPool

// open starts all threads that the lesson needs.
func open() (err error) {
	if err = shm.Available(); err == nil {
		pool, err = futures.NewThreadPool(several())
	}
	return err
}

// several is how many threads it takes where one would show nothing.
func several() int { return max(2, *workers) }

// together has threads do a job, each what its name says; the last one's is for the rest.
func together(j job, threads int, names ...string) []report {
	var err error
	if j.Start, err = shm.NewBarrier(threads); err == nil {
		j.Ended, err = shm.NewCounter()
	}
	stopAt(err)
	j.Epoch = time.Now()
	var calls []*futures.Future
	for i := range threads {
		calls = append(calls, pool.Submit(names[min(i, len(names)-1)], j))
	}
	reports := make([]report, threads)
	for i, call := range calls {
		reports[i], err = futures.Value[report](call)
		stopAt(err)
	}
	return reports
}

func stopAt(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "the lesson cannot go on:", err)
		os.Exit(1) // threads that stand end with the program
	}
}

// span is from the first thread's begin to the last one's end.
func span(reports []report) (begun, took time.Duration) {
	begun = reports[0].Begun
	for _, r := range reports {
		begun = min(begun, r.Begun)
	}
	for _, r := range reports {
		took = max(took, r.Ended-begun)
	}
	return begun, max(took, time.Microsecond)
}

// speed is how many steps they made in a microsecond, all together.
func speed(reports []report) float64 {
	_, took := span(reports)
	did := 0
	for _, r := range reports {
		did += r.Did
	}
	return float64(did) * 1000 / float64(took.Nanoseconds())
}

// ribbon shows who ran when, for as long as twenty turns last.
func ribbon(key, label string, reports []report) {
	begun, took := span(reports)
	lanes := make([]lesson.Lane, len(reports))
	for i, r := range reports {
		lanes[i].Name = fmt.Sprint(i + 1)
		if len(r.Waits) > 0 {
			lanes[i].Name = "I/O"
		}
		for _, c := range r.Changes {
			c.At -= begun
			lanes[i].Changes = append(lanes[i].Changes, c)
		}
	}
	lesson.Ribbon(key, label, min(took, max(20**interval, 20*time.Millisecond)), lanes)
}

var ways = []struct{ how, label string }{
	{"lock", "Python code under the lock"},
	{"held", "C calls that keep the lock"},
	{"released", "C calls that release the lock"},
	{"none", "Python code, the lock removed"},
}

// throughput has all threads compute in each way, against one thread alone.
func throughput(alone float64) {
	for _, way := range ways {
		if *mode != "all" && *mode != way.how {
			continue
		}
		fmt.Printf("%d × thread: %s\n", *workers, way.label)
		j := job{How: way.how, Steps: *n}
		if way.how != "none" {
			j.Lock = newLock(1)
		}
		reports := together(j, *workers, "compute")
		lesson.Figure(way.how+"-speed", way.label, speed(reports), "steps/µs")
		conclude(reports, alone)
		if j.Lock != nil {
			fmt.Printf("  the lock changed hands %d times\n", j.Lock.Switches()-1)
			ribbon(way.how+"-ribbon", "who runs: "+way.label, reports)
		}
	}
	if *mode == "all" || *mode == "lock" {
		handOvers()
	}
}

// conclude says what was measured: whether they overlapped or ran at the same time.
// What one thread does alone comes before it, where there is something to compare.
func conclude(reports []report, alone ...float64) {
	_, took := span(reports)
	var underWay, ran time.Duration
	for _, r := range reports {
		underWay += r.Ended - r.Begun
		ran += r.Ran
	}
	faster, atOnce := 0.0, ran.Seconds()/took.Seconds()
	fmt.Print("  ")
	if len(alone) > 0 {
		faster = speed(reports) / alone[0]
		fmt.Printf("%.2f times as fast as one thread alone: ", faster)
	}
	switch {
	case underWay.Seconds()/took.Seconds() < 1.1:
		fmt.Println("nothing overlapped")
	case atOnce < 1.02:
		fmt.Println("they overlapped (concurrent), one at a time")
	case faster > 1.15: // a processor does no more in a second than before
		fmt.Println("they ran at the same time (parallel)")
	case faster > 0:
		fmt.Println("they overlapped (concurrent), and there was no core for more")
	default:
		fmt.Printf("they overlapped (concurrent): %.1f at once on average\n", atOnce)
	}
}

var lengths = []struct {
	key, label string
	times      float64
}{
	{"short", "a tenth of the switch interval", 0.1},
	{"set", "the switch interval", 1},
	{"long", "ten times the switch interval", 10},
}

func newLock(times float64) *gil.Lock {
	lock, err := gil.New(time.Duration(times * float64(*interval)))
	stopAt(err)
	return lock
}

// handOvers counts how often the lock goes from one thread to another.
func handOvers() {
	for _, length := range lengths {
		lock := newLock(length.times)
		_, took := span(together(job{Steps: *n, Lock: lock}, several(), "compute"))
		rate := float64(lock.Switches()-1) / took.Seconds()
		fmt.Printf("switch interval %v\n", lock.Interval())
		lesson.Figure("handovers-"+length.key, "hand-overs, "+length.label, rate, "/s")
	}
}

// latency puts a thread that mostly waits for something else beside one that
// computes: how long must it wait for the lock when it has what it waited for?
func latency() {
	for _, length := range lengths {
		lock := newLock(length.times)
		reports := together(job{How: "beside", Lock: lock}, 2, "compute", "wait")
		waits, sum := reports[1].Waits, time.Duration(0)
		for _, w := range waits {
			sum += w
		}
		fmt.Printf("switch interval %v, an I/O thread came %d times\n", lock.Interval(), len(waits))
		conclude(reports)
		mean := sum.Seconds() * 1000 / float64(len(waits))
		lesson.Figure("latency-"+length.key, "waiting for the lock, "+length.label, mean, "ms")
		if length.key == "set" {
			ribbon("io-ribbon", "who runs: one computes, one waits", reports)
		}
	}
}

// switches counts without a lock of its own. Only one thread runs at a time, and
// where the lock may change hands decides.
func switches() {
	threads := several()
	for _, where := range []string{"after", "between"} {
		words, err := shm.New(1)
		stopAt(err)
		lock := newLock(1)
		j := job{How: where, Steps: *n, Lock: lock, Words: words}
		reports := together(j, threads, "count")
		place := "after the store"
		if where == "between" {
			place = "between load and store"
		}
		want, got := threads**n, int(words.Load(0))
		fmt.Printf("%d threads count under the lock, which may change hands %s\n", threads, place)
		fmt.Printf("want: %d, got: %d\n", want, got)
		conclude(reports)
		fmt.Printf("  the holder alternated %d times\n", lock.Switches()-1)
		lesson.Figure("kept-"+where, "kept, a switch "+place, 100*float64(got)/float64(want), "%")
		if where == "after" && got != want {
			panic("updates were lost, which cannot be in this way")
		}
	}
}

// references has threads take and drop references to one object after another.
func references() {
	fmt.Printf("references to %d objects, taken and dropped\n", *objects)
	threads := several()
	refs("alone-plain", "one thread, plain", 1, nil)
	refs("alone-atomic", "one thread, atomic", 1, nil)
	leaked, freed := refs("plain", "no lock, plain", threads, nil)
	lesson.Figure("refs-leaked", "leaked, no lock, plain", float64(leaked), "objects")
	lesson.Figure("refs-freed", "freed in use, no lock, plain", float64(freed), "objects")
	if leaked+freed == 0 {
		fmt.Println("  nothing went wrong, and that is the danger: a test would pass now")
	}
	never("lock", "under the lock", threads, newLock(1))
	never("atomic", "no lock, atomic", threads, nil)
}

// never is refs where nothing can go wrong.
func never(how, label string, threads int, lock *gil.Lock) {
	leaked, freed := refs(how, label, threads, lock)
	wrong := float64(leaked + freed)
	lesson.Figure("refs-"+how+"-wrong", "leaked or freed in use, "+label, wrong, "objects")
	if wrong > 0 {
		panic("a reference count was wrong, which cannot be in this way: " + label)
	}
}

// refs tells of how many objects the count was wrong in the end, and what a pair of
// taking and dropping cost.
func refs(how, label string, threads int, lock *gil.Lock) (leaked, freed int) {
	var reports []report
	pairs, whole := 0, time.Duration(0)
	for range *objects {
		words, err := shm.New(2)
		stopAt(err)
		words.Store(0, 1) // the reference of whoever made it
		j := job{How: how, Steps: *n / 4, Lock: lock, Words: words}
		reports = together(j, threads, "refer")
		for _, r := range reports {
			pairs += r.Did
		}
		_, took := span(reports)
		whole += took
		switch left := words.Load(0); {
		case words.Load(1) > 0 || left < 1:
			freed++ // while its maker still has it
		case left > 1:
			leaked++ // nobody has it, and nobody will free it
		}
	}
	fmt.Printf("  %s: %d leaked, %d freed in use\n", label, leaked, freed)
	if threads > 1 {
		conclude(reports) // on the last object
	}
	cost := float64(whole.Nanoseconds()) / float64(pairs)
	lesson.Figure("refs-"+how+"-cost", "take and drop, "+label, cost, "ns")
	return leaked, freed
}
