import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Service } from './service.js';

/** The words that a member of a structure may be; `undefined` where any may, or nothing is known. */
export type Values = (structure: string, member: string) => readonly string[] | undefined;

/**
 * The enumerations of a client. Which member is of which is not in its schemas, only in its declarations: those are read, where they are
 * installed.
 */
export function knownValues({ path, module }: Service): Values {
  const folder = join(dirname(path), '..', 'dist-types', 'models');
  let text: string | undefined;
  return (structure, member) => {
    text ??= declarationsIn(folder);
    const type = memberType(text, structure, member);
    return type === undefined ? undefined : wordsOf(module[type]);
  };
}

function declarationsIn(folder: string): string {
  if (!existsSync(folder)) return '';
  const files = readdirSync(folder).filter((name) => name.endsWith('.d.ts'));
  return files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
}

/** The type of a member, of the items where it is a list. */
function memberType(text: string, structure: string, member: string): string | undefined {
  const begin = text.indexOf(`export interface ${structure} {`);
  if (begin < 0) return undefined;
  const body = text.slice(begin, text.indexOf('\n}', begin));
  return new RegExp(`^ {4}${member}\\??: \\(?(\\w+)[^;]*;`, 'm').exec(body)?.[1];
}

/** An enumeration is an object whose values are words. */
function wordsOf(exported: unknown): readonly string[] | undefined {
  if (typeof exported !== 'object' || exported === null || Array.isArray(exported)) return undefined;
  const words: unknown[] = Object.values(exported);
  return words.length > 0 && words.every((word) => typeof word === 'string') ? words : undefined;
}
