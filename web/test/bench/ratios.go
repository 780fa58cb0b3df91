package main

// pressed is how often a lesson is run for a ratio; the middle counts.
const pressed = 7

// The values of the lessons' flags with which they are measured.
var (
	postsNumbers = map[string]string{"n": "2", "numbers": "53541233,21235343,11421443,5423123"}
	equalNumbers = map[string]string{"n": "2", "numbers": "99999989,99999989,99999989,99999989"}
	tenWaits     = map[string]string{"n": "10", "d": "100ms"}
	awaits       = map[string]string{"way": "steps"}
	aRace        = map[string]string{"workers": "2", "n": "200000", "trials": "3"}
)

// What the lessons call their figures.
const (
	alone        = "one after another"
	inAPool      = "pool"
	emptyMessage = "an empty message, there and back"
	eachKB       = "what each kB adds to a message"
	onThreads    = "on threads"
	plain        = "one increment, plain"
	locked       = "one increment, with a lock"
	fetchAndAdd  = "one increment, fetch-and-add"
	mergedLines  = "lines merged in a second"
	loopSteps    = "steps of the loop in a second"
)

// processes measures what the lesson of that name says of two cores, of one
// instance and of messages. Each run has one of the same program on this
// machine beside it: what two processes do not gain there, the page cannot.
func (b *bench) processes() error {
	native, end, err := b.natively("processes")
	if err != nil {
		return err
	}
	defer end()
	post, postNative, err := b.trials("processes", postsNumbers, native, pressed)
	if err != nil {
		return err
	}
	equal, equalNative, err := b.trials("processes", equalNumbers, native, pressed)
	if err != nil {
		return err
	}
	return b.compare(
		comparison{"processes, the post's numbers: pool of 2 against sequence", least(1.5, "×"), post, alone, post, inAPool},
		comparison{"  the same natively, in the same minute", none("×"), postNative, alone, postNative, inAPool},
		comparison{"processes, four equal numbers: pool of 2 against sequence", least(1.8, "×"), equal, alone, equal, inAPool},
		comparison{"  the same natively, in the same minute", none("×"), equalNative, alone, equalNative, inAPool},
		comparison{"processes: one instance against native Go", most(1.5, "×"), post, alone, postNative, alone},
		comparison{"processes: a kB of a message, there and back", none("µs"), post, eachKB, nil, ""},
		comparison{"  against native Go", none("×"), post, eachKB, postNative, eachKB},
		comparison{"processes: an empty message against native Go", none("×"), post, emptyMessage, postNative, emptyMessage},
	)
}

// python compares one instance with CPython, where there is one. CPython takes
// seconds for what the page does in a moment, so there are fewer trials.
func (b *bench) python() error {
	python := b.inPython("processes")
	if python == nil {
		return nil
	}
	quick, slow, err := b.trials("processes", postsNumbers, python, 3)
	if err != nil {
		return err
	}
	return b.compare(comparison{"processes: CPython against one instance", least(5, "×"), slow, alone, quick, alone})
}

// threads measures ten calls that block, one after another and on threads.
func (b *bench) threads() error {
	runs, _, err := b.trials("threads", tenWaits, nil, pressed)
	if err != nil {
		return err
	}
	return b.compare(comparison{"threads: ten blocking calls, sequence against threads", least(7, "×"), runs, alone, runs, onThreads})
}

// race measures what it costs to lose no update.
func (b *bench) race() error {
	runs, _, err := b.trials("race", aRace, nil, pressed)
	if err != nil {
		return err
	}
	return b.compare(
		comparison{"race, two threads: lock against plain", none("×"), runs, locked, runs, plain},
		comparison{"race, two threads: fetch-and-add against plain", none("×"), runs, fetchAndAdd, runs, plain},
	)
}

// logs has five services write as fast as they can, and counts the lines that become one log in the order of time.
func (b *bench) logs() error {
	natively, end, err := b.natively("logs")
	if err != nil {
		return err
	}
	defer end()
	flags := map[string]string{"n": "5", "faster": "0", "buffer": "1", "hold": "500ms", "d": "5s", "edit": "0s", "crash": "0"}
	page, others, err := b.trials("logs", flags, natively, 3)
	if err != nil {
		return err
	}
	return b.compare(
		comparison{"logs: lines of five processes merged in a second", none("/s"), page, mergedLines, nil, ""},
		comparison{"  the same natively, in the same minute", none("/s"), others, mergedLines, nil, ""},
	)
}

// eventLoop compares the steps that an event loop makes in a second with those of CPython's asyncio, where there is one.
func (b *bench) eventLoop() error {
	native, end, err := b.natively("soba")
	if err != nil {
		return err
	}
	defer end()
	page, natively, err := b.trials("soba", awaits, native, pressed)
	if err != nil {
		return err
	}
	err = b.compare(
		comparison{"event loop: steps in a second", none("/s"), page, loopSteps, nil, ""},
		comparison{"  the same natively, in the same minute", none("/s"), natively, loopSteps, nil, ""},
	)
	python := b.inPython("soba")
	if err != nil || python == nil {
		return err
	}
	page, slow, err := b.trials("soba", awaits, python, pressed)
	if err != nil {
		return err
	}
	return b.compare(comparison{"event loop: one instance against CPython's asyncio", none("×"), page, loopSteps, slow, loopSteps})
}

// trials presses Run on a lesson's page several times, after once that is not
// counted, and has each run followed by one elsewhere if there is another place.
func (b *bench) trials(lesson string, flags map[string]string, elsewhere place, times int) (runs, others []figures, err error) {
	page, end, err := b.inPage(lesson)
	if err != nil {
		return nil, nil, err
	}
	defer end()
	if _, err := page(flags); err != nil {
		return nil, nil, err
	}
	for range times {
		f, err := page(flags)
		if err != nil {
			return nil, nil, err
		}
		runs = append(runs, f)
		if elsewhere == nil {
			continue
		}
		if f, err = elsewhere(flags); err != nil {
			return nil, nil, err
		}
		others = append(others, f)
	}
	return runs, others, nil
}
