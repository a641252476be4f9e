import { visible } from '../output/visible.js';

const longest = 64;

/** Text from a user or a service as a message shows it: quoted, on one line, without control characters, cut when long. */
export function shown(text: string): string {
  const characters = [...text];
  const cut = characters.length > longest ? `${characters.slice(0, longest).join('')}…` : text;
  return `'${visible(cut)}'`;
}
