// A page that holds a lesson.
import "./page";
import "../elements/snippets/define";
import "../elements/demo/define";
