// The graph that sigma draws, made from the facts and the layout.

import { DirectedGraph } from "graphology";
import type Sigma from "sigma";
import type { Citations } from "./model";
import { statusLook } from "./palette";
import { radiusOf, type Plan } from "./plan";
import type { Shape } from "./shapes";

export interface SceneNode {
  x: number;
  y: number;
  size: number; // radius in the unit of the plan
  label: string;
  title: string;
  status: string;
  shape: Shape;
}

export type SceneEdge = Record<never, never>;

export type Scene = DirectedGraph<SceneNode, SceneEdge>;

/** Sigma, showing a scene. */
export type Stage = Sigma<SceneNode, SceneEdge>;

/** Nodes are named by their PEP's number; large ones come last and are drawn on top. */
export function makeScene(citations: Citations, plan: Plan): Scene {
  const scene: Scene = new DirectedGraph();
  const place = new Map(citations.graph.nodes.map((pep, i) => [pep.number, i]));
  for (const pep of citations.byImportance().reverse()) {
    const i = place.get(pep.number)!;
    scene.addNode(String(pep.number), {
      x: plan.x[i]!,
      y: plan.y[i]!,
      size: radiusOf(citations.inDegree(pep.number)),
      label: String(pep.number),
      title: pep.title,
      status: pep.status,
      shape: statusLook(pep.status).shape,
    });
  }
  for (const { from, to } of citations.graph.edges) {
    if (from !== to) scene.mergeEdge(String(from), String(to));
  }
  return scene;
}
