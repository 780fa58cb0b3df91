package lesson

import (
	"strconv"
	"strings"
)

// A Board is a table that a run fills in while it goes on: what there is of one kind, such as jobs or workers, a row for
// each, and in what state it is.
type Board struct{ key, label string }

// DrawBoard shows an empty table beside the console. Key and label are as in [Figure]. Each column has its label, and the
// board's key, a hyphen and that label as its own key: the page's name for it in other languages. It prints nothing:
// natively a table is for the program to tell in words.
func DrawBoard(key, label string, columns ...string) Board {
	key, label = oneLine(key), oneLine(label)
	draw(`{"drawing":"board","key":` + quote(key) + `,"label":` + quote(label) + "}\n")
	for _, column := range columns {
		draw(`{"drawing":"column","of":` + quote(key) + `,"key":` + quote(oneLine(key+"-"+column)) +
			`,"label":` + quote(oneLine(column)) + "}\n")
	}
	return Board{key, label}
}

// Row adds a row, or changes the one of this name. The state is shown in front of the cells, a cell for each column. A
// board has room for 64 rows; further ones are left out. Rows drawn by several goroutines come in any order.
func (b Board) Row(name string, state State, cells ...string) { b.row("", name, state, cells) }

// Process adds or changes a row as [Board.Row] does, for what a process does: while it runs, a button of the page kills
// that process, as kill -9 does natively. Number 0 says that none stands there now.
func (b Board) Process(pid int, name string, state State, cells ...string) {
	b.row(`,"process":`+strconv.Itoa(pid), name, state, cells)
}

func (b Board) row(process, name string, state State, cells []string) {
	b.trace(name, state)
	texts := make([]string, len(cells))
	for i, cell := range cells {
		texts[i] = quote(oneLine(cell))
	}
	draw(`{"drawing":"row","of":` + quote(b.key) + `,"row":` + quote(oneLine(name)) + process +
		`,"state":"` + string(stateWords[place(state)].state) + `","cells":[` + strings.Join(texts, ",") + "]}\n")
}
