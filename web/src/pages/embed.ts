// The page of an embedded lesson: the lesson, and its line to the post around it.
import "../elements/notice/define";
import "../elements/demo/define";
import { serveLesson } from "../embed/frame/lesson";

const demo = document.querySelector("ahiru-demo");
if (demo) serveLesson(demo);
