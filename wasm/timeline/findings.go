package timeline

// A Left is a lane that had not ended and waited when the trace did: a part of a deadlock, a goroutine that was
// forgotten, or one that was cut short.
type Left struct {
	Lane   string  `json:"lane"`
	Since  float64 `json:"since"`
	Code   string  `json:"code"` // as in its last span
	Reason string  `json:"reason"`
	Line   int     `json:"line"`
	Thing  string  `json:"thing"`  // what it waits for, where a lesson library told
	Made   Frame   `json:"made"`   // the go statement that started it; its line is 0 when unknown
	Leaked bool    `json:"leaked"` // nothing in the program could ever wake it: the runtime's leak profile names it, or all were asleep
}

// A Link is one lane of a circle: it waits for a thing that the next one has. The last one waits for the first.
type Link struct {
	Lane   string `json:"lane"`
	Thing  string `json:"thing"`
	Holder string `json:"holder"`
	Line   int    `json:"line"`
}

// A Turn is a time of at least LongTurn for which a goroutine kept its worker's thread while others could have run.
type Turn struct {
	Lane   string  `json:"lane"`
	Start  float64 `json:"start"`
	End    float64 `json:"end"`
	Others int     `json:"others"` // that could have run
	Open   bool    `json:"open"`   // it never gave way
}

// A Callback is a step of an event loop of at least LongTurn, in which the loop could do nothing else.
type Callback struct {
	Lane  string  `json:"lane"`
	Name  string  `json:"name"`
	Start float64 `json:"start"`
	End   float64 `json:"end"`
}

// LongTurn is how long a turn or a callback may take before it is told of: 0.1 s, as asyncio's debug mode has it.
const LongTurn = 100.0
