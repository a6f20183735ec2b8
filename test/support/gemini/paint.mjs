// Makes the picture of an answer: the first input recoloured by the words, or shapes from the words alone. Same request,
// same bytes. It stands in for a model, so that tests and demos show something that comes from what was sent.
import { createHash } from 'node:crypto';
import { decodePng, encodePng } from './png.mjs';

/** PNG bytes of exactly `size`. `input` is the bytes of the first picture that was sent, or null. */
export function paintAnswer({ words, input, size }) {
  const hash = createHash('sha256').update(words).digest();
  const source = input && decodePng(input);
  const [dark, light] = inks(hash);
  const rgb = Buffer.alloc(size.width * size.height * 3);
  const look = source ? sampler(source, size) : shapes(hash, size);
  for (let y = 0, at = 0; y < size.height; y += 1) {
    for (let x = 0; x < size.width; x += 1, at += 3) tint(rgb, at, look(x, y), dark, light, grain(x, y));
  }
  return encodePng({ ...size, rgb });
}

// Tones from 0 to 1; the grain is what gives the file the weight of a real picture.
function tint(rgb, at, [red, green, blue], dark, light, noise) {
  const tone = Math.min(1, Math.max(0, (0.3 * red + 0.59 * green + 0.11 * blue) / 255 + noise));
  rgb[at] = 0.3 * red + 0.7 * (dark[0] + (light[0] - dark[0]) * tone);
  rgb[at + 1] = 0.3 * green + 0.7 * (dark[1] + (light[1] - dark[1]) * tone);
  rgb[at + 2] = 0.3 * blue + 0.7 * (dark[2] + (light[2] - dark[2]) * tone);
}

function grain(x, y) {
  const mixed = Math.imul(Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b), 0xc2b2ae35);
  return ((mixed >>> 24) / 255 - 0.5) * 0.05;
}

function sampler(source, size) {
  const pixel = [0, 0, 0];
  return (x, y) => {
    const fromX = Math.floor((x * source.width) / size.width);
    const fromY = Math.floor((y * source.height) / size.height);
    const at = (fromY * source.width + fromX) * 3;
    for (let c = 0; c < 3; c += 1) pixel[c] = source.rgb[at + c];
    return pixel;
  };
}

// A sky, a sun and three hills.
function shapes(hash, { width, height }) {
  const sun = { x: width * (0.2 + (0.6 * hash[4]) / 255), y: height * 0.35, r: Math.min(width, height) * 0.13 };
  const hills = [0, 1, 2].map((n) => ({ base: 0.55 + n * 0.14, wave: 2 + (hash[5 + n] % 4), shift: hash[8 + n] / 40, tone: 150 - n * 60 }));
  return (x, y) => {
    const down = y / height;
    let tone = 190 + 50 * down;
    if (Math.hypot(x - sun.x, y - sun.y) < sun.r) tone = 255;
    for (const hill of hills) {
      const edge = hill.base + 0.05 * Math.sin((x / width) * hill.wave * 3 + hill.shift);
      if (down > edge) tone = hill.tone + 40 * (1 - down);
    }
    return [tone, tone, tone];
  };
}

function inks(hash) {
  const hue = (hash[0] * 256 + hash[1]) / 65536;
  return [hsl(hue, 0.6, 0.16), hsl((hue + 0.08 + hash[2] / 1200) % 1, 0.7, 0.9)];
}

function hsl(hue, saturation, lightness) {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  return [0, 8, 4].map((n) => {
    const k = (n + hue * 12) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  });
}
