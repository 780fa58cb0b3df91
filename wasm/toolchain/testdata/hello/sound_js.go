package main

const sound = "quack"
