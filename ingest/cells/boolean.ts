import { folded, isAnyOf, type Reader } from './cell.ts';

export const trueWords = ['true', '1', 'yes', 'y', 't', 'on', 'ja', 'oui', 'sí', 'si', 'sim', 'wahr', 'vrai'] as const;
export const falseWords = ['false', '0', 'no', 'n', 'f', 'off', 'nein', 'non', 'não', 'nao', 'nee', 'falsch', 'faux'] as const;

export const booleanReader: Reader = {
  as: 'yes or no',
  sql: (cell) => `CASE WHEN ${cell} = 'true' THEN TRUE WHEN ${cell} = 'false' THEN FALSE
    WHEN ${isAnyOf(folded(cell), trueWords)} THEN TRUE WHEN ${isAnyOf(folded(cell), falseWords)} THEN FALSE END`
};
