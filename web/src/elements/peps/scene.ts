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

const atOnce = 1000; // nodes or edges that are made in one task

/** Nodes are named by their PEP's number; large ones come last and are drawn on top. */
export async function makeScene(citations: Citations, plan: Plan, paint: Paint): Promise<Scene> {
  const scene = emptyScene();
  const place = new Map(citations.all.nodes.map((pep, i) => [pep.number, i]));
  for (const [n, pep] of citations.byImportance().reverse().entries()) {
    if (n % atOnce === 0) await turn();
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
    if (n % atOnce === 0) await turn();
    if (from !== to) scene.mergeEdge(String(from), String(to));
  }
  return scene;
}

export const emptyScene = (): Scene => new DirectedGraph();
