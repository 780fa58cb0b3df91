// Measure does two kinds of work, waiting and computing, in each way that there is
// to do several things at once, and says which way to take by what it has measured.
package main

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/asyncio"
	"github.com/ahiru-dev/ahiru/wasm/futures"
	"github.com/ahiru-dev/ahiru/wasm/gil"
	"github.com/ahiru-dev/ahiru/wasm/lesson"
	"github.com/ahiru-dev/ahiru/wasm/proc"
)

var (
	waits   = flag.Int("waits", 8, "how many waits (1 to 64)")
	wait    = flag.Duration("d", 50*time.Millisecond, "how long one takes (10ms to 1s)")
	sums    = flag.Int("sums", 4, "how many computations (1 to 16)")
	rounds  = flag.Int("rounds", 50, "how long one takes, in millions of steps (1 to 1000)")
	workers = flag.Int("workers", 4, "threads and processes in a pool for computing (1 to 16)")
	lang    = flag.String("lang", "en", "the language of the advice (en|ja|ko)")
)

// A held call is made under an interpreter's lock, if it has one.
type held struct {
	N    int // microseconds of a wait, or millions of steps
	Lock *gil.Lock
}

func init() {
	futures.Register("wait", doWait)
	futures.Register("sum", doSum)
}

func doWait(h held) (int, error) {
	t := h.Lock.Attach() // nil, where there is no lock, is one that is always free
	defer t.Detach()
	t.Release(func() { time.Sleep(time.Duration(h.N) * time.Microsecond) })
	return h.N, nil
}

func doSum(h held) (int, error) {
	t := h.Lock.Attach()
	defer t.Detach()
	sum := 1
	for range 10 * h.N {
		sum = steps(sum)
		t.Check() // with a lock, another thread may go on here
	}
	return sum, nil
}

// steps are a hundred thousand. A browser compiles short functions well sooner.
//
//go:noinline
func steps(sum int) int {
	for range 100_000 {
		sum = (sum*69069 + 1) & 0xffffffff
	}
	return sum
}

// A work is done n times; name is how a pool knows it.
type work struct {
	key, name string
	n, size   int
	do        func(held) (int, error)
}

// A way of doing it several times.
type way struct {
	key, label string
	run        func(work) (time.Duration, error)
}

var ways = []way{
	{"turn", "one after another", inTurn},
	{"goroutines", "goroutines", onGoroutines},
	{"loop", "event loop", onLoop},
	{"threads", "threads", func(w work) (time.Duration, error) { return onThreads(w, nil) }},
	{"gil", "threads with Python's lock", underLock},
	{"processes", "processes", onProcesses},
}

func main() {
	proc.Main()
	lesson.Parse("measure")
	works := []work{
		{"io", "wait", *waits, int(wait.Microseconds()), doWait},
		{"cpu", "sum", *sums, *rounds, doSum},
	}
	doSum(held{N: 10}) // not counted: after it a browser has compiled well
	for _, w := range works {
		took := map[string]float64{}
		fmt.Printf("%s:\n", title(w))
		for _, how := range ways {
			d, err := how.twice(w)
			if err != nil {
				text, _, _ := strings.Cut(err.Error(), "\n")
				fmt.Printf("  %s: not here: %s\n", how.label, text)
				continue
			}
			took[how.key] = d.Seconds()
			lesson.Figure(w.key+"-"+how.key, how.label, d.Seconds(), "s")
		}
		advise(w.key, took)
	}
}

// twice gives the quicker of two runs: a machine has other things to do, too.
func (how way) twice(w work) (time.Duration, error) {
	first, err := how.run(w)
	if err != nil {
		return 0, err
	}
	second, err := how.run(w)
	return min(first, second), err
}

func title(w work) string {
	if w.key == "io" {
		return fmt.Sprintf("work that waits, %d × %v", w.n, *wait)
	}
	return fmt.Sprintf("work that computes, %d × %d million steps", w.n, w.size)
}

func inTurn(w work) (time.Duration, error) {
	begun := time.Now()
	for range w.n {
		w.do(held{N: w.size})
	}
	return time.Since(begun), nil
}

func onGoroutines(w work) (time.Duration, error) {
	begun := time.Now()
	var wg sync.WaitGroup
	for range w.n {
		wg.Go(func() { w.do(held{N: w.size}) })
	}
	wg.Wait()
	return time.Since(begun), nil
}

// onLoop has tasks await their waits. What computes has nothing to await.
func onLoop(w work) (time.Duration, error) {
	task := func() *asyncio.Coro[int] {
		return asyncio.Async(w.name, func(t *asyncio.Task) (int, error) {
			if w.key == "io" {
				return 0, asyncio.Sleep(t, *wait)
			}
			return w.do(held{N: w.size})
		})
	}
	begun := time.Now()
	_, err := asyncio.Run(asyncio.Async("main", func(t *asyncio.Task) ([]int, error) {
		all := make([]asyncio.Awaitable[int], w.n)
		for i := range all {
			all[i] = task()
		}
		return asyncio.Await(t, asyncio.Gather(t, all...))
	}))
	return time.Since(begun), err
}

// workers is how many a pool has: waits want one each, sums no more than asked for.
func (w work) workers() int {
	if w.key == "io" {
		return min(w.n, 32)
	}
	return min(w.n, *workers)
}

