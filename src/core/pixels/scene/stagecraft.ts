// What every composition is given: a canvas, its measures, colours by their part in the picture, and chance.
import { toLab } from '../../colour.ts';
import type { Lab, Rgb } from '../../colour.ts';
import type { LabPicture } from '../lab.ts';
import type { Sliced } from '../raster.ts';
import { blend, createCanvas } from './canvas.ts';

export interface SceneStage {
  readonly canvas: LabPicture;
  readonly width: number;
  readonly height: number;
  /** A hundredth of the shorter side, in px. */
  readonly unit: number;
  readonly seed: number;
  readonly random: () => number;
  readonly hues: SceneHues;
  readonly isNight: boolean;
  readonly isRainy: boolean;
}

export interface SceneHues {
  readonly skyTop: Lab;
  readonly skyLow: Lab;
  readonly sun: Lab;
  readonly far: Lab;
  readonly near: Lab;
  readonly loud: Lab;
  readonly light: Lab;
  readonly pale: Lab;
  readonly dark: Lab;
}

export type Composition = (stage: SceneStage) => Sliced<void>;

/** Parts for five colours, darkest first. By night the sky is dark and the light comes from below. */
export function huesOf(colours: readonly Rgb[], isNight: boolean): SceneHues {
  const [darkest = NONE, dark = NONE, loud = NONE, light = NONE, pale = NONE] = colours.map(toLab);
  return {
    skyTop: isNight ? darkest : blend(light, dark, 0.22),
    skyLow: isNight ? blend(dark, loud, 0.45) : pale,
    sun: isNight ? pale : blend(loud, light, 0.15),
    far: isNight ? blend(dark, loud, 0.2) : blend(light, dark, 0.3),
    near: isNight ? blend(darkest, [0, 0, 0], 0.35) : darkest,
    loud,
    light,
    pale,
    dark,
  };
}

export function stageOf(width: number, height: number, rest: Pick<SceneStage, 'seed' | 'random' | 'hues' | 'isNight' | 'isRainy'>): SceneStage {
  return { canvas: createCanvas(width, height), width, height, unit: Math.min(width, height) / 100, ...rest };
}

const NONE: Lab = [0.5, 0, 0];
