// Our own templates, in our own words: a dozen kinds of pictures that designers need again and again.
import type { FieldTexts } from '../fields.ts';
import type { Template } from './template.ts';

/** Order is the order on screen. */
export const OUR_TEMPLATES: readonly Template[] = [
  ours('product-shot', 'Product shot', {
    subject: '{product}, standing upright and whole in the frame', environment: 'on a seamless {colour} ground that fades into the background',
    lighting: 'one large soft light from above left and a narrow rim light from behind right', palette: '{colour} with the product’s own colours as the only accent',
    style: 'a studio product photograph', camera: 'three-quarter view at the height of the product, 85 mm lens, everything sharp', mood: 'calm and desirable',
    quality: 'true materials, clean edges, one controlled highlight', avoid: 'hands, lettering, props',
  }),
  ours('hero', 'Hero', {
    subject: '{subject}', environment: '{place}, with wide empty space on the left third for a headline', lighting: 'late afternoon light from the right with long soft shadows',
    palette: 'two muted tones and one warm accent', style: 'an editorial photograph', camera: 'a wide shot, the subject on the right third, low horizon', mood: 'open and confident',
    quality: 'fine detail near the subject, calm tones in the empty part', avoid: 'lettering, logos, clutter',
  }),
  ours('icon', 'Icon', {
    subject: 'one {object}, reduced to its few telling shapes', environment: 'centred on a plain {colour} ground with even margins', lighting: 'flat, with a single soft shade on one side',
    palette: '{colour}, one lighter and one darker tone of it', style: 'a simple vector icon with rounded corners', camera: 'seen straight on', mood: 'friendly and clear',
    quality: 'crisp contours that hold at 24 pixels', avoid: 'lettering, fine lines, gradients',
  }),
  ours('sticker', 'Sticker', {
    subject: '{character} {doing what}', environment: 'alone on a plain white ground', lighting: 'flat light with one small highlight', palette: 'four bright colours and near-black',
    style: 'a die-cut sticker illustration with a thick even outline and a white border around it', camera: 'the whole figure, slightly from above', mood: 'cheerful',
    quality: 'clean flat fills', avoid: 'background, lettering, cast shadows',
  }),
  ours('pattern-tile', 'Pattern tile', {
    subject: 'small {motifs}, evenly scattered at three sizes', environment: 'on a flat {colour} ground, arranged so that the right edge continues at the left and the bottom at the top',
    lighting: 'no light of its own', palette: '{colour} and three related tones', style: 'a hand-cut paper print', camera: 'seen straight on, no perspective, nothing larger than a sixth of the width',
    mood: 'light and rhythmic', quality: 'even density without gaps or clusters', avoid: 'borders, lettering, a focal point',
  }),
  ours('texture', 'Texture', {
    subject: 'a surface of {material}', environment: 'filling the frame from edge to edge', lighting: 'raking light from the upper left that shows the relief', palette: 'the natural tones of {material}',
    style: 'a close photograph of a surface', camera: 'straight from above, even focus', mood: 'plain', quality: 'true scale, fine irregularities, no repeats', avoid: 'objects, seams, vignetting',
  }),
  ours('portrait', 'Portrait', {
    subject: '{who}, looking just past the camera', action: '{doing what}', environment: '{place}, far out of focus', lighting: 'window light from the left with a soft fall-off',
    palette: 'skin tones against one quiet colour', style: 'a portrait photograph', camera: 'head and shoulders, 85 mm lens, eyes sharp', mood: 'at ease', quality: 'natural skin with its texture',
    avoid: 'heavy retouching, lettering',
  }),
  ours('isometric', 'Isometric', {
    subject: 'a small {place} cut out as a square block', objects: '{things}, each in its own place', environment: 'floating on a plain pale ground', lighting: 'soft light from the upper left with short shadows',
    palette: 'five harmonious pastel tones', style: 'an isometric 3D illustration', camera: 'isometric view from above, no perspective', mood: 'tidy and charming',
    quality: 'matte surfaces with small bevels', avoid: 'lettering, people, blur',
  }),
  ours('mock-up', 'Mock-up', {
    subject: '{item}, blank and ready for a design', environment: '{place}, simple and a little out of focus', lighting: 'diffuse daylight from one side', palette: 'neutral tones with one natural accent',
    style: 'a photograph of a mock-up', camera: 'slightly from above, the blank face turned to the camera without distortion', mood: 'real and unhurried',
    quality: 'the blank face evenly lit, its edges sharp', avoid: 'lettering, logos, reflections on the blank face',
  }),
  ours('mood-board', 'Mood board', {
    subject: 'a mood board for {theme}', objects: 'six to eight pieces: material samples, colour chips, small photographs and a sketch, overlapping a little', environment: 'laid out on a pale table',
    lighting: 'even daylight with soft contact shadows', palette: '{colours}', style: 'a photograph from above', camera: 'straight from above, parallel to the table', mood: 'considered',
    quality: 'surfaces that can almost be touched', avoid: 'lettering, brands',
  }),
  ours('comic-panel', 'Comic panel', {
    subject: '{character}', action: '{doing what}', environment: '{place}', lighting: 'one strong light that throws black shadows', palette: 'three flat colours and black', style: 'a comic panel in brush ink and flat colour',
    camera: 'a tilted medium shot with clear foreground and background', mood: 'tense and funny', quality: 'confident lines, empty space at the top for a caption', avoid: 'lettering, speech bubbles, frames',
  }),
  ours('seamless-background', 'Seamless background', {
    subject: 'a quiet background of {forms}', environment: 'even from edge to edge, calm enough for text on top', lighting: 'soft and directionless', palette: 'two close tones of {colour}', style: 'an abstract gradient with a trace of grain',
    camera: 'no depth, no horizon', mood: 'still', quality: 'smooth transitions without banding', avoid: 'objects, lettering, hard edges',
  }),
];

function ours(id: string, name: string, fields: FieldTexts): Template {
  return { id: `ours/${id}`, name, fields, isOurs: true };
}
