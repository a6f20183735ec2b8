// Which language words are in, as coarsely as it is needed: may ours stand beside them?
import { expect, it } from 'vitest';
import { isEnglish, languageOf } from '../../src/core/language.ts';

it.each([
  ['a cat in space', 'en'], ['Nike 90 GT', 'en'], ['', 'en'], ['12:30', 'en'], ['a café near the Straße', 'en'],
  ['eine Katze im Weltall und der Mond', 'de'], ['un chat dans la rue avec une lampe', 'fr'], ['un gato con el sombrero', 'es'],
  ['un gatto nel giardino con gli occhi', 'it'], ['um gato na rua com uma lampada', 'pt'], ['een kat op het dak van de stad', 'nl'],
  ['宇宙の猫', 'ja'], ['太空中的猫', 'zh'], ['우주의 고양이', 'ko'], ['кот в космосе', 'ru'], ['قطة في الفضاء', 'ar'], ['חתול בחלל', 'he'],
  ['γάτα στο διάστημα', 'el'], ['अंतरिक्ष में बिल्ली', 'hi'], ['แมวในอวกาศ', 'th'], ['კატა კოსმოსში', 'und'],
])('[LG1] “%s” is %s', (text, tag) => {
  expect(languageOf(text)).toBe(tag);
  expect(isEnglish(text)).toBe(tag === 'en');
});
