package timeline

import (
	"strconv"

	"golang.org/x/exp/trace"
)

// tasks are those of one stream.
type tasks struct {
	all  []*task
	live map[trace.TaskID]*task // by number, which a program may use again
}

type task struct {
	id, parent   trace.TaskID
	name         string
	by           trace.GoID
	lanes        []trace.GoID
	seen         map[trace.GoID]bool
	begun, ended trace.Time
	stack        int
}

type region struct {
	by           trace.GoID
	task         trace.TaskID
	name         string
	depth        int // to which those of its lane are added that began before the trace
	begun, ended trace.Time
	stack        int
}

type logged struct {
	by                trace.GoID
	task              trace.TaskID
	at                trace.Time
	category, message string
	stack             int
}

// taskID names a task among those of all instances; "" for none, and for the one that stands for none.
func (s *Stream) taskID(id trace.TaskID) string {
	if id == trace.NoTask || id == trace.BackgroundTask {
		return ""
	}
	return strconv.Itoa(s.worker) + "·T" + strconv.FormatUint(uint64(id), 10)
}

func (s *Stream) beginTask(event trace.Event) {
	told := event.Task()
	t := s.addTask(told.ID)
	t.parent, t.name, t.by, t.begun, t.stack = told.Parent, told.Type, event.Goroutine(), event.Time(), s.stack(event.Stack())
	if s.taskID(t.parent) != "" {
		s.task(t.parent)
	}
	t.touch(event.Goroutine())
}

func (s *Stream) addTask(id trace.TaskID) *task {
	if s.tasks.live == nil {
		s.tasks.live = map[trace.TaskID]*task{}
	}
	t := &task{id: id, parent: trace.NoTask, by: trace.NoGoroutine, begun: s.first, seen: map[trace.GoID]bool{}}
	s.tasks.live[id] = t
	s.tasks.all = append(s.tasks.all, t)
	return t
}

// task is the task of a number; one that is not known had begun before the trace did.
func (s *Stream) task(id trace.TaskID) *task {
	if t := s.tasks.live[id]; t != nil {
		return t
	}
	return s.addTask(id)
}

// touch notes that a goroutine did something for the task.
func (t *task) touch(by trace.GoID) {
	if !t.seen[by] && by != trace.NoGoroutine {
		t.seen[by] = true
		t.lanes = append(t.lanes, by)
	}
}

// serve notes that an event was for a task, if for any.
func (s *Stream) serve(id trace.TaskID, event trace.Event) {
	if s.taskID(id) != "" {
		s.task(id).touch(event.Goroutine())
	}
}

// endTask ends a task, which a program may do more than once.
func (s *Stream) endTask(event trace.Event) {
	t := s.task(event.Task().ID)
	t.touch(event.Goroutine())
	if t.ended == 0 {
		t.ended = event.Time()
	}
}

func (s *Stream) beginRegion(event trace.Event) {
	told, l, stack := event.Region(), s.lane(event.Goroutine()), s.stack(event.Stack())
	l.learn(s.timeline.stacks.frames(stack))
	s.serve(told.Task, event)
	l.regions = append(l.regions, len(s.regions))
	s.regions = append(s.regions, region{by: l.id, task: told.Task, name: told.Type, depth: len(l.regions) - 1 - l.before,
		begun: event.Time(), stack: stack})
}

// endRegion ends the innermost region of its goroutine: the reader has seen to it that it is the one that is meant.
// Where there is none, it had begun before the trace did, and all others of the goroutine until now stand in it.
func (s *Stream) endRegion(event trace.Event) {
	told, l, stack := event.Region(), s.lane(event.Goroutine()), s.stack(event.Stack())
	l.learn(s.timeline.stacks.frames(stack))
	s.serve(told.Task, event)
	if last := len(l.regions) - 1; last >= 0 {
		s.regions[l.regions[last]].ended = event.Time()
		l.regions = l.regions[:last]
		return
	}
	l.before++
	s.regions = append(s.regions, region{by: l.id, task: told.Task, name: told.Type, depth: -l.before, begun: s.first,
		ended: event.Time(), stack: stack})
}

func (s *Stream) log(event trace.Event) {
	log, at, stack := event.Log(), event.Time(), s.stack(event.Stack())
	if log.Category == Category && event.Goroutine() != trace.NoGoroutine {
		l := s.lane(event.Goroutine())
		l.learn(s.timeline.stacks.frames(stack))
		if s.hear(l, at, log.Message, stack) {
			return
		}
	}
	s.serve(log.Task, event)
	s.logs = append(s.logs, logged{event.Goroutine(), log.Task, at, log.Category, log.Message, stack})
}
