// Page "Mood board": a section with five pictures, swatches and notes, one picture turned.
import { layer, paint, pictureFill, rectangle, shadow, stroke, words, type Layer } from './layers.ts';
import type { SampleHashes } from './pictureNames.ts';

const swatches = [
  ['Dusk', 0x3a466f],
  ['Heather', 0x9a8db8],
  ['Ember', 0xd9622b],
  ['Sand', 0xe3c29b],
  ['Glaze', 0x7d8f8a],
  ['Linen', 0xefe9dd],
] as const;

function swatch([name, hex]: (typeof swatches)[number], index: number): Layer {
  const label = `#${hex.toString(16).padStart(6, '0').toUpperCase()}`;
  return layer('GROUP', `Swatch / ${name}`, [0, 0, 1, 1], {}, [
    rectangle('Colour', [64 + index * 148, 868, 124, 84], paint(hex), { cornerRadius: 12, ...(hex === 0xefe9dd ? { strokes: [stroke(0xd8d1c2, 1)] } : {}) }),
    words('Name', [64 + index * 148, 964, 124, 20], name, { size: 14, weight: 600, line: 20 }),
    words('Value', [64 + index * 148, 984, 124, 20], label, { size: 13, line: 20, color: paint(0x6b665f) }),
  ]);
}

function note(name: string, x: number, y: number, hex: number, text: string): Layer {
  return layer('FRAME', name, [x, y, 240, 176], { fills: [paint(hex)], cornerRadius: 4, effects: [shadow(4, 12, 0.12)], clipsContent: true }, [
    words('Text', [20, 18, 200, 140], text, { size: 17, weight: 500, line: 25, color: paint(0x33302a) }),
  ]);
}

export function moodBoardPage(hashes: SampleHashes): readonly Layer[] {
  const soft = { cornerRadius: 8 };
  return [
    layer('SECTION', 'Autumn, calm', [0, 0, 1600, 1064], { fills: [paint(0xfaf7f2)], strokes: [stroke(0xddd5c8, 1)] }, [
      words('Title', [64, 56, 1100, 56], 'Calm, warm, a little wild', { size: 44, weight: 700, line: 56, spacing: -1.2 }),
      words('Lead', [64, 120, 720, 28], 'Late light, chalky glazes, deep blue. Nothing shiny, nothing loud.', { size: 18, line: 28, color: paint(0x6b665f) }),
      rectangle('Ceramics', [64, 188, 560, 420], pictureFill(hashes.ceramics), soft),
      rectangle('Birches', [648, 188, 320, 420], pictureFill(hashes.birches), soft),
      rectangle('Dunes', [64, 632, 440, 196], pictureFill(hashes.dunes), soft),
      rectangle('Oranges', [528, 632, 440, 196], pictureFill(hashes.oranges), soft),
      rectangle('Lake, turned', [1024, 236, 480, 300], pictureFill(hashes['mountain-lake']), { ...soft, rotation: 5, effects: [shadow(8, 24, 0.18)] }),
      note('Note / Light', 1024, 616, 0xfbe7a1, 'Light always from the left, low, after five.'),
      note('Note / Colour', 1288, 640, 0xd5e3d2, 'Two colours a picture, one of them quiet.'),
      note('Note / Type', 1024, 836, 0xf3d3c2, 'Headlines short. Let the picture talk.'),
      rectangle('Harbour', [1288, 840, 240, 172], pictureFill(hashes.harbour), soft),
      ...swatches.map(swatch),
    ]),
  ];
}