func onThreads(w work, lock *gil.Lock) (time.Duration, error) {
	pool, err := futures.NewThreadPool(w.workers())
	if err != nil {
		return 0, err
	}
	defer pool.Shutdown()
	return onPool(w, pool, lock)
}

func underLock(w work) (time.Duration, error) {
	lock, err := gil.New(gil.DefaultInterval)
	if err != nil {
		return 0, err
	}
	return onThreads(w, lock)
}

func onProcesses(w work) (time.Duration, error) {
	pool, err := futures.NewProcessPool(w.workers())
	if err != nil {
		return 0, err
	}
	defer pool.Shutdown()
	return onPool(w, pool, nil)
}

// onPool has a pool that stands already do the work: to start one is not counted.
func onPool(w work, pool futures.Executor, lock *gil.Lock) (time.Duration, error) {
	do := func(size, n int) (faults error) {
		args := slices.Repeat([]held{{size, lock}}, n)
		for _, err := range futures.Map[int](pool, w.name, args) {
			faults = errors.Join(faults, err)
		}
		return faults
	}
	warm := 10 // millions of steps; of a wait nothing worth mentioning
	if err := do(warm, w.workers()); err != nil {
		return 0, err
	}
	begun := time.Now()
	err := do(w.size, w.n)
	return time.Since(begun), err
}

// advise says what to take, by the table that was measured.
func advise(key string, took map[string]float64) {
	say := advice[*lang]
	names := say.names
	turn := took["turn"]
	best := slices.Min(slices.Collect(maps.Values(took)))
	if best <= 0 {
		fmt.Printf("  → %s\n", say.noTime)
		return
	}
	if turn < 1.3*best {
		fmt.Printf("  → %s\n", say.nothing[key])
		return
	}
	var good []string
	for _, how := range ways {
		if d, is := took[how.key]; is && d < 1.3*best && !slices.Contains(good, names[how.key]) {
			good = append(good, names[how.key])
		}
	}
	fmt.Printf("  → "+say.good+"\n", turn/best, strings.Join(good, say.comma))
	choose := func(language string, candidates ...string) {
		for _, c := range candidates {
			if d, is := took[c]; is && d < 0.77*turn {
				fmt.Printf("  → "+say.take+"\n", language, names[c], turn/d)
				return
			}
		}
		fmt.Printf("  → "+say.none+"\n", language)
	}
	choose("Go", "goroutines", "processes")
	if key == "io" {
		choose("Python", "loop", "gil", "processes")
	} else {
		choose("Python", "gil", "processes")
	}
	if key == "cpu" && runtime.GOOS == "js" {
		fmt.Println("  → " + say.page)
	}
}

// words are the advice in a language. What stands where is for the table to say.
type words struct {
	names                                 map[string]string
	comma, good, take, none, page, noTime string
	nothing                               map[string]string
}

var advice = map[string]words{
	"en": {
		map[string]string{"goroutines": "goroutines", "loop": "the event loop", "threads": "threads",
			"gil": "threads", "processes": "processes"},
		", ", "the best was %.1f times as fast as one after another; within 30 %% of it: %s",
		"in %s take %s: %.1f times as fast here",
		"in %s nothing gained a third or more: do one after another",
		"in a page one Go instance is one thread; outside, goroutines use every core",
		"on this clock it took no time: there is nothing to compare",
		map[string]string{
			"io":  "nothing gained much here: one wait alone needs no company",
			"cpu": "nothing gained much here: this machine has no second core free",
		},
	},
	"ja": {
		map[string]string{"goroutines": "goroutine", "loop": "イベントループ", "threads": "スレッド",
			"gil": "スレッド", "processes": "プロセス"},
		"、", "最も速いものは、一つずつの %.1f 倍の速さ。30 %% 以内の差なのは、%s",
		"%s なら%s。ここでは %.1f 倍の速さ",
		"%s で三割以上速くなるものはなし。一つずつで足りる",
		"ページの中では、Go のインスタンスはスレッド一本。外なら goroutine がすべてのコアを使う",
		"この時計では時間がかからなかった。比べるものがない",
		map[string]string{
			"io":  "ここではどれも大して速くならなかった。待ちが一つなら、一つずつで足りる",
			"cpu": "ここではどれも大して速くならなかった。空いている二つ目のコアがない",
		},
	},
	"ko": {
		map[string]string{"goroutines": "고루틴", "loop": "이벤트 루프", "threads": "스레드",
			"gil": "스레드", "processes": "프로세스"},
		", ", "가장 빠른 것은 하나씩 할 때보다 %.1f배 빨랐다. 30%% 안에 드는 것: %s",
		"%s라면 %s. 여기서는 %.1f배 빨랐다",
		"%s에서는 3할 넘게 빨라진 것이 없다. 하나씩 해도 된다",
		"페이지 안에서 Go 인스턴스는 스레드 하나다. 밖에서는 고루틴이 모든 코어를 쓴다",
		"이 시계에서는 시간이 걸리지 않았다. 견줄 것이 없다",
		map[string]string{
			"io":  "여기서는 크게 빨라진 것이 없다. 기다림이 하나뿐이면 하나씩 해도 된다",
			"cpu": "여기서는 크게 빨라진 것이 없다. 남는 두 번째 코어가 없다",
		},
	},
}
