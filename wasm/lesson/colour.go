package lesson

import (
	"os"
	"strconv"
)

// colours is how many a terminal has besides black, white and grey.
const colours = 6

// Colour gives a text in one of six colours, by number: 0 is the first, 6 is the first again. It does so where colours
// are wanted, on a terminal and in the page, and nowhere else: what is read by programs stays plain.
func Colour(number int, text string) string {
	if !coloured() {
		return text
	}
	order := [colours]int{4, 2, 5, 3, 1, 6} // neighbours that look least alike
	code := order[(number%colours+colours)%colours]
	return "\x1b[3" + strconv.Itoa(code) + "m" + text + "\x1b[0m"
}

// coloured follows what other programs ask for by these names.
func coloured() bool {
	if os.Getenv("NO_COLOR") != "" {
		return false
	}
	if os.Getenv("CLICOLOR_FORCE") != "" {
		return true
	}
	info, err := os.Stdout.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "" && os.Getenv("TERM") != "dumb"
}
