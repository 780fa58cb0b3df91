package timeline

import (
	"slices"
	"testing"
)

// TestTasksOfWorkers: each instance counts its tasks from 1, and what two of them told stays apart.
func TestTasksOfWorkers(t *testing.T) {
	events := eventsOf(t, `
		1000000 | G- | go 1 Undetermined>Running
		2000000 | G1 | task begin 1 of 18446744073709551615 | order | main.main main.go:4
		3000000 | G1 | region begin of 1 | boil | main.main main.go:5
		4000000 | G1 | log of 1 | guest | 蕎麦 | main.main main.go:6
		5000000 | G1 | region end of 1 | boil | main.main main.go:7
	`)
	timeline := New("en")
	for _, worker := range []int{1, 2} {
		s := timeline.Stream(worker)
		for _, event := range events {
			s.take(event)
		}
	}
	m := timeline.Model()
	checkWhole(t, m)
	if len(m.Tasks) != 2 || len(m.Regions) != 2 || len(m.Logs) != 2 {
		t.Fatalf("%+v", m)
	}
	for i, id := range []string{"1·T1", "2·T1"} {
		task := m.Tasks[i]
		if task.ID != id || task.Worker != i+1 || m.Regions[i].Task != id || m.Logs[i].Task != id || !task.Open || task.End != m.End ||
			!slices.Equal(task.Lanes, []string{task.Lane}) || task.Line != 4 || m.Regions[i].Line != 5 || m.Logs[i].Line != 6 {
			t.Errorf("%+v, %+v, %+v", task, m.Regions[i], m.Logs[i])
		}
	}
}

// TestTasksFromBefore: what began before its trace did begins with the model, and a number may be used again.
func TestTasksFromBefore(t *testing.T) {
	m := replay("en", eventsOf(t, `
		1000000 | G- | go 1 Undetermined>Running
		1500000 | G1 | region begin of 0 | stir | main.main main.go:3
		1600000 | G1 | region end of 0 | stir | main.main main.go:3
		2000000 | G1 | region end of 7 | boil | main.main main.go:4
		3000000 | G1 | task begin 8 of 6 | bowl | main.main main.go:5
		4000000 | G1 | task end 8 of 6 | bowl | main.main main.go:6
		5000000 | G1 | task begin 8 of 6 | bowl | main.main main.go:7
		6000000 | G1 | task end 7 of 18446744073709551615 |  | main.main main.go:8
		7000000 | G1 | go 1 Running>Waiting | sleep | main.main main.go:9
	`)).Model()
	checkWhole(t, m)
	type short struct {
		id, parent, name string
		start, end       float64
		open             bool
	}
	var got []short
	for _, task := range m.Tasks {
		got = append(got, short{task.ID, task.Parent, task.Name, task.Start, task.End, task.Open})
	}
	want := []short{
		{"0·T7", "", "", 0, 5, false}, {"0·T8", "0·T6", "bowl", 2, 3, false}, {"0·T6", "", "", 0, 6, true}, {"0·T8", "0·T6", "bowl", 4, 6, true},
	}
	if !slices.Equal(got, want) {
		t.Errorf("tasks %+v, want %+v", got, want)
	}
	if len(m.Regions) != 2 || m.Regions[0].Start != 0 || m.Regions[0].End != 1 || m.Regions[0].Open || m.Regions[0].Task != "0·T7" ||
		m.Regions[0].Depth != 0 || m.Regions[1].Depth != 1 {
		t.Errorf("regions %+v", m.Regions)
	}
}
