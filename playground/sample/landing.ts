// Page "Landing": a website's hero with pictures in its layers, a pencil sketch, a photo card, a polaroid, a button component.
import { frame, layer, paint, pictureFill, rectangle, shadow, stroke, words, type Layer } from './layers.ts';
import type { SampleHashes } from './pictureNames.ts';
import { deskLamp } from './sketch.ts';

// For text on the bare canvas, which is light or dark as the page's theme is.
const heather = 0x857e74;
const quiet = 0x6b665f;
const sand = 0xf6f2ec;
const white = 0xffffff;
const ember = 0xd9622b;

const nav: readonly Layer[] = ['Journeys', 'Cabins', 'Journal', 'About'].map((label, index) =>
  words(label, [872 + index * 96, 40, 88, 20], label, { size: 14, weight: 500, line: 20, color: paint(white) }));

function header(): Layer {
  return frame('Header', [0, 0, 1440, 100], { clipsContent: false }, [
    layer('ELLIPSE', 'Mark', [66, 38, 24, 24], { strokes: [stroke(white, 2.5)] }),
    layer('ELLIPSE', 'Mark, drop', [74, 50, 8, 8], { fills: [paint(white)] }),
    words('Wordmark', [100, 36, 160, 28], 'Stillwater', { size: 20, weight: 600, line: 28, color: paint(white), spacing: -0.2 }),
    ...nav,
    words('Language', [1310, 40, 64, 20], 'EN', { size: 14, weight: 500, line: 20, color: paint(white), align: 'RIGHT' }),
  ]);
}

interface Offer {
  readonly name: string;
  readonly hash: string;
  readonly title: string;
  readonly line: string;
  readonly price: string;
}

function card(offer: Offer, x: number): Layer {
  const corners = { topLeftRadius: 16, topRightRadius: 16, independentCorners: true };
  return frame(`Card / ${offer.name}`, [x, 572, 420, 344], { fills: [paint(white)], cornerRadius: 16, effects: [shadow(12, 32, 0.14)] }, [
    rectangle('Picture', [0, 0, 420, 216], pictureFill(offer.hash), corners),
    words('Title', [24, 236, 372, 28], offer.title, { size: 20, weight: 600, line: 28, spacing: -0.2 }),
    words('Line', [24, 266, 372, 20], offer.line, { size: 14, line: 20, color: paint(quiet) }),
    words('Price', [24, 300, 240, 20], offer.price, { size: 14, weight: 600, line: 20, color: paint(ember) }),
    words('More', [300, 300, 96, 20], 'See dates', { size: 14, weight: 500, line: 20, align: 'RIGHT' }),
  ]);
}

function hero(hashes: SampleHashes): Layer {
  return frame('Hero / Desktop', [0, 0, 1440, 960], { fills: [paint(sand)] }, [
    rectangle('Lake at dusk', [0, 0, 1440, 960], pictureFill(hashes['mountain-lake'])),
    header(),
    words('Headline', [64, 152, 760, 168], 'Slow journeys\nto quiet places', { size: 76, weight: 700, line: 84, color: paint(white), spacing: -2.4 }),
    words('Subline', [66, 340, 520, 60], 'Cabins, night trains and harbours, chosen one by one.\nStay a little longer than you planned.', { size: 19, line: 30, color: paint(white, 0.92) }),
    frame('Buttons', [66, 432, 400, 52], { clipsContent: false }, [
      layer('INSTANCE', 'Button / Primary', [0, 0, 168, 52]),
      frame('Button / Quiet', [184, 0, 184, 52], { cornerRadius: 26, strokes: [stroke(white, 1.5, 0.85)] }, [
        words('Label', [0, 14, 184, 24], 'Read the journal', { size: 16, weight: 500, line: 24, color: paint(white), align: 'CENTER' }),
      ]),
    ]),
    card({ name: 'Dunes', hash: hashes.dunes, title: 'Four days without a road', line: 'Walking camp, Erg Chigaga', price: 'From €640' }, 66),
    card({ name: 'Harbour', hash: hashes.harbour, title: 'A room above the harbour', line: 'City stay, by night train', price: 'From €210' }, 510),
    card({ name: 'Sea', hash: hashes['evening-sea'], title: 'The last ferry home', line: 'Island cabin, west coast', price: 'From €330' }, 954),
  ]);
}

/** Auto layout throughout: what is placed into it moves its siblings. */
function photoCard(hashes: SampleHashes): Layer {
  const column = { layoutMode: 'VERTICAL', primaryAxisSizing: 'HUG', counterAxisSizing: 'FIXED', paddingTop: 16, paddingRight: 16, paddingBottom: 20, paddingLeft: 16, itemSpacing: 12 } as const;
  const row = { layoutMode: 'HORIZONTAL', primaryAxisSizing: 'FIXED', counterAxisSizing: 'FIXED', counterAxisAlign: 'CENTER', itemSpacing: 10 } as const;
  return frame('Photo card', [640, 1080, 360, 560], { ...column, fills: [paint(white)], cornerRadius: 24, effects: [shadow(16, 48, 0.16)], clipsContent: false }, [
    rectangle('Photo', [16, 16, 328, 410], pictureFill(hashes.birches), { cornerRadius: 14 }),
    words('Title', [16, 438, 328, 26], 'Birches, first light', { size: 18, weight: 600, line: 26, spacing: -0.2 }),
    frame('Author', [16, 476, 328, 32], { ...row, clipsContent: false }, [
      layer('ELLIPSE', 'Portrait', [0, 0, 32, 32], { fills: [pictureFill(hashes.oranges)] }),
      words('Name', [42, 6, 200, 20], 'Ines Halvorsen', { size: 14, weight: 500, line: 20, color: paint(quiet) }),
      words('Date', [252, 6, 76, 20], '12 Oct', { size: 14, line: 20, color: paint(quiet), align: 'RIGHT' }),
    ]),
  ]);
}

function polaroid(hashes: SampleHashes): Layer {
  return frame('Polaroid', [1106, 1072, 300, 340], { fills: [paint(0xfffdf8)], rotation: -6, effects: [shadow(8, 24, 0.18)], cornerRadius: 4 }, [
    rectangle('Evening sea', [18, 18, 264, 250], pictureFill(hashes['evening-sea'])),
    words('Caption', [18, 284, 264, 28], 'Ferry, 18:40', { size: 18, weight: 500, line: 28, align: 'CENTER', color: paint(0x4a463f) }),
  ]);
}

function components(): Layer {
  return layer('SECTION', 'Components', [1080, 1512, 360, 128], { fills: [paint(white)], strokes: [stroke(0xd9d4cb, 1)] }, [
    layer('COMPONENT', 'Button / Primary', [24, 48, 168, 52], { fills: [paint(ember)], cornerRadius: 26, clipsContent: true }, [
      words('Label', [0, 14, 168, 24], 'Find a cabin', { size: 16, weight: 600, line: 24, color: paint(white), align: 'CENTER' }),
    ]),
    words('Note', [212, 50, 130, 48], 'One primary\nbutton a page', { size: 14, line: 24, color: paint(quiet) }),
  ]);
}

export function landingPage(hashes: SampleHashes): readonly Layer[] {
  return [
    words('Project title', [0, -156, 1000, 72], 'Stillwater, website', { size: 56, weight: 700, line: 72, spacing: -1.6, color: paint(heather) }, { locked: true }),
    hero(hashes),
    deskLamp(0, 1080),
    components(),
    photoCard(hashes),
    polaroid(hashes),
  ];
}
