package main

const sound = "silence"
