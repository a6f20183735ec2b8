// Answers to the prompt studio, made of the words that stand between markers and of the schema that was sent: the loopback
// knows no task by name. Same request, same answer.
import { decodePng } from './png.mjs';

/** Ways to see an idea; the loopback's options take them in turn, from a place that the idea decides. */
const LOOKS = [
  { title: 'Quiet, painterly', style: 'a loose gouache painting with visible strokes', lighting: 'soft window light from the left', palette: 'dusty blue, cream and one warm ochre', mood: 'quiet and unhurried', camera: 'a level medium view with air around the subject', quality: 'matt paper grain and soft edges' },
  { title: 'Crisp studio shot', style: 'a clean studio photograph', lighting: 'one hard key light from the right and a pale bounce', palette: 'white, graphite and a single red accent', mood: 'precise and fresh', camera: 'a close three-quarter view with shallow focus', quality: 'fine material texture, sharp to the edge' },
  { title: 'Night in the rain', style: 'a cinematic photograph', lighting: 'small amber lamps and wet reflections at night', palette: 'ink blue, amber and black', mood: 'tense and lonely', camera: 'a low view close to the ground', quality: 'film grain and glowing highlights' },
  { title: 'Flat cut paper', style: 'layers of cut paper with soft shadows between them', lighting: 'even light from above', palette: 'coral, sand and teal', mood: 'playful', camera: 'seen straight on, arranged in bands', quality: 'crisp edges and paper fibre' },
  { title: 'Early fog', style: 'a large-format landscape photograph', lighting: 'pale light through morning fog', palette: 'silver greys and one muted green', mood: 'still', camera: 'a wide view, the subject small in it', quality: 'fine tones without hard contrast' },
  { title: 'Bold poster', style: 'a screen-printed poster in three inks', lighting: 'flat light with one long shadow', palette: 'orange, navy and off-white', mood: 'confident', camera: 'a strong diagonal seen from below', quality: 'visible dots and slight misregister' },
  { title: 'Ink sketch', style: 'a brush drawing in black ink with one wash', lighting: 'suggested by the wash alone', palette: 'black, indigo and bare paper', mood: 'quick and alert', camera: 'cropped close, off centre', quality: 'dry-brush edges on rough paper' },
  { title: 'Warm clay model', style: 'a hand-made clay scene', lighting: 'a warm lamp from behind and soft fill', palette: 'terracotta, butter and moss', mood: 'friendly', camera: 'isometric, from above', quality: 'thumb marks in the clay' },
];

/** JSON for a schema of the studio; null for every other schema. */
export function studioText(config, words, pictures) {
  const properties = config?.responseJsonSchema?.properties ?? {};
  const data = dataIn(words);
  if (properties.options) return JSON.stringify(expanded(properties.options, data));
  if (properties.altText) return JSON.stringify(described(properties, data, pictures));
  if (properties.criteria && properties.improve) return JSON.stringify(critiqued(properties, data));
  if (properties.criteria) return JSON.stringify(judged(properties.criteria, pictures));
  if (properties.rules) return JSON.stringify(carded(data, pictures));
  if (properties.shots) return JSON.stringify(told(properties.shots, data));
  if (properties.mismatches) return JSON.stringify({ mismatches: pictures.length > 1 ? [{ what: 'scarf red in 1, blue in 2', shots: [1, 2], redo: 2, fix: 'the scarf is red' }] : [] });
  if (properties.questions) return JSON.stringify({ sees: [`${pictures.length} pictures; two people appear, both of them young adults.`], questions: ['Should somebody older act as well?'] });
  if (properties.reads) return JSON.stringify(sketched(properties, data, pictures));
  return properties.summary ? JSON.stringify(changed(properties, data)) : null;
}

