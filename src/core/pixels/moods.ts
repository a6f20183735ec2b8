// Named palettes for looks and scenes. Data only: each runs from its darkest to its lightest colour.
import { fromHex } from '../colour.ts';
import type { Rgb } from '../colour.ts';

export interface Mood {
  readonly id: string;
  /** How a designer would say it, lower case. */
  readonly caption: string;
  /** Five colours, darkest first; the third is the loudest. */
  readonly colours: readonly [Rgb, Rgb, Rgb, Rgb, Rgb];
  /** Words of a brief that ask for it, lower case. */
  readonly words: readonly string[];
}

const DUSK = mood('dusk', 'dusk', '#1d1b3a #4b3869 #c8586c #f2a07b #fbe3c8', 'dusk evening sunset twilight romantic sundown');

/** Those that suit most pictures first. */
export const MOODS: readonly Mood[] = [
  DUSK,
  mood('ocean', 'ocean', '#06223a #0f4c6b #1f8a9c #7fc8c4 #eaf6ee', 'ocean sea water lake river blue fresh clean marine beach swim'),
  mood('terracotta', 'terracotta', '#34181a #7a3328 #cb6341 #e8ab85 #f8ead9', 'terracotta clay desert earth brick ceramic spice mediterranean rust'),
  mood('forest', 'forest', '#10231b #27493a #5c8a4f #b3bf83 #f3efd8', 'forest nature green garden plant leaf leaves eco organic spring botanical moss'),
  mood('candy', 'candy', '#3b2067 #8a4fc9 #ff6fa5 #ffc15e #fff3ea', 'candy playful sweet fun party kids toy pop joyful birthday happy'),
  mood('midcentury', 'mid-century', '#2a2a2c #2f6a69 #d9532c #e9b44c #f4ead5', 'retro vintage midcentury sixties seventies poster classic furniture'),
  mood('amber', 'amber', '#2b1608 #6e3512 #cf7a1d #f0b555 #fdeecb', 'amber golden gold honey autumn warm whisky wood cosy cozy october'),
  mood('blossom', 'blossom', '#43283e #935c7a #e58aa0 #f5c6c2 #fdf3ee', 'blossom pink flower flowers rose love tender wedding beauty skincare'),
  mood('lavender', 'lavender', '#29244a #5e55a0 #9b8cd9 #cfc3ea #f6f2fb', 'lavender violet purple dream dreamy sleep magic mystic meditation'),
  mood('citrus', 'citrus', '#23351b #5b7a1f #f08a1c #ffd23f #fffbe2', 'citrus lemon summer fruit sunny bright energetic orange lime juice'),
  mood('neon', 'neon night', '#0b0a1f #2a1463 #d6249f #22c7e8 #f2f7ff', 'neon night cyber cyberpunk club electric game gaming techno synthwave tokyo'),
  mood('rain', 'rainy blue', '#111c2b #2b4562 #4f7ea3 #9fb8c6 #e6ecec', 'rain rainy storm wet cold melancholy moody umbrella'),
  mood('ember', 'ember', '#1c0d12 #5c1522 #d1371f #f58c2e #ffe6b0', 'ember fire hot lava volcano red spicy intense danger'),
  mood('nordic', 'nordic', '#23303a #4c6270 #b5835a #d9cfc1 #f6f3ee', 'nordic minimal minimalist scandinavian clean simple linen neutral elegant'),
  mood('fog', 'morning fog', '#2c3b47 #5f7682 #93a9a8 #cfd8d3 #f3f4ee', 'fog foggy mist misty morning calm quiet soft winter grey gray'),
  mood('noir', 'noir', '#0d0d10 #303138 #6d6f78 #b4b5ba #f4f3f1', 'noir black white monochrome dramatic serious mono film'),
];

/** The mood of that id, or the first one. */
export function moodOf(id: string): Mood {
  return MOODS.find((candidate) => candidate.id === id) ?? DUSK;
}

function mood(id: string, caption: string, colours: string, words: string): Mood {
  const [darkest = '', dark = '', loud = '', light = '', lightest = ''] = colours.split(' ');
  return {
    id,
    caption,
    colours: [fromHex(darkest), fromHex(dark), fromHex(loud), fromHex(light), fromHex(lightest)],
    words: words.split(' '),
  };
}
