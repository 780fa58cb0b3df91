package main

const sound = 4