/** What stands between each pair of markers, by its tag; "none" is nothing. */
function dataIn(words) {
  const found = [...words.matchAll(/<([a-z]+)>([^<]*)<\/\1>/g)];
  return Object.fromEntries(found.map(([, tag, text]) => [tag, text === 'none' ? '' : text.trim()]));
}

/** A story in as many shots as were asked; the second one is spoken in. */
function told({ minItems = 1 }, data) {
  const shots = Array.from({ length: minItems }, (_, at) => ({ shows: `A wide view, part ${at + 1} of: ${shorter(data.brief)}`, caption: `Part ${at + 1}`, says: at === 1 ? 'You are late.' : '', who: at === 1 ? 'The keeper' : '' }));
  return { sheet: 'Mara, thirty, a red scarf and a grey coat', look: 'a loose gouache painting in dusty blue', shots };
}

function expanded({ items, minItems = 1 }, data) {
  const fields = Object.keys(items.properties.fields?.properties ?? {});
  const start = [...(data.idea ?? '')].reduce((sum, letter) => sum + letter.codePointAt(0), 0);
  return { options: Array.from({ length: minItems }, (_, at) => option(LOOKS[(start + at) % LOOKS.length], fields, data)) };
}

function option(look, fields, data) {
  const picture = { ...look, subject: shorter(data.idea) || 'a small wooden boat', environment: `a place that suits a ${look.mood} picture`, action: 'at rest', avoid: 'lettering, borders' };
  return { title: look.title, ...(fields.length > 0 ? { fields: pick(picture, fields) } : {}) };
}

function described(properties, data, pictures) {
  const tone = toneOf(pictures[0]);
  const layer = data.layers?.match(/^"([^"]*)"/)?.[1];
  const picture = {
    ...LOOKS[1], subject: 'two simple shapes on a plain ground', objects: 'a large shape beside a small one', environment: 'a plain studio ground',
    palette: `mostly ${tone}`, ...(layer ? { text: `"${layer}" in plain letters` } : {}),
  };
  return {
    altText: `A large and a small shape on a ${tone} ground${layer ? `, with the words ${layer}` : ''}`.slice(0, 124),
    ...(properties.objects ? { objects: OBJECTS, relations: [{ from: 0, relation: 'left of', to: 1 }] } : {}),
    fields: pick(picture, Object.keys(properties.fields.properties)),
  };
}

function carded(data, pictures) {
  const at = [...(data.look ?? '')].reduce((sum, letter) => sum + letter.codePointAt(0), pictures.length);
  const look = LOOKS[at % LOOKS.length];
  return {
    name: data.look ? shorter(data.look) : look.title,
    rules: { medium: look.style, light: look.lighting, texture: look.quality, camera: look.camera, do: `keeps ${look.mood}`, dont: 'lettering' },
    colours: [{ hex: '#20304a', name: 'ink blue' }, { hex: '#f2e9d8', name: 'cream' }, { hex: '#c8873a', name: 'ochre' }, { hex: '#7a8a99', name: 'dusty blue' }],
  };
}

/** Good at everything but the last criterion; a lighter picture is judged a little higher. */
function judged({ items }, pictures) {
  const names = items.properties.criterion.enum;
  return { criteria: names.map((criterion, at) => ({ criterion, score: at === names.length - 1 ? 5 : 8, reason: pictures.length > 1 ? 'softer than the references' : 'softer than the rules' })) };
}

/** The more of the look is written down, the better it finds the picture; it asks for what is missing first. */
function critiqued({ criteria, fields }, data) {
  const open = Object.keys(fields?.properties ?? {});
  const parts = ['lighting', 'style', 'palette', 'camera', 'mood', 'quality'];
  const said = parts.filter((id) => (data[id] ?? '') !== '');
  const missing = parts.find((id) => !said.includes(id) && open.includes(id));
  const score = Math.min(9, 5 + Math.round(0.8 * said.length));
  const judged = criteria.items.properties.criterion.enum.filter((id) => id !== 'text');
  return {
    sees: `A picture of ${shorter(data.brief, 12) || 'something plain'}.`,
    criteria: judged.map((criterion) => ({ criterion, score: criterion === 'safety' ? 10 : criterion === 'style' ? Math.max(0, score - 1) : score, reason: missing ? `no word about ${missing} yet` : 'little to better' })),
    improve: missing ? [`Say more about ${missing}`] : [],
    ...(fields ? { fields: missing ? { [missing]: LOOKS[0][missing] } : {}, summary: missing ? `Adds ${missing}` : 'Nothing to change' } : {}),
  };
}

