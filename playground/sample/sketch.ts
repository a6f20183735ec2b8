// A desk lamp in wobbly pencil strokes, every stroke a vector layer. The same strokes every time.
import type { VectorNetwork } from '@open-pencil/scene-graph';
import { fbm, hash } from './paint/math.ts';
import { frame, layer, paint, stroke, type Layer } from './layers.ts';

type Dot = readonly [x: number, y: number];

const graphite = 0x37352f;

/** Points along a smooth line through `dots`, about `step` px apart, shaken as a hand shakes. */
function shaken(dots: readonly Dot[], seed: number, step: number, shake: number): Dot[] {
  const line: Dot[] = [];
  for (let index = 0; index < dots.length - 1; index += 1) {
    const at = (offset: number): Dot => dots[Math.min(dots.length - 1, Math.max(0, index + offset))] ?? [0, 0];
    const [a, b, c, d] = [at(-1), at(0), at(1), at(2)];
    const count = Math.max(1, Math.round(Math.hypot(c[0] - b[0], c[1] - b[1]) / step));
    for (let part = 0; part < count; part += 1) line.push([curve(a[0], b[0], c[0], d[0], part / count), curve(a[1], b[1], c[1], d[1], part / count)]);
  }
  line.push(dots.at(-1) ?? [0, 0]);
  return line.map(([x, y], index) => [x + shake * 2 * (fbm(index * 0.4, seed, 3, 1) - 0.5), y + shake * 2 * (fbm(index * 0.4, seed, 3, 2) - 0.5)]);
}

/** Catmull-Rom through b and c. */
function curve(a: number, b: number, c: number, d: number, t: number): number {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

function pencil(name: string, dots: readonly Dot[], seed: number, weight = 2.2, opacity = 0.9): Layer {
  const line = shaken(dots, seed, 16, 1.5);
  const [left, top] = [Math.min(...line.map((dot) => dot[0])), Math.min(...line.map((dot) => dot[1]))];
  const [right, bottom] = [Math.max(...line.map((dot) => dot[0])), Math.max(...line.map((dot) => dot[1]))];
  return layer('VECTOR', name, [left, top, Math.max(1, right - left), Math.max(1, bottom - top)], {
    vectorNetwork: network(line.map(([x, y]) => [x - left, y - top])),
    strokes: [{ ...stroke(graphite, weight, opacity, 'CENTER'), cap: 'ROUND', join: 'ROUND' }],
    strokeCap: 'ROUND',
    strokeJoin: 'ROUND',
  });
}

function network(line: readonly Dot[]): VectorNetwork {
  const slope = (index: number): Dot => {
    const [before, after] = [line[Math.max(0, index - 1)] ?? [0, 0], line[Math.min(line.length - 1, index + 1)] ?? [0, 0]];
    return [(after[0] - before[0]) / 6, (after[1] - before[1]) / 6];
  };
  return {
    vertices: line.map(([x, y]) => ({ x, y })),
    segments: line.slice(1).map((_, index) => {
      const [from, to] = [slope(index), slope(index + 1)];
      return { start: index, end: index + 1, tangentStart: { x: from[0], y: from[1] }, tangentEnd: { x: -to[0], y: -to[1] } };
    }),
    regions: [],
  };
}

/** An ellipse drawn past its start, as one does by hand. */
function oval(name: string, cx: number, cy: number, rx: number, ry: number, seed: number, turn = 0, weight = 2.2): Layer {
  const dots = Array.from({ length: 20 }, (_, index): Dot => {
    const angle = (index / 17) * 2 * Math.PI + hash(seed, 3) * 6;
    const [x, y] = [rx * Math.cos(angle) * (1 + index * 0.001), ry * Math.sin(angle)];
    return [cx + x * Math.cos(turn) - y * Math.sin(turn), cy + x * Math.sin(turn) + y * Math.cos(turn)];
  });
  return pencil(name, dots, seed, weight);
}

function hatching(name: string, from: Dot, to: Dot, across: Dot, count: number, seed: number): Layer {
  const strokes = Array.from({ length: count }, (_, index) => {
    const t = index / Math.max(1, count - 1);
    const [x, y] = [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t];
    const length = 0.75 + 0.35 * hash(index, seed);
    return pencil(`Hatch ${index + 1}`, [[x, y], [x + across[0] * length, y + across[1] * length]], seed + index, 1.3, 0.55);
  });
  return layer('GROUP', name, [0, 0, 1, 1], {}, strokes);
}

const lamp: readonly Layer[] = [
  oval('Foot', 236, 470, 92, 24, 1),
  pencil('Foot edge', [[145, 474], [150, 492], [190, 506], [240, 510], [290, 505], [322, 490], [328, 472]], 2),
  oval('Foot joint', 236, 462, 16, 8, 3),
  pencil('Lower arm, left', [[228, 458], [200, 385], [168, 300]], 4),
  pencil('Lower arm, right', [[245, 456], [216, 380], [184, 295]], 5),
  oval('Elbow', 174, 286, 19, 18, 6),
  oval('Elbow bolt', 174, 286, 6, 6, 7),
  pencil('Upper arm, top', [[180, 268], [250, 205], [322, 146]], 8),
  pencil('Upper arm, bottom', [[194, 282], [262, 222], [332, 160]], 9),
  pencil('Spring', [[214, 388], [232, 376], [212, 366], [228, 354], [206, 344], [222, 332], [200, 322], [214, 312]], 10, 1.6),
  oval('Head joint', 334, 146, 13, 13, 11),
  pencil('Cap', [[332, 134], [344, 112], [368, 106], [386, 120], [388, 142]], 12),
  pencil('Shade, left', [[340, 158], [338, 196], [322, 262]], 13),
  pencil('Shade, right', [[388, 140], [422, 170], [474, 202]], 14),
  oval('Shade, rim', 398, 234, 84, 26, 15, -0.38),
  oval('Bulb', 402, 246, 22, 19, 16, -0.3, 1.8),
  pencil('Cable', [[150, 490], [112, 500], [84, 486], [62, 500], [30, 508]], 17),
  pencil('Table', [[22, 530], [140, 526], [290, 531], [420, 527], [540, 530]], 18, 1.8, 0.7),
  pencil('Book, lower', [[378, 524], [376, 494], [500, 492], [502, 524]], 19),
  pencil('Book, upper', [[388, 492], [386, 466], [490, 464], [492, 491]], 20),
  pencil('Book spine', [[402, 522], [401, 495]], 21, 1.5),
];

const light: readonly Layer[] = [
  pencil('Ray 1', [[360, 300], [346, 352]], 31, 1.4, 0.5),
  pencil('Ray 2', [[402, 302], [404, 372]], 32, 1.4, 0.5),
  pencil('Ray 3', [[444, 286], [468, 344]], 33, 1.4, 0.5),
  pencil('Ray 4', [[480, 258], [520, 300]], 34, 1.4, 0.5),
];

/** The frame "Sketch / Desk lamp", 560 × 560, at the given place on its page. */
export function deskLamp(x: number, y: number): Layer {
  return frame('Sketch / Desk lamp', [x, y, 560, 560], { fills: [paint(0xfbfaf5)] }, [
    layer('GROUP', 'Lamp', [0, 0, 1, 1], {}, lamp),
    layer('GROUP', 'Light', [0, 0, 1, 1], {}, light),
    hatching('Shading, shade', [352, 168], [440, 210], [-16, 46], 11, 50),
    hatching('Shading, foot', [170, 484], [300, 482], [-14, 16], 13, 70),
    hatching('Shadow', [250, 516], [350, 512], [-22, 12], 10, 90),
  ]);
}
