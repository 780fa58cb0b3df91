package timeline

import "golang.org/x/exp/trace"

// A Task is a runtime/trace.Task of the program. Moments are milliseconds from the start of the model.
type Task struct {
	ID     uint64  `json:"id"`
	Parent uint64  `json:"parent"` // 0 for none
	Name   string  `json:"name"`
	Lane   string  `json:"lane"` // who began it
	Start  float64 `json:"start"`
	End    float64 `json:"end"` // the end of the model where it did not end

	begun, ended trace.Time
}

// A Region is a runtime/trace.Region: a part of one goroutine's work.
type Region struct {
	Lane  string  `json:"lane"`
	Task  uint64  `json:"task"`
	Name  string  `json:"name"`
	Start float64 `json:"start"`
	End   float64 `json:"end"`

	begun, ended trace.Time
}

// A Log is a message that the program left in its trace.
type Log struct {
	Lane     string  `json:"lane"`
	At       float64 `json:"at"`
	Category string  `json:"category"`
	Message  string  `json:"message"`

	time trace.Time
}

func (s *Stream) laneOf(event trace.Event) string {
	if event.Goroutine() == trace.NoGoroutine {
		return ""
	}
	return laneID(s.worker, event.Goroutine())
}

func (s *Stream) beginTask(event trace.Event) {
	task := event.Task()
	parent := uint64(task.Parent)
	if task.Parent == trace.NoTask {
		parent = 0
	}
	s.tasks = append(s.tasks, Task{ID: uint64(task.ID), Parent: parent, Name: task.Type, Lane: s.laneOf(event), begun: event.Time()})
}

func (s *Stream) endTask(event trace.Event) {
	for i := len(s.tasks) - 1; i >= 0; i-- {
		if s.tasks[i].ID == uint64(event.Task().ID) {
			s.tasks[i].ended = event.Time()
			return
		}
	}
}

func (s *Stream) beginRegion(event trace.Event) {
	region := event.Region()
	s.regions = append(s.regions, Region{Lane: s.laneOf(event), Task: uint64(region.Task), Name: region.Type, begun: event.Time()})
}

// endRegion ends the region of that name that began last: those of one goroutine are nested.
func (s *Stream) endRegion(event trace.Event) {
	lane, name := s.laneOf(event), event.Region().Type
	for i := len(s.regions) - 1; i >= 0; i-- {
		if r := &s.regions[i]; r.Lane == lane && r.Name == name && r.ended == 0 {
			r.ended = event.Time()
			return
		}
	}
}

func (s *Stream) log(event trace.Event) {
	log, at := event.Log(), event.Time()
	if log.Category == Category && event.Goroutine() != trace.NoGoroutine {
		l := s.lane(event.Goroutine())
		stack := s.stack(event.Stack())
		l.learn(s.timeline.stacks.frames(stack))
		if s.hear(l, at, log.Message, stack) {
			return
		}
	}
	s.logs = append(s.logs, Log{Lane: s.laneOf(event), Category: log.Category, Message: log.Message, time: at})
}
