import { styleText } from 'node:util';

const coloured = process.stdout.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';

/** @param {Parameters<typeof styleText>[0]} format */
const styled = (format) => (/** @type {string} */ text) => (coloured ? styleText(format, text) : text);

export const bold = styled('bold');
export const dim = styled('dim');
export const good = styled('green');
export const bad = styled('red');
export const aside = styled('yellow');
