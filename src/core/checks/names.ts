// Names that services decline or draw wrongly, and what to say instead: real people by their part in public life alone, brands and
// characters by what they are. English spellings; a short list on purpose, without names that are also ordinary words. Apostrophes are straight.

/** People of public life, living or of our time (as far as known on 2026-11-27). */
export const REAL_PEOPLE: Readonly<Record<string, string>> = {
  ...each('a head of state', 'donald trump, joe biden, barack obama, vladimir putin, xi jinping, emmanuel macron, volodymyr zelensky, narendra modi, kim jong un, giorgia meloni, recep tayyip erdogan'),
  ...each('a politician', 'kamala harris, hillary clinton, boris johnson, angela merkel, greta thunberg, alexandria ocasio-cortez, keir starmer, olaf scholz, friedrich merz'),
  ...each('a member of a royal family', 'queen elizabeth, king charles, prince william, prince harry, kate middleton, meghan markle'),
  ...each('a founder of a technology company', 'elon musk, steve jobs, bill gates, mark zuckerberg, jeff bezos, sam altman, tim cook, sundar pichai'),
  ...each('a pop singer', 'taylor swift, beyoncé, beyonce, rihanna, lady gaga, ariana grande, billie eilish, justin bieber, ed sheeran, dua lipa, michael jackson, madonna ciccone'),
  ...each('a rapper', 'kanye west, snoop dogg, kendrick lamar, nicki minaj'),
  ...each('a film star', 'tom cruise, leonardo dicaprio, scarlett johansson, brad pitt, angelina jolie, tom hanks, emma watson, keanu reeves, jennifer lawrence, margot robbie, ryan gosling, zendaya coleman, dwayne johnson, will smith, johnny depp, natalie portman'),
  ...each('a football player', 'lionel messi, cristiano ronaldo, kylian mbappé, kylian mbappe, david beckham'),
  ...each('an athlete', 'serena williams, usain bolt, lebron james, michael jordan, roger federer, lewis hamilton, simone biles'),
  ...each('a television host', 'oprah winfrey, kim kardashian, joe rogan, jimmy fallon'),
};

export const BRANDS: Readonly<Record<string, string>> = {
  ...each('a cola drink', 'coca cola, coca-cola, pepsi'),
  ...each('a sports shoe', 'air jordan, air jordans, nike shoes, adidas shoes, nike sneakers, adidas sneakers'),
  ...each('a sportswear brand', 'nike, adidas, reebok, lululemon'),
  ...each('a fast-food restaurant', "mcdonalds, mcdonald's, burger king, kfc"),
  ...each('a coffee house', 'starbucks'),
  ...each('a smartphone', 'iphone, iphones, samsung galaxy'),
  ...each('a laptop', 'macbook, macbooks'),
  ...each('a tablet computer', 'ipad, ipads'),
  ...each('a games console', 'playstation, xbox, nintendo switch'),
  ...each('a sports car', 'ferrari, lamborghini, porsche, bugatti'),
  ...each('a car', 'bmw, audi, toyota, volkswagen, mercedes-benz, hyundai, tesla model'),
  ...each('an electric car', 'tesla car, tesla cars'),
  ...each('a motorcycle', 'harley-davidson, harley davidson, ducati'),
  ...each('building bricks', 'lego, legos, lego bricks'),
  ...each('a fashion doll', 'barbie, barbie doll'),
  ...each('a luxury handbag', 'gucci, louis vuitton, prada, chanel, hermès, birkin bag'),
  ...each('a wristwatch', 'rolex, omega seamaster'),
  ...each('a furniture store', 'ikea'),
  ...each('an instant camera', 'polaroid camera, instax'),
  ...each('a social network', 'facebook, instagram, tiktok, snapchat, linkedin'),
  ...each('an online shop', 'amazon logo, amazon parcel, ebay'),
  ...each('a search engine', 'google logo, google search'),
  ...each('a fruit logo', 'apple logo'),
};

export const CHARACTERS: Readonly<Record<string, string>> = {
  ...each('a cartoon mouse', 'mickey mouse, minnie mouse, jerry mouse'),
  ...each('a cartoon duck', 'donald duck, daffy duck'),
  ...each('a cartoon rabbit', 'bugs bunny'),
  ...each('a superhero', 'batman, superman, spider-man, spiderman, wonder woman, iron man, captain america, deadpool, black panther hero, wolverine hero'),
  ...each('a villain', 'darth vader, lord voldemort, voldemort, thanos'),
  ...each('a small wise alien', 'yoda, baby yoda, grogu'),
  ...each('a space hero', 'luke skywalker, han solo, princess leia, buzz lightyear'),
  ...each('a young wizard', 'harry potter, hermione granger'),
  ...each('a film wizard', 'gandalf, dumbledore'),
  ...each('a video game hero', 'super mario, luigi mario, sonic the hedgehog, lara croft, princess zelda'),
  ...each('a small fantasy creature', 'pikachu, pokémon, pokemon, charizard'),
  ...each('a cartoon sponge', 'spongebob, spongebob squarepants'),
  ...each('a cartoon family', 'homer simpson, bart simpson, the simpsons'),
  ...each('a snow princess', 'elsa from frozen, queen elsa'),
  ...each('a cartoon cat', 'hello kitty, garfield cat'),
  ...each('a stuffed bear', 'winnie the pooh, paddington bear'),
  ...each('a small yellow helper', 'the minions, minion movie'),
  ...each('a secret agent', 'james bond'),
  ...each('a detective', 'sherlock holmes series'),
  ...each('a green ogre', 'shrek'),
};

function each(instead: string, names: string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.split(', ').map((name) => [name, instead]));
}