const OBJECTS = [{ name: 'large shape', box: [180, 90, 860, 540] }, { name: 'small shape', box: [420, 610, 780, 900] }];

function sketched(properties, data, pictures) {
  const wish = shorter(data.wish) || 'the drawn thing';
  const picture = { ...LOOKS[1], subject: wish, environment: 'a plain ground that suits it', objects: 'the parts that are drawn, where they are drawn' };
  return {
    reads: `A line drawing on a ${toneOf(pictures[0])} ground that can be read as ${wish}.`,
    keeps: ['the outline and its proportions', 'the number of parts', 'where each part stands'],
    fields: pick(picture, Object.keys(properties.fields.properties)),
  };
}

const LIGHT_WORDS = /\b(light|night|noon|dusk|dawn|sun|shadow|dark|bright)/i;
const COLOUR_WORDS = /\b(colou?r|red|blue|green|yellow|black|white|pink|orange|palette)/i;

// "make it X" puts X in place of the subject; "remove the F" empties a field; anything else is added where it belongs.
function changed(properties, data) {
  const open = Object.keys(properties.fields?.properties ?? {});
  const wish = (data.wish ?? '').replace(/[.!]+$/, '');
  const gone = open.find((id) => new RegExp(`\\b(remove|drop|no)\\b.*\\b${id}\\b`, 'i').test(wish));
  if (gone) return { summary: `Without ${gone}`, fields: {}, removes: [gone] };
  const become = /^(?:now )?make it (?:into )?(.+)$/i.exec(wish)?.[1];
  const id = become && !LIGHT_WORDS.test(become) ? 'subject' : LIGHT_WORDS.test(wish) ? 'lighting' : COLOUR_WORDS.test(wish) ? 'palette' : 'subject';
  if (!open.includes(id)) return { summary: 'Nothing that may change', fields: {}, removes: [] };
  const added = (become ?? wish).replace(/^(?:and |now |please )*(?:give it|add|with) /i, 'with ');
  const text = become && id === 'subject' ? become : [data[id], added].filter(Boolean).join(', ');
  return { summary: shorter(wish, 6), fields: { [id]: text }, removes: [] };
}

function pick(values, names) {
  return Object.fromEntries(names.filter((name) => values[name] !== undefined).map((name) => [name, values[name]]));
}

function shorter(text = '', words = 24) {
  return text.split(/\s+/).filter(Boolean).slice(0, words).join(' ');
}

/** A word for the mean colour of a picture. */
function toneOf(bytes) {
  const picture = bytes && decodePng(bytes);
  if (!picture) return 'plain';
  const mean = meanOf(picture);
  const [red, green, blue] = mean;
  if (Math.max(...mean) - Math.min(...mean) < 24) return red > 170 ? 'pale grey' : red > 85 ? 'grey' : 'dark grey';
  return red >= green && red >= blue ? (green > blue + 24 ? 'orange' : 'red') : green >= blue ? 'green' : 'blue';
}

// A few hundred samples say enough.
function meanOf({ width, height, rgb }) {
  const step = Math.max(1, Math.floor((width * height) / 400));
  const places = Array.from({ length: Math.ceil((width * height) / step) }, (_, at) => at * step * 3);
  return [0, 1, 2].map((c) => places.reduce((sum, at) => sum + rgb[at + c], 0) / places.length);
}
