import { SaxesParser } from 'saxes';
import { escapeXml } from '../../../wire/escape-xml.js';
import { malformedXml } from '../errors/errors.js';

/** An element of a document that was sent. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its text; white space around elements counts for nothing. */
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** Reads a document whose root has this name. Throws an S3Error for what is no XML, or another document. */
export function readXml(text: string, root: string): XmlElement {
  const found = parse(text);
  if (found?.name !== root) throw malformedXml();
  return found;
}

/** The children of this name. */
export function childrenOf({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.filter((child) => child.name === name);
}

/** The first child of this name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** The text of the first child of this name. */
export function textOf(element: XmlElement, name: string): string | undefined {
  return childOf(element, name)?.text;
}

/** An element as it is written, with all that is in it. */
export function renderXml({ name, attributes, children, text }: XmlElement): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const inside = children.length > 0 ? children.map(renderXml).join('') : escapeXml(text);
  return `<${name}${given.join('')}>${inside}</${name}>`;
}

function parse(text: string): XmlElement | undefined {
  const parser = new SaxesParser();
  const open: Open[] = [];
  let root: XmlElement | undefined;
  parser.on('error', () => {
    throw malformedXml();
  });
  parser.on('doctype', () => {
    throw malformedXml();
  });
  parser.on('opentag', ({ name, attributes }) => {
    const kept = Object.entries(attributes as Record<string, string>).filter(([key]) => key !== 'xmlns');
    open.push({ name: localName(name), attributes: Object.fromEntries(kept), children: [], text: '' });
  });
  const addText = (more: string): void => {
    const inner = open.at(-1);
    if (inner) inner.text += more;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const done = open.pop();
    const outer = open.at(-1);
    if (done && outer) outer.children.push(done);
    else root = done;
  });
  parser.write(text.replace(/^\uFEFF/, '')).close();
  return root;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
