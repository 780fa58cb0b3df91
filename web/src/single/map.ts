// The PEP map in one file.
import "./begin";
import "../elements/peps/define";
