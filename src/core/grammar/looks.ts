// The looks that the offline rules know: each a whole way to make a picture, in the words of its fields. Our own choice and
// words; no living artist, no brand. Order is the order in which they are offered.
import type { FieldTexts } from '../fields.ts';

export interface NamedLook {
  readonly title: string;
  readonly fields: FieldTexts;
}

export const LOOKS: readonly NamedLook[] = [
  look('Quiet, painterly', 'soft daylight from one side', 'warm grey, apricot and ink blue', 'a gouache painting on rough paper', 'eye level, close, with calm space around', 'quiet and a little dreamy', 'visible brush marks and paper grain'),
  look('Bold, graphic', 'flat, even light without cast shadows', 'flat orange, black and off-white', 'a screen print with hard edges and few shapes', 'straight on, filling the frame', 'loud and cheerful', 'slight misregistration of the inks'),
  look('Wide, cinematic', 'low blue-hour light with one warm lamp', 'ink blue with small points of amber', 'a film still', 'a wide shot from far away, low horizon', 'grand and a little lonely', 'fine film grain and deep focus'),
  look('Close, tactile', 'raking light from the right that shows every surface', 'moss green, clay and bone', 'a macro photograph', 'very close, shallow depth of field', 'curious and intimate', 'every fibre and scratch sharp'),
  look('Clean, studio', 'a large soft box from above left and a gentle rim light', 'white and pale grey with one clear accent', 'a studio photograph on a seamless backdrop', 'three-quarter view at the height of the subject', 'calm and confident', 'crisp edges and true colours'),
  look('Storybook', 'golden afternoon light through leaves', 'honey, olive and faded red', 'a pen and watercolour illustration', 'slightly from above, the whole scene in view', 'warm and playful', 'loose ink lines and blooms of wet colour'),
  look('Night, neon', 'coloured light from signs, reflected in wet ground', 'magenta, cyan and near black', 'a night photograph', 'low angle with strong perspective', 'restless and electric', 'glints on wet surfaces'),
  look('Cut paper', 'soft light from above that makes small shadows between layers', 'coral, teal and cream', 'layers of cut paper', 'frontal, arranged in clear layers', 'light and friendly', 'torn edges and paper fibre'),
  look('Pencil study', 'plain light from a north window', 'graphite on warm white', 'a careful pencil drawing', 'close, with construction lines left standing', 'attentive', 'fine hatching and smudged tones'),
  look('Isometric model', 'even light with short, soft shadows', 'mint, sand and slate', 'a small isometric 3D model', 'isometric view from above', 'orderly and charming', 'matte surfaces with tiny bevels'),
  look('Foggy morning', 'pale light that fades into fog', 'silver, pale rose and grey green', 'a large-format photograph', 'wide, the subject small and off centre', 'hushed', 'soft contrast with fine detail near by'),
  look('Poster of the thirties', 'strong light from one side in flat planes', 'brick red, navy and sand', 'a lithographed travel poster', 'monumental view from below', 'proud and optimistic', 'smooth gradients within sharp contours'),
  look('Clay and light', 'soft warm light from the left', 'terracotta, cream and sky blue', 'a stop-motion set made of modelling clay', 'seen at the height of the figures', 'humorous and tender', 'fingerprints in the clay'),
  look('High noon', 'hard sun from above with short, sharp shadows', 'bleached yellow, white and strong blue', 'a colour slide from the seventies', 'straight on, symmetrical', 'dry and still', 'saturated tones and slight vignetting'),
  look('Ink and space', 'the plain white of the paper', 'black ink and one red mark', 'a brush and ink drawing', 'off centre, most of the sheet empty', 'still and exact', 'dry brush edges'),
  look('Glass and chrome', 'bright strip lights with clean reflections', 'ice blue, chrome and violet', 'a 3D rendering of glass and metal', 'low three-quarter view, long lens', 'cool and futuristic', 'refractions and polished edges'),
];

function look(title: string, lighting: string, palette: string, style: string, camera: string, mood: string, quality: string): NamedLook {
  return { title, fields: { lighting, palette, style, camera, mood, quality } };
}
