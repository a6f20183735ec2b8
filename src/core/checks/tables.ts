// The words that the checks know. English only; our own choice, kept short on purpose: a check that cries wolf is switched off.

/** Nouns with several pictures in them: each sense as it is said plainly, and words near by that tell it already. */
export const AMBIGUOUS: Readonly<Record<string, readonly (readonly [say: string, told: string])[]>> = {
  bat: [['bat, the animal', 'wings wing cave flying vampire fruit'], ['baseball bat', 'baseball cricket wooden ball player']],
  crane: [['crane, the bird', 'bird feathers nest marsh wings'], ['construction crane', 'construction building tower site harbour cargo']],
  seal: [['seal, the animal', 'ice sea swimming pup beach animal'], ['wax seal', 'wax stamp letter envelope official']],
  mouse: [['mouse, the animal', 'cheese tail fur cat field animal'], ['computer mouse', 'computer desk keyboard wireless click']],
  bass: [['bass, the fish', 'fish lake fishing'], ['bass guitar', 'guitar band music player stage']],
  jaguar: [['jaguar, the animal', 'jungle spotted animal cat'], ['sports car', 'car road engine']],
  palm: [['palm tree', 'tree trees beach island'], ['palm of a hand', 'hand hands fingers']],
  trunk: [['tree trunk', 'tree bark forest'], ['elephant’s trunk', 'elephant'], ['travel trunk', 'luggage travel leather']],
  nail: [['fingernail', 'finger polish manicure hand'], ['steel nail', 'hammer wood steel rusty']],
  ring: [['ring on a finger', 'finger gold diamond wedding jewellery'], ['boxing ring', 'boxing fight ropes']],
  pitcher: [['water jug', 'water milk glass clay'], ['baseball pitcher', 'baseball throws mound']],
  chest: [['wooden chest', 'treasure wooden drawer box'], ['chest of a person', 'muscular arms shirt']],
  spring: [['spring, the season', 'blossom season flowers garden april'], ['coil spring', 'metal coil steel'], ['water spring', 'water hot mountain']],
  mole: [['mole, the animal', 'garden earth digging animal'], ['mole on the skin', 'skin cheek face']],
  organ: [['church organ', 'church pipes music'], ['inner organ', 'heart body anatomy']],
  turkey: [['turkey, the bird', 'bird roast dinner farm'], ['Turkey, the country', 'istanbul country ankara']],
};

/** Groups that cannot both be true of one picture. */
export const CONTRADICTIONS: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['noon', 'midday'], ['moonlight', 'moonlit', 'starlight', 'midnight']],
  [['night', 'at night'], ['bright sunlight', 'blue sky', 'midday sun']],
  [['black and white', 'monochrome'], ['vivid colours', 'colourful', 'rainbow', 'vivid colors', 'colorful']],
  [['minimalist', 'sparse', 'uncluttered'], ['cluttered', 'crowded', 'maximalist', 'busy']],
  [['empty street', 'deserted', 'no one in sight'], ['crowd', 'crowds', 'crowded']],
  [['macro', 'extreme close-up'], ['wide shot', 'aerial view', 'panorama']],
  [['photorealistic', 'photograph', 'photo'], ['watercolour', 'watercolor', 'oil painting', 'cartoon', 'line drawing']],
  [['foggy', 'thick fog', 'misty'], ['crystal clear', 'razor sharp background']],
  [['summer'], ['snow', 'snowy', 'winter']],
  [['symmetrical', 'symmetry'], ['asymmetrical', 'off centre', 'off-center']],
];

/** Words that other models were fed with and that say nothing to this one. */
export const JUNK: ReadonlySet<string> = new Set(
  ['masterpiece', 'best quality', 'high quality', '8k', '4k', 'uhd', 'hdr', 'ultra detailed', 'highly detailed', 'ultra realistic', 'hyperrealistic',
    'trending on artstation', 'artstation', 'award winning', 'award-winning', 'unreal engine', 'octane render', 'sharp focus'],
);

/**
 * Artists who live and work (as far as known on 2026-11-27), and what makes a picture look so, in words of technique and time.
 * Theirs is a living; a description of technique also steers better.
 */
export const LIVING_ARTISTS: Readonly<Record<string, string>> = {
  'greg rutkowski': 'digital fantasy painting with loose brushwork and dramatic rim light',
  'hayao miyazaki': 'hand-painted animation backgrounds with soft clouds and lush greens',
  'yayoi kusama': 'dense polka dots and repeated organic forms in strong contrast',
  'david hockney': 'flat, bright acrylic planes with clear Californian light',
  'banksy': 'black stencil on a wall with one spot of red',
  'takashi murakami': 'glossy flat colour with smiling flowers and hard outlines',
  'annie leibovitz': 'staged portrait photography with a painted backdrop and one soft key light',
  'wes anderson': 'symmetrical pastel sets seen straight on',
  'tim burton': 'spindly gothic figures with stripes and spirals',
  'shepard fairey': 'high-contrast screen-print portrait in red, cream and navy',
  'damien hirst': 'rows of uniform coloured dots on white',
  'jeff koons': 'mirror-polished inflated forms',
  'loish': 'flowing digital figures with warm skin tones and loose strokes',
  'james jean': 'intricate ink line with translucent pastel washes',
  'quentin blake': 'scratchy dip-pen line with quick watercolour',
  'chris ware': 'precise flat comic panels with thin even line',
};

/** People as pictures show them, when nothing is said of who they are. */
export const PEOPLE: ReadonlySet<string> = new Set(
  ['people', 'person', 'doctor', 'doctors', 'nurse', 'engineer', 'engineers', 'teacher', 'ceo', 'scientist', 'family', 'couple', 'team', 'workers', 'worker',
    'students', 'student', 'friends', 'designer', 'chef', 'lawyer', 'customer', 'customers', 'athlete', 'model'],
);

/** Anything that says who somebody is. */
export const ATTRIBUTES: ReadonlySet<string> = new Set(
  ['old', 'older', 'elderly', 'young', 'middle-aged', 'aged', 'woman', 'women', 'man', 'men', 'female', 'male', 'nonbinary', 'non-binary', 'black', 'white', 'asian',
    'african', 'european', 'latina', 'latino', 'indian', 'arab', 'indigenous', 'dark-skinned', 'light-skinned', 'brown-skinned', 'skin', 'years', 'year-old', 'diverse',
    'twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies'],
);
