// Package lesson is what a lesson's program tells about itself: the figures it measured and the limits of its flags.
//
// A program that uses it runs anywhere. On a command line it prints text; in the page the same calls also feed the
// bars beside the console and answer to the controls.
package lesson
