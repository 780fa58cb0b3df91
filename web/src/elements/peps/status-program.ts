// How the map's nodes are drawn: one WebGL program for all shapes, each a
// signed distance from its outline, sharp at every zoom.

import { NodeProgram } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import type { ProgramInfo } from "sigma/rendering";
import { floatColor } from "sigma/utils";
import type { SceneEdge, SceneNode, Stage } from "./scene";
import { firstOpen, lastOpen, shapes, type Shape } from "./shapes";

/** What a node needs beside sigma's own: its shape, and what fills an open one. */
export interface StatusDisplay {
  shape: Shape;
  ground: string;
}

const vertexShader = /* glsl */ `
attribute vec4 a_color;
attribute vec4 a_ground;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_pixelRatio;

varying vec4 v_color;
varying vec4 v_ground;
varying vec2 v_at;      // in radii, from the node's centre
varying float v_shape;
varying float v_pixel;  // of the screen, in radii

const float reach = 1.45; // the shapes' and their soft edge's

void main() {
  float pixels = a_size / u_sizeRatio;
  float radius = pixels * u_correctionRatio * 2.0;
  v_at = a_corner * (reach + 1.0 / pixels);
  gl_Position = vec4((u_matrix * vec3(a_position + v_at * radius, 1.0)).xy, 0.0, 1.0);
  v_pixel = 1.0 / (pixels * u_pixelRatio);
  v_shape = a_shape;
  v_ground = a_ground;
  v_color = a_color;
  v_color.a *= 255.0 / 254.0; // sigma's colours lose the last bit of alpha
}`;

const fragmentShader = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec4 v_ground;
varying vec2 v_at;
varying float v_shape;
varying float v_pixel;

float square(vec2 p, float half_) { vec2 q = abs(p); return max(q.x, q.y) - half_; }
float diamond(vec2 p, float half_) { return (abs(p.x) + abs(p.y)) * 0.70711 - half_; }
float triangle(vec2 p) { return max(abs(p.x) * 0.86603 + p.y * 0.5, -p.y) - 0.65; }
float plus(vec2 p) {
  vec2 q = abs(p);
  return min(max(q.x - 1.15, q.y - 0.36), max(q.x - 0.36, q.y - 1.15));
}
float outline(vec2 p) {
  if (v_shape < 0.5) return length(p) - 1.0;
  if (v_shape < 1.5) return square(p, 0.88);
  if (v_shape < 2.5) return triangle(p);
  if (v_shape < 3.5) return triangle(-p);
  if (v_shape < 4.5) return diamond(p, 0.88);
  if (v_shape < 5.5) return length(p) - 1.0;
  if (v_shape < 6.5) return square(p, 0.88);
  if (v_shape < 7.5) return diamond(p, 0.88);
  if (v_shape < 8.5) return plus(vec2(p.x - p.y, p.x + p.y) * 0.70711);
  return plus(p);
}

void main() {
  float d = outline(v_at);
  float inside = clamp(0.5 - d / v_pixel, 0.0, 1.0);
  bool open = v_shape > ${firstOpen - 0.5} && v_shape < ${lastOpen + 0.5};
  float stroke = open ? clamp(1.8 * v_pixel, 0.28, 0.6) : 9.0;
  float line = clamp(0.5 + (d + stroke) / v_pixel, 0.0, 1.0);
  gl_FragColor = mix(v_ground, v_color, line) * inside;
}`;

const uniforms = ["u_matrix", "u_sizeRatio", "u_correctionRatio", "u_pixelRatio"] as const;
type Uniform = (typeof uniforms)[number];

export class StatusProgram extends NodeProgram<Uniform, SceneNode, SceneEdge> {
  /** Nodes are found by reckoning (gestures.ts), so none is drawn to be picked. */
  constructor(gl: WebGLRenderingContext, _picking: WebGLFramebuffer | null, sigma: Stage) {
    super(gl, null, sigma);
  }

  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
    const bytes = { size: 4, type: UNSIGNED_BYTE, normalized: true };
    return {
      VERTICES: 4,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_color", ...bytes },
        { name: "a_ground", ...bytes },
        { name: "a_shape", size: 1, type: FLOAT },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [-1, -1],
        [1, -1],
        [-1, 1],
        [1, 1],
      ],
    };
  }

  processVisibleItem(_id: number, at: number, data: NodeDisplayData & Partial<StatusDisplay>) {
    const values = [
      data.x,
      data.y,
      data.size,
      floatColor(data.color),
      floatColor(data.ground ?? data.color),
      shapes.indexOf(data.shape ?? "disc"),
    ];
    this.array.set(values, at);
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>) {
    gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
  }
}
