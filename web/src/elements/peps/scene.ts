// The graph that sigma draws, made from the facts and the layout.

import { DirectedGraph } from "graphology";
import type Sigma from "sigma";
import type { Citations, Pep } from "./model";
import type { Paint } from "./paint";
import type { Plan } from "./plan";
import { turn } from "./turn";

export interface SceneNode {
  x: number;
  y: number;
  size: number; // radius in the unit of the plan
  label: string;
  title: string;
  pep: Pep;
}

export type SceneEdge = Record<never, never>;

export type Scene = DirectedGraph<SceneNode, SceneEdge>;

/** Sigma, showing a scene. */
export type Stage = Sigma<SceneNode, SceneEdge>;

const slice = 250; // nodes or edges that are made before somebody looks at the clock
const long = 12; // milliseconds of one task

/** Nodes are named by their PEP's number; large ones come last and are drawn on top. */
export async function makeScene(citations: Citations, plan: Plan, paint: Paint): Promise<Scene> {
  const scene = emptyScene();
  const rest = pauses();
  const place = new Map(citations.all.nodes.map((pep, i) => [pep.number, i]));
  for (const [n, pep] of citations.byImportance().reverse().entries()) {
    if (n % slice === 0) await rest();
    const i = place.get(pep.number)!;
    scene.addNode(String(pep.number), {
      x: plan.x[i]!,
      y: plan.y[i]!,
      size: paint.radius(pep),
      label: String(pep.number),
      title: pep.title,
      pep,
    });
  }
  for (const [n, { from, to }] of citations.all.edges.entries()) {
    if (n % slice === 0) await rest();
    if (from !== to) scene.mergeEdge(String(from), String(to));
  }
  return scene;
}

/** Ends the task whenever it has become long. */
function pauses(): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < long) return;
    await turn();
    begun = performance.now();
  };
}

export const emptyScene = (): Scene => new DirectedGraph();
