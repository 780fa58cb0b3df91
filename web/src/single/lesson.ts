// A lesson in one file.
import "./begin";
import "../elements/demo/define";
