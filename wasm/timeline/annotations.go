package timeline

// A Task is a runtime/trace.Task of the program: a piece of work that may wander from goroutine to goroutine. One that
// began before its trace did begins with the model, and has no name.
type Task struct {
	ID     string   `json:"id"`     // "1·T3": task 3 of worker 1
	Parent string   `json:"parent"` // "" for none
	Name   string   `json:"name"`
	Worker int      `json:"worker"`
	Lane   string   `json:"lane"`  // who began it, "" when unknown
	Lanes  []string `json:"lanes"` // who began it, had a region or left a log for it, or ended it, by their first time
	Start  float64  `json:"start"`
	End    float64  `json:"end"`
	Open   bool     `json:"open"` // it did not end; then End is that of the model
	Line   int      `json:"line"` // of the call that began it, as in a Span
	Stack  int      `json:"stack"`
}

// A Region is a runtime/trace.Region: a part of one goroutine's work. Those of one lane are nested; all
// are listed by their beginnings.
type Region struct {
	Lane  string  `json:"lane"`
	Task  string  `json:"task"` // "" for none
	Name  string  `json:"name"`
	Depth int     `json:"depth"` // in how many regions of its lane it stands
	Start float64 `json:"start"`
	End   float64 `json:"end"`
	Open  bool    `json:"open"` // it did not end before its goroutine or the model; then End is that
	Line  int     `json:"line"`
	Stack int     `json:"stack"`
}

// A Log is a message that the program left in its trace.
type Log struct {
	Lane     string  `json:"lane"`
	Task     string  `json:"task"` // "" for none
	At       float64 `json:"at"`
	Category string  `json:"category"`
	Message  string  `json:"message"`
	Line     int     `json:"line"`
	Stack    int     `json:"stack"`
}

// annotations puts into the model what a program told with runtime/trace.
func (b *builder) annotations(s *Stream) {
	for _, t := range s.tasks.all {
		parent := s.taskID(t.parent)
		task := Task{ID: s.taskID(t.id), Parent: parent, Name: t.name, Worker: s.worker, Lane: s.shownID(t.by), Lanes: []string{},
			Start: b.ms(t.begun), End: b.end(t.ended), Open: t.ended == 0, Line: b.lineAt(t.stack), Stack: t.stack}
		for _, id := range t.lanes {
			if shown := s.shownID(id); shown != "" {
				task.Lanes = append(task.Lanes, shown)
			}
		}
		b.m.Tasks = append(b.m.Tasks, task)
	}
	for _, r := range s.regions {
		lane := s.lanes[r.by]
		if lane.hidden() {
			continue
		}
		end := r.ended
		if end == 0 && lane.state == stateDone {
			end = lane.since
		}
		b.m.Regions = append(b.m.Regions, Region{Lane: lane.fullID(), Task: s.taskID(r.task), Name: r.name, Depth: r.depth + lane.before,
			Start: b.ms(r.begun), End: b.end(end), Open: r.ended == 0, Line: b.lineAt(r.stack), Stack: r.stack})
	}
	for _, l := range s.logs {
		b.m.Logs = append(b.m.Logs, Log{Lane: s.shownID(l.by), Task: s.taskID(l.task), At: b.ms(l.at), Category: l.category,
			Message: l.message, Line: b.lineAt(l.stack), Stack: l.stack})
	}
}

func (b *builder) lineAt(stack int) int { return line(b.t.stacks.frames(stack)) }
