// A page that holds a lesson.
import "./page";
import "../elements/demo/define";
