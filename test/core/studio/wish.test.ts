// A layer's name as a wish.
import { expect, it } from 'vitest';
import { wishOf } from '../../../src/core/studio/wish.ts';

it.each([
  'Frame 12', 'Group', 'Vector 3', 'Rectangle 4 copy', 'image 7', 'Section 1', 'Component 2', 'Untitled', 'IMG_1234.png', 'IMG_1234', 'Screenshot 2026-11-27 at 10.00',
  'Rahmen 3', 'Groupe 2', 'Rectángulo 9', '長方形 5', '3f2a9c1d-77aa-4b1c-9f00-aabbccddeeff', '12', '', '…',
])('[WI1] “%s” is no wish', (name) => {
  expect(wishOf(name)).toBe('');
});

it.each([
  ['Brass desk lamp', 'Brass desk lamp'], ['Lamp / brass', 'Lamp, brass'], ['Sketch / Desk lamp', 'Desk lamp'], ['garden_bench', 'garden bench'], ['a red frame house', 'a red frame house'],
  ['Teekanne aus Porzellan', 'Teekanne aus Porzellan'], ['lamp.png', 'lamp'],
])('[WI2] “%s” is the wish “%s”', (name, wish) => {
  expect(wishOf(name)).toBe(wish);
});
