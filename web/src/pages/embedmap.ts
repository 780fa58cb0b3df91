// The page of the embedded map: the map, and its line to the post around it.
import "../elements/peps/define";
import type { AhiruPeps } from "../elements/peps/element";
import { serveMap } from "../embed/frame/map";

const peps = document.querySelector<AhiruPeps>("ahiru-peps");
if (peps) serveMap(peps);
