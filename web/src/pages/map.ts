// A page that holds the PEP map.
import "./page";
import "../elements/snippets/define";
import "../elements/peps/define";
