// A page that holds the PEP map.
import "./page";
import "../elements/peps/define";
